import type { Article } from '../analysis/article.ts'
import type { Problem, Rule } from './rule.ts'
import { isDoubleMark, isSingleMark, shapeOf, writtenMark } from './story-marks.ts'

export const sameMarksWithinQuote: Rule = {
  id: 'same-marks-within-quote',
  summary: 'A quotation within a quotation has the same marks as the one around it.',
  reason:
    'The inner words take the other marks, single within double or double within single, so that the reader sees where each ends.',
  levels: { none: 'information' },
  source: {
    title: 'Guardian: quotations within quotations, the Russian doll of punctuation',
    url: 'https://www.theguardian.com/media/mind-your-language/2016/mar/04/quotations-within-quotations-the-russian-doll-of-punctuation',
  },
  examples: [
    { wrong: '"He told me ⟦"no"⟧ and left," Ana Pell said.', right: '"He told me \'no\' and left," Ana Pell said.' },
    { wrong: '“He told me ⟦“no”⟧ and left,” Ana Pell said.', right: '“He told me ‘no’ and left,” Ana Pell said.' },
  ],
  looksIntoQuotations: true,
  byParagraph: true,
  *check(article: Article): Iterable<Problem> {
    for (const { start: offset, reading } of article.paragraphs) {
      const { marks, stretches } = reading.marks
      const around: boolean[] = [] // by depth, whether the quotation has double marks
      for (const { start, end, open, close, depth } of stretches) {
        if (open === undefined) continue
        const text = reading.text.slice(marks[open].start, marks[open].end)
        const isDouble = isDoubleMark(text)
        around[depth] = isDouble
        if (close === undefined || depth === 0 || around[depth - 1] !== isDouble || !(isDouble || isSingleMark(text))) continue
        const shape = shapeOf(text) ?? 'straight'
        const edits = [marks[open], marks[close]].map((mark, index) => ({
          start: offset + mark.start,
          end: offset + mark.end,
          text: writtenMark(index === 0 ? 'opens' : 'closes', !isDouble, shape),
        }))
        yield {
          start: offset + start,
          end: offset + end,
          message: `These words stand within a quotation: give them ${isDouble ? 'single' : 'double'} marks.`,
          fixes: [{ title: `Give it ${isDouble ? 'single' : 'double'} marks`, edits, safe: false }],
        }
      }
    }
  },
}
