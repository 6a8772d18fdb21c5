import { TokenKind } from '../../tokens.ts'
import { isAreaAfter, isChristened, isOfficeAfter, isPlacedBy, isReporting, isTitle } from '../clues.ts'
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

/** How much speaks for a kind in the row of a family. */
export const voteOf = (families: Families, row: number, kind: number) => families.rows[row + kind]
export const isFirm = (families: Families, row: number) => families.rows[row + firm] > 0

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
    else if (kind === misc && isChristened(pieces.lower[first])) vote(pieces.hashes[end - 1], misc, 80)
    else if (kind === organization) vote(pieces.hashes[first], organization, 5)
  }
}

/** Adds to `changed` a word of each name of a paragraph of whose family two readings of a story say different things. */
export function addChangedFamilies(
  before: Families,
  now: Families,
  pieces: Pieces,
  names: readonly FoundName[],
  changed: Set<number>,
): void {
  const { hashes } = pieces
  const compare = (key: number, word: number) => {
    const a = rowOf(before, key)
    const b = rowOf(now, key)
    for (let column = 0; column < familyWidth; column++) if (before.rows[a + column] !== now.rows[b + column]) changed.add(word)
  }
  for (const { first, end } of names) {
    compare(hashes[first], hashes[first])
    if (end - first < 2) continue
    compare(keyOf(pieces, first, end), hashes[first])
    compare(hashes[end - 1], hashes[end - 1])
  }
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
