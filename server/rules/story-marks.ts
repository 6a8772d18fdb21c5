import type { Article } from '../analysis/article.ts'
import { kept } from '../analysis/kept.ts'
import type { Mark } from '../analysis/marks.ts'
import type { Paragraph } from '../analysis/paragraph.ts'

/** A mark of a story; offsets from the story's start. `text` is what was typed. */
export interface StoryMark {
  readonly start: number
  readonly end: number
  readonly text: string
  readonly role: Mark['role']
  readonly margin: number
  /** Index of its paragraph, and of itself among the paragraph's marks. */
  readonly paragraph: number
  readonly index: number
  readonly partner?: number
}

/** Below this margin a mark may well be something else: no problem about it is a warning, no fix of it safe. */
export const sureMargin = 1.5

/** All marks of a story, in order. Gathered once for an article. */
export const storyMarks = kept(marksWhere(() => true))

/** Gives the marks of a story that are so, in order. Which ones of a paragraph are is asked once, so it must not depend on the rest of the story. */
export function marksWhere(isSo: (mark: Mark, text: string) => boolean): (article: Article) => readonly StoryMark[] {
  const indices = kept(({ text, marks: { marks } }: Paragraph): readonly number[] =>
    marks.flatMap((mark, index) => (isSo(mark, text.slice(mark.start, mark.end)) ? [index] : [])),
  )
  return ({ paragraphs }) => {
    const found: StoryMark[] = []
    paragraphs.forEach(({ start, reading }, paragraph) => {
      for (const index of indices(reading)) found.push(placedMark(reading, index, start, paragraph))
    })
    return found
  }
}

function placedMark(reading: Paragraph, index: number, offset: number, paragraph: number): StoryMark {
  const { start, end, role, margin, partner } = reading.marks.marks[index]
  return {
    start: offset + start,
    end: offset + end,
    text: reading.text.slice(start, end),
    role,
    margin,
    paragraph,
    index,
    ...(partner !== undefined && { partner }),
  }
}

export type Shape = 'straight' | 'typographic'

/** The shape of a mark that has one: guillemets, backticks and the bytes of a lost encoding have none. */
export function shapeOf(text: string): Shape | undefined {
  if (text === '"' || text === "'") return 'straight'
  return text.length === 1 && '“”‘’„‚'.includes(text) ? 'typographic' : undefined
}

export const isDoubleMark = (text: string): boolean => text.length === 1 && '"“”„‟'.includes(text)

export const isSingleMark = (text: string): boolean => text.length === 1 && "'‘’‚‛".includes(text)

/** The shape of a mark that is what it looks like, and so tells the story's style: no mangled apostrophe, no inches, no stray. */
export function styleOf({ role }: Pick<Mark, 'role'>, text: string): Shape | undefined {
  const tells = role === 'opens' || role === 'closes' || (role === 'apostrophe' && isSingleMark(text))
  return tells ? shapeOf(text) : undefined
}

/** How many marks of a story tell its style, by their shapes. */
export function countStyles(article: Article): Readonly<Record<Shape, number>> {
  const count = { straight: 0, typographic: 0 }
  for (const { reading } of article.paragraphs) {
    const { straight, typographic } = stylesIn(reading)
    count.straight += straight
    count.typographic += typographic
  }
  return count
}

const stylesIn = kept(({ text, marks: { marks } }: Paragraph) => {
  const count = { straight: 0, typographic: 0 }
  for (const mark of marks) {
    const style = styleOf(mark, text.slice(mark.start, mark.end))
    if (style) count[style]++
  }
  return count
})

/** The shape of most marks of the story; straight where there are as many of both, or none. */
export function shapeOfStory(article: Article): Shape {
  const { straight, typographic } = countStyles(article)
  return typographic > straight ? 'typographic' : 'straight'
}

/** How a mark is written that has this role, as a double or a single one. */
export function writtenMark(role: 'opens' | 'closes' | 'apostrophe', isDouble: boolean, shape: Shape): string {
  if (role === 'apostrophe') return shape === 'straight' ? "'" : '’'
  if (shape === 'straight') return isDouble ? '"' : "'"
  if (role === 'opens') return isDouble ? '“' : '‘'
  return isDouble ? '”' : '’'
}
