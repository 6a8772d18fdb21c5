import { Shape, TokenKind } from '../tokens.ts'
import type { NameCandidates } from './candidates.ts'
import { isAreaAfter, isChristened, isOfficeAfter, isPlacedBy, isReporting, isTitle } from './clues.ts'
import { mix } from './hash.ts'
import { kinds } from './labels.ts'
import { Known, type Lexicon } from './lexicon.ts'
import { type Pieces, Writing } from './pieces.ts'

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
const misc = kinds.indexOf('misc')

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
    trimLabels(paragraph)
    insertCertain(paragraph)
  }
  const sure = paragraphs.flatMap(({ candidates, certain }) =>
    certain
      .filter(({ first, end }) => end - first > 1)
      .map(({ first, end, kind }) => ({ hashes: candidates.pieces.hashes.subarray(first, end), kind })),
  )
  const sureByFirst = new Map(sure.map(name => [name.hashes[0], name]))
  if (sure.length > 0) for (const paragraph of paragraphs) addSure(paragraph, sureByFirst)
  const surnames = readSurnames(paragraphs)
  for (const paragraph of paragraphs) trimOpenings(paragraph, surnames, lexicon)
  const story = readFamilies(paragraphs, surnames, lexicon)
  for (const paragraph of paragraphs) {
    splitAtOwner(paragraph, story)
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

/** The label of an interview or the time of a live blog is no part of a name. */
function trimLabels({ candidates: { pieces }, names }: UnsettledParagraph): void {
  for (let at = names.length - 1; at >= 0; at--) {
    const name = names[at]
    for (let i = name.end - 1; i >= name.first; i--)
      if (pieces.lower[i] === ':' || (pieces.kinds[i] === TokenKind.number && pieces.lower[i].includes(':'))) {
        name.first = i + 1
        break
      }
    if (name.first >= name.end) names.splice(at, 1)
  }
}

/** A plain word that only begins the sentence is no part of the name of a person whom the story knows: Then Maric. */
function trimOpenings({ candidates: { pieces }, names }: UnsettledParagraph, surnames: Surnames, lexicon: Lexicon): void {
  for (const name of names) {
    const { first, end, kind } = name
    if (kind !== person || end - first !== 2 || !isOpening(pieces, first) || !surnames.has(pieces.hashes[end - 1])) continue
    const slot = pieces.lower[first].length > 3 ? lexicon.find(pieces.hashes[first]) : -1 // not Bin, Van, Al
    if (slot >= 0 && lexicon.habit(slot) >= 4 && !(lexicon.known(slot) & Known.forename)) name.first++
  }
}

/** Whether a capital says nothing at the piece: a sentence begins there, or words after a dash, a colon or a mark. */
function isOpening(pieces: Pieces, i: number): boolean {
  if (i === 0 || pieces.initial[i] === 1) return true
  const kind = pieces.kinds[i - 1]
  return kind === TokenKind.mark || (kind === TokenKind.punctuation && pieces.lower[i - 1] !== ',')
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

/** What the structure says is a name of several words is one in headlines and captions too, where nothing else was found. */
function addSure(
  { candidates: { pieces, zones }, names }: UnsettledParagraph,
  sure: ReadonlyMap<number, { readonly hashes: Int32Array; readonly kind: number }>,
): void {
  let next = 0
  for (const zone of zones)
    for (let i = zone.first; i < zone.end; i++) {
      while (next < names.length && names[next].end <= i) next++
      if (next < names.length && names[next].first <= i) continue
      const found = sure.get(pieces.hashes[i])
      if (
        !found?.hashes.every((hash, at) => pieces.hashes[i + at] === hash) ||
        (next < names.length && names[next].first < i + found.hashes.length)
      )
        continue
      names.splice(next, 0, { first: i, end: i + found.hashes.length, kind: found.kind })
    }
}

/** What a story says of the names that are written alike. */
interface Family {
  /** How much speaks for each kind. */
  readonly votes: number[]
  /** How many mentions stand where a capital says something. */
  firm: number
}

/** How often each word is the last one of a longer person's name. */
type Surnames = ReadonlyMap<number, number>

interface Story {
  readonly families: ReadonlyMap<number, Family>
  readonly surnames: Surnames
}

function readSurnames(paragraphs: readonly UnsettledParagraph[]): Surnames {
  const surnames = new Map<number, number>()
  for (const { candidates, names } of paragraphs)
    for (const { first, end, kind } of names) {
      if (kind !== person || end - first < 2) continue
      const surname = candidates.pieces.hashes[end - 1]
      surnames.set(surname, (surnames.get(surname) ?? 0) + 1)
    }
  return surnames
}

function readFamilies(paragraphs: readonly UnsettledParagraph[], surnames: Surnames, lexicon: Lexicon): Story {
  const families = new Map<number, Family>()
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
      const isStranger = kind === person && end - first === 1 && !isKnownPerson(pieces.hashes[first], surnames, lexicon)
      const weight = pieces.writing >= Writing.title ? 0.4 : isStranger ? 0.5 : 1
      family.votes[kind] += certain.some(other => other.first === first) ? 3 : weight
      if (pieces.writing < Writing.title && !isOpening(pieces, first)) family.firm++
      addClues(candidates, name, family.votes)
      if (end - first < 2) continue
      if (kind === person) familyOf(pieces.hashes[end - 1]).votes[person] += 1
      else if (kind === misc && isChristened(pieces.lower[first])) familyOf(pieces.hashes[end - 1]).votes[misc] += 8
      else if (kind === organization) familyOf(pieces.hashes[first]).votes[organization] += 0.5
    }
  }
  return { families, surnames }
}

