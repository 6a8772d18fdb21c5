import type { Article } from '../analysis/article.ts'
import type { Problem, Rule } from './rule.ts'
import { type StoryMark, storyMarks, sureMargin, writtenMark } from './story-marks.ts'

export const lostMark: Rule = {
  id: 'lost-mark',
  summary: 'A typographic mark was lost in a conversion: bytes of another encoding, or a question mark, stand in its place.',
  reason: 'Text that was written in one encoding and read in another shows its marks as â€œ, â€™ or ?.',
  levels: { none: 'warning' },
  source: {
    title: 'W3C: character encodings for beginners',
    url: 'https://www.w3.org/International/questions/qa-what-is-encoding',
  },
  examples: [
    { wrong: 'Karvia⟦â€™⟧s answer came.', right: 'Karvia’s answer came.' },
    { wrong: '⟦â€œ⟧We wait,⟦â€⟧ Ana Pell said.', right: '“We wait,” Ana Pell said. Who knows?' },
    { wrong: 'They don⟦?⟧t know.', right: 'They don’t know.' },
  ],
  looksIntoQuotations: true,
  byParagraph: true,
  *check(article: Article): Iterable<Problem> {
    for (const mark of storyMarks(article)) {
      const isGuess = mark.text === '?' || mark.text === '\ufffd'
      const mended = isGuess || mark.text.startsWith('â') ? meantMark(mark) : undefined
      if (mended === undefined) continue
      const { start, end } = mark
      yield {
        start,
        end,
        message: `A conversion has lost a mark here: put ${mended} back.`,
        fixes: [
          { title: `Replace with ${mended}`, edits: [{ start, end, text: mended }], safe: !isGuess && mark.margin >= sureMargin },
        ],
        ...(isGuess && { level: 'information' as const }),
      }
    }
  },
}

function meantMark({ text, role }: StoryMark): string | undefined {
  if (role !== 'opens' && role !== 'closes' && role !== 'apostrophe') return undefined
  return writtenMark(role, !/^â(?:€|\u0080)[˜™\u0098\u0099]$/.test(text), 'typographic')
}
