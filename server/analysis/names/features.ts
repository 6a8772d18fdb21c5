import { Shape, TokenKind } from '../tokens.ts'
import { mix } from './hash.ts'
import { coarseShift, joinRow, Known, type Lexicon, middleShift } from './lexicon.ts'
import type { Pieces } from './pieces.ts'
import type { Zone } from './zones.ts'

/** Bits of a feature's hash. */
export const featureBits = 28

/** How many features each piece has. */
export const featureCount = 58

/** What the features look at, worked out once for each piece in the zones of a paragraph or near them. */
export interface Views {
  readonly pieces: Pieces
  readonly known: Int32Array
  readonly habits: Uint8Array
  readonly fine: Int32Array
  readonly middle: Int32Array
  readonly coarse: Int32Array
  readonly forms: Int32Array
  /** For each piece the lists in which a row of words through it stands, and its place in the row (1 first, 2 within, 3 last). */
  readonly rows: Int32Array
}

/** How far from a zone the features look. */
const near = 2

/** Looks the pieces of a paragraph up, in its zones and near them. */
export function viewPieces(pieces: Pieces, zones: readonly Zone[], lexicon: Lexicon): Views {
  const { count } = pieces
  const known = new Int32Array(count)
  const habits = new Uint8Array(count)
  const fine = new Int32Array(count)
  const middle = new Int32Array(count)
  const coarse = new Int32Array(count)
  const forms = new Int32Array(count)
  let next = 0
  for (const { first, end } of zones)
    for (let i = Math.max(next, first - near); i < Math.min(end + near, count); i++) {
      next = i + 1
      forms[i] = formOf(pieces, i)
      if (pieces.kinds[i] === TokenKind.number) continue
      const slot = lexicon.find(pieces.hashes[i])
      if (slot < 0) continue
      known[i] = lexicon.known(slot)
      habits[i] = lexicon.habit(slot)
      fine[i] = lexicon.fineClass(slot)
      middle[i] = fine[i] >> middleShift
      coarse[i] = fine[i] >> coarseShift
    }
  const rows = findRows(pieces, known, lexicon)
  for (let i = 0; i < count; i++) known[i] &= ~Known.beginsRow
  return { pieces, known, habits, fine, middle, coarse, forms, rows }
}

/** How a piece is written, as a small number. */
function formOf(pieces: Pieces, i: number): number {
  const length = Math.min(pieces.ends[i] - pieces.starts[i], 5)
  return pieces.shapes[i] | (pieces.kinds[i] << 7) | (length << 10)
}

const longestRow = 6

/** Marks the longest rows of words that the gazetteers list, from left to right. */
function findRows(pieces: Pieces, known: Int32Array, lexicon: Lexicon): Int32Array {
  const rows = new Int32Array(pieces.count)
  for (let i = 0; i < pieces.count; i++) {
    if (!(known[i] & Known.beginsRow) || !(pieces.shapes[i] & (Shape.capital | Shape.allCapitals | Shape.innerCapital))) continue
    let row = pieces.hashes[i]
    let end = 0
    let lists = 0
    for (let j = i + 1; j < pieces.count && j < i + longestRow; j++) {
      row = joinRow(row, pieces.hashes[j])
      const slot = lexicon.find(row)
      const found = slot < 0 ? 0 : lexicon.known(slot) & ~Known.beginsRow
      if (found === 0) continue
      end = j
      lists = found
    }
    if (end === 0) continue
    for (let j = i; j <= end; j++) rows[j] = (lists << 2) | (j === i ? 1 : j === end ? 3 : 2)
    i = end
  }
  return rows
}

/** Writes the `featureCount` features of each piece of the zone, hashes of `featureBits` bits, from `out[from]` on. */
export function writeFeatures(views: Views, zone: Zone, out: Int32Array, from = 0): void {
  const { pieces } = views
  let at = from
  let runEnd = zone.first
  let runStart = zone.first
  for (let i = zone.first; i < zone.end; i++) {
    if (i >= runEnd) {
      runStart = i
      runEnd = i + 1
      while (runEnd < zone.end && isCapital(pieces, runEnd) && isCapital(pieces, runEnd - 1)) runEnd++
    }
    writePiece(views, i, runStart, runEnd, out, at)
    at += featureCount
  }
}

const isCapital = (pieces: Pieces, i: number) =>
  (pieces.shapes[i] & (Shape.capital | Shape.allCapitals | Shape.innerCapital)) !== 0 && pieces.kinds[i] === TokenKind.word

/** What a neighbour beyond the paragraph counts as. */
const edge = 7

