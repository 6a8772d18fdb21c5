import { featureCount } from '../../server/analysis/names/features.ts'
import { isOpen, labelCount, legalBefore } from '../../server/analysis/names/labels.ts'
import { sweep } from '../../server/analysis/names/tagger.ts'
import { shuffled } from './random.ts'

/** A zone to learn from: `features` has `featureCount` hashes a piece, `labels` what is right. */
export interface Sample {
  readonly features: Int32Array
  readonly labels: Uint8Array
  readonly domain: number
  readonly weight: number
}

export interface Field {
  readonly keys: readonly number[]
  readonly weights: Float32Array
  readonly steps: Float32Array
}

export interface Settings {
  readonly domains: number
  readonly rounds: number
  readonly rate: number
  readonly decay: number
  /** A feature must be seen with this much weight to be learnt. */
  readonly atLeast: number
}

/**
 * Trains a conditional random field by stochastic gradient with a step of its own for each weight (AdaGrad, Duchi, Hazan and Singer 2011). Every domain has
 * weights of its own on top of the common ones (Daumé 2007); what comes out are those of domain 0. The same samples give the same weights.
 */
export function trainField(samples: readonly Sample[], { domains, rounds, rate, decay, atLeast }: Settings): Field {
  const { index, keys } = indexFeatures(samples, atLeast)
  const rows = samples.map(({ features }) => features.map(key => index.get(key) ?? -1))
  const size = keys.length * labelCount
  const common = new Float32Array(size)
  const own = Array.from({ length: domains }, () => new Float32Array(size))
  const commonSquares = new Float32Array(size)
  const ownSquares = Array.from({ length: domains }, () => new Float32Array(size))
  const steps = new Float32Array(labelCount * labelCount)
  const stepSquares = new Float32Array(labelCount * labelCount)
  const order = samples.map((_, i) => i)

  for (let round = 0; round < rounds; round++) {
    for (const s of shuffled(order, round)) learn(samples[s], rows[s])
    const keep = 1 - decay
    for (const array of [common, ...own]) for (let i = 0; i < size; i++) array[i] *= keep
  }
  const weights = common.map((weight, i) => weight + own[0][i])
  return { keys, weights, steps }

  function learn({ labels, domain, weight }: Sample, row: Int32Array): void {
    const count = labels.length
    const special = own[domain]
    const specialSquares = ownSquares[domain]
    const scores = new Float32Array(count * labelCount)
    for (let i = 0; i < count; i++)
      for (let f = i * featureCount; f < (i + 1) * featureCount; f++) {
        if (row[f] < 0) continue
        const from = row[f] * labelCount
        for (let label = 0; label < labelCount; label++)
          scores[i * labelCount + label] += common[from + label] + special[from + label]
      }
    const factors = Float64Array.from(steps, value => Math.exp(value))
    const { forward, backward } = sweep(scores, 0, count, factors)
    const gradient = new Float32Array(labelCount)
    for (let i = 0; i < count; i++) {
      let total = 0
      for (let label = 0; label < labelCount; label++) {
        gradient[label] = forward[i * labelCount + label] * backward[i * labelCount + label]
        total += gradient[label]
      }
      for (let label = 0; label < labelCount; label++)
        gradient[label] = weight * ((label === labels[i] ? 1 : 0) - gradient[label] / total)
      if (Math.abs(gradient[labels[i]]) < 0.002) continue
      for (let f = i * featureCount; f < (i + 1) * featureCount; f++) {
        if (row[f] < 0) continue
        const from = row[f] * labelCount
        for (let label = 0; label < labelCount; label++) {
          const slope = gradient[label]
          if (slope < 1e-4 && slope > -1e-4) continue
          const at = from + label
          commonSquares[at] += slope * slope
          common[at] += (rate * slope) / Math.sqrt(commonSquares[at] + 0.1)
          specialSquares[at] += slope * slope
          special[at] += (rate * slope) / Math.sqrt(specialSquares[at] + 0.1)
        }
      }
    }
    learnSteps(labels, scores, forward, backward, factors, weight)
  }

  function learnSteps(
    labels: Uint8Array,
    scores: Float32Array,
    forward: Float64Array,
    backward: Float64Array,
    factors: Float64Array,
    weight: number,
  ): void {
    const count = labels.length
    const slopes = new Map<number, number>()
    const add = (from: number, to: number, value: number) =>
      slopes.set(from * labelCount + to, (slopes.get(from * labelCount + to) ?? 0) + value)
    for (let i = 0; i <= count; i++) {
      const previous = i === 0 ? 0 : labels[i - 1]
      const next = i === count ? 0 : labels[i]
      add(previous, next, 1)
      const expected: [number, number, number][] = []
      let total = 0
      for (let to = 0; to < labelCount; to++) {
        if (i === count && to > 0) break
        const after =
          i === count ? 1 : Math.exp(scores[i * labelCount + to] - scores[i * labelCount + next]) * backward[i * labelCount + to]
        if (after === 0) continue
        for (const from of legalBefore[to]) {
          if (i === 0 && from > 0) break
          if (i === count && isOpen(from)) continue
          const value = (i === 0 ? 1 : forward[(i - 1) * labelCount + from]) * factors[from * labelCount + to] * after
          total += value
          expected.push([from, to, value])
        }
      }
      if (total > 0 && Number.isFinite(total)) for (const [from, to, value] of expected) add(from, to, -value / total)
    }
    for (const [at, slope] of slopes) {
      if (Math.abs(slope) < 1e-4) continue
      stepSquares[at] += weight * weight * slope * slope
      steps[at] += (rate * weight * slope) / Math.sqrt(stepSquares[at] + 0.1)
    }
  }
}

/** Numbers the features that are seen often enough, in the order of their hashes. */
function indexFeatures(samples: readonly Sample[], atLeast: number): { index: Map<number, number>; keys: number[] } {
  const seen = new Map<number, number>()
  for (const { features, weight } of samples)
    for (const key of features) seen.set(key, (seen.get(key) ?? 0) + Math.max(weight, 0.5))
  const keys = [...seen]
    .filter(([, count]) => count >= atLeast)
    .map(([key]) => key)
    .sort((a, b) => a - b)
  return { index: new Map(keys.map((key, i) => [key, i])), keys }
}
