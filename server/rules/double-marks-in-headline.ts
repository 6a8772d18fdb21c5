import type { Article } from '../analysis/article.ts'
import type { Problem, Rule } from './rule.ts'
import { isDoubleMark, shapeOf, storyMarks, writtenMark } from './story-marks.ts'

export const doubleMarksInHeadline: Rule = {
  id: 'double-marks-in-headline',
  summary: 'A headline has double marks where the house uses single ones.',
  reason: 'Headlines take single marks: they are shorter.',
  levels: { none: 'off', ap: 'information', british: 'information' },
  source: {
    title: 'AP style: quotations, as given by VCU School of the Arts',
    url: 'https://arts.vcu.edu/editorialstyleguide/q/quotations/',
  },
  examples: [
    {
      wrong: 'Minister calls talks ⟦"⟧useful⟦"⟧\n\nAna Pell called the talks "useful" on Monday.',
      right: 'Minister calls talks \'useful\'\n\nAna Pell called the talks "useful" on Monday.',
    },
  ],
  looksIntoQuotations: true,
  byParagraph: true,
  *check(article: Article): Iterable<Problem> {
    const headlines = new Set(article.structure.parts.filter(part => part.kind === 'headline').map(part => part.paragraph))
    for (const { start, end, text, role, partner, paragraph } of storyMarks(article)) {
      if (!headlines.has(paragraph) || partner === undefined || !isDoubleMark(text)) continue
      if (role !== 'opens' && role !== 'closes') continue
      const single = writtenMark(role, false, shapeOf(text) ?? 'straight')
      yield {
        start,
        end,
        message: `Headlines take single marks: write ${single} here.`,
        fixes: [{ title: `Replace with ${single}`, edits: [{ start, end, text: single }], safe: false }],
      }
    }
  },
}
