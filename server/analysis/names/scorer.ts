import {
  jointFeatures,
  near,
  pairFeatures,
  places,
  runAt,
  type View,
  wordFeatures,
  writeJointFeatures,
  writePairFeatures,
  writeWordFeatures,
} from './features.ts'
import { mix } from './hash.ts'
import { labelCount } from './labels.ts'
import { addWeights, type Weights } from './weights.ts'
import { createWordForms, type WordForms } from './wordforms.ts'
import type { Zone } from './zones.ts'

/**
 * Scores pieces. What words say by themselves and two by two is most of a piece's features: it is added up once for each form of a word and for each pair of them,
 * and kept for the next time. Weights are whole numbers, so that the sums are the same in any order and a score never depends on what was read before.
 */
export interface Scorer {
  readonly weights: Weights
  words: WordForms
  /** For each form a row of label scores from each of the `places`. */
  sums: Int16Array
  /** How many forms have their sums. */
  summed: number
  pairs: Pairs
}

/** Pairs of forms side by side, found by open addressing: for each two rows of label scores, for the piece on the right and for that on the left. */
interface Pairs {
  count: number
  /** The left and the right form of each pair; -1 where there is none. */
  keys: Int32Array
  sums: Int16Array
}

const sumsLength = places.length * labelCount
const pairLength = 2 * labelCount

export const createScorer = (weights: Weights): Scorer => ({
  weights,
  words: createWordForms(),
  sums: new Int16Array(1024 * sumsLength),
  summed: 0,
  pairs: createPairs(4096),
})

const createPairs = (size: number): Pairs => ({
  count: 0,
  keys: new Int32Array(2 * size).fill(-1),
  sums: new Int16Array(size * pairLength),
})

/** So many forms, and so many pairs of them, are kept before all are forgotten. */
const mostForms = 16_384

/** Forgets what was kept where it is too much. To be called between paragraphs: no view is true any more. */
export function tidyScorer(scorer: Scorer): void {
  if (scorer.words.count > mostForms || scorer.pairs.count > mostForms) Object.assign(scorer, createScorer(scorer.weights))
}

const features = new Int32Array(Math.max(...wordFeatures, pairFeatures, jointFeatures))
/** The scores of the piece at hand, and those of a form or pair that is new. */
const scores = new Int32Array(labelCount)
const fresh = new Int32Array(labelCount)

/** The label scores of all pieces in the zones, a row each, zone after zone. */
export function scorePieces(scorer: Scorer, view: View, zones: readonly Zone[], total: number): Int16Array {
  sumForms(scorer)
  const all = new Int16Array(total * labelCount)
  let at = 0
  for (const zone of zones) {
    let run = runAt(view.pieces, zone, zone.first)
    for (let i = zone.first; i < zone.end; i++, at += labelCount) {
      if (i >= run.end) run = runAt(view.pieces, zone, i)
      for (let label = 0; label < labelCount; label++) scores[label] = 0
      addKept(scorer, view.forms, i + near)
      addFeatures(scorer.weights, writeJointFeatures(view, i, run, features, 0), scores)
      for (let label = 0; label < labelCount; label++) all[at + label] = scores[label] // `set` is slow between types
    }
  }
  return all
}

/** Adds to the scores what the words in reach of a piece say by themselves, and what it and its neighbours say together. */
function addKept(scorer: Scorer, forms: Int32Array, at: number): void {
  for (let place = 0; place < places.length; place++)
    addRow(scorer.sums, forms[at + places[place]] * sumsLength + place * labelCount)
  const left = pairOf(scorer, forms[at - 1], forms[at])
  addRow(scorer.pairs.sums, left)
  const right = pairOf(scorer, forms[at], forms[at + 1]) + labelCount
  addRow(scorer.pairs.sums, right)
}

function addRow(sums: Int16Array, from: number): void {
  for (let label = 0; label < labelCount; label++) scores[label] += sums[from + label]
}

/** Adds what the first features weigh to a row of scores. */
function addFeatures(weights: Weights, count: number, row: Int32Array): void {
  for (let f = 0; f < count; f++) addWeights(weights, features[f], row)
}

/** Adds up what forms say that are new. */
function sumForms(scorer: Scorer): void {
  const { words, weights } = scorer
  if (words.count * sumsLength > scorer.sums.length) {
    const sums = new Int16Array(2 * words.count * sumsLength)
    sums.set(scorer.sums)
    scorer.sums = sums
  }
  for (; scorer.summed < words.count; scorer.summed++)
    for (let place = 0; place < places.length; place++) {
      writeWordFeatures(words, scorer.summed, place, features, 0)
      fresh.fill(0)
      addFeatures(weights, wordFeatures[place], fresh)
      scorer.sums.set(fresh, scorer.summed * sumsLength + place * labelCount)
    }
}

/** Where the rows of a pair begin in its sums. */
function pairOf(scorer: Scorer, left: number, right: number): number {
  const { keys, sums } = scorer.pairs
  const slot = slotOf(keys, left, right)
  if (keys[2 * slot] >= 0) return slot * pairLength
  if (scorer.pairs.count * 4 >= keys.length) {
    growPairs(scorer)
    return pairOf(scorer, left, right)
  }
  keys[2 * slot] = left
  keys[2 * slot + 1] = right
  scorer.pairs.count++
  for (let side = 0; side < 2; side++) {
    writePairFeatures(scorer.words, left, right, side, features, 0)
    fresh.fill(0)
    addFeatures(scorer.weights, pairFeatures, fresh)
    sums.set(fresh, slot * pairLength + side * labelCount)
  }
  return slot * pairLength
}

/** The slot of a pair, or a free one. */
function slotOf(keys: Int32Array, left: number, right: number): number {
  const mask = keys.length / 2 - 1
  let slot = mix(left, right) & mask
  while (keys[2 * slot] >= 0 && (keys[2 * slot] !== left || keys[2 * slot + 1] !== right)) slot = (slot + 1) & mask
  return slot
}

function growPairs(scorer: Scorer): void {
  const { count, keys, sums } = scorer.pairs
  const larger = { ...createPairs(keys.length), count }
  for (let slot = 0; slot < keys.length / 2; slot++) {
    if (keys[2 * slot] < 0) continue
    const to = slotOf(larger.keys, keys[2 * slot], keys[2 * slot + 1])
    larger.keys.set(keys.subarray(2 * slot, 2 * slot + 2), 2 * to)
    larger.sums.set(sums.subarray(slot * pairLength, (slot + 1) * pairLength), to * pairLength)
  }
  scorer.pairs = larger
}
