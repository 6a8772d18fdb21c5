import type { Sentence } from '../sentences.ts'
import type { Span } from '../span.ts'
import { Shape, TokenKind, type Tokens } from '../tokens.ts'

/**
 * A stretch of a paragraph that may be a name, as the tagger sees it from the paragraph alone; offsets from the paragraph's start.
 * `scores` are the tagger's for person, organization, place, misc and no name at all, in that order: higher is likelier, only differences count.
 */
export interface NameCandidate extends Span {
  readonly firstToken: number
  readonly endToken: number
  readonly scores: readonly number[]
}

/** The stretches of a paragraph that may be names. */
export function readNameCandidates(_text: string, tokens: Tokens, sentences: readonly Sentence[]): readonly NameCandidate[] {
  const candidates: NameCandidate[] = []
  const first = new Set(sentences.map(sentence => sentence.firstToken))
  for (let i = 0; i < tokens.count; i++) {
    if (!isCapitalised(tokens, i) || first.has(i)) continue
    let end = i + 1
    while (end < tokens.count && isCapitalised(tokens, end)) end++
    candidates.push({
      start: tokens.starts[i],
      end: tokens.ends[end - 1],
      firstToken: i,
      endToken: end,
      scores: end - i > 1 ? [1, 0, 0, 0, 0] : [0, 0, 1, 0, 0],
    })
    i = end
  }
  return candidates
}

const isCapitalised = (tokens: Tokens, i: number) =>
  tokens.kinds[i] === TokenKind.word && (tokens.shapes[i] & Shape.capital) !== 0
