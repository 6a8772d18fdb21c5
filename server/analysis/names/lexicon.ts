import { mix } from './hash.ts'
import { words } from './lexicon/model.ts'
import { PackedReader } from './packed.ts'

/** What the gazetteers know of a word or of a row of words; a set of bits. */
export const Known = {
  forename: 1,
  surname: 2,
  rareSurname: 4,
  person: 8,
  country: 16,
  nationality: 32,
  region: 64,
  bigCity: 128,
  city: 256,
  organization: 512,
  organizationWord: 1024,
  honorific: 2048,
  occupation: 4096,
  misc: 8192,
  /** The words of the row that begins here are listed under the hash of the row. */
  beginsRow: 16384,
} as const

/** How a word is mostly written in the training texts: 0 unknown, 1 always with a capital, 2 mostly, 3 either way, 4 mostly small, 5 always small. */
export const caseHabits = 6

/**
 * The words that the tagger knows: gazetteers and word classes, under the hashes of the words. A stranger is taken for a known word once in some
 * thousand times. Classes come in three sizes, coarse to fine, 0 for none.
 */
export interface Lexicon {
  /** The slot of a hash, or -1. */
  find(hash: number): number
  known(slot: number): number
  habit(slot: number): number
  fineClass(slot: number): number
}

/** Bits of a hash that the table keeps. */
export const lexiconBits = 28
/** A fine class is a path in a tree of clusters: its leading bits are the middle and the coarse class. */
export const fineBits = 11
export const middleShift = 3
export const coarseShift = 6

/** The hash of a row of words, joined from the hashes of its words one by one. */
export const joinRow = (row: number, word: number) => mix(row, word)

let loaded: Lexicon | undefined

/** The lexicon that comes with Dateline, unpacked at its first use. */
export function lexicon(): Lexicon {
  loaded ??= unpackLexicon(words)
  return loaded
}

/** Unpacks a lexicon: number of sets, the sets, number of words, then for each its distance from the word before, its set, its habit and its class. */
export function unpackLexicon(packed: string): Lexicon {
  const reader = new PackedReader(packed)
  const sets = Int32Array.from({ length: reader.number() }, () => reader.number())
  const count = reader.number()
  let size = 1024
  while (size < count * 2) size *= 2
  const keys = new Int32Array(size).fill(-1)
  const known = new Int32Array(size)
  const classes = new Uint16Array(size)
  let hash = 0
  for (let i = 0; i < count; i++) {
    hash += reader.number()
    let slot = hash & (size - 1)
    while (keys[slot] !== -1) slot = (slot + 1) & (size - 1)
    keys[slot] = hash
    known[slot] = sets[reader.number()]
    if (known[slot] & 1) classes[slot] = reader.byte() | (reader.byte() << 8)
  }
  return {
    find(full) {
      const key = full >>> (32 - lexiconBits)
      let slot = key & (size - 1)
      while (keys[slot] !== key) {
        if (keys[slot] === -1) return -1
        slot = (slot + 1) & (size - 1)
      }
      return slot
    },
    known: slot => known[slot] >> 4,
    habit: slot => (known[slot] >> 1) & 7,
    fineClass: slot => classes[slot],
  }
}
