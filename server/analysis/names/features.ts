import { Shape, TokenKind } from '../tokens.ts'
import { mix } from './hash.ts'
import { coarseShift, joinRow, Known, type Lexicon, middleShift } from './lexicon.ts'
import type { Pieces } from './pieces.ts'
import { Column, findWordForm, rowLength, type WordForms } from './wordforms.ts'
import type { Zone } from './zones.ts'

/** Bits of a feature's hash. */
export const featureBits = 26

/** Where a word can stand from a piece that it says something of: at it, before it, behind it, two before and two behind. */
export const places = [0, -1, 1, -2, 2] as const
/** How many features a word has for a piece from each of the `places`. */
export const wordFeatures = [18, 6, 6, 3, 3] as const
/** How many features two words side by side have for each of the two pieces. */
export const pairFeatures = 5
/** How many features a piece has at most of which more words are the cause. */
export const jointFeatures = 15
export const featureCount = wordFeatures.reduce((sum, count) => sum + count, 2 * pairFeatures + jointFeatures)

/** How far from a zone the features look. */
export const near = 2

/** What the features of a paragraph look at. Written anew for each paragraph. */
export interface View {
  readonly words: WordForms
  readonly pieces: Pieces
  /** The form of piece `i`, in the zones and near them, at `i + near`; 0 elsewhere. */
  forms: Int32Array
  /** For each piece the lists in which a row of words through it stands, and its place in the row (1 first, 2 within, 3 last). */
  lists: Int32Array
}

let forms = new Int32Array(512)
let lists = new Int32Array(512)

/** Looks the pieces of a paragraph up, in its zones and near them. What it gives is true until the next call. */
export function viewPieces(pieces: Pieces, zones: readonly Zone[], words: WordForms, lexicon: Lexicon): View {
  const { count } = pieces
  if (forms.length < count + 2 * near) {
    forms = new Int32Array(2 * count + 2 * near)
    lists = new Int32Array(forms.length)
  }
  forms.fill(0, 0, count + 2 * near)
  lists.fill(0, 0, count)
  let next = 0
  let hasRows = false
  for (const { first, end } of zones)
    for (let i = Math.max(next, first - near); i < Math.min(end + near, count); i++) {
      next = i + 1
      const isFigure = pieces.kinds[i] === TokenKind.number
      const form = findWordForm(words, lexicon, pieces.lower[i], pieces.hashes[i], formOf(pieces, i), isFigure)
      forms[i + near] = form
      if (words.rows[form * rowLength + Column.known] & Known.beginsRow) hasRows = true
    }
  if (hasRows) findRows(pieces, words, lexicon)
  return { words, pieces, forms, lists }
}

/** How a piece is written and where, as a number: whether it begins a sentence (a bit), the paragraph's writing (two bits), its shape, kind and length. */
function formOf(pieces: Pieces, i: number): number {
  const length = Math.min(pieces.ends[i] - pieces.starts[i], 5)
  const own = pieces.shapes[i] | (pieces.kinds[i] << 7) | (length << 10)
  return (own << placeBits) | (pieces.writing << 1) | pieces.initial[i]
}

/** The bits of a form that say where it stands. */
const placeBits = 3

const longestRow = 6

/** Marks the longest rows of words that the gazetteers list, from left to right. */
function findRows(pieces: Pieces, { rows }: WordForms, lexicon: Lexicon): void {
  for (let i = 0; i < pieces.count; i++) {
    if (!(rows[forms[i + near] * rowLength + Column.known] & Known.beginsRow)) continue
    if (forms[i + near] === 0 || !(pieces.shapes[i] & anyCapital)) continue
    let row = pieces.hashes[i]
    let end = 0
    let found = 0
    for (let j = i + 1; j < pieces.count && j < i + longestRow; j++) {
      row = joinRow(row, pieces.hashes[j])
      const slot = lexicon.find(row)
      const known = slot < 0 ? 0 : lexicon.known(slot) & ~Known.beginsRow
      if (known === 0) continue
      end = j
      found = known
    }
    if (end === 0) continue
    for (let j = i; j <= end; j++) lists[j] = (found << 2) | (j === i ? 1 : j === end ? 3 : 2)
    i = end
  }
}

