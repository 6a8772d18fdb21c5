import type { Sentence } from '../sentences.ts'
import type { Tokens } from '../tokens.ts'
import { featureCount, viewPieces, writeFeatures } from './features.ts'
import { labelCount, outcomes } from './labels.ts'
import { type Lexicon, lexicon } from './lexicon.ts'
import { type Pieces, readPieces } from './pieces.ts'
import { bestLabels, type Model, model, outcomeShares } from './tagger.ts'
import { readZones, type Zone } from './zones.ts'

/**
 * Where a paragraph may have names, as the tagger sees it from the paragraph alone. The pieces of all zones stand in one row, zone after zone:
 * `scores` has a row of label scores for each, `shares` how likely it is of each kind or none, `labels` the likeliest BILOU labels.
 */
export interface NameCandidates {
  readonly pieces: Pieces
  readonly zones: readonly Zone[]
  readonly scores: Float32Array
  readonly shares: Float32Array
  readonly labels: Uint8Array
}

/** What the tagger has learnt. */
export interface Tagger {
  readonly lexicon: Lexicon
  readonly model: Model
}

/** The tagger that comes with Dateline. */
export const shippedTagger = (): Tagger => ({ lexicon: lexicon(), model: model() })

/** Reads where a paragraph may have names, and how sure that is. Linear in the paragraph. */
export function readNameCandidates(tokens: Tokens, sentences: readonly Sentence[], tagger = shippedTagger()): NameCandidates {
  const pieces = readPieces(tokens, sentences, tagger.lexicon)
  const zones = readZones(pieces)
  const total = zones.reduce((sum, { first, end }) => sum + end - first, 0)
  const scores = new Float32Array(total * labelCount)
  const shares = new Float32Array(total * outcomes)
  const labels = new Uint8Array(total)
  if (total === 0) return { pieces, zones, scores, shares, labels }
  const views = viewPieces(pieces, tagger.lexicon)
  const { emit, steps, factors } = tagger.model
  let at = 0
  for (const zone of zones) {
    const count = zone.end - zone.first
    const features = new Int32Array(count * featureCount)
    writeFeatures(views, zone, features)
    const own = emit(features, count)
    scores.set(own, at * labelCount)
    shares.set(outcomeShares(own, 0, count, factors), at * outcomes)
    labels.set(bestLabels(own, 0, count, steps), at)
    at += count
  }
  return { pieces, zones, scores, shares, labels }
}
