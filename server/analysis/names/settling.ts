import { Shape, TokenKind } from '../tokens.ts'
import type { NameCandidates } from './candidates.ts'
import { isOfficeAfter, isPlacedBy, isReporting, isTitle } from './clues.ts'
import { mix } from './hash.ts'
import { kinds } from './labels.ts'
import { Known, type Lexicon } from './lexicon.ts'
import { Writing } from './pieces.ts'

/** A name of a paragraph: its pieces and the index of its kind in `kinds`. */
export interface SettledName {
  first: number
  end: number
  kind: number
}

/** The names of a paragraph on their way to what the whole story makes of them, and what its structure says is a name there. */
export interface UnsettledParagraph {
  readonly candidates: NameCandidates
  readonly names: SettledName[]
  /** Datelines, bylines and credits say these for certain. */
  readonly certain: readonly SettledName[]
}

const person = kinds.indexOf('person')
const organization = kinds.indexOf('organization')
const place = kinds.indexOf('place')

/** How often the story writes a word small, by the word's hash. */
export type TimesSmall = (hash: number) => number

/**
 * Settles the names of a story, in place: titles are cut off, what the structure says stands, words that the story writes small are no names, a name is of the
 * kind that most of its mentions and their surroundings speak for, and surnames of people are found where they stand alone. Linear.
 */
export function settleNames(paragraphs: readonly UnsettledParagraph[], lexicon: Lexicon, timesSmall: TimesSmall): void {
  for (const paragraph of paragraphs) {
    splitAtCapitals(paragraph)
    trimTitles(paragraph, lexicon)
    insertCertain(paragraph)
  }
  const story = readFamilies(paragraphs)
  for (const paragraph of paragraphs) {
    dropCommonWords(paragraph, story, timesSmall)
    settleKinds(paragraph, story, lexicon)
    addSurnames(paragraph, story, lexicon, timesSmall)
  }
}

/** A headline that runs into the byline and the dateline: in "Olena Harmash KYIV," the person ends before the capitals. */
function splitAtCapitals({ candidates: { pieces }, names }: UnsettledParagraph): void {
  if (pieces.writing === Writing.capitals) return
  for (let at = 0; at < names.length; at++) {
    const { first, end, kind } = names[at]
    if (kind !== person) continue
    let tail = end
    while (tail > first && isInCapitals(pieces.shapes[tail - 1], pieces.ends[tail - 1] - pieces.starts[tail - 1])) tail--
    if (tail === end || tail - first < 2 || pieces.lower[end] !== ',' || pieces.shapes[tail - 1] & Shape.allCapitals) continue
    names.splice(at, 1, { first, end: tail, kind }, { first: tail, end, kind: place })
  }
}

const isInCapitals = (shape: number, length: number) => (shape & Shape.allCapitals) !== 0 && length > 3 && !(shape & Shape.period)

/** Titles are no part of a name, unless the word is a forename as well. */
function trimTitles({ candidates: { pieces }, names }: UnsettledParagraph, lexicon: Lexicon): void {
  for (const name of names) {
    if (name.kind !== person) continue
    while (name.end - name.first > 1 && isTitle(pieces.lower[name.first]) && !isForename(lexicon, pieces.hashes[name.first]))
      name.first++
  }
}

const knownOf = (lexicon: Lexicon, hash: number) => {
  const slot = lexicon.find(hash)
  return slot < 0 ? 0 : lexicon.known(slot)
}

const isForename = (lexicon: Lexicon, hash: number) =>
  (knownOf(lexicon, hash) & (Known.forename | Known.honorific)) === Known.forename

function insertCertain({ names, certain }: UnsettledParagraph): void {
  for (const name of certain) {
    let from = 0
    while (from < names.length && names[from].end <= name.first) from++
    let to = from
    while (to < names.length && names[to].first < name.end) to++
    names.splice(from, to - from, { ...name })
  }
}

/** What a story says of the names that are written alike. */
interface Family {
  /** How much speaks for each kind. */
  readonly votes: number[]
  /** How many mentions stand where a capital says something. */
  firm: number
}

interface Story {
  readonly families: ReadonlyMap<number, Family>
  /** How often each word is the last one of a longer person's name. */
  readonly surnames: ReadonlyMap<number, number>
}