const personBits = Known.forename | Known.surname | Known.rareSurname | Known.person
const placeBits = Known.country | Known.nationality | Known.region | Known.city | Known.bigCity

function writePiece(views: Views, i: number, runStart: number, runEnd: number, out: Int32Array, from: number): void {
  const { pieces, known, habits, fine, middle, coarse, forms, rows } = views
  const { hashes, writing } = pieces
  let next = from
  const w0 = hashes[i]
  const w1 = valueAt(hashes, i - 1)
  const w2 = valueAt(hashes, i + 1)
  const form = (forms[i] << 3) | (writing << 1) | pieces.initial[i]
  out[next++] = w0
  out[next++] = w1
  out[next++] = w2
  out[next++] = valueAt(hashes, i - 2)
  out[next++] = valueAt(hashes, i + 2)
  out[next++] = mix(w1, w0)
  out[next++] = mix(w0, w2)
  out[next++] = mix(w1, w2)
  out[next++] = form
  out[next++] = mix(w0, form)
  out[next++] = mix(mix(valueAt(forms, i - 1), forms[i]), valueAt(forms, i + 1))
  out[next++] = mix(valueAt(forms, i - 1), forms[i])
  out[next++] = mix(forms[i], valueAt(forms, i + 1))
  const word = pieces.lower[i]
  out[next++] = affix(word, 0, 3)
  out[next++] = affix(word, 0, 4)
  out[next++] = affix(word, word.length - 2, word.length)
  out[next++] = affix(word, word.length - 3, word.length)
  out[next++] = affix(word, word.length - 4, word.length)
  out[next++] = mix(affix(word, word.length - 3, word.length), form)
  out[next++] = fine[i]
  out[next++] = middle[i]
  out[next++] = mix(coarse[i], form)
  out[next++] = valueAt(fine, i - 1)
  out[next++] = valueAt(fine, i + 1)
  out[next++] = valueAt(middle, i - 1)
  out[next++] = valueAt(middle, i + 1)
  out[next++] = valueAt(middle, i - 2)
  out[next++] = valueAt(middle, i + 2)
  out[next++] = mix(valueAt(middle, i - 1), middle[i])
  out[next++] = mix(middle[i], valueAt(middle, i + 1))
  out[next++] = mix(mix(valueAt(coarse, i - 1), coarse[i]), valueAt(coarse, i + 1))
  out[next++] = mix(w1, middle[i])
  out[next++] = mix(middle[i], w2)
  out[next++] = mix(known[i], form)
  out[next++] = mix(known[i] & personBits, habits[i])
  out[next++] = mix(known[i] & placeBits, habits[i])
  out[next++] = mix(known[i] & ~personBits & ~placeBits, habits[i])
  out[next++] = mix(habits[i], form)
  out[next++] = mix(valueAt(known, i - 1), known[i])
  out[next++] = mix(known[i], valueAt(known, i + 1))
  out[next++] = valueAt(known, i - 1)
  out[next++] = valueAt(known, i + 1)
  out[next++] = rows[i]
  out[next++] = mix(rows[i], valueAt(rows, i - 1))
  out[next++] = mix(rows[i], form)
  out[next++] = mix(mix(w0, pieces.initial[i]), writing)
  const before = valueAt(hashes, runStart - 1)
  const after = valueAt(hashes, runEnd)
  const place = (Math.min(i - runStart, 3) << 2) | Math.min(runEnd - 1 - i, 3)
  out[next++] = place
  out[next++] = mix(place, before)
  out[next++] = mix(place, after)
  out[next++] = mix(place, valueAt(middle, runStart - 1))
  out[next++] = mix(place, valueAt(middle, runEnd))
  out[next++] = mix(hashes[runEnd - 1], place)
  out[next++] = mix(middle[runEnd - 1], place)
  out[next++] = mix(hashes[runStart], place)
  out[next++] = mix(mix(known[runStart] & personBits, known[runEnd - 1] & personBits), place)
  out[next++] = mix(mix(before, after), place)
  out[next++] = mix(runStart === 0 ? 1 : 0, mix(place, writing))
  out[next++] = mix(mix(place, rows[i]), known[i])
  for (let template = 0; template < featureCount; template++)
    out[from + template] = mix(out[from + template], template + 1) >>> (32 - featureBits)
}

const valueAt = (column: Int32Array, i: number) => (i < 0 || i >= column.length ? edge : column[i])

function affix(word: string, from: number, end: number): number {
  let hash = from === 0 ? 1 : 2
  for (let i = Math.max(from, 0); i < end && i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193)
  return hash
}
