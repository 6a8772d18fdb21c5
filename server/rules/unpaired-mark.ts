import type { Article } from '../analysis/article.ts'
import type { Problem, Rule } from './rule.ts'
import { goesOn } from './running-quote.ts'
import { isDoubleMark, isSingleMark, notedMarks, type StoryMark, shapeOf, writtenMark } from './story-marks.ts'

export const unpairedMark: Rule = {
  id: 'unpaired-mark',
  summary: 'A quotation mark has no partner: a quotation that is never closed, or one that nothing opens.',
  reason: 'Where a quotation ends is where the reporter speaks again. Without the mark the reader cannot tell who says what.',
  levels: { none: 'warning' },
  source: {
    title: 'AP style: quotations, as given by VCU School of the Arts',
    url: 'https://arts.vcu.edu/editorialstyleguide/q/quotations/',
  },
  examples: [
    {
      wrong: '⟦"⟧We will wait and see, Ana Pell said on Monday.\n\nThe talks go on.',
      right: '"We will wait and see," Ana Pell said on Monday.\n\nThe talks go on.',
    },
    {
      wrong: '"Nobody knows," she said. ⟦“⟧We will wait.\n\nThe talks go on.',
      right: '"Nobody knows," she said. "We will wait.\n\n"The talks go on."',
    },
    { wrong: 'The minister called it progress⟦”⟧ and left.', right: 'The minister called it “progress” and left.' },
    { wrong: 'We will wait,⟦"⟧ Ana Pell said. "And see."', right: '"We will wait," Ana Pell said. "And see."' },
  ],
  looksIntoQuotations: true,
  *check(article: Article): Iterable<Problem> {
    const headlineEnd = article.structure.parts.find(part => part.kind !== 'headline')?.start ?? 0
    const { lonely, open } = notedMarks(article)
    for (const mark of lonely) {
      if (mark.role === 'closes' && open.has(mark.paragraph - 1)) continue
      const message = messageFor(article, mark)
      if (message === undefined) continue
      const isQuiet = isSingleMark(mark.text) || mark.start < headlineEnd
      yield {
        start: mark.start,
        end: mark.end,
        message,
        ...(mark.role === 'opens' && { fixes: [closingFix(article, mark)] }),
        ...(isQuiet && { level: 'information' as const }),
      }
    }
  },
}

function messageFor(article: Article, mark: StoryMark): string | undefined {
  const isDouble = isDoubleMark(mark.text)
  if (!isDouble && !(isSingleMark(mark.text) && mark.role === 'opens')) return undefined
  switch (mark.role) {
    case 'opens':
      return goesOn(article, mark.paragraph)
        ? undefined
        : 'This quotation is never closed: add the closing mark, or open the next paragraph with a mark if it goes on.'
    case 'closes':
      return 'This mark closes a quotation that nothing opens: add the opening mark, or take this one out.'
    case 'other':
      return 'This quotation mark has no partner: add the other one, or take this one out.'
    default:
      return undefined
  }
}

function closingFix(article: Article, mark: StoryMark) {
  const { end } = article.paragraphs[mark.paragraph]
  const text = writtenMark('closes', isDoubleMark(mark.text), shapeOf(mark.text) ?? 'straight')
  return {
    title: `Close the quotation at the end of the paragraph with ${text}`,
    edits: [{ start: end, end, text }],
    safe: false,
  }
}
