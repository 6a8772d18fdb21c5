import { stepCount, stepOf } from '../../server/analysis/names/chain.ts'
import { featureCount } from '../../server/analysis/names/features.ts'
import { labelCount, outside } from '../../server/analysis/names/labels.ts'
import { passOver } from './passes.ts'
import { shuffled } from './random.ts'

/** A zone to learn from: `features` has `featureCount` hashes a piece, `labels` what is right. Domain 0 is the one that the field will read. */
export interface Sample {
  readonly features: Int32Array
  readonly labels: Uint8Array
  readonly domain: number
  readonly weight: number
}

/** Weights of labels: row `i` of `weights` for the feature `keys[i]`, `steps` from label to label. */
export interface Field {
  readonly keys: readonly number[]
  readonly weights: Float32Array
  readonly steps: Float32Array
}

export interface Settings {
  /** Rounds over the samples of other domains, then over those of domain 0 with some of the others among them. */
  readonly rounds: number
  readonly ownRounds: number
  /** The share of the others that goes along in the second part. */
  readonly replay: number
  readonly rate: number
  /** What each weight loses towards zero after a round, and the share that it loses. */
  readonly shrink: number
  readonly decay: number
  /** A feature must be seen with this much weight to be learnt. */
  readonly atLeast: number
}

/** Weights with the sum of the squares of their slopes. */
interface Learnt {
  readonly weights: Float32Array
  readonly squares: Float32Array
}

/** A zone that was read rightly and surely rests for this many rounds. */
const rest = 2

/**
 * Trains conditional random fields by stochastic gradient with a step of its own for each weight (AdaGrad, Duchi, Hazan and Singer 2011): first on the samples
 * of other domains, then on those of domain 0, which have weights of their own on top of the common ones (Daumé 2007). One field comes out for each list of
 * samples of domain 0. The same samples give the same weights.
 */
export function trainFields(others: readonly Sample[], lists: readonly (readonly Sample[])[], settings: Settings): Field[] {
  const { index, keys } = indexFeatures([...others, ...new Set(lists.flat())], settings.atLeast)
  const rowOf = (sample: Sample) => sample.features.map(key => index.get(key) ?? -1)
  const rows = new Map<Sample, Int32Array>()
  for (const sample of [...others, ...lists.flat()]) if (!rows.has(sample)) rows.set(sample, rowOf(sample))
  const learner = createLearner(keys.length, settings.rate)
  learn(learner, others, rows, settings, settings.rounds)
  const before = learner.save()
  return lists.map(list => {
    learner.restore(before)
    const replayed = shuffled(others, 1).slice(0, others.length * settings.replay)
    learn(learner, [...list, ...replayed], rows, settings, settings.ownRounds)
    return { keys, weights: learner.sum(), steps: learner.steps.slice() }
  })
}

function learn(
  learner: Learner,
  samples: readonly Sample[],
  rows: ReadonlyMap<Sample, Int32Array>,
  settings: Settings,
  rounds: number,
): void {
  const restsUntil = new Uint8Array(samples.length)
  const indexes = samples.map((_, i) => i)
  for (let round = 0; round < rounds; round++) {
    for (const i of shuffled(indexes, round)) {
      const row = rows.get(samples[i])
      if (!row || restsUntil[i] > round) continue
      const error = learner.learn(samples[i], row)
      if (error < 0.03) restsUntil[i] = round + 1 + rest
    }
    learner.shrink(settings)
  }
}

type Learner = ReturnType<typeof createLearner>

