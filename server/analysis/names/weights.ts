import { featureBits } from './features.ts'
import { labelCount } from './labels.ts'
import type { PackedReader } from './packed.ts'

/**
 * The weights of features, in the order of their hashes: a feature is found by the leading bits of its hash. Of each feature there is a head (what is left of its
 * hash, number of its weights), then label and weight of each.
 */
export interface Weights {
  readonly starts: Int32Array
  readonly entries: Uint16Array
}

const bucketBits = 15
const restBits = featureBits - bucketBits
const countBits = 16 - restBits

/** Unpacks weights: the number of features, then for each its distance from the one before, which labels it weighs, and the weights. */
export function readWeights(reader: PackedReader): Weights {
  const count = reader.number()
  const starts = new Int32Array((1 << bucketBits) + 1)
  const entries = new Uint16Array(reader.left)
  let at = 0
  let key = 0
  let bucket = 0
  for (let i = 0; i < count; i++) {
    key += reader.number()
    while (bucket < key >> restBits) starts[++bucket] = at
    const labels = (reader.digit() << 12) | reader.pair()
    const head = at++
    for (let label = 0; label < labelCount; label++)
      if ((labels >> label) & 1) entries[at++] = (label << 8) | (reader.signed() & 255)
    entries[head] = ((key & ((1 << restBits) - 1)) << countBits) | (at - head - 1)
  }
  while (bucket < 1 << bucketBits) starts[++bucket] = at
  return { starts, entries: entries.slice(0, at) }
}

/** Adds what a feature weighs to a row of label scores. */
export function addWeights({ starts, entries }: Weights, feature: number, sums: Int32Array): void {
  const bucket = feature >> restBits
  const rest = feature & ((1 << restBits) - 1)
  const end = starts[bucket + 1]
  for (let at = starts[bucket]; at < end; ) {
    const head = entries[at++]
    const next = at + (head & ((1 << countBits) - 1))
    if (head >> countBits === rest) {
      for (; at < next; at++) sums[entries[at] >> 8] += (entries[at] << 24) >> 24
      return
    }
    at = next
  }
}
