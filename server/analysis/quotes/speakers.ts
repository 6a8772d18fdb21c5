import type { Name } from '../names.ts'
import type { Paragraph, PlacedParagraph } from '../paragraph.ts'
import type { Mention, Person } from '../people.ts'
import { classOf, isCapital, isPunctuation, isWord, sentenceOf, type TokenRange } from '../phrases.ts'
import { isComma } from '../reports/subjects.ts'
import type { Report } from '../reports.ts'
import { firstEndingAfter, type Span } from '../span.ts'
import { TokenKind, type Tokens } from '../tokens.ts'
import { WordClass } from '../words/clause-words.ts'
import { bodyNouns, documentNouns } from '../words/source-nouns.ts'

/** Who speaks: a person of the story by id, an organisation or place by its name, an unnamed source by its description; undefined where the story does not say. */
export type Speaker = { readonly person: string } | { readonly name: string } | { readonly anonymous: string }

/** Who speaks in a story: its cast, and for each paragraph the speaker of each of its reports. */
export interface Voices {
  readonly cast: Cast
  readonly speakers: readonly (readonly (Speaker | undefined)[])[]
}

/** Resolves the source of every report of the story, in the order of the text. */
export function readVoices(paragraphs: readonly PlacedParagraph[], names: readonly Name[], people: readonly Person[]): Voices {
  const cast = gatherCast(paragraphs, names, people)
  const before: SpokenBefore[] = []
  const speakers = paragraphs.map(({ reading }, paragraph) =>
    reading.reports.map(({ source, head, cue }: Report) => {
      const speaker = source && head && resolveSpeaker(cast, { paragraph, source, head }, before)
      if (speaker) before.push({ speaker, paragraph, token: cue.first })
      if (before.length > memory) before.shift()
      return speaker
    }),
  )
  return { cast, speakers }
}

/** How many speakers back "the source" may reach. */
const memory = 40

/** The people and names of a story by place, to look speakers up in. */
interface Cast {
  readonly paragraphs: readonly PlacedParagraph[]
  readonly names: readonly Name[]
  readonly people: readonly Person[]
  /** Mentions of people by where they start. */
  readonly mentions: ReadonlyMap<number, { readonly person: Person; readonly mention: Mention }>
  /** People by the last word of each of their roles, in lower case. */
  readonly roles: ReadonlyMap<string, readonly { readonly person: Person; readonly words: readonly string[] }[]>
}

