import { TokenKind } from '../../tokens.ts'
import type { NameCandidates } from '../candidates.ts'
import { mix } from '../hash.ts'
import { kinds } from '../labels.ts'
import { Known, type Lexicon } from '../lexicon.ts'
import type { Pieces } from '../pieces.ts'

/** A name of a paragraph: its pieces and the index of its kind in `kinds`. */
export interface FoundName {
  readonly first: number
  readonly end: number
  readonly kind: number
}

export const person = kinds.indexOf('person')
export const organization = kinds.indexOf('organization')
export const place = kinds.indexOf('place')
export const misc = kinds.indexOf('misc')

/** What a name that is written in these pieces goes by in the story. */
export function keyOf({ hashes }: Pieces, first: number, end: number): number {
  let key = hashes[first]
  for (let i = first + 1; i < end; i++) key = mix(key, hashes[i])
  return key
}

/** Whether a capital says nothing at the piece: a sentence begins there, or words after a dash, a colon or a mark. */
export function isOpening(pieces: Pieces, i: number): boolean {
  if (i === 0 || pieces.initial[i] === 1) return true
  const kind = pieces.kinds[i - 1]
  return kind === TokenKind.mark || (kind === TokenKind.punctuation && pieces.lower[i - 1] !== ',')
}

/** What the gazetteers know of a word. */
export const knownOf = (lexicon: Lexicon, hash: number) => {
  const slot = lexicon.find(hash)
  return slot < 0 ? 0 : lexicon.known(slot)
}

export const isForename = (lexicon: Lexicon, hash: number) =>
  (knownOf(lexicon, hash) & (Known.forename | Known.honorific)) === Known.forename

/** Calls back for each piece in the zones of a paragraph that belongs to no name, with the place in `names` where a name that begins there would stand. */
export function eachFreePiece(
  { zones }: NameCandidates,
  names: readonly FoundName[],
  found: (piece: number, place: number) => void,
): void {
  let next = 0
  for (const zone of zones)
    for (let i = zone.first; i < zone.end; i++) {
      while (next < names.length && names[next].end <= i) next++
      if (next >= names.length || names[next].first > i) found(i, next)
    }
}
