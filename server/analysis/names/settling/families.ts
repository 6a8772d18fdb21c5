import { TokenKind } from '../../tokens.ts'
import { isAreaAfter, isChristened, isOfficeAfter, isPlacedBy, isReporting, isTitle } from '../clues.ts'
import { type Evidence, rarest } from '../evidence.ts'
import { kinds } from '../labels.ts'
import { Known, type Lexicon } from '../lexicon.ts'
import { type Pieces, Writing } from '../pieces.ts'
import { addTo, rowOf, type Tally } from '../tally.ts'
import { type FoundName, isOpening, keyOf, knownOf, misc, organization, person, place } from './found.ts'

/**
 * What a story says of the names that are written alike, under what they go by: how much speaks for each kind, in tenths of a mention, and in the last column
 * how many mentions stand where a capital says something.
 */
export type Families = Tally
export const familyWidth = kinds.length + 1
const firm = kinds.length

/** How often each word is the last one of a longer person's name in the story. */
export type Surnames = Tally

export const isSurname = (surnames: Surnames, hash: number) => surnames.rows[rowOf(surnames, hash)] > 0

/** The row of a family, for the questions below. */
export const familyOf = (families: Families, key: number): Int32Array => {
  const row = rowOf(families, key)
  return families.rows.subarray(row, row + familyWidth)
}

/** Whether a name of the family stands where a capital says something. */
export const isFirm = (family: Int32Array) => family[firm] > 0

/** The kind for which most speaks. */
export function mostVoted(family: Int32Array): number {
  let most = 0
  for (let kind = 1; kind < kinds.length; kind++) if (family[kind] > family[most]) most = kind
  return most
}

/** The kind that the family makes of one, for which so many tenths of a mention more must speak. Nothing but a person becomes anything but person, organisation or place. */
export function votedKind(family: Int32Array, own: number, tenths: number): number {
  const most = own === person ? misc : place
  let kind = own
  for (let other = 0; other <= most; other++) if (family[other] >= family[kind] + tenths) kind = other
  return kind
}

/** Whether the family is that of people rather than of anything else. */
export const isOfPeople = (family: Int32Array) => family[person] >= 10 && family[person] > family[place] + family[organization]

/** Whether as much speaks for another kind as for a person. */
export function isOtherKind(family: Int32Array): boolean {
  for (let kind = 1; kind < kinds.length; kind++) if (family[kind] > 0 && family[kind] >= family[person]) return true
  return false
}

/** How much more must speak for another kind, in tenths of a mention; the same for a name that was neither a person nor an organisation nor a place. */
export const margin = 5
export const firmMargin = 20

/** Whether two rows of a family give all questions the same answers. */
function saysTheSame(a: Int32Array, b: Int32Array): boolean {
  if (a.every((votes, column) => votes === b[column])) return true
  if (isFirm(a) !== isFirm(b) || mostVoted(a) !== mostVoted(b)) return false
  if (isOfPeople(a) !== isOfPeople(b) || isOtherKind(a) !== isOtherKind(b)) return false
  for (let kind = 0; kind < kinds.length; kind++)
    for (const tenths of [margin, firmMargin]) if (votedKind(a, kind, tenths) !== votedKind(b, kind, tenths)) return false
  return true
}

/** Adds the last words of the longer people's names, or takes them away. */
export function addSurnames(surnames: Surnames, { hashes }: Pieces, names: readonly FoundName[], times: 1 | -1): void {
  for (const { first, end, kind } of names) if (kind === person && end - first > 1) addTo(surnames, hashes[end - 1], 0, times)
}