function gatherCast(paragraphs: readonly PlacedParagraph[], names: readonly Name[], people: readonly Person[]): Cast {
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
interface SourcePhrase {
  readonly paragraph: number
  readonly source: TokenRange
  readonly head: TokenRange
}

/** A speaker of the story with the place of the report that names it. */
interface SpokenBefore {
  readonly speaker: Speaker
  readonly paragraph: number
  readonly token: number
}

/** Who a noun phrase is. `before` are the speakers of the story so far, latest last: what "it", "they" and "the company" may mean. */
function resolveSpeaker(cast: Cast, phrase: SourcePhrase, before: readonly SpokenBefore[]): Speaker | undefined {
  const { tokens } = cast.paragraphs[phrase.paragraph].reading
  const { head, source } = phrase
  if (head.end - head.first === 1 && classOf(tokens, head.first) === WordClass.pronoun)
    return pronounSpeaker(cast, phrase, before)
  if (head.end - head.first === 1 && tokens.words[head.first].length === 1) return undefined
  const core = coreOf(tokens, head)
  const named = titledPerson(cast, phrase) ?? nameEnding(cast, phrase.paragraph, core)
  if (named) return asSpeaker(cast, named)
  const apposed = isAideTo(tokens, head, core)
    ? undefined
    : appositionPerson(cast, phrase.paragraph, { first: head.end, end: source.end })
  if (apposed) return apposed
  const noun = tokens.lower[core.end - 1]
  const known =
    (documentNouns.has(noun) ? authorOf(cast, phrase, core, before) : undefined) ?? describedSpeaker(cast, phrase, core, before)
  if (known) return known
  if (isUnknownName(cast.paragraphs[phrase.paragraph].reading, head, core)) return { name: text(cast, phrase.paragraph, core) }
  if (head.end - head.first === 1 && classOf(tokens, head.first) === WordClass.adverb) return undefined
  return { anonymous: text(cast, phrase.paragraph, head) }
}

/** A capitalised source that is no name of the story: still named rather than unnamed. */
function isUnknownName({ tokens, sentences }: Paragraph, head: TokenRange, core: TokenRange): boolean {
  if (head.end !== core.end) return false
  for (let i = core.first; i < core.end; i++) if (!isCapital(tokens, i)) return false
  if (core.end - core.first >= 2) return true
  const opensSentence = sentences[sentenceOf(sentences, core.first)].firstToken === core.first
  return !opensSentence && !tokens.lower[core.first].endsWith('s')
}

/** A person's name that ends the phrase behind a title with "of" or "and" in it: "Former Mayor of Tolm Ada Venn". */
function titledPerson(cast: Cast, { paragraph, head }: SourcePhrase): Name | undefined {
  const { tokens } = cast.paragraphs[paragraph].reading
  const name = nameEnding(cast, paragraph, { first: Math.max(head.first, head.end - 1), end: head.end })
  if (name?.kind !== 'person' || name.firstToken < head.first) return undefined
  const before = name.firstToken - 1
  if (before < head.first) return name
  if (classOf(tokens, before) === WordClass.preposition || tokens.kinds[before] === TokenKind.possessive) return undefined
  if (isWord(tokens, head.first, 'a') || isWord(tokens, head.first, 'an')) return undefined
  for (let i = head.first; i < before; i++) {
    if (classOf(tokens, i) === WordClass.preposition && !isWord(tokens, i, 'of')) return undefined
    if (tokens.kinds[i] === TokenKind.possessive && i < before - 8) return undefined
  }
  return isWord(tokens, before, 'and') ? undefined : name
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

/** "an aide to the president, Ada Venn": the name behind may be the president's. */
const isAideTo = (tokens: Tokens, head: TokenRange, core: TokenRange) => core.end < head.end && isWord(tokens, core.end, 'to')

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
      if (found && tokens.kinds[tokenFrom(tokens, found.mention.end - start)] !== TokenKind.possessive)
        return { person: found.person.id }
    }
  }
  return undefined
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

/** Whose a statement, letter or report is: the possessive before it, who is named behind "by", "from", "of", or for "the statement" who spoke last. */
function authorOf(cast: Cast, phrase: SourcePhrase, core: TokenRange, before: readonly SpokenBefore[]): Speaker | undefined {
  const { start, reading } = cast.paragraphs[phrase.paragraph]
  const { tokens } = reading
  for (let i = phrase.head.first; i < phrase.source.end; i++) {
    const pronoun = i < core.end ? cast.mentions.get(start + tokens.starts[i]) : undefined
    if (pronoun) return { person: pronoun.person.id }
    const name = nameAt(cast, start + tokens.starts[i])
    if (!name || name.kind === 'misc') continue
    // "reports by X and Y" have no single author, and "the report on X" is not by X.
    if (i < core.end || authorship.has(tokens.lower[i - 1]) || authorship.has(tokens.lower[i - 2] ?? ''))
      return asSpeaker(cast, name)
  }
  const last = before.at(-1)
  const isSame = isWord(tokens, phrase.head.first, 'the') && phrase.head.end - phrase.head.first === 2
  return isSame && last && phrase.paragraph - last.paragraph <= 1 ? last.speaker : undefined
}
const authorship: ReadonlySet<string> = new Set(['by', 'from', 'of'])

function nameAt(cast: Cast, offset: number): Name | undefined {
  const name = cast.names[firstEndingAfter(cast.names, offset)]
  return name && name.start === offset ? name : undefined
}

