import type { Name } from '../names.ts'
import type { PlacedParagraph } from '../paragraph.ts'
import type { Mention, Person } from '../people.ts'
import { classOf, isCapital, isPunctuation, isWord, type TokenRange } from '../phrases.ts'
import { isComma } from '../reports/subjects.ts'
import { firstEndingAfter, type Span } from '../span.ts'
import { TokenKind, type Tokens } from '../tokens.ts'
import { WordClass } from '../words/clause-words.ts'
import { bodyNouns, documentNouns } from '../words/source-nouns.ts'

/** Who speaks: a person of the story by id, an organisation or place by its name, an unnamed source by its description; undefined where the story does not say. */
export type Speaker = { readonly person: string } | { readonly name: string } | { readonly anonymous: string }

/** The people and names of a story by place, to look speakers up in. */
export interface Cast {
  readonly paragraphs: readonly PlacedParagraph[]
  readonly names: readonly Name[]
  readonly people: readonly Person[]
  /** Mentions of people by where they start. */
  readonly mentions: ReadonlyMap<number, { readonly person: Person; readonly mention: Mention }>
  /** People by the last word of each of their roles, in lower case. */
  readonly roles: ReadonlyMap<string, readonly { readonly person: Person; readonly words: readonly string[] }[]>
}

export function gatherCast(paragraphs: readonly PlacedParagraph[], names: readonly Name[], people: readonly Person[]): Cast {
  const mentions = new Map<number, { person: Person; mention: Mention }>()
  const roles = new Map<string, { person: Person; words: readonly string[] }[]>()
  for (const person of people) {
    for (const mention of person.mentions) mentions.set(mention.start, { person, mention })
    for (const role of person.roles) {
      const words = role.text.toLowerCase().split(/[\s,]+/)
      const noun = roleNoun(words)
      const known = roles.get(noun)
      if (known) known.push({ person, words })
      else roles.set(noun, [{ person, words }])
    }
  }
  return { paragraphs, names, people, mentions, roles }
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

/** Who a noun phrase is. `before` are the speakers of the story so far, latest last: what "it", "they" and "the company" may mean. */
export function resolveSpeaker(cast: Cast, phrase: SourcePhrase, before: readonly Speaker[]): Speaker | undefined {
  const { start, reading } = cast.paragraphs[phrase.paragraph]
  const { tokens } = reading
  const { head, source } = phrase
  if (head.end - head.first === 1 && classOf(tokens, head.first) === WordClass.pronoun)
    return pronounSpeaker(cast, phrase, before)
  const core = coreOf(tokens, head)
  const named = nameEnding(cast, phrase.paragraph, core)
  if (named) return asSpeaker(cast, named)
  const apposed = appositionPerson(cast, phrase.paragraph, { first: head.end, end: source.end })
  if (apposed) return apposed
  const noun = tokens.lower[core.end - 1]
  if (documentNouns.has(noun)) {
    const author = authorOf(cast, phrase, core)
    if (author) return author
  }
  const description = describedSpeaker(cast, phrase, core, before)
  if (description) return description
  if (
    isCapital(tokens, core.end - 1) &&
    core.end - core.first <= 4 &&
    !isWord(tokens, head.first, 'the') &&
    classOf(tokens, head.first) !== WordClass.determiner
  ) {
    let first = core.end - 1
    while (first > core.first && isCapital(tokens, first - 1)) first--
    return { name: text(cast, phrase.paragraph, { first, end: core.end }) }
  }
  if (head.end - head.first === 1 && (classOf(tokens, head.first) === WordClass.adverb || tokens.words[head.first] === 'there'))
    return undefined
  return start >= 0 ? { anonymous: text(cast, phrase.paragraph, head) } : undefined
}

const text = (cast: Cast, paragraph: number, range: TokenRange): string => {
  const { reading } = cast.paragraphs[paragraph]
  return reading.text.slice(reading.tokens.starts[range.first], reading.tokens.ends[range.end - 1])
}

/** The part of a noun phrase that says what it is: behind the last possessive, before "of", "for", "from". */
function coreOf(tokens: Tokens, head: TokenRange): TokenRange {
  let end = head.end
  for (let i = head.first + 1; i < head.end; i++) {
    const wordClass = classOf(tokens, i)
    if (wordClass === WordClass.preposition || wordClass === WordClass.relative) {
      end = i
      break
    }
    if (isWord(tokens, i, 'and')) {
      end = i
      break
    }
    if (tokens.words[i] === '(') {
      end = i
      break
    }
  }
  let first = head.first
  for (let i = head.first; i < end - 1; i++) if (tokens.kinds[i] === TokenKind.possessive) first = i + 1
  return { first, end }
}

/** The name with which the tokens end, if one does. */
function nameEnding(cast: Cast, paragraph: number, range: TokenRange): Name | undefined {
  const { start, reading } = cast.paragraphs[paragraph]
  const end = start + reading.tokens.ends[range.end - 1]
  const name = cast.names[firstEndingAfter(cast.names, end - 1)]
  if (!name || name.start >= end) return undefined
  // A name may hold a preposition itself (Bank of England), so it may end behind the core.
  return name.start >= start + reading.tokens.starts[range.first] - 1 || name.end >= end
    ? name.kind === 'misc'
      ? undefined
      : name
    : undefined
}

function asSpeaker(cast: Cast, name: Name): Speaker {
  const found = cast.mentions.get(name.start)
  if (found) return { person: found.person.id }
  const { start, reading } = cast.paragraphs[name.paragraph]
  return { name: reading.text.slice(name.start - start, name.end - start) }
}

/** The person an apposition names: "one senator, Juan Vila". */
function appositionPerson(cast: Cast, paragraph: number, range: TokenRange): Speaker | undefined {
  const { start, reading } = cast.paragraphs[paragraph]
  const { tokens } = reading
  for (let i = range.first; i < range.end; i++) {
    if (!isComma(tokens, i)) continue
    for (let j = i + 1; j < range.end && j - i < 8; j++) {
      if (classOf(tokens, j) === WordClass.preposition || classOf(tokens, j) === WordClass.relative || isPunctuation(tokens, j))
        break
      const found = cast.mentions.get(start + tokens.starts[j])
      if (found && tokens.kinds[tokenEnding(tokens, found.mention.end - start)] !== TokenKind.possessive)
        return { person: found.person.id }
    }
  }
  return undefined
}

/** The token that starts at or behind an offset of the paragraph, searched by halving. */
export function tokenEnding(tokens: Tokens, offset: number): number {
  let low = 0
  let high = tokens.count
  while (low < high) {
    const middle = (low + high) >> 1
    if (tokens.starts[middle] >= offset) high = middle
    else low = middle + 1
  }
  return low
}

/** Whose a statement, letter or report is: the possessive before it, or who is named behind "by", "from", "of". */
function authorOf(cast: Cast, phrase: SourcePhrase, core: TokenRange): Speaker | undefined {
  const { start, reading } = cast.paragraphs[phrase.paragraph]
  const { tokens } = reading
  for (let i = phrase.head.first; i < core.end; i++) {
    const name = nameAt(cast, start + tokens.starts[i])
    if (name && name.kind !== 'misc') return asSpeaker(cast, name)
    const pronoun = cast.mentions.get(start + tokens.starts[i])
    if (pronoun) return { person: pronoun.person.id }
  }
  for (let i = core.end; i < phrase.source.end; i++) {
    const name = nameAt(cast, start + tokens.starts[i])
    if (name && name.kind !== 'misc') return asSpeaker(cast, name)
  }
  return undefined
}

function nameAt(cast: Cast, offset: number): Name | undefined {
  const name = cast.names[firstEndingAfter(cast.names, offset)]
  return name && name.start === offset ? name : undefined
}

/** he, she: the person of the mention. it, they: the body, or the unnamed, that spoke last. */
function pronounSpeaker(cast: Cast, phrase: SourcePhrase, before: readonly Speaker[]): Speaker | undefined {
  const { start, reading } = cast.paragraphs[phrase.paragraph]
  const { tokens } = reading
  const found = cast.mentions.get(start + tokens.starts[phrase.head.first])
  if (found) return { person: found.person.id }
  const word = tokens.lower[phrase.head.first]
  if (word !== 'it' && word !== 'they') return undefined
  const sentence = reading.sentences.findIndex(({ endToken }) => endToken > phrase.head.first)
  for (let i = sentence; i >= 0 && i >= sentence - 1; i--) {
    const { firstToken } = reading.sentences[i]
    const subject = firstName(cast, phrase.paragraph, { first: firstToken, end: Math.min(phrase.head.first, firstToken + 12) })
    if (subject && subject.kind !== 'person' && subject.kind !== 'misc') return asSpeaker(cast, subject)
  }
  const last = before.at(-1)
  return last && !('person' in last) ? last : undefined
}

function firstName(cast: Cast, paragraph: number, range: TokenRange): Name | undefined {
  if (range.end <= range.first) return undefined
  const { start, reading } = cast.paragraphs[paragraph]
  const name = cast.names[firstEndingAfter(cast.names, start + reading.tokens.starts[range.first])]
  return name && name.start < start + reading.tokens.ends[range.end - 1] ? name : undefined
}

/** "the senator", "the 62-year-old", "the company": somebody the story has named before. */
function describedSpeaker(cast: Cast, phrase: SourcePhrase, core: TokenRange, before: readonly Speaker[]): Speaker | undefined {
  const { start, reading } = cast.paragraphs[phrase.paragraph]
  const { tokens } = reading
  if (!isWord(tokens, phrase.head.first, 'the') && !isCapital(tokens, core.end - 1)) return undefined
  if (phrase.head.end !== core.end && !isCapital(tokens, phrase.head.end - 1)) return undefined
  const here = start + tokens.starts[phrase.head.first]
  const noun = tokens.lower[core.end - 1]
  const wanted: string[] = []
  for (let i = phrase.head.first; i < phrase.head.end; i++)
    if (tokens.kinds[i] === TokenKind.word && !isWord(tokens, i, 'the')) wanted.push(tokens.lower[i])
  if (/^\d+-year-old$/.test(noun))
    return (
      latest(
        cast.people.filter(person => person.age !== undefined),
        here,
      ) ?? undefined
    )
  const holders = (cast.roles.get(noun) ?? [])
    .filter(({ words }) => wanted.every(word => words.includes(word)))
    .map(({ person }) => person)
  const holder = latest(holders, here)
  if (holder) return holder
  if (!bodyNouns.has(noun) || wanted.length > 1) return undefined
  for (let i = firstEndingAfter(cast.names, here) - 1, tries = 0; i >= 0 && tries < 60; i--, tries++) {
    const name = cast.names[i]
    if (name.kind !== 'organization') continue
    const placed = cast.paragraphs[name.paragraph]
    if (placed.reading.tokens.lower[name.endToken - 1] === noun) return asSpeaker(cast, name)
  }
  const last = before.findLast(speaker => 'name' in speaker)
  return tokens.count > 0 ? last : undefined
}

/** Of some people the one mentioned last before an offset. */
function latest(people: readonly Person[], before: number): Speaker | undefined {
  let found: Person | undefined
  let at = -1
  for (const person of people) {
    const mention = person.mentions.findLast(({ start }) => start < before)
    if (mention && mention.start > at) {
      found = person
      at = mention.start
    }
  }
  return found && { person: found.id }
}

/** A range of a paragraph's tokens as a span of the story. */
export function spanOf(placed: PlacedParagraph, range: TokenRange): Span {
  const { tokens } = placed.reading
  return { start: placed.start + tokens.starts[range.first], end: placed.start + tokens.ends[range.end - 1] }
}