const anyCapital = Shape.capital | Shape.allCapitals | Shape.innerCapital
const personBits = Known.forename | Known.surname | Known.rareSurname | Known.person
const landBits = Known.country | Known.nationality | Known.region | Known.city | Known.bigCity
const otherBits = ~(personBits | landBits | Known.beginsRow)
const everyBit = ~Known.beginsRow

/** Writes what a word's form alone says of the piece from which it stands at `places[place]`: `wordFeatures[place]` hashes of `featureBits` bits. */
export function writeWordFeatures({ rows }: WordForms, form: number, place: number, out: Int32Array, from: number): void {
  const row = form * rowLength
  const hash = rows[row + Column.hash]
  const fine = rows[row + Column.fine]
  const known = rows[row + Column.known] & everyBit
  const habit = rows[row + Column.habit]
  const written = rows[row + Column.form]
  let next = from
  if (places[place] !== 0) {
    out[next++] = hash
    out[next++] = fine >> middleShift
    out[next++] = known
    if (wordFeatures[place] > 3) {
      out[next++] = fine
      out[next++] = written >> placeBits
      out[next++] = habit
    }
    seal(out, from, next, placeTemplates[place])
    return
  }
  const head = rows[row + Column.head]
  const tail = rows[row + Column.tail]
  out[next++] = hash
  out[next++] = written
  out[next++] = mix(hash, written)
  out[next++] = mix(hash, written & ((1 << placeBits) - 1))
  out[next++] = head >>> 8
  out[next++] = head
  out[next++] = tail & 0xffff
  out[next++] = tail & 0xffffff
  out[next++] = tail
  out[next++] = mix(tail & 0xffffff, written)
  out[next++] = fine
  out[next++] = fine >> middleShift
  out[next++] = mix(fine >> coarseShift, written)
  out[next++] = mix(known, written)
  out[next++] = mix(known & personBits, habit)
  out[next++] = mix(known & landBits, habit)
  out[next++] = mix(known & otherBits, habit)
  out[next++] = mix(habit, written)
  seal(out, from, next, placeTemplates[place])
}

/**
 * Writes what two words side by side say together: of the piece of the right one where `side` is 0, of the left one where it is 1. `pairFeatures` hashes of
 * `featureBits` bits.
 */
export function writePairFeatures(
  { rows }: WordForms,
  left: number,
  right: number,
  side: number,
  out: Int32Array,
  from: number,
): void {
  const own = (side === 0 ? right : left) * rowLength
  const other = (side === 0 ? left : right) * rowLength
  const middle = rows[own + Column.fine] >> middleShift
  out[from] = mix(rows[own + Column.hash], rows[other + Column.hash])
  out[from + 1] = mix(middle, rows[other + Column.hash])
  out[from + 2] = mix(middle, rows[other + Column.fine] >> middleShift)
  out[from + 3] = mix(rows[own + Column.known] & everyBit, rows[other + Column.known] & everyBit)
  out[from + 4] = mix(rows[own + Column.form], rows[other + Column.form] >> placeBits)
  seal(out, from, from + pairFeatures, pairTemplate + side * pairFeatures)
}

/** Makes hashes of values, each by a template of its own; gives the end. */
function seal(out: Int32Array, from: number, end: number, template: number): number {
  for (let i = from; i < end; i++) out[i] = mix(out[i], template + i - from) >>> (32 - featureBits)
  return end
}

/** The number of the first template of each place, of the pairs, of the joint features. */
const placeTemplates = wordFeatures.map((_, place) => wordFeatures.slice(0, place).reduce((sum, count) => sum + count, 1))
const pairTemplate = wordFeatures.reduce((sum, count) => sum + count, 1)
const jointTemplate = pairTemplate + 2 * pairFeatures