function readFamilies(paragraphs: readonly UnsettledParagraph[]): Story {
  const families = new Map<number, Family>()
  const surnames = new Map<number, number>()
  const familyOf = (key: number) => {
    const known = families.get(key)
    if (known) return known
    const family = { votes: kinds.map(() => 0), firm: 0 }
    families.set(key, family)
    return family
  }
  for (const { candidates, names, certain } of paragraphs) {
    const { pieces } = candidates
    for (const name of names) {
      const { first, end, kind } = name
      const family = familyOf(keyOf(candidates, first, end))
      family.votes[kind] += certain.some(other => other.first === first) ? 3 : pieces.writing < Writing.title ? 1 : 0.4
      if (pieces.writing < Writing.title && !pieces.initial[first]) family.firm++
      addClues(candidates, name, family.votes)
      if (end - first < 2) continue
      if (kind === person) {
        const surname = pieces.hashes[end - 1]
        surnames.set(surname, (surnames.get(surname) ?? 0) + 1)
        familyOf(keyOf(candidates, end - 1, end)).votes[person] += 1
      } else if (kind === organization) familyOf(keyOf(candidates, first, first + 1)).votes[organization] += 0.5
    }
  }
  return { families, surnames }
}

function keyOf({ pieces: { hashes } }: NameCandidates, first: number, end: number): number {
  let key = hashes[first]
  for (let i = first + 1; i < end; i++) key = mix(key, hashes[i])
  return key
}

/** What stands around a name: a title before it, who spoke, where something is, whose minister. */
function addClues({ pieces }: NameCandidates, { first, end }: SettledName, votes: number[]): void {
  const isOwner = pieces.kinds[end] === TokenKind.possessive
  if (first > 0) {
    const before = pieces.lower[first - 1]
    if (isTitle(before)) votes[person] += 1
    else if (isPlacedBy(before) && !isOwner) votes[place] += 0.7
    else if (isReporting(before)) addSpeaker(votes)
  }
  if (end >= pieces.count) return
  if (isReporting(pieces.lower[end])) addSpeaker(votes)
  else if (isOwner && end + 1 < pieces.count && isOfficeAfter(pieces, end + 1)) votes[place] += 1
}

function addSpeaker(votes: number[]): void {
  votes[person] += 0.5
  votes[organization] += 0.4
}

/** A lone word with a capital only where a sentence begins, which the story also writes small, is no name: Dockers. */
function dropCommonWords({ candidates, names, certain }: UnsettledParagraph, { families }: Story, timesSmall: TimesSmall): void {
  const { pieces } = candidates
  for (let at = names.length - 1; at >= 0; at--) {
    const { first, end } = names[at]
    if (end - first > 1 || pieces.shapes[first] & (Shape.allCapitals | Shape.innerCapital | Shape.period)) continue
    if (timesSmall(pieces.hashes[first]) === 0 || families.get(pieces.hashes[first])?.firm) continue
    if (!certain.some(name => name.first === first)) names.splice(at, 1)
  }
}

/** How much more must speak for another kind. */
const margin = 0.8

const placed = Known.country | Known.nationality | Known.region | Known.bigCity

/** One name, one kind; well-known places stay what they are. */
function settleKinds({ candidates, names, certain }: UnsettledParagraph, { families }: Story, lexicon: Lexicon): void {
  for (const name of names) {
    if (name.kind > place || certain.some(({ first }) => first === name.first)) continue
    const { hashes } = candidates.pieces
    const votes = families.get(keyOf(candidates, name.first, name.end))?.votes
    if (!votes || (name.end - name.first === 1 && knownOf(lexicon, hashes[name.first]) & placed)) continue
    for (let kind = 0; kind <= place; kind++) if (votes[kind] >= votes[name.kind] + margin) name.kind = kind
  }
}

/** A surname that stands alone, with a capital that its place in the sentence does not explain. */
function addSurnames(
  { candidates, names }: UnsettledParagraph,
  { surnames, families }: Story,
  lexicon: Lexicon,
  timesSmall: TimesSmall,
): void {
  const { pieces, zones } = candidates
  let next = 0
  for (const zone of zones)
    for (let i = zone.first; i < zone.end; i++) {
      while (next < names.length && names[next].end <= i) next++
      const hash = pieces.hashes[i]
      if (!surnames.has(hash) || !standsAlone(candidates, i)) continue
      if (next < names.length && names[next].first <= i) continue
      if (timesSmall(hash) > 0 || knownOf(lexicon, hash) & placed) continue
      const votes = families.get(hash)?.votes
      if (!votes || votes.some((vote, kind) => kind !== person && vote >= votes[person])) continue
      names.splice(next, 0, { first: i, end: i + 1, kind: person })
    }
}

function standsAlone({ pieces }: NameCandidates, i: number): boolean {
  const isCapital = (at: number) =>
    at >= 0 &&
    at < pieces.count &&
    pieces.kinds[at] === TokenKind.word &&
    (pieces.shapes[at] & (Shape.capital | Shape.allCapitals)) !== 0
  if (!isCapital(i) || pieces.writing >= Writing.title || pieces.lower[i - 1] === 'the') return false
  return !isCapital(i + 1) && (!isCapital(i - 1) || pieces.initial[i - 1] === 1 || isTitle(pieces.lower[i - 1]))
}
