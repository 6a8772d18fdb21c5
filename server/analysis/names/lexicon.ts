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

/** Words are found by the leading bits of their hashes, and lie in the order of them. */
const bucketBits = 16
const restBits = lexiconBits - bucketBits

/** Unpacks a lexicon: number of sets, the sets, number of words, then for each its distance from the word before, its set and, where the set says so, its class. */
export function unpackLexicon(packed: string): Lexicon {
  const reader = new PackedReader(packed)
  const sets = Int32Array.from({ length: reader.number() }, () => reader.number())
  const count = reader.number()
  const starts = new Int32Array((1 << bucketBits) + 1)
  const rests = new Uint16Array(count)
  const setOf = new Uint16Array(count)
  const classes = new Uint16Array(count)
  let hash = 0
  let bucket = 0
  for (let i = 0; i < count; i++) {
    hash += reader.number()
    while (bucket < hash >> restBits) starts[++bucket] = i
    rests[i] = hash & ((1 << restBits) - 1)
    setOf[i] = reader.small()
    if (sets[setOf[i]] & 1) classes[i] = (1 << fineBits) | reader.pair()
  }
  while (bucket < 1 << bucketBits) starts[++bucket] = count
  return {
    find(full) {
      const key = full >>> (32 - lexiconBits)
      const rest = key & ((1 << restBits) - 1)
      const end = starts[(key >> restBits) + 1]
      for (let slot = starts[key >> restBits]; slot < end; slot++) if (rests[slot] === rest) return slot
      return -1
    },
    known: slot => sets[setOf[slot]] >> 4,
    habit: slot => (sets[setOf[slot]] >> 1) & 7,
    fineClass: slot => classes[slot],
  }
}
