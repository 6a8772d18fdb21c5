import type { Article } from '../analysis/article.ts'
import type { Problem, Rule } from './rule.ts'
import {
  isDoubleMark,
  isSingleMark,
  notedMarks,
  type Shape,
  type StoryMark,
  shapeOf,
  shapeOfStory,
  storyMarks,
  styleOf,
  sureMargin,
  writtenMark,
} from './story-marks.ts'

export const mixedMarks: Rule = {
  id: 'mixed-marks',
  summary: 'Straight and typographic marks are mixed in one story.',
  reason:
    'A mixture shows that text was pasted in. One problem stands for the whole story, at the first mark that is unlike the others, and one fix mends them all.',
  levels: { none: 'information', reuters: 'warning', ap: 'warning', british: 'warning' },
  source: {
    title: 'Butterick’s Practical Typography: straight and curly quotes',
    url: 'https://practicaltypography.com/straight-and-curly-quotes.html',
  },
  examples: [
    {
      wrong: '"We wait," Ana Pell said. "We must." The minister called it ⟦“⟧progress” and left.',
      right: '"We wait," Ana Pell said. "We must." The minister called it "progress" and left.',
    },
    { wrong: "“We don⟦'⟧t know,” Ana Pell said.", right: '“We don’t know,” Ana Pell said.' },
  ],
  looksIntoQuotations: true,
  *check(article: Article): Iterable<Problem> {
    const { straight, typographic } = notedMarks(article).styles
    if (straight === 0 || typographic === 0) return
    const shape = shapeOfStory(article)
    const odd = storyMarks(article).filter(mark => (styleOf(mark, mark.text) ?? shape) !== shape)
    const [first, ...others] = odd
    const kind = shape === 'straight' ? 'typographic' : 'straight'
    const isSure = odd.every(mark => mark.margin >= sureMargin)
    yield {
      start: first.start,
      end: first.end,
      message: `Straight and typographic marks are mixed, and ${odd.length} of ${straight + typographic} ${odd.length === 1 ? 'is' : 'are'} ${kind}: make them all alike.`,
      related: others.slice(0, 20).map(({ start, end }) => ({ start, end, message: `This one is ${kind} too.` })),
      fixes: [{ title: `Make all marks ${shape}`, edits: odd.flatMap(mark => reshape(mark, shape)), safe: isSure }],
    }
  },
}

/** The edit that gives a mark the shape; none where it has it, has no shape, or is none of ours. */
export function reshape(mark: StoryMark, shape: Shape) {
  const { start, end, text, role } = mark
  if (role !== 'opens' && role !== 'closes' && role !== 'apostrophe') return []
  if (shapeOf(text) === undefined || (role === 'apostrophe' && !isSingleMark(text))) return []
  const mended = writtenMark(role, isDoubleMark(text), shape)
  return mended === text ? [] : [{ start, end, text: mended }]
}
