import { readMarks } from '../../server/analysis/marks.ts'
import { type NameCandidates, readNameCandidates, type Tagger } from '../../server/analysis/names/candidates.ts'
import { scoreUnit } from '../../server/analysis/names/chain.ts'
import { moveScores } from '../../server/analysis/names/deciding.ts'
import {
  addEvidence,
  createEvidence,
  evidenceFeatures,
  evidenceSize,
  writeEvidence,
} from '../../server/analysis/names/evidence.ts'
import { aspects, aspectsOf, labelCount } from '../../server/analysis/names/labels.ts'
import { readSentences } from '../../server/analysis/sentences.ts'
import { readTokens } from '../../server/analysis/tokens.ts'
import type { Document } from './corpus.ts'
import { passOver } from './passes.ts'
import { shuffled } from './random.ts'
import { labelPieces, zoneLabels } from './samples.ts'

/** A zone of a story with what the paragraph says of it, what the story knows besides, and what is right. */
interface StorySample {
  readonly scores: Float32Array
  /** The features of each piece, `evidenceFeatures` a piece, and how many each has. */
  readonly features: Int32Array
  readonly counts: Uint8Array
  readonly labels: Uint8Array
}

const settings = { rounds: 15, rate: 0.2, decay: 0.1, start: 1 }

/**
 * Learns how much the story's evidence weighs on top of the paragraph's scores: rows of weights of aspects for each feature of evidence. The tagger of each
 * pair must not have seen the stories beside it, or it would seem surer than it is.
 */
export function trainEvidence(parts: readonly { tagger: Tagger; stories: readonly Document[] }[]): Float32Array {
  const samples = parts.flatMap(({ tagger, stories }) => stories.flatMap(story => storySamples(story, tagger)))
  const { factors } = parts[0].tagger.model
  const weights = new Float32Array(evidenceSize * aspects)
  const moved = new Float64Array(aspects)
  const squares = new Float32Array(evidenceSize * aspects).fill(settings.start)
  for (let round = 0; round < settings.rounds; round++) {
    for (const sample of shuffled(samples, round)) learn(sample)
    for (let i = 0; i < weights.length; i++) weights[i] *= 1 - settings.decay
  }
  return weights

  function learn({ scores, features, counts, labels }: StorySample): void {
    const count = labels.length
    const sums = scores.slice()
    const own = (i: number) => features.subarray(i * evidenceFeatures, i * evidenceFeatures + counts[i])
    for (let i = 0; i < count; i++) moveScores(sums, i, own(i), counts[i], weights, moved)
    const { forward, backward } = passOver(sums, count, factors)
    for (let i = 0; i < count; i++) {
      const slopes = new Float64Array(aspects)
      let total = 0
      for (let label = 0; label < labelCount; label++) total += forward[i * labelCount + label] * backward[i * labelCount + label]
      for (let label = 0; label < labelCount; label++) {
        const share = (forward[i * labelCount + label] * backward[i * labelCount + label]) / total
        for (const aspect of aspectsOf[label]) slopes[aspect] += (label === labels[i] ? 1 : 0) - share
      }
      for (const feature of own(i))
        for (let aspect = 0; aspect < aspects; aspect++) {
          const at = feature * aspects + aspect
          squares[at] += slopes[aspect] * slopes[aspect]
          weights[at] += (settings.rate * slopes[aspect]) / Math.sqrt(squares[at])
        }
    }
  }
}

function storySamples({ paragraphs }: Document, tagger: Tagger): StorySample[] {
  const readings = paragraphs.map(({ text, names }) => {
    const tokens = readTokens(text, readMarks(text))
    const candidates = readNameCandidates(tokens, readSentences(tokens), tagger)
    return { candidates, labels: labelPieces(candidates.pieces, names) }
  })
  const evidence = createEvidence()
  for (const { candidates } of readings) addEvidence(evidence, candidates, 1)
  return readings.flatMap(({ candidates, labels }) => zoneSamples(candidates, labels))

  function zoneSamples(candidates: NameCandidates, labels: Uint8Array): StorySample[] {
    let at = 0
    return candidates.zones.map(zone => {
      const count = zone.end - zone.first
      const features = new Int32Array(count * evidenceFeatures)
      const counts = new Uint8Array(count)
      const scores = Float32Array.from(
        candidates.scores.subarray(at * labelCount, (at + count) * labelCount),
        score => score * scoreUnit,
      )
      for (let i = 0; i < count; i++, at++)
        counts[i] = writeEvidence(evidence, candidates, zone.first + i, at, features.subarray(i * evidenceFeatures))
      return { scores, features, counts, labels: zoneLabels(labels, zone) }
    })
  }
}
