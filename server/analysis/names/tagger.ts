import { featureBits, featureCount } from './features.ts'
import { isOpen, kindOf, labelCount, legalBefore, outcomes, outside } from './labels.ts'
import { packedModel } from './model.ts'
import { PackedReader } from './packed.ts'

/** A linear-chain conditional random field (Lafferty, McCallum and Pereira 2001) over BILOU labels: a row of label weights a feature, and a weight for each step from label to label. */
export interface Model {
  /** Adds up the weights of each piece's features: `count` rows of `labelCount` scores. */
  emit(features: Int32Array, count: number): Float32Array
  /** Weight of the step from label a to label b at `a * labelCount + b`. */
  readonly steps: Float32Array
  /** The steps as factors: e to the power of each. */
  readonly factors: Float64Array
  /** What the features of the story's evidence weigh, a row of weights of aspects each. */
  readonly evidence: Float32Array
}

let loaded: Model | undefined

/** The model that comes with Dateline, unpacked at its first use. */
export function model(): Model {
  loaded ??= unpackModel(packedModel)
  return loaded
}

/** Unpacks a model: the unit of the weights, the steps, the weights of evidence, the number of features, then for each its distance from the one before, which labels it weighs, and the weights. */
export function unpackModel(packed: string): Model {
  const reader = new PackedReader(packed)
  const unit = reader.float()
  const steps = Float32Array.from({ length: labelCount * labelCount }, () => reader.float())
  const evidence = Float32Array.from({ length: reader.number() }, () => reader.signedByte() * unit)
  return {
    steps,
    factors: Float64Array.from(steps, weight => Math.exp(weight)),
    evidence,
    emit: readEmitter(reader, unit),
  }
}

/** Features are found by the leading bits of their hashes; what is left of a hash and the number of its weights share sixteen bits. */
const bucketBits = 17
const restBits = featureBits - bucketBits
const countBits = 16 - restBits

function readEmitter(reader: PackedReader, unit: number): Model['emit'] {
  const count = reader.number()
  const starts = new Int32Array((1 << bucketBits) + 1)
  const packed = new Uint16Array(reader.left) // of each feature, in the order of the hashes: rest and number of weights, then label and weight of each
  let at = 0
  let key = 0
  let bucket = 0
  for (let i = 0; i < count; i++) {
    key += reader.number()
    while (bucket < key >> restBits) starts[++bucket] = at
    const labels = reader.number()
    const head = at++
    for (let label = 0; label < labelCount; label++) if ((labels >> label) & 1) packed[at++] = (label << 8) | reader.byte()
    packed[head] = ((key & ((1 << restBits) - 1)) << countBits) | (at - head - 1)
  }
  while (bucket < 1 << bucketBits) starts[++bucket] = at
  const entries = packed.slice(0, at)
  const sums = new Int32Array(labelCount)
  return (features, pieces) => {
    const scores = new Float32Array(pieces * labelCount)
    for (let i = 0; i < pieces; i++) {
      sums.fill(0)
      for (let f = i * featureCount; f < (i + 1) * featureCount; f++) addWeights(starts, entries, features[f], sums)
      for (let label = 0; label < labelCount; label++) scores[i * labelCount + label] = sums[label] * unit
    }
    return scores
  }
}

