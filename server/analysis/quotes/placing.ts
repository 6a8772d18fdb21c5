import type { Quote } from '../quotes.ts'
import type { Span } from '../span.ts'
import type { Statement } from '../statements.ts'

/** What is said in a paragraph that starts at an offset of the story, at its place there. */
export function placeSaid<T extends Quote | Statement>(said: T, start: number, paragraph: number): T {
  // To change a copy is several times as fast as to make one with other values, and a letter typed moves half a story.
  const placed: Writable<T> = { ...said }
  placed.start += start
  placed.end += start
  placed.paragraph = paragraph
  if (placed.cue) placed.cue = placeSpan(placed.cue, start)
  if (placed.source) placed.source = placeSpan(placed.source, start)
  return placed
}

type Writable<T> = { -readonly [Key in keyof T]: T[Key] }

const placeSpan = ({ start, end }: Span, by: number): Span => ({ start: start + by, end: end + by })
