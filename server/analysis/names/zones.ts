import { Shape, TokenKind } from '../tokens.ts'
import { hashWord } from './hash.ts'
import type { Pieces } from './pieces.ts'

/** A stretch of pieces that may hold names; outside the zones there are none. */
export interface Zone {
  readonly first: number
  readonly end: number
}

/** Finds where names can be: pieces with a capital, the small words that join them, figures beside them. */
export function readZones(pieces: Pieces): readonly Zone[] {
  const zones: Zone[] = []
  let i = 0
  while (i < pieces.count) {
    if (!carries(pieces, i)) {
      i++
      continue
    }
    let end = i + 1
    while (end < pieces.count) {
      const next = nextCarrier(pieces, end)
      if (next === 0) break
      end = next
    }
    zones.push({ first: zoneStart(pieces, i, zones.at(-1)?.end ?? 0), end })
    i = end
  }
  return zones
}

/** Whether the piece has a capital somewhere. */
const carries = (pieces: Pieces, i: number) =>
  pieces.kinds[i] !== TokenKind.possessive && (pieces.shapes[i] & (Shape.capital | Shape.allCapitals | Shape.innerCapital)) !== 0

/** The piece after the next one that goes on with the zone before `from`, small words between leapt over; 0 where nothing does. */
function nextCarrier(pieces: Pieces, from: number): number {
  if (pieces.kinds[from] === TokenKind.number) return from + 1
  for (let i = from; i < pieces.count && i < from + 4; i++) {
    if (carries(pieces, i)) return i + 1
    if (pieces.kinds[i] !== TokenKind.number && pieces.kinds[i] !== TokenKind.possessive && !joining.has(pieces.hashes[i]))
      return 0
  }
  return 0
}

/** A particle or a figure before the first capital may be part of the name. */
function zoneStart(pieces: Pieces, first: number, floor: number): number {
  let start = first
  while (
    start > floor &&
    start > first - 2 &&
    (pieces.kinds[start - 1] === TokenKind.number || particles.has(pieces.hashes[start - 1]))
  )
    start--
  return start
}

const hashesOf = (words: string) => new Set(words.split(' ').map(hashWord))
const particles = hashesOf('de del della di da dos das du der den van von bin ibn bint ben al el la le les ter ten af av zu abu')
const joining = new Set([
  ...particles,
  ...hashesOf("of and for the in on at to by with from & - – / . , : ! ' a an or y e et und des do as o not upon against du og"),
])