function addWeights(starts: Int32Array, entries: Uint16Array, feature: number, sums: Int32Array): void {
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

/** The legal steps, sorted by the label they lead to. */
const stepFrom = Uint8Array.from(legalBefore.flat())
const stepTo = Uint8Array.from(legalBefore.flatMap((from, to) => from.map(() => to)))

/**
 * Writes the likeliest row of labels for `count` pieces from piece `first` on, with nothing but text before and after (Viterbi 1967): each at its piece's place in
 * `labels`, whose piece 0 is that of the scores.
 */
export function writeLabels(scores: Float32Array, first: number, count: number, steps: Float32Array, labels: Uint8Array): void {
  const { best, from } = workspaceFor(count)
  best.fill(-Infinity, 0, count * labelCount)
  for (let to = 0; to < labelCount; to++)
    if (legalBefore[to][0] === outside) best[to] = steps[to] + scores[first * labelCount + to]
  for (let i = 1; i < count; i++) {
    const row = i * labelCount
    for (let step = 0; step < stepFrom.length; step++) {
      const to = row + stepTo[step]
      const value = best[row - labelCount + stepFrom[step]] + steps[stepFrom[step] * labelCount + stepTo[step]]
      if (value <= best[to]) continue
      best[to] = value
      from[to] = stepFrom[step]
    }
    for (let to = 0; to < labelCount; to++) best[row + to] += scores[first * labelCount + row + to]
  }
  let label = lastLabel(best, count, steps)
  for (let i = count - 1; i >= 0; i--) {
    labels[first + i] = label
    label = from[i * labelCount + label]
  }
}

function lastLabel(best: Float64Array, count: number, steps: Float32Array): number {
  let label = outside
  let top = -Infinity
  for (let to = 0; to < labelCount; to++) {
    const value = best[(count - 1) * labelCount + to] + steps[to * labelCount]
    if (isOpen(to) || value <= top) continue
    top = value
    label = to
  }
  return label
}

/**
 * Writes how likely each of `count` pieces from piece `first` on is to belong to a name of each kind, or to none: rows of `outcomes` shares that add up to one
 * (forward-backward, Rabiner 1989), at the pieces' places in `shares`.
 */
export function writeShares(
  scores: Float32Array,
  first: number,
  count: number,
  factors: Float64Array,
  shares: Float32Array,
): void {
  const { forward, backward } = sweep(scores, first, count, factors)
  for (let i = 0; i < count; i++) {
    let total = 0
    for (let label = 0; label < labelCount; label++) total += forward[i * labelCount + label] * backward[i * labelCount + label]
    for (let label = 0; label < labelCount; label++)
      shares[(first + i) * outcomes + kindOf(label)] +=
        (forward[i * labelCount + label] * backward[i * labelCount + label]) / total
  }
}

/** The rows that the passes over a zone write before they are read, a row of `labelCount` a piece. */
interface Workspace {
  readonly pieces: number
  readonly best: Float64Array
  readonly from: Uint8Array
  readonly own: Float64Array
  readonly forward: Float64Array
  readonly backward: Float64Array
}

const makeWorkspace = (pieces: number): Workspace => ({
  pieces,
  best: new Float64Array(pieces * labelCount),
  from: new Uint8Array(pieces * labelCount),
  own: new Float64Array(pieces * labelCount),
  forward: new Float64Array(pieces * labelCount),
  backward: new Float64Array(pieces * labelCount),
})

/** Used again and again: a story has thousands of zones, and making room for each took longer than the passes. */
const workspace = makeWorkspace(256)
const workspaceFor = (pieces: number) => (pieces <= workspace.pieces ? workspace : makeWorkspace(pieces))

/** Forward and backward sums, each piece's scaled so that nothing overflows: the first `count` rows, until the next call. */
export function sweep(
  scores: Float32Array,
  first: number,
  count: number,
  factors: Float64Array,
): { forward: Float64Array; backward: Float64Array } {
  const size = count * labelCount
  const { own, forward, backward } = workspaceFor(count)
  forward.fill(0, 0, size)
  backward.fill(0, 0, size)
  for (let i = 0; i < count; i++) {
    const row = i * labelCount
    let top = -Infinity
    for (let label = 0; label < labelCount; label++) top = Math.max(top, scores[first * labelCount + row + label])
    for (let label = 0; label < labelCount; label++) own[row + label] = Math.exp(scores[first * labelCount + row + label] - top)
    if (i === 0) for (let to = 0; to < labelCount; to++) forward[to] = legalBefore[to][0] === outside ? factors[to] : 0
    else
      for (let step = 0; step < stepFrom.length; step++)
        forward[row + stepTo[step]] +=
          forward[row - labelCount + stepFrom[step]] * factors[stepFrom[step] * labelCount + stepTo[step]]
    for (let label = 0; label < labelCount; label++) forward[row + label] *= own[row + label]
    scale(forward, row)
  }
  const end = size - labelCount
  for (let label = 0; label < labelCount; label++) backward[end + label] = isOpen(label) ? 0 : factors[label * labelCount]
  for (let row = end - labelCount; row >= 0; row -= labelCount) {
    const next = row + labelCount
    for (let step = 0; step < stepFrom.length; step++)
      backward[row + stepFrom[step]] +=
        backward[next + stepTo[step]] * own[next + stepTo[step]] * factors[stepFrom[step] * labelCount + stepTo[step]]
    scale(backward, row)
  }
  return { forward, backward }
}

function scale(sums: Float64Array, row: number): void {
  let total = 0
  for (let label = 0; label < labelCount; label++) total += sums[row + label]
  for (let label = 0; label < labelCount; label++) sums[row + label] /= total
}
