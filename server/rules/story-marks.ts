import type { Article } from '../analysis/article.ts'
import type { Mark } from '../analysis/marks.ts'

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

const known = new WeakMap<Article, readonly StoryMark[]>()

/** All marks of a story, in order. Gathered once for an article. */
export function storyMarks(article: Article): readonly StoryMark[] {
  const before = known.get(article)
  if (before) return before
  const found: StoryMark[] = []
  article.paragraphs.forEach(({ start, reading }, paragraph) => {
    reading.marks.marks.forEach((mark, index) => {
      const text = reading.text.slice(mark.start, mark.end)
      const { role, margin, partner } = mark
      found.push({
        start: start + mark.start,
        end: start + mark.end,
        text,
        role,
        margin,
        paragraph,
        index,
        ...(partner !== undefined && { partner }),
      })
    })
  })
  known.set(article, found)
  return found
}

export type Shape = 'straight' | 'typographic'

/** The shape of a mark that has one: guillemets, backticks and the bytes of a lost encoding have none. */
export function shapeOf(text: string): Shape | undefined {
  if (text === '"' || text === "'") return 'straight'
  return text.length === 1 && '“”‘’„‚'.includes(text) ? 'typographic' : undefined
}

export const isDoubleMark = (text: string): boolean => text.length === 1 && '"“”„‟'.includes(text)

export const isSingleMark = (text: string): boolean => text.length === 1 && "'‘’‚‛".includes(text)

/** Whether the mark is what it looks like, and so tells the story's style: no mangled apostrophe, no inches, no stray. */
export function tellsStyle({ role, text }: StoryMark): boolean {
  return role === 'opens' || role === 'closes' || (role === 'apostrophe' && isSingleMark(text))
}

/** The shape of most marks of the story; straight where there are as many of both, or none. */
export function shapeOfStory(article: Article): Shape {
  let balance = 0
  for (const mark of storyMarks(article)) {
    if (!tellsStyle(mark)) continue
    const shape = shapeOf(mark.text)
    if (shape) balance += shape === 'typographic' ? 1 : -1
  }
  return balance > 0 ? 'typographic' : 'straight'
}

/** How a mark is written that has this role, as a double or a single one. */
export function writtenMark(role: 'opens' | 'closes' | 'apostrophe', isDouble: boolean, shape: Shape): string {
  if (role === 'apostrophe') return shape === 'straight' ? "'" : '’'
  if (shape === 'straight') return isDouble ? '"' : "'"
  if (role === 'opens') return isDouble ? '“' : '‘'
  return isDouble ? '”' : '’'
}
