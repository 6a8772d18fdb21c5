import { scoreUnit, stepCount } from './chain.ts'
import { packedModel } from './model.ts'
import { PackedReader } from './packed.ts'
import { readWeights, type Weights } from './weights.ts'

/**
 * A linear-chain conditional random field (Lafferty, McCallum and Pereira 2001) over BILOU labels: a row of label weights a feature, and a weight for each step
 * from label to label. All weights are whole steps of `scoreUnit`, so that sums of them come out the same in every order.
 */
export interface Model {
  readonly weights: Weights
  /** Weights of steps, by their numbers (`stepOf`), and the same as powers of e. */
  readonly steps: Int16Array
  readonly factors: Float64Array
  /** What the features of the story's evidence weigh, a row of weights of aspects each. */
  readonly evidence: Int8Array
}

let loaded: Model | undefined

/** The model that comes with Dateline, unpacked at its first use. */
export function model(): Model {
  loaded ??= unpackModel(packedModel)
  return loaded
}

/** Unpacks a model: the steps, the weights of evidence, then those of features. */
export function unpackModel(packed: string): Model {
  const reader = new PackedReader(packed)
  const steps = Int16Array.from({ length: stepCount }, () => reader.signed())
  const evidence = Int8Array.from({ length: reader.number() }, () => reader.signed())
  return {
    steps,
    factors: Float64Array.from(steps, weight => Math.exp(weight * scoreUnit)),
    evidence,
    weights: readWeights(reader),
  }
}
