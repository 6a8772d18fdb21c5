import { featureBits, featureCount } from './features.ts'
import { isOpen, kindOf, labelCount, legalBefore, outcomes } from './labels.ts'
import { packedModel } from './model.ts'
import { PackedReader } from './packed.ts'

/** A linear-chain conditional random field (Lafferty, McCallum and Pereira 2001) over BILOU labels: a row of label weights a feature, and a weight for each step from label to label. */
export interface Model {
  /** Adds up the weights of each piece's features: `count` rows of `labelCount` scores. */
  emit(features: Int32Array, count: number): Float32Array
  /** Weight of the step from label a to label b at `a * labelCount + b`. */
  readonly steps: Float32Array
  /** What the features of the story's evidence weigh, a row of label weights each. */
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
  const count = reader.number()
  const weights = new Int8Array(count * labelCount)
  let size = 1024
  while (size < count * 2) size *= 2
  const keys = new Int32Array(size).fill(-1)
  const rows = new Int32Array(size)
  let key = 0
  for (let row = 0; row < count; row++) {
    key += reader.number()
    let slot = spread(key) & (size - 1)
    while (keys[slot] !== -1) slot = (slot + 1) & (size - 1)
    keys[slot] = key
    rows[slot] = row * labelCount
    const labels = reader.number()
    for (let label = 0; label < labelCount; label++) if ((labels >> label) & 1) weights[row * labelCount + label] = reader.byte()
  }
  const sums = new Int32Array(labelCount)
  return {
    steps,
    evidence,
    emit(features, pieces) {
      const scores = new Float32Array(pieces * labelCount)
      for (let i = 0; i < pieces; i++) {
        sums.fill(0)
        for (let f = i * featureCount; f < (i + 1) * featureCount; f++) {
          const wanted = features[f]
          let slot = spread(wanted) & (size - 1)
          while (keys[slot] !== wanted && keys[slot] !== -1) slot = (slot + 1) & (size - 1)
          if (keys[slot] === -1) continue
          const row = rows[slot]
          for (let label = 0; label < labelCount; label++) sums[label] += weights[row + label]
        }
        for (let label = 0; label < labelCount; label++) scores[i * labelCount + label] = sums[label] * unit
      }
      return scores
    },
  }
}

const spread = (key: number) => key ^ (key >>> (featureBits - 16))

/** The likeliest row of labels for `count` pieces from piece `first` of the scores, with nothing but text before and after (Viterbi 1967). */
export function bestLabels(scores: Float32Array, first: number, count: number, steps: Float32Array): Uint8Array {
  const best = new Float64Array(count * labelCount).fill(-Infinity)
  const from = new Uint8Array(count * labelCount)
  for (let i = 0; i < count; i++) {
    for (let to = 0; to < labelCount; to++) {
      let top = -Infinity
      let topFrom = 0
      if (i === 0) top = legalBefore[to].includes(0) ? steps[to] : -Infinity
      else
        for (const label of legalBefore[to]) {
          const value = best[(i - 1) * labelCount + label] + steps[label * labelCount + to]
          if (value > top) {
            top = value
            topFrom = label
          }
        }
      best[i * labelCount + to] = top + scores[(first + i) * labelCount + to]
      from[i * labelCount + to] = topFrom
    }
  }
  const path = new Uint8Array(count)
  let label = 0
  let top = -Infinity
  for (let to = 0; to < labelCount; to++) {
    const value = best[(count - 1) * labelCount + to] + steps[to * labelCount]
    if (isOpen(to) || value <= top) continue
    top = value
    label = to
  }
  for (let i = count - 1; i >= 0; i--) {
    path[i] = label
    label = from[i * labelCount + label]
  }
  return path
}

/** How likely each piece is to belong to a name of each kind, or to none: `count` rows of `outcomes` shares that add up to one (forward-backward, Rabiner 1989). */
export function outcomeShares(scores: Float32Array, first: number, count: number, steps: Float32Array): Float32Array {
  const shares = new Float32Array(count * outcomes)
  const { forward, backward } = sweep(scores, first, count, expAll(steps))
  for (let i = 0; i < count; i++) {
    let total = 0
    for (let label = 0; label < labelCount; label++) total += forward[i * labelCount + label] * backward[i * labelCount + label]
    for (let label = 0; label < labelCount; label++)
      shares[i * outcomes + kindOf(label)] += (forward[i * labelCount + label] * backward[i * labelCount + label]) / total
  }
  return shares
}

const expCache = new WeakMap<Float32Array, Float64Array>()
/** The steps as factors, kept for as long as the steps are. */
function expAll(steps: Float32Array): Float64Array {
  let factors = expCache.get(steps)
  if (!factors) {
    factors = Float64Array.from(steps, value => Math.exp(value))
    expCache.set(steps, factors)
  }
  return factors
}

/** Forward and backward sums, each piece's scaled so that nothing overflows. The factors of the pieces themselves are in `forward`. */
export function sweep(
  scores: Float32Array,
  first: number,
  count: number,
  factors: Float64Array,
): { forward: Float64Array; backward: Float64Array; logSum: number } {
  const forward = new Float64Array(count * labelCount)
  const backward = new Float64Array(count * labelCount)
  const pieceFactors = new Float64Array(count * labelCount)
  let logSum = 0
  for (let i = 0; i < count; i++) {
    const row = i * labelCount
    let top = -Infinity
    for (let label = 0; label < labelCount; label++) top = Math.max(top, scores[(first + i) * labelCount + label])
    logSum += top
    let total = 0
    for (let to = 0; to < labelCount; to++) {
      pieceFactors[row + to] = Math.exp(scores[(first + i) * labelCount + to] - top)
      let sum = 0
      if (i === 0) sum = legalBefore[to][0] === 0 ? factors[to] : 0
      else for (const label of legalBefore[to]) sum += forward[row - labelCount + label] * factors[label * labelCount + to]
      forward[row + to] = sum * pieceFactors[row + to]
      total += forward[row + to]
    }
    logSum += Math.log(total)
    for (let label = 0; label < labelCount; label++) forward[row + label] /= total
  }
  let end = 0
  for (let i = count - 1; i >= 0; i--) {
    const row = i * labelCount
    if (i === count - 1) {
      for (let label = 0; label < labelCount; label++) {
        backward[row + label] = isOpen(label) ? 0 : factors[label * labelCount]
        end += forward[row + label] * backward[row + label]
      }
      logSum += Math.log(end)
      continue
    }
    let total = 0
    for (let to = 0; to < labelCount; to++) {
      const onward = backward[row + labelCount + to] * pieceFactors[row + labelCount + to]
      if (onward === 0) continue
      for (const label of legalBefore[to]) backward[row + label] += onward * factors[label * labelCount + to]
    }
    for (let label = 0; label < labelCount; label++) total += backward[row + label]
    for (let label = 0; label < labelCount; label++) backward[row + label] /= total
  }
  return { forward, backward, logSum }
}