/** Adds what the names of a paragraph say of their families, or takes it away. */
export function addVotes(
  families: Families,
  pieces: Pieces,
  names: readonly FoundName[],
  certain: readonly FoundName[],
  surnames: Surnames,
  lexicon: Lexicon,
  times: 1 | -1,
): void {
  const vote = (key: number, column: number, tenths: number) => addTo(families, key, column, times * tenths)
  for (const name of names) {
    const { first, end, kind } = name
    const key = keyOf(pieces, first, end)
    vote(key, kind, certain.some(other => other.first === first) ? 30 : weightOf(name, pieces, surnames, lexicon))
    if (pieces.writing < Writing.title && !isOpening(pieces, first)) vote(key, firm, 1)
    eachClue(pieces, name, (clueKind, tenths) => vote(key, clueKind, tenths))
    if (end - first < 2) continue
    if (kind === person) vote(pieces.hashes[end - 1], person, 10)
    // Who is called Amadou Gon Coulibaly is Gon Coulibaly too.
    if (kind === person && end - first > 2) vote(keyOf(pieces, first + 1, end), person, 40)
    else if (kind === misc && isChristened(pieces.lower[first])) vote(pieces.hashes[end - 1], misc, 80)
    else if (kind === organization) vote(pieces.hashes[first], organization, 5)
  }
}

/** A word of each name of a paragraph of whose family two readings of a story say different things, the rarest. */
export function changedFamilies(
  before: Families,
  now: Families,
  evidence: Evidence,
  pieces: Pieces,
  names: readonly FoundName[],
): readonly number[] {
  const { hashes } = pieces
  const isChanged = (key: number) => !saysTheSame(familyOf(before, key), familyOf(now, key))
  return names.flatMap(({ first, end }) => [
    ...[hashes[first], hashes[end - 1]].filter(isChanged),
    ...(isChanged(keyOf(pieces, first, end)) ? [rarest(evidence, hashes, first, end)] : []),
    ...(end - first > 2 && isChanged(keyOf(pieces, first + 1, end)) ? [rarest(evidence, hashes, first + 1, end)] : []),
  ])
}

/**
 * How much the kind of a mention counts, in tenths: little in headlines. News gives a person's full name first, so that a lone word that is no surname of the story
 * and of no gazetteer is hardly a person, and one that is a surname of the story hardly anything else.
 */
function weightOf({ first, end, kind }: FoundName, { hashes, writing }: Pieces, surnames: Surnames, lexicon: Lexicon): number {
  if (writing >= Writing.title) return 4
  if (end - first > 1) return 10
  if (isSurname(surnames, hashes[first])) return kind === person ? 10 : 3
  return kind === person && !(knownOf(lexicon, hashes[first]) & (Known.forename | Known.surname | Known.person)) ? 5 : 10
}

/** What stands around a name, and for which kind it speaks by how many tenths of a mention: a title before it, an age behind it, who spoke, where something is, whose minister. */
export function eachClue(pieces: Pieces, { first, end }: FoundName, clue: (kind: number, tenths: number) => void): void {
  const isOwner = pieces.kinds[end] === TokenKind.possessive
  const addSpeaker = () => {
    clue(person, 5)
    clue(organization, 4)
  }
  if (first > 0) {
    const before = pieces.lower[first - 1]
    if (isTitle(before)) clue(person, 10)
    else if (isChristened(before)) clue(misc, 80)
    else if (isPlacedBy(before) && !isOwner) clue(place, 7)
    else if (isReporting(before) && !isOwner) addSpeaker()
  }
  if (end >= pieces.count) return
  if (isReporting(pieces.lower[end])) addSpeaker()
  else if (isAreaAfter(pieces.lower[end])) clue(place, 30)
  else if (isAge(pieces, end)) clue(person, 20)
  else if (isOwner && end + 1 < pieces.count && isOfficeAfter(pieces.lower[end + 1])) clue(place, 15)
}

/** Whether two figures between commas stand at the piece: Jo Marsh, 44, won. */
const isAge = ({ lower, kinds: tokenKinds, count }: Pieces, i: number) =>
  i + 2 < count && lower[i] === ',' && tokenKinds[i + 1] === TokenKind.number && lower[i + 1].length === 2 && lower[i + 2] === ','
