import type { NameCandidates, Tagger } from './candidates.ts'
import { writeLabels } from './chain.ts'
import { type Evidence, evidenceFeatures, writeEvidence } from './evidence.ts'
import { aspects, aspectsOf, eachName, labelCount } from './labels.ts'
import type { FoundName } from './settling/found.ts'

/** The names of a paragraph with the labels that its scores and the evidence of the story together make likeliest. */
export function decideNames(candidates: NameCandidates, evidence: Evidence, { model }: Tagger): readonly FoundName[] {
  const names: FoundName[] = []
  let at = 0
  for (const { first, end } of candidates.zones) {
    const count = end - first
    if (labels.length < count) makeRoom(count)
    for (let i = 0; i < count * labelCount; i++) scores[i] = candidates.scores[at * labelCount + i]
    for (let i = 0; i < count; i++)
      moveScores(scores, i, features, writeEvidence(evidence, candidates, first + i, at + i, features), model.evidence, moved)
    writeLabels(scores, 0, count, model.steps, labels)
    eachName(labels, 0, count, (from, to, kind) => names.push({ first: first + from, end: first + to, kind }))
    at += count
  }
  return names
}

/** The scores and labels of one zone and what one of its pieces is told by the evidence, written anew for each. */
let scores = new Int32Array(0)
let labels = new Uint8Array(0)
const features = new Int32Array(evidenceFeatures)
const moved = new Int32Array(aspects)

function makeRoom(pieces: number): void {
  scores = new Int32Array(2 * pieces * labelCount)
  labels = new Uint8Array(2 * pieces)
}

/** Adds what the first `count` features of evidence weigh to a row of label scores; `moved` has room for the sums of aspects. Whole numbers stay whole. */
export function moveScores(
  scores: Int32Array | Float32Array,
  row: number,
  features: Int32Array,
  count: number,
  weights: Int8Array | Float32Array,
  moved: Int32Array | Float64Array,
): void {
  if (count === 0) return
  moved.fill(0)
  for (let f = 0; f < count; f++)
    for (let aspect = 0; aspect < aspects; aspect++) moved[aspect] += weights[features[f] * aspects + aspect]
  for (let i = 0; i < movedLabels.length; i++) scores[row * labelCount + movedLabels[i]] += moved[movingAspects[i]]
}

/** Each label with each of its aspects, side by side. */
const movedLabels = Uint8Array.from(aspectsOf.flatMap((own, label) => own.map(() => label)))
const movingAspects = Uint8Array.from(aspectsOf.flat())
