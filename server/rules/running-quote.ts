import type { Article } from '../analysis/article.ts'
import type { Problem, Rule } from './rule.ts'
import { isDoubleMark, notedMarks, shapeOf, writtenMark } from './story-marks.ts'

export const runningQuote: Rule = {
  id: 'running-quote',
  summary: 'A quotation that runs over paragraphs opens each of them with a mark, and a partial quotation does not run on.',
  reason: 'Without a mark at its beginning the second paragraph reads as the reporter’s own words.',
  levels: { none: 'information', reuters: 'warning', ap: 'warning', british: 'warning' },
  source: {
    title: 'AP style: quotations, as given by VCU School of the Arts',
    url: 'https://arts.vcu.edu/editorialstyleguide/q/quotations/',
  },
  examples: [
    {
      wrong: '"We will wait and see," Ana Pell said. "It is not over.\n\nWe have time.⟦"⟧',
      right: '"We will wait and see," Ana Pell said. "It is not over.\n\n"We have time."',
    },
    {
      wrong: 'Ana Pell said it was ⟦"⟧a long way home.\n\n"We have time."',
      right: 'Ana Pell said it was "a long way home."\n\n"We have time."',
    },
  ],
  looksIntoQuotations: true,
  *check(article: Article): Iterable<Problem> {
    const { lonely, open } = notedMarks(article)
    for (const { start, end, text, role, paragraph } of lonely) {
      if (!isDoubleMark(text)) continue
      if (role === 'closes' && open.has(paragraph - 1)) {
        const at = article.paragraphs[paragraph].start
        const mark = writtenMark('opens', true, shapeOf(text) ?? 'straight')
        yield {
          start,
          end,
          message: 'The quotation goes on from the paragraph before: begin this one with an opening mark too.',
          fixes: [{ title: `Begin the paragraph with ${mark}`, edits: [{ start: at, end: at, text: mark }], safe: false }],
        }
      } else if (role === 'opens' && isPartial(article, paragraph, start, end) && goesOn(article, paragraph)) {
        const at = article.paragraphs[paragraph].end
        const mark = writtenMark('closes', true, shapeOf(text) ?? 'straight')
        yield {
          start,
          end,
          message: 'This partial quotation is still open: close it at the end of the paragraph, even if the next one quotes on.',
          fixes: [
            {
              title: `Close it at the end of the paragraph with ${mark}`,
              edits: [{ start: at, end: at, text: mark }],
              safe: false,
            },
          ],
        }
      }
    }
  },
}

/** Whether the words begin within the reporter's sentence, with a small letter. */
function isPartial(article: Article, paragraph: number, start: number, end: number): boolean {
  return (
    start > article.paragraphs[paragraph].start &&
    /\p{Ll}/u.test(article.text[end] ?? '') &&
    /[\p{L},] $/u.test(article.text.slice(Math.max(0, start - 2), start))
  )
}

/** Whether the next paragraph begins with an opening mark, and so continues a quotation that is still open. */
export function goesOn(article: Article, paragraph: number): boolean {
  const first = article.paragraphs[paragraph + 1]?.reading.marks.marks[0]
  return first?.role === 'opens' && first.start === 0
}
