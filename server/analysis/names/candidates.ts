import type { Sentence } from '../sentences.ts'
import type { Tokens } from '../tokens.ts'
import { writeLabels, writeShares } from './chain.ts'
import { viewPieces } from './features.ts'
import { outcomes } from './labels.ts'
import { type Lexicon, lexicon } from './lexicon.ts'
import { type Pieces, readPieces } from './pieces.ts'
import { createScorer, type Scorer, scorePieces, tidyScorer } from './scorer.ts'
import { type Model, model } from './tagger.ts'
import { readZones, type Zone } from './zones.ts'

/**
 * Where a paragraph may have names, as the tagger sees it from the paragraph alone. The pieces of all zones stand in one row, zone after zone: `scores` has a row
 * of label scores for each, `shares` how likely it is of each kind or none, in steps of `wholeShare`, `labels` the likeliest BILOU labels.
 */
export interface NameCandidates {
  readonly pieces: Pieces
  readonly zones: readonly Zone[]
  readonly scores: Int16Array
  readonly shares: Int16Array
  readonly labels: Uint8Array
}

/** What the tagger has learnt, and what it keeps while it reads. */
export interface Tagger {
  readonly lexicon: Lexicon
  readonly model: Model
  readonly scorer: Scorer
}

export const createTagger = (lexicon: Lexicon, model: Model): Tagger => ({ lexicon, model, scorer: createScorer(model.weights) })

let shipped: Tagger | undefined

/** The tagger that comes with Dateline. */
export function shippedTagger(): Tagger {
  shipped ??= createTagger(lexicon(), model())
  return shipped
}

/** Reads where a paragraph may have names, and how sure that is. Linear in the paragraph. */
export function readNameCandidates(tokens: Tokens, sentences: readonly Sentence[], tagger = shippedTagger()): NameCandidates {
  const { lexicon, scorer, model } = tagger
  const pieces = readPieces(tokens, sentences, lexicon)
  const zones = readZones(pieces)
  if (zones.length === 0) return { pieces, zones, scores: noScores, shares: noScores, labels: noLabels }
  let total = 0
  for (const { first, end } of zones) total += end - first
  tidyScorer(scorer)
  const scores = scorePieces(scorer, viewPieces(pieces, zones, scorer.words, lexicon), zones, total)
  const shares = new Int16Array(total * outcomes)
  const labels = new Uint8Array(total)
  let at = 0
  for (const { first, end } of zones) {
    writeShares(scores, at, end - first, model.factors, shares)
    writeLabels(scores, at, end - first, model.steps, labels)
    at += end - first
  }
  return { pieces, zones, scores, shares, labels }
}

const noScores = new Int16Array(0)
const noLabels = new Uint8Array(0)
