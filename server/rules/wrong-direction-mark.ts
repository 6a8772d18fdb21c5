import type { Article } from '../analysis/article.ts'
import type { Problem, Rule } from './rule.ts'
import { isDoubleMark, type StoryMark, storyMarks, sureMargin, writtenMark } from './story-marks.ts'

export const wrongDirectionMark: Rule = {
  id: 'wrong-direction-mark',
  summary: 'A typographic mark points the wrong way.',
  reason:
    'Word processors guess the direction of a mark and guess wrong after a dash, a bracket, or before a figure such as ’90s.',
  levels: { none: 'warning' },
  source: {
    title: 'Butterick’s Practical Typography: straight and curly quotes',
    url: 'https://practicaltypography.com/straight-and-curly-quotes.html',
  },
  examples: [
    { wrong: 'He called it ⟦”⟧progress” and left.', right: 'He called it “progress” and left.' },
    { wrong: '“We will wait,⟦“⟧ Ana Pell said.', right: '“We will wait,” Ana Pell said.' },
    { wrong: 'It was a song of the ⟦‘⟧90s.', right: 'It was a song of the ’90s.' },
    { wrong: 'The ministry didn⟦‘⟧t answer.', right: 'The ministry didn’t answer.' },
  ],
  looksIntoQuotations: true,
  byParagraph: true,
  *check(article: Article): Iterable<Problem> {
    for (const mark of storyMarks(article)) {
      const mended = rightMark(article, mark)
      if (mended === undefined) continue
      const { start, end, margin } = mark
      const isSure = margin >= sureMargin
      yield {
        start,
        end,
        message: `This mark points the wrong way: write ${mended}.`,
        fixes: [{ title: `Replace with ${mended}`, edits: [{ start, end, text: mended }], safe: isSure }],
        ...(!isSure && { level: 'information' as const }),
      }
    }
  },
}

/** The mark as it should be; undefined where it is right or has no direction. */
function rightMark(article: Article, mark: StoryMark): string | undefined {
  const { text, role } = mark
  if (text.length > 1 || !'“”‘’'.includes(text)) return undefined
  if (role === 'apostrophe') return text === '‘' ? '’' : undefined
  if ((role !== 'opens' && role !== 'closes') || mark.partner === undefined) return undefined
  if (role === 'closes' && isLow(article, mark)) return undefined
  const right = writtenMark(role, isDoubleMark(text), 'typographic')
  return right === text ? undefined : right
}

/** Whether a low mark opens the quotation, as in German: „So“. */
function isLow(article: Article, { paragraph, partner }: StoryMark): boolean {
  const { marks } = article.paragraphs[paragraph].reading
  const opener = partner === undefined ? undefined : marks.marks[partner]
  return opener !== undefined && '„‚'.includes(article.paragraphs[paragraph].reading.text[opener.start])
}
