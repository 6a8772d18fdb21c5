import { Shape, TokenKind } from '../../tokens.ts'
import type { NameCandidates } from '../candidates.ts'
import { isTitle } from '../clues.ts'
import { type Evidence, timesSmall } from '../evidence.ts'
import { Known, type Lexicon } from '../lexicon.ts'
import { type Pieces, Writing } from '../pieces.ts'
import {
  eachClue,
  type Families,
  familyOf,
  firmMargin,
  isFirm,
  isOfPeople,
  isOtherKind,
  isSurname,
  margin,
  mostVoted,
  type Surnames,
  votedKind,
} from './families.ts'
import { eachFreePiece, type FoundName, isForename, keyOf, knownOf, misc, person, place } from './found.ts'

/** What the whole story says of its names. */
export interface Story {
  readonly evidence: Evidence
  readonly surnames: Surnames
  readonly families: Families
}

/** The names of a paragraph as the story settles them; what is certain stays as it is. */
export function settleParagraph(
  candidates: NameCandidates,
  found: readonly FoundName[],
  certain: readonly FoundName[],
  story: Story,
  lexicon: Lexicon,
): FoundName[] {
  const { pieces } = candidates
  const isCertain = ({ first }: FoundName) => certain.some(name => name.first === first)
  const names: FoundName[] = []
  for (const name of found)
    if (isCertain(name)) names.push(name)
    else
      for (const part of splitAtOwner(name, pieces, story))
        if (!isCommonWord(part, pieces, story)) names.push({ ...part, kind: kindInStory(part, pieces, story, lexicon) })
  insertSurnames(names, candidates, story, lexicon)
  return names
}

/** What someone owns is a name of its own where the story names the owner elsewhere: Norway's National Arbitration Board. */
function splitAtOwner(name: FoundName, pieces: Pieces, { families }: Story): readonly FoundName[] {
  let owner = name.first + 1
  while (owner < name.end && pieces.kinds[owner] !== TokenKind.possessive) owner++
  if (owner >= name.end - 2) return [name]
  const family = familyOf(families, keyOf(pieces, name.first, owner))
  const kind = mostVoted(family)
  return !isFirm(family) || kind === misc
    ? [name]
    : [
        { first: name.first, end: owner, kind },
        { ...name, first: owner + 1 },
      ]
}

/** A lone word with a capital only where a sentence begins, which the story also writes small, is no name: Dockers. */
function isCommonWord({ first, end }: FoundName, { hashes, shapes }: Pieces, { evidence, families }: Story): boolean {
  if (end - first > 1 || shapes[first] & (Shape.allCapitals | Shape.innerCapital | Shape.period)) return false
  return timesSmall(evidence, hashes[first]) > 0 && !isFirm(familyOf(families, hashes[first]))
}

const placed = Known.country | Known.nationality | Known.region | Known.bigCity

/** One name, one kind; well-known places stay what they are, unless someone of that name speaks. */
function kindInStory(name: FoundName, pieces: Pieces, { families, surnames }: Story, lexicon: Lexicon): number {
  const { first, end } = name
  const { hashes } = pieces
  const isLone = end - first === 1
  const key = keyOf(pieces, first, end)
  if (isOnlyCountry(lexicon, key)) return place
  if (isLone && knownOf(lexicon, hashes[first]) & placed)
    return isSurname(surnames, hashes[first]) && isPersonHere(name, pieces) ? person : name.kind
  const needed = name.kind === misc && !(isLone && isSurname(surnames, hashes[first])) ? firmMargin : margin
  const kind = votedKind(familyOf(families, key), name.kind, needed)
  if (kind === person || end - first !== 2 || !isForename(lexicon, hashes[first])) return kind
  return isOfPeople(familyOf(families, hashes[end - 1])) ? person : kind
}

/** Whether the gazetteers know the name as that of a country and of nothing else but places: not Chad, not Jordan. */
function isOnlyCountry(lexicon: Lexicon, key: number): boolean {
  const known = knownOf(lexicon, key)
  return (known & Known.country) !== 0 && (known & ~(placed | Known.city | Known.beginsRow)) === 0
}

function isPersonHere(name: FoundName, pieces: Pieces): boolean {
  if (pieces.lower[name.first - 1] === 'the') return false
  let balance = 0
  eachClue(pieces, name, (kind, tenths) => {
    if (kind === person) balance += tenths
    else if (kind === place) balance -= tenths
  })
  return balance > 0
}

/** A surname that stands alone, with a capital that its place in the sentence does not explain. */
function insertSurnames(names: FoundName[], candidates: NameCandidates, story: Story, lexicon: Lexicon): void {
  const { pieces } = candidates
  eachFreePiece(candidates, names, (i, at) => {
    if (!standsAlone(pieces, i)) return
    const hash = pieces.hashes[i]
    if (!isSurname(story.surnames, hash) && !isTitled(pieces, i, lexicon)) return
    if (timesSmall(story.evidence, hash) > 0 || knownOf(lexicon, hash) & placed || isOtherKind(familyOf(story.families, hash)))
      return
    names.splice(at, 0, { first: i, end: i + 1, kind: person })
  })
}

/** A word after a title in capitals that is mostly written with one: Ayatollah Khomeini. */
function isTitled({ lower, shapes, hashes }: Pieces, i: number, lexicon: Lexicon): boolean {
  if (i === 0 || !isTitle(lower[i - 1]) || isTitle(lower[i]) || shapes[i] & Shape.allCapitals) return false
  if (!(shapes[i - 1] & Shape.capital)) return false
  const slot = lexicon.find(hashes[i])
  return slot < 0 || (lexicon.habit(slot) <= 2 && !(lexicon.known(slot) & (Known.organizationWord | Known.occupation)))
}

function standsAlone(pieces: Pieces, i: number): boolean {
  if (pieces.writing >= Writing.title || !isCapital(pieces, i) || pieces.lower[i - 1] === 'the') return false
  return !isCapital(pieces, i + 1) && (!isCapital(pieces, i - 1) || pieces.initial[i - 1] === 1 || isTitle(pieces.lower[i - 1]))
}

const isCapital = ({ kinds: tokenKinds, shapes, count }: Pieces, i: number) =>
  i >= 0 && i < count && tokenKinds[i] === TokenKind.word && (shapes[i] & (Shape.capital | Shape.allCapitals)) !== 0
