import type { Sentence } from '../sentences.ts'
import type { Tokens } from '../tokens.ts'
import { featureCount, viewPieces, writeFeatures } from './features.ts'
import { outcomes } from './labels.ts'
import { type Lexicon, lexicon } from './lexicon.ts'
import { type Pieces, readPieces } from './pieces.ts'
import { type Model, model, writeLabels, writeShares } from './tagger.ts'
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
  const shares = new Float32Array(total * outcomes)
  const labels = new Uint8Array(total)
  if (total === 0) return { pieces, zones, scores: noScores, shares, labels }
  const features = new Int32Array(total * featureCount)
  const views = viewPieces(pieces, zones, tagger.lexicon)
  let at = 0
  for (const zone of zones) {
    writeFeatures(views, zone, features, at * featureCount)
    at += zone.end - zone.first
  }
  const { emit, steps, factors } = tagger.model
  const scores = emit(features, total)
  at = 0
  for (const { first, end } of zones) {
    writeShares(scores, at, end - first, factors, shares)
    writeLabels(scores, at, end - first, steps, labels)
    at += end - first
  }
  return { pieces, zones, scores, shares, labels }
}

const noScores = new Float32Array(0)
