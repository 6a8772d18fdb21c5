import type { Span } from '../span.ts'

/** Words that somebody says, with the places of who and how. */
interface Said extends Span {
  readonly paragraph: number
  readonly cue?: Span
  readonly source?: Span
}

/** Where the words of a paragraph were placed last. */
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
  const placed = said.map(words => ({
    ...words,
    ...moved(words, start),
    paragraph,
    ...(words.cue && { cue: moved(words.cue, start) }),
    ...(words.source && { source: moved(words.source, start) }),
  }))
  known.set(said, { start, paragraph, said: placed })
  return placed
}

const moved = ({ start, end }: Span, by: number): Span => ({ start: start + by, end: end + by })