/** he, she: the person of the mention. it, they: the body or the unnamed that spoke in the sentence before, or its first name. */
function pronounSpeaker(cast: Cast, phrase: SourcePhrase, before: readonly SpokenBefore[]): Speaker | undefined {
  const { start, reading } = cast.paragraphs[phrase.paragraph]
  const { tokens, sentences } = reading
  const found = cast.mentions.get(start + tokens.starts[phrase.head.first])
  if (found) return { person: found.person.id }
  const word = tokens.lower[phrase.head.first]
  if (word !== 'it' && word !== 'they') return undefined
  const here = sentenceOf(sentences, phrase.head.first)
  const last = before.at(-1)
  const from = sentences[Math.max(here - 1, 0)]?.firstToken ?? 0
  if (last && last.paragraph === phrase.paragraph && last.token >= from && !('person' in last.speaker)) return last.speaker
  for (let i = here; i >= 0 && i >= here - 1; i--) {
    const { firstToken } = sentences[i]
    const subject = firstName(cast, phrase.paragraph, { first: firstToken, end: Math.min(phrase.head.first, firstToken + 12) })
    const leads = subject && subject.firstToken <= firstToken + 2
    if (subject && (subject.kind === 'organization' || (subject.kind === 'place' && leads))) return asSpeaker(cast, subject)
  }
  return last && !('person' in last.speaker) && phrase.paragraph - last.paragraph <= 1 ? last.speaker : undefined
}

function firstName(cast: Cast, paragraph: number, range: TokenRange): Name | undefined {
  if (range.end <= range.first) return undefined
  const { start, reading } = cast.paragraphs[paragraph]
  const name = cast.names[firstEndingAfter(cast.names, start + reading.tokens.starts[range.first])]
  return name && name.start < start + reading.tokens.ends[range.end - 1] ? name : undefined
}

/** "the senator", "the 62-year-old", "the company", "the source": somebody the story has named or described before. */
function describedSpeaker(
  cast: Cast,
  phrase: SourcePhrase,
  core: TokenRange,
  before: readonly SpokenBefore[],
): Speaker | undefined {
  const { start, reading } = cast.paragraphs[phrase.paragraph]
  const { tokens } = reading
  const { head } = phrase
  const definite = isWord(tokens, head.first, 'the') || isCapital(tokens, head.first)
  if (!definite || isWord(tokens, head.first, 'a') || isWord(tokens, head.first, 'an')) return undefined
  const here = start + tokens.starts[head.first]
  const noun = tokens.lower[core.end - 1]
  const wanted: string[] = []
  for (let i = head.first; i < head.end; i++)
    if (tokens.kinds[i] === TokenKind.word && !isWord(tokens, i, 'the')) wanted.push(tokens.lower[i])
  if (/^\d+-year-old$/.test(noun)) {
    const aged = latest(
      cast.people.filter(person => person.age?.years === Number.parseInt(noun, 10)),
      here,
    )
    const last = before.findLast(({ speaker }) => 'person' in speaker)
    return aged ?? last?.speaker ?? latest(cast.people, here)
  }
  const holders = (cast.roles.get(noun) ?? []).filter(({ words }) => wanted.every(word => words.includes(word)))
  const holder = latest(
    holders.map(({ person }) => person),
    here,
  )
  if (holder) return holder
  if (wanted.length !== 1) return undefined
  const unnamed = before.findLast(
    ({ speaker }) => 'anonymous' in speaker && (noun === 'source' || speaker.anonymous.toLowerCase().split(/\s+/).includes(noun)),
  )
  if (unnamed) return unnamed.speaker
  return bodyNouns.has(noun) ? describedBody(cast, here, noun, before) : undefined
}

/** The body that "the ministry", "the company" means: the last one with this word in its name, else the last body that spoke. */
function describedBody(cast: Cast, here: number, noun: string, before: readonly SpokenBefore[]): Speaker | undefined {
  let nearest: Name | undefined
  for (let i = firstEndingAfter(cast.names, here) - 1, tries = 0; i >= 0 && tries < 60; i--, tries++) {
    const name = cast.names[i]
    if (name.kind === 'organization') {
      nearest ??= name
      const { tokens } = cast.paragraphs[name.paragraph].reading
      if (tokens.lower[name.endToken - 1] === noun) return asSpeaker(cast, name)
    } else if (name.kind === 'place' && lands.has(noun)) return asSpeaker(cast, name)
  }
  const last = before.findLast(({ speaker }) => 'name' in speaker)?.speaker
  return last ?? (nearest && here - nearest.start < 600 ? asSpeaker(cast, nearest) : undefined)
}
const lands: ReadonlySet<string> = new Set(['country', 'nation', 'state'])

/** Of some people the one mentioned last before an offset. */
function latest(people: readonly Person[], before: number): Speaker | undefined {
  let found: Person | undefined
  let at = -1
  for (const person of people) {
    const mention = person.mentions[firstEndingAfter(person.mentions, before) - 1]
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
