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
export const storyMarks = kept(({ paragraphs }: Article): readonly StoryMark[] =>
  paragraphs.flatMap(({ start, reading }, paragraph) =>
    reading.marks.marks.map((_, index) => placedMark(reading, index, start, paragraph)),
  ),
)

/** What the rules about marks want to know of a story. */
export interface NotedMarks {
  /** Those without a partner that quote or may be meant to. */
  readonly lonely: readonly StoryMark[]
  /** Double marks for apostrophes. */
  readonly doubleApostrophes: readonly StoryMark[]
  /** How many marks tell the story's style, by their shapes. */
  readonly styles: Readonly<Record<Shape, number>>
  /** The paragraphs that end within a quotation, by their indices. */
  readonly open: ReadonlySet<number>
}

/** The marks of a story that are out of the ordinary. Gathered once for an article, of paragraphs of which most were looked at before. */
export const notedMarks = kept(({ paragraphs }: Article): NotedMarks => {
  const lonely: StoryMark[] = []
  const doubleApostrophes: StoryMark[] = []
  const styles = { straight: 0, typographic: 0 }
  const open = new Set<number>()
  paragraphs.forEach(({ start, reading }, paragraph) => {
    const notes = notesOf(reading)
    for (const index of notes.lonely) lonely.push(placedMark(reading, index, start, paragraph))
    for (const index of notes.doubleApostrophes) doubleApostrophes.push(placedMark(reading, index, start, paragraph))
    styles.straight += notes.styles.straight
    styles.typographic += notes.styles.typographic
    if (notes.isOpen) open.add(paragraph)
  })
  return { lonely, doubleApostrophes, styles, open }
})

/** The same of one paragraph, marks by their indices. */
const notesOf = kept(({ text, marks: { marks, stretches } }: Paragraph) => {
  const lonely: number[] = []
  const doubleApostrophes: number[] = []
  const styles = { straight: 0, typographic: 0 }
  marks.forEach((mark, index) => {
    const written = text.slice(mark.start, mark.end)
    if (mark.role === 'apostrophe' && isDoubleMark(written)) doubleApostrophes.push(index)
    if (mark.role !== 'apostrophe' && mark.partner === undefined) lonely.push(index)
    const style = styleOf(mark, written)
    if (style) styles[style]++
  })
  return { lonely, doubleApostrophes, styles, isOpen: stretches.some(stretch => stretch.close === undefined) }
})

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

/** The shape of most marks of the story; straight where there are as many of both, or none. */
export function shapeOfStory(article: Article): Shape {
  const { straight, typographic } = notedMarks(article).styles
  return typographic > straight ? 'typographic' : 'straight'
}

/** How a mark is written that has this role, as a double or a single one. */
export function writtenMark(role: 'opens' | 'closes' | 'apostrophe', isDouble: boolean, shape: Shape): string {
  if (role === 'apostrophe') return shape === 'straight' ? "'" : '’'
  if (shape === 'straight') return isDouble ? '"' : "'"
  if (role === 'opens') return isDouble ? '“' : '‘'
  return isDouble ? '”' : '’'
}
