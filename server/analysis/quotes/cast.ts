import type { Name } from '../names.ts'
import type { PlacedParagraph } from '../paragraph.ts'
import type { Mention, Person } from '../people.ts'
import type { TokenRange } from '../phrases.ts'
import { firstEndingAfter, type Span } from '../span.ts'
import type { Tokens } from '../tokens.ts'

/** Who speaks: a person of the story by id, an organisation or place by its name, an unnamed source by its description; undefined where the story does not say. */
export type Speaker = { readonly person: string } | { readonly name: string } | { readonly anonymous: string }

/** The people and names of a story by place, to look speakers up in. */
export interface Cast {
  readonly paragraphs: readonly PlacedParagraph[]
  readonly names: readonly Name[]
  readonly people: readonly Person[]
  /** Mentions of people by where they start. */
  readonly mentions: ReadonlyMap<number, { readonly person: Person; readonly mention: Mention }>
  /** People by the last word of their names, in lower case. */
  readonly surnames: ReadonlyMap<string, readonly Person[]>
  /** People by the last word of each of their roles, in lower case. */
  readonly roles: ReadonlyMap<string, readonly { readonly person: Person; readonly words: readonly string[] }[]>
}

export function gatherCast(paragraphs: readonly PlacedParagraph[], names: readonly Name[], people: readonly Person[]): Cast {
  const mentions = new Map<number, { person: Person; mention: Mention }>()
  const roles = new Map<string, { person: Person; words: readonly string[] }[]>()
  const surnames = new Map<string, Person[]>()
  for (const person of people) {
    const surname = person.name.slice(person.name.lastIndexOf(' ') + 1).toLowerCase()
    const namesakes = surnames.get(surname)
    if (namesakes) namesakes.push(person)
    else surnames.set(surname, [person])
    for (const mention of person.mentions) mentions.set(mention.start, { person, mention })
    for (const role of person.roles) {
      const words = role.text.toLowerCase().split(/[\s,]+/)
      const noun = roleNoun(words)
      const known = roles.get(noun)
      if (known) known.push({ person, words })
      else roles.set(noun, [{ person, words }])
    }
  }
  return { paragraphs, names, people, mentions, surnames, roles }
}

/** The noun a role is about: the last word before "of", "for", "at", "to" or the end. */
function roleNoun(words: readonly string[]): string {
  const cut = words.findIndex((word, i) => i > 0 && /^(?:of|for|at|to|from|in|with|on|who)$/.test(word))
  return words[(cut < 0 ? words.length : cut) - 1] ?? ''
}

/** A noun phrase that speaks, in the tokens of its paragraph: with its appositions and without. */
export interface SourcePhrase {
  readonly paragraph: number
  readonly source: TokenRange
  readonly head: TokenRange
}

/** A speaker of the story with the place of the report that names it. */
export interface SpokenBefore {
  readonly speaker: Speaker
  readonly paragraph: number
  readonly token: number
}

export function asSpeaker(cast: Cast, name: Name): Speaker {
  const found = cast.mentions.get(name.start)
  if (found) return { person: found.person.id }
  const { start, reading } = cast.paragraphs[name.paragraph]
  return { name: reading.text.slice(name.start - start, name.end - start) }
}

export function nameAt(cast: Cast, offset: number): Name | undefined {
  const name = cast.names[firstEndingAfter(cast.names, offset)]
  return name && name.start === offset ? name : undefined
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

/** A range of a paragraph's tokens as a span of the story. */
export function spanOf(placed: PlacedParagraph, range: TokenRange): Span {
  const { tokens } = placed.reading
  return { start: placed.start + tokens.starts[range.first], end: placed.start + tokens.ends[range.end - 1] }
}
