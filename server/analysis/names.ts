import { type NameCandidates, shippedTagger, type Tagger } from './names/candidates.ts'
import { addEvidence, type Evidence, eachName, evidenceFeatures, readEvidence } from './names/evidence.ts'
import { kinds, type NameKind } from './names/labels.ts'
import { writeLabels } from './names/tagger.ts'
import type { PlacedParagraph } from './paragraph.ts'
import type { Span } from './span.ts'
import type { Structure } from './structure.ts'

export type { NameKind } from './names/labels.ts'

/** A name of the story as the whole story decides it. The name alone: no title, no possessive ending. Names are sorted and disjoint; offsets from the story's start. */
export interface Name extends Span {
  readonly kind: NameKind
  /** Index of its paragraph in `Article.paragraphs`, and its tokens there. A name may begin or end within a token: U.S. in "U.S.-backed". */
  readonly paragraph: number
  readonly firstToken: number
  readonly endToken: number
}

/**
 * Decides over the whole story which candidates are names and of which kind: each paragraph's scores, moved by what the other mentions of the same words
 * look like. Linear in the story.
 */
export function decideNames(
  paragraphs: readonly PlacedParagraph[],
  _structure: Structure,
  tagger = shippedTagger(),
): readonly Name[] {
  const evidence = readEvidence(paragraphs.map(({ reading }) => reading.candidates))
  const names: Name[] = []
  for (const [paragraph, { start, reading }] of paragraphs.entries()) {
    const { pieces } = reading.candidates
    eachName(reconsider(reading.candidates, evidence, tagger), (first, end, _at, kind) => {
      names.push({
        start: start + pieces.starts[first],
        end: start + pieces.ends[end - 1],
        kind: kinds[kind],
        paragraph,
        firstToken: pieces.tokens[first],
        endToken: pieces.tokens[end - 1] + 1,
      })
    })
  }
  return names
}

/** The candidates with the labels that the evidence of the story makes likeliest. */
function reconsider(candidates: NameCandidates, evidence: Evidence, { model }: Tagger): NameCandidates {
  const labels = candidates.labels.slice()
  const scores = candidates.scores.slice()
  let at = 0
  for (const { first, end } of candidates.zones) {
    const zoneStart = at
    let isMoved = false
    for (let i = first; i < end; i++, at++) {
      if (!evidence.write(candidates, i, at, features)) continue
      for (const feature of features) addEvidence(scores, at, feature, model.evidence)
      isMoved = true
    }
    if (isMoved) writeLabels(scores, zoneStart, end - first, model.steps, labels)
  }
  return { ...candidates, labels }
}

/** What one piece is told by the evidence, written anew for each. */
const features = new Int32Array(evidenceFeatures)
