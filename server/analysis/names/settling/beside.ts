import { Shape, TokenKind } from '../../tokens.ts'
import { isReporting, isTitle } from '../clues.ts'
import { Known, type Lexicon } from '../lexicon.ts'
import type { Pieces } from '../pieces.ts'
import { type FoundName, isForename, knownOf, misc, organization, person, place } from './found.ts'

/** The name, or the two names, that the words right beside it and in it leave no doubt of. `from` is where the name before ends. */
export function besideWords(name: FoundName, pieces: Pieces, lexicon: Lexicon, from: number): readonly FoundName[] {
  const { first, end, kind } = name
  if (kind === organization) {
    const of = personOfHouse(name, pieces, lexicon)
    if (of > 0)
      return [
        { first, end: of, kind: person },
        { first: of + 1, end, kind },
      ]
  }
  const titled = { first: afterTitle(name, pieces, from), end, kind: person }
  if (titled.first < first || kind !== person) return [isTitled(titled, pieces, lexicon) ? titled : name]
  if (end - first > 1) return [name]
  if (isInRegion(end, pieces, lexicon)) return [{ ...name, kind: place }]
  return [isOneOfMany(name, pieces) ? { ...name, kind: misc } : name]
}

/** Where the capitals begin that stand between a title and the name; the name's own beginning where there is none. */
function afterTitle({ first }: FoundName, { lower, shapes }: Pieces, from: number): number {
  for (let i = first; i > from && first - i < 3; i--) {
    if (isTitle(lower[i - 1])) return i
    if (!(shapes[i - 1] & Shape.capital)) return first
  }
  return first
}

/** "Prime Minister Amadou Gon Coulibaly": two words or more behind a title with a capital, the last of which neither a body nor a place has. */
function isTitled({ first, end }: FoundName, { lower, shapes, hashes }: Pieces, lexicon: Lexicon): boolean {
  if (first === 0 || end - first < 2 || !isTitle(lower[first - 1]) || !(shapes[first - 1] & Shape.capital)) return false
  for (let i = first; i < end; i++)
    if (!(shapes[i] & (Shape.capital | Shape.innerCapital)) || knownOf(lexicon, hashes[i]) & (Known.organizationWord | located))
      return false
  return true
}

const located = Known.country | Known.nationality | Known.region | Known.bigCity

/** "said Sash Tusa of Agency Partners": where "of" stands between who spoke and whose he is; 0 where it does not. */
function personOfHouse({ first, end }: FoundName, { lower, hashes }: Pieces, lexicon: Lexicon): number {
  const of = first + 2
  if (end - first < 4 || lower[of] !== 'of') return 0
  if (!isForename(lexicon, hashes[first]) && !isReporting(lower[first - 1] ?? '')) return 0
  const known = knownOf(lexicon, hashes[first]) | knownOf(lexicon, hashes[first + 1])
  return known & (Known.organizationWord | located) ? 0 : of
}

/** "Tyler, Texas," and "Moe, Victoria.": where the part of a country stands behind a lone word, the word is a place. */
function isInRegion(end: number, { lower, hashes, kinds, count }: Pieces, lexicon: Lexicon): boolean {
  if (lower[end] !== ',' || end + 1 >= count) return false
  const known = knownOf(lexicon, hashes[end + 1])
  if (!(known & Known.region) || known & (Known.forename | Known.surname)) return false
  return end + 2 >= count || kinds[end + 2] === TokenKind.punctuation
}

/** "a Dutchman at this time", "the islands of the Sund will": behind an article and before no noun, a lone word is what one is called and not who one is. */
function isOneOfMany({ first, end }: FoundName, { lower, kinds, count }: Pieces): boolean {
  const isArticle = /^(?:an?|the)$/.test(lower[first - 1] ?? '') && !isTitle(lower[first])
  return isArticle && (end >= count || kinds[end] === TokenKind.punctuation || bare.has(lower[end]))
}

const bare: ReadonlySet<string> = new Set(
  'at in on for of to by from with and or but as who is was has had will would when while'.split(' '),
)
