import type { PlacedParagraph } from './paragraph.ts'
import type { Span } from './span.ts'
import type { Structure } from './structure.ts'

export type NameKind = 'person' | 'organization' | 'place' | 'misc'

/** A name of the story as the whole story decides it. The name alone: no title, no possessive ending. Names are sorted and disjoint; offsets from the story's start. */
export interface Name extends Span {
  readonly kind: NameKind
  /** Index of its paragraph in `Article.paragraphs`, and its tokens there. */
  readonly paragraph: number
  readonly firstToken: number
  readonly endToken: number
}

/** Decides over the whole story which candidates are names and of which kind. */
export function decideNames(paragraphs: readonly PlacedParagraph[], _structure: Structure): readonly Name[] {
  const kinds: readonly NameKind[] = ['person', 'organization', 'place', 'misc']
  return paragraphs.flatMap(({ start, reading }, paragraph) =>
    reading.candidates.map(candidate => ({
      start: start + candidate.start,
      end: start + candidate.end,
      kind: kinds[candidate.scores.indexOf(Math.max(...candidate.scores))] ?? 'misc',
      paragraph,
      firstToken: candidate.firstToken,
      endToken: candidate.endToken,
    })),
  )
}
