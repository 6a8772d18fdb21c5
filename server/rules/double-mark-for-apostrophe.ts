import type { Article } from '../analysis/article.ts'
import type { Problem, Rule } from './rule.ts'
import { notedMarks, shapeOf, shapeOfStory, sureMargin, writtenMark } from './story-marks.ts'

export const doubleMarkForApostrophe: Rule = {
  id: 'double-mark-for-apostrophe',
  summary: 'A double quotation mark stands where an apostrophe belongs.',
  reason:
    'Copy that has been through a converter often comes with every apostrophe turned into a double mark. Readers stumble, and programs take half of the story for a quotation.',
  levels: { none: 'warning' },
  examples: [
    { wrong: 'The ministry published Karvia⟦"⟧s answer on Monday.', right: "The ministry published Karvia's answer on Monday." },
    { wrong: 'The Isles⟦"⟧ foreign ministry said it would wait.', right: "The Isles' foreign ministry said it would wait." },
    { wrong: '"We don⟦"⟧t know yet," Ana Pell said.', right: '"We don\'t know yet," Ana Pell said.' },
    { wrong: 'Sean O⟦"⟧Dara, the coach, agreed.', right: "Sean O'Dara, the coach, agreed." },
    { wrong: '“We can⟦”⟧t go on,” Ana Pell said.', right: '“We can’t go on,” Ana Pell said.' },
  ],
  looksIntoQuotations: true,
  *check(article: Article): Iterable<Problem> {
    const shape = shapeOfStory(article)
    for (const { start, end, text, margin } of notedMarks(article).doubleApostrophes) {
      const mended = writtenMark('apostrophe', false, shapeOf(text) === 'typographic' ? 'typographic' : shape)
      const isSure = margin >= sureMargin
      yield {
        start,
        end,
        message: isSure
          ? `A double mark stands for an apostrophe here: write ${mended} instead.`
          : `This double mark may stand for an apostrophe: if so, write ${mended} instead.`,
        fixes: [{ title: `Replace with ${mended}`, edits: [{ start, end, text: mended }], safe: isSure }],
        ...(!isSure && { level: 'information' as const }),
      }
    }
  },
}