function createLearner(features: number, rate: number) {
  const empty = (size: number): Learnt => ({ weights: new Float32Array(size), squares: new Float32Array(size).fill(0.1) })
  const common = empty(features * labelCount)
  const own = empty(features * labelCount)
  const steps = empty(stepCount)
  const factors = new Float64Array(stepCount).fill(1)
  const gradient = new Float32Array(labelCount)

  const move = ({ weights, squares }: Learnt, at: number, slope: number) => {
    squares[at] += slope * slope
    weights[at] += (rate * slope) / Math.sqrt(squares[at])
  }

  const learn = ({ labels, domain, weight }: Sample, row: Int32Array): number => {
    const count = labels.length
    const scores = emit(row, count, domain)
    const { own: likely, forward, backward } = passOver(scores, count, factors)
    let error = 0
    for (let i = 0; i < count; i++) {
      let total = 0
      for (let label = 0; label < labelCount; label++) {
        gradient[label] = forward[i * labelCount + label] * backward[i * labelCount + label]
        total += gradient[label]
      }
      for (let label = 0; label < labelCount; label++)
        gradient[label] = weight * ((label === labels[i] ? 1 : 0) - gradient[label] / total)
      error = Math.max(error, gradient[labels[i]])
      if (gradient[labels[i]] < 0.003) continue
      for (let f = i * featureCount; f < (i + 1) * featureCount; f++) {
        if (row[f] < 0) continue
        for (let label = 0; label < labelCount; label++) {
          const slope = gradient[label]
          if (slope < 1e-4 && slope > -1e-4) continue
          move(common, row[f] * labelCount + label, slope)
          if (domain === 0) move(own, row[f] * labelCount + label, slope)
        }
      }
    }
    if (error > 0.01) learnSteps(labels, likely, forward, backward, weight)
    return error
  }

  const emit = (row: Int32Array, count: number, domain: number): Float32Array => {
    const scores = new Float32Array(count * labelCount)
    for (let i = 0; i < count; i++)
      for (let f = i * featureCount; f < (i + 1) * featureCount; f++) {
        if (row[f] < 0) continue
        const from = row[f] * labelCount
        for (let label = 0; label < labelCount; label++) scores[i * labelCount + label] += common.weights[from + label]
        if (domain === 0)
          for (let label = 0; label < labelCount; label++) scores[i * labelCount + label] += own.weights[from + label]
      }
    return scores
  }

  const slopes = new Float64Array(stepCount)
  const learnSteps = (
    labels: Uint8Array,
    likely: Float64Array,
    forward: Float64Array,
    backward: Float64Array,
    weight: number,
  ) => {
    slopes.fill(0)
    for (let i = 0; i <= labels.length; i++) {
      slopes[stepOf(labels[i - 1] ?? outside, labels[i] ?? outside)] += 1
      addExpectedStep(i, labels.length, likely, forward, backward)
    }
    for (let at = 0; at < stepCount; at++) {
      if (slopes[at] < 1e-4 && slopes[at] > -1e-4) continue
      move(steps, at, slopes[at] * weight)
      factors[at] = Math.exp(steps.weights[at])
    }
  }

  const expected = new Float64Array(stepCount)
  /** Takes from the slopes how likely each step into piece `i` is; before the first piece and behind the last stands text. */
  const addExpectedStep = (i: number, count: number, likely: Float64Array, forward: Float64Array, backward: Float64Array) => {
    expected.fill(0)
    let total = 0
    const before = (i - 1) * labelCount
    const row = i * labelCount
    for (const [from, to, step] of legalSteps) {
      if ((i === 0 && from !== outside) || (i === count && to !== outside)) continue
      const share =
        (i === 0 ? 1 : forward[before + from]) * factors[step] * (i === count ? 1 : likely[row + to] * backward[row + to])
      expected[step] += share
      total += share
    }
    if (total > 0) for (let at = 0; at < stepCount; at++) if (expected[at] > 0) slopes[at] -= expected[at] / total
  }

  const shrink = ({ decay, shrink: loss }: Settings) => {
    for (const { weights } of [common, own])
      for (let i = 0; i < weights.length; i++) {
        const weight = weights[i] * (1 - decay)
        weights[i] = weight > loss ? weight - loss : weight < -loss ? weight + loss : 0
      }
  }

  const all = [common.weights, common.squares, own.weights, own.squares, steps.weights, steps.squares]
  const save = () => all.map(array => array.slice())
  const restore = (saved: readonly Float32Array[]) => {
    for (const [i, array] of all.entries()) array.set(saved[i])
    for (let at = 0; at < factors.length; at++) factors[at] = Math.exp(steps.weights[at])
  }
  const sum = () => common.weights.map((weight, i) => weight + own.weights[i])
  return { learn, shrink, save, restore, sum, steps: steps.weights }
}

/** The steps that may be: from label, to label, number. */
const legalSteps = Array.from({ length: labelCount * labelCount }, (_, i) => [Math.floor(i / labelCount), i % labelCount])
  .map(([from, to]) => [from, to, stepOf(from, to)] as const)
  .filter(([, , step]) => step >= 0)

/** Numbers the features that are seen often enough, in the order of their hashes. */
function indexFeatures(samples: readonly Sample[], atLeast: number): { index: Map<number, number>; keys: number[] } {
  const seen = new Map<number, number>()
  for (const { features, weight } of samples)
    for (const key of features) if (key >= 0) seen.set(key, (seen.get(key) ?? 0) + Math.max(weight, 0.5))
  const keys = [...seen]
    .filter(([, count]) => count >= atLeast)
    .map(([key]) => key)
    .sort((a, b) => a - b)
  return { index: new Map(keys.map((key, i) => [key, i])), keys }
}