/** A run of capitalised words in which a piece stands: in "the New York Times said", three. */
export interface Run {
  readonly start: number
  readonly end: number
}

/** The run of piece `i` of a zone. */
export function runAt(pieces: Pieces, { end: most }: Zone, i: number): Run {
  let end = i + 1
  while (end < most && isCapital(pieces, end) && isCapital(pieces, end - 1)) end++
  return { start: i, end }
}

const isCapital = (pieces: Pieces, i: number) => (pieces.shapes[i] & anyCapital) !== 0 && pieces.kinds[i] === TokenKind.word

/** Writes what three words, the lists and the run together say of piece `i`: up to `jointFeatures` hashes of `featureBits` bits; gives how many. */
export function writeJointFeatures(view: View, i: number, run: Run, out: Int32Array, from: number): number {
  const place = (Math.min(i - run.start, 3) << 2) | Math.min(run.end - 1 - i, 3)
  let next = writeTriples(view, i, out, from)
  next = writeEdges(view, run, place, out, next)
  if (run.end - run.start > 1) next = writeRunWords(view, run, place, out, next)
  if (view.lists[i] !== 0 || (i > 0 && view.lists[i - 1] !== 0)) next = writeLists(view, i, place, out, next)
  return next - from
}

/** How the piece and its neighbours are written, and their coarse classes. */
function writeTriples({ words: { rows }, forms }: View, i: number, out: Int32Array, from: number): number {
  const left = forms[i + near - 1] * rowLength
  const own = forms[i + near] * rowLength
  const right = forms[i + near + 1] * rowLength
  const written = mix(rows[left + Column.form] >> placeBits, rows[own + Column.form] >> placeBits)
  const classes = mix(rows[left + Column.fine] >> coarseShift, rows[own + Column.fine] >> coarseShift)
  out[from] = mix(written, rows[right + Column.form] >> placeBits)
  out[from + 1] = mix(classes, rows[right + Column.fine] >> coarseShift)
  return seal(out, from, from + 2, jointTemplate)
}

/** What stands before and behind the run. */
function writeEdges({ words: { rows }, pieces, forms }: View, run: Run, place: number, out: Int32Array, from: number): number {
  const before = forms[run.start + near - 1] * rowLength
  const behind = forms[run.end + near] * rowLength
  out[from] = mix(run.start === 0 ? 1 : 0, mix(place, pieces.writing))
  out[from + 1] = mix(place, rows[before + Column.hash])
  out[from + 2] = mix(place, rows[behind + Column.hash])
  out[from + 3] = mix(place, rows[before + Column.fine] >> middleShift)
  out[from + 4] = mix(place, rows[behind + Column.fine] >> middleShift)
  return seal(out, from, from + 5, jointTemplate + 2)
}

/** With which words the run begins and ends. */
function writeRunWords({ words: { rows }, forms }: View, run: Run, place: number, out: Int32Array, from: number): number {
  const first = forms[run.start + near] * rowLength
  const last = forms[run.end + near - 1] * rowLength
  out[from] = mix(place, rows[last + Column.hash])
  out[from + 1] = mix(place, rows[last + Column.fine] >> middleShift)
  out[from + 2] = mix(place, rows[first + Column.hash])
  out[from + 3] = mix(mix(rows[first + Column.known] & personBits, rows[last + Column.known] & personBits), place)
  return seal(out, from, from + 4, jointTemplate + 7)
}

/** In which lists the rows of words stand of which the piece and the one before are part. */
function writeLists({ words: { rows }, forms, lists }: View, i: number, place: number, out: Int32Array, from: number): number {
  const own = forms[i + near] * rowLength
  out[from] = lists[i]
  out[from + 1] = mix(lists[i], i > 0 ? lists[i - 1] : 0)
  out[from + 2] = mix(lists[i], rows[own + Column.form])
  out[from + 3] = mix(mix(place, lists[i]), rows[own + Column.known] & everyBit)
  return seal(out, from, from + 4, jointTemplate + 11)
}
