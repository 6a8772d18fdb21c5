import type { Quote } from '../quotes.ts'
import type { Span } from '../span.ts'
import type { Statement } from '../statements.ts'

/** Something said. */
type Said = Quote | Statement

/** Where what is said in a paragraph was placed last. */
interface Placed {
  readonly start: number
  readonly paragraph: number
  readonly said: readonly Said[]
}

const known = new WeakMap<readonly Said[], Placed>()

/** What is said in a paragraph, with offsets from its start, at its place in the story. The same objects as long as it stands there. */
export function placeSaid<T extends Said>(said: readonly T[], start: number, paragraph: number): readonly T[]
export function placeSaid(said: readonly Said[], start: number, paragraph: number): readonly Said[] {
  if (said.length === 0) return said
  const before = known.get(said)
  if (before?.start === start && before.paragraph === paragraph) return before.said
  const placed = said.map(words => moved(words, start, paragraph))
  known.set(said, { start, paragraph, said: placed })
  return placed
}

/** A copy that is changed is several times as fast as one with other values, and every letter typed moves half a story. */
function moved<T extends Said>(said: T, by: number, paragraph: number): T {
  const copy: Writable<Said> = { ...said }
  copy.start += by
  copy.end += by
  copy.paragraph = paragraph
  if (copy.cue) copy.cue = movedSpan(copy.cue, by)
  if (copy.source) copy.source = movedSpan(copy.source, by)
  return copy as T
}

type Writable<T> = { -readonly [Key in keyof T]: T[Key] }

const movedSpan = ({ start, end }: Span, by: number): Span => ({ start: start + by, end: end + by })
