import type { Article } from '../analysis/article.ts'
import { reshape } from './mixed-marks.ts'
import type { TextEdit } from './rule.ts'
import { isDoubleMark, isSingleMark, shapeOf, storyMarks, writtenMark } from './story-marks.ts'

/** What the marks of a story can be turned into: another shape, or the other of double and single outside. */
export type MarksStyle = 'typographic' | 'straight' | 'double' | 'single'

/**
 * The edits that give all marks of a story a style, sorted and disjoint; none where they have it. Double and single change outer and inner
 * marks together, so that a quotation within a quotation keeps the other marks. Apostrophes only change their shape, strays and primes nothing.
 */
export function convertMarks(article: Article, to: MarksStyle): readonly TextEdit[] {
  if (to === 'typographic' || to === 'straight') return storyMarks(article).flatMap(mark => reshape(mark, to))
  const edits: TextEdit[] = []
  for (const { start, reading } of article.paragraphs) {
    const { marks, stretches } = reading.marks
    for (const { open, close, depth } of stretches) {
      const isDouble = (to === 'double') === (depth % 2 === 0)
      for (const index of [open, close]) {
        if (index === undefined) continue
        const mark = marks[index]
        const text = reading.text.slice(mark.start, mark.end)
        if ((mark.role !== 'opens' && mark.role !== 'closes') || !(isDoubleMark(text) || isSingleMark(text))) continue
        const written = writtenMark(mark.role, isDouble, shapeOf(text) ?? 'straight')
        if (written !== text) edits.push({ start: start + mark.start, end: start + mark.end, text: written })
      }
    }
  }
  return edits.sort((a, b) => a.start - b.start)
}
