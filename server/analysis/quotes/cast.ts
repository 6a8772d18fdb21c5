import type { Name } from '../names.ts'
import type { Paragraph } from '../paragraph.ts'
import type { Appearance, AppearanceMention } from '../people/appearances.ts'
import type { CastMember } from '../people/cast.ts'
import type { PeopleScene } from '../people/scenes.ts'
import type { TokenRange } from '../phrases.ts'
import { firstEndingAfter, type Span } from '../span.ts'
import type { Tokens } from '../tokens.ts'

/** Who speaks: a person of the story by id, an organisation or place by its name, an unnamed source by its description; undefined where the story does not say. */
export type Speaker = { readonly person: string } | { readonly name: string } | { readonly anonymous: string }

/** Who is in a story, and who of them appears in each of its paragraphs. */
export interface SpeakingCast {
  readonly cast: { readonly people: readonly Pick<CastMember, 'id' | 'name'>[] }
  readonly appearances: readonly SpeakingAppearance[]
}

/** What is looked at of who appears in a paragraph. */
export type SpeakingAppearance = Pick<Appearance, 'mentions' | 'roles'> & {
  readonly scene: Pick<PeopleScene, 'reading' | 'names'>
}

/** A paragraph with its names and with the people of the story who appear in it; all offsets from its start. */
export interface Stage {
  readonly reading: Paragraph
  /** Sorted, disjoint. */
  readonly names: readonly StageName[]
  /** Sorted. */
  readonly mentions: readonly AppearanceMention[]
  readonly cast: SpeakingCast['cast']
}

export type StageName = Omit<Name, 'paragraph'>

/** A noun phrase that speaks, in the tokens of its paragraph: with its appositions and without. */
export interface SourcePhrase {
  readonly source: TokenRange
  readonly head: TokenRange
}

/** Who is mentioned at an offset of the paragraph. */
export function personAt({ mentions, cast }: Stage, offset: number): Speaker | undefined {
  const mention = startingAt(mentions, offset)
  return mention && { person: cast.people[mention.person].id }
}

/** The mention of a person, or the name, that starts at an offset of the paragraph. */
export const mentionAt = ({ mentions }: Stage, offset: number) => startingAt(mentions, offset)
export const nameAt = ({ names }: Stage, offset: number) => startingAt(names, offset)

function startingAt<T extends Span>(sorted: readonly T[], offset: number): T | undefined {
  const found = sorted[firstEndingAfter(sorted, offset)]
  return found?.start === offset ? found : undefined
}

/** Whoever is named from one offset to another: the person that the name means, else what it says. */
export function asSpeaker(stage: Stage, { start, end }: Span): Speaker {
  return personAt(stage, start) ?? { name: stage.reading.text.slice(start, end) }
}

/** Whether both are the same speaker, or neither is there. */
export function isSameSpeaker(a: Speaker | undefined, b: Speaker | undefined): boolean {
  if (!a || !b || a === b) return a === b
  if ('person' in a) return 'person' in b && a.person === b.person
  if ('name' in a) return 'name' in b && a.name === b.name
  return 'anonymous' in b && a.anonymous === b.anonymous
}

/** The text of a range of tokens. */
export function textOf({ text, tokens }: Paragraph, { first, end }: TokenRange): string {
  return text.slice(tokens.starts[first], tokens.ends[end - 1])
}

/** The token that starts at or behind an offset of the paragraph, searched by halving. */
export function tokenFrom(tokens: Tokens, offset: number): number {
  let low = 0
  let high = tokens.count
  while (low < high) {
    const middle = (low + high) >> 1
    if (tokens.starts[middle] >= offset) high = middle
    else low = middle + 1
  }
  return low
}

/** Where a range of tokens stands in the paragraph. */
export const spanOf = ({ starts, ends }: Tokens, { first, end }: TokenRange): Span => ({
  start: starts[first],
  end: ends[end - 1],
})
