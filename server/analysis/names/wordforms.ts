import { mix } from './hash.ts'
import type { Lexicon } from './lexicon.ts'

/**
 * The words that the tagger has met, each in each way it was written: a row of `rowLength` numbers a form, in the order of `Column`. Everything that the
 * features say of a word alone is a function of its row. Row 0 stands for what lies beyond the paragraph.
 */
export interface WordForms {
  count: number
  rows: Int32Array
  /** The number of a form under the hash of its row; 0 where there is none. A power of two long, never more than half full. */
  table: Int32Array
}

/** What a row tells: the word's hash, how and where it is written, its first and its last four letters, and what the lexicon has of it. */
export const Column = { hash: 0, form: 1, head: 2, tail: 3, known: 4, habit: 5, fine: 6 } as const
export const rowLength = 8

const beyond = { hash: 7, form: 1 << 20, head: 0, tail: 0, known: 1 << 20, habit: 7, fine: 64 }

export function createWordForms(): WordForms {
  const words = { count: 1, rows: new Int32Array(1024 * rowLength), table: new Int32Array(2048) }
  for (const [column, value] of Object.entries(beyond)) words.rows[Column[column as keyof typeof Column]] = value
  return words
}

/** The number of a word's form, which is added where it was not met before. Where `isFigure`, nothing is looked up in the lexicon. */
export function findWordForm(
  words: WordForms,
  lexicon: Lexicon,
  lower: string,
  hash: number,
  form: number,
  isFigure: boolean,
): number {
  const head = fourLetters(lower, 0)
  const tail = fourLetters(lower, Math.max(0, lower.length - 4))
  const mask = words.table.length - 1
  let at = placeOf(hash, form, head, tail) & mask
  for (; words.table[at] !== 0; at = (at + 1) & mask) {
    const row = words.table[at] * rowLength
    const { rows } = words
    if (
      rows[row + Column.hash] === hash &&
      rows[row + Column.form] === form &&
      rows[row + Column.head] === head &&
      rows[row + Column.tail] === tail
    )
      return words.table[at]
  }
  if (words.count * 2 >= words.table.length) {
    grow(words)
    return findWordForm(words, lexicon, lower, hash, form, isFigure)
  }
  words.table[at] = words.count
  const row = words.count * rowLength
  words.rows[row + Column.hash] = hash
  words.rows[row + Column.form] = form
  words.rows[row + Column.head] = head
  words.rows[row + Column.tail] = tail
  const slot = isFigure ? -1 : lexicon.find(hash)
  words.rows[row + Column.known] = slot < 0 ? 0 : lexicon.known(slot)
  words.rows[row + Column.habit] = slot < 0 ? 0 : lexicon.habit(slot)
  words.rows[row + Column.fine] = slot < 0 ? 0 : lexicon.fineClass(slot)
  return words.count++
}

/** Figures have one hash for many words, so that their letters must tell them apart. */
const placeOf = (hash: number, form: number, head: number, tail: number) => mix(mix(mix(hash, form), head), tail)

/** Up to four letters from a place on, the first in the highest eight bits. */
function fourLetters(word: string, from: number): number {
  let letters = 0
  for (let i = from; i < from + 4; i++) letters = (letters << 8) | (i < word.length ? word.charCodeAt(i) & 255 : 0)
  return letters
}

function grow(words: WordForms): void {
  const rows = new Int32Array(words.rows.length * 2)
  rows.set(words.rows)
  words.rows = rows
  words.table = new Int32Array(words.table.length * 2)
  const mask = words.table.length - 1
  for (let form = 1; form < words.count; form++) {
    const row = form * rowLength
    let at = placeOf(rows[row + Column.hash], rows[row + Column.form], rows[row + Column.head], rows[row + Column.tail]) & mask
    while (words.table[at] !== 0) at = (at + 1) & mask
    words.table[at] = form
  }
}