/** News gives a person's full name first: a lone word that is no surname of the story and of no gazetteer is hardly a person. */
const isKnownPerson = (hash: number, surnames: Surnames, lexicon: Lexicon) =>
  surnames.has(hash) || (knownOf(lexicon, hash) & (Known.forename | Known.surname | Known.person)) !== 0

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
    else if (isChristened(before)) votes[misc] += 8
    else if (isPlacedBy(before) && !isOwner) votes[place] += 0.7
    else if (isReporting(before) && !isOwner) addSpeaker(votes)
  }
  if (end >= pieces.count) return
  if (isReporting(pieces.lower[end])) addSpeaker(votes)
  else if (isAreaAfter(pieces.lower[end])) votes[place] += 3
  else if (isOwner && end + 1 < pieces.count && isOfficeAfter(pieces.lower[end + 1])) votes[place] += 1.5
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
const margin = 0.5
/** The same for a name that was neither a person nor an organisation nor a place. */
const firmMargin = 2

const placed = Known.country | Known.nationality | Known.region | Known.bigCity

/** One name, one kind; well-known places stay what they are, unless someone of that name speaks. */
function settleKinds({ candidates, names, certain }: UnsettledParagraph, { families, surnames }: Story, lexicon: Lexicon): void {
  const { hashes } = candidates.pieces
  for (const name of names) {
    const { first, end } = name
    if (certain.some(other => other.first === first)) continue
    if (end - first === 1 && knownOf(lexicon, hashes[first]) & placed) {
      if (surnames.has(hashes[first]) && isPersonHere(candidates, name)) name.kind = person
      continue
    }
    const votes = families.get(keyOf(candidates, first, end))?.votes
    if (!votes) continue
    const most = name.kind === person ? misc : place
    const needed = name.kind === misc && !(end - first === 1 && surnames.has(hashes[first])) ? firmMargin : margin
    for (let kind = 0; kind <= most; kind++) if (votes[kind] >= votes[name.kind] + needed) name.kind = kind
    const family = families.get(hashes[end - 1])?.votes
    const isFull = end - first === 2 && name.kind !== person && isForename(lexicon, hashes[first])
    if (isFull && family && family[person] >= 1 && family[person] > family[place] + family[organization]) name.kind = person
  }
}

function isPersonHere(candidates: NameCandidates, name: SettledName): boolean {
  const votes = kinds.map(() => 0)
  addClues(candidates, name, votes)
  return votes[person] > votes[place] && candidates.pieces.lower[name.first - 1] !== 'the'
}

/** What someone owns is a name of its own where the story names the owner elsewhere: Norway's National Arbitration Board. */
function splitAtOwner({ candidates, names, certain }: UnsettledParagraph, { families }: Story): void {
  const { pieces } = candidates
  for (let at = names.length - 1; at >= 0; at--) {
    const { first, end, kind } = names[at]
    if (certain.some(other => other.first === first)) continue
    let owner = first + 1
    while (owner < end && pieces.kinds[owner] !== TokenKind.possessive) owner++
    if (owner >= end - 2) continue
    const family = families.get(keyOf(candidates, first, owner))
    if (!family?.firm) continue
    const best = family.votes.indexOf(Math.max(...family.votes))
    if (best !== misc) names.splice(at, 1, { first, end: owner, kind: best }, { first: owner + 1, end, kind })
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
      if (next < names.length && names[next].first <= i) continue
      if (!standsAlone(candidates, i) || !(surnames.has(hash) || isTitled(candidates, i, lexicon))) continue
      if (timesSmall(hash) > 0 || knownOf(lexicon, hash) & placed) continue
      const votes = families.get(hash)?.votes
      if (votes?.some((vote, kind) => kind !== person && vote >= votes[person] && vote > 0)) continue
      names.splice(next, 0, { first: i, end: i + 1, kind: person })
    }
}

/** A word after a title in capitals that is mostly written with one: Ayatollah Khomeini. */
function isTitled({ pieces }: NameCandidates, i: number, lexicon: Lexicon): boolean {
  if (i === 0 || !isTitle(pieces.lower[i - 1]) || isTitle(pieces.lower[i]) || pieces.shapes[i] & Shape.allCapitals) return false
  if (!(pieces.shapes[i - 1] & Shape.capital)) return false
  const slot = lexicon.find(pieces.hashes[i])
  return slot < 0 || (lexicon.habit(slot) <= 2 && !(lexicon.known(slot) & (Known.organizationWord | Known.occupation)))
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
