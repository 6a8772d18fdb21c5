import { shippedTagger } from './names/candidates.ts'
import { kinds, type NameKind } from './names/labels.ts'
import { type NamedParagraph, type Settlement, settleNames } from './names/settling.ts'
import type { PlacedParagraph } from './paragraph.ts'
import type { Span } from './span.ts'
import type { Structure } from './structure.ts'

export type { NameKind } from './names/labels.ts'
export type { NamedParagraph } from './names/settling.ts'

/** A name of the story as the whole story decides it. The name alone: no title, no possessive ending. Names are sorted and disjoint; offsets from the story's start. */
export interface Name extends Span {
  readonly kind: NameKind
  /** Index of its paragraph in `Article.paragraphs`, and its tokens there. A name may begin or end within a token: U.S. in "U.S.-backed". */
  readonly paragraph: number
  readonly firstToken: number
  readonly endToken: number
}

/** The names of a story, and by paragraph how they came about. */
export interface Naming extends Settlement {
  readonly names: readonly Name[]
}

/**
 * Decides over the whole story what is a name and of which kind: each paragraph's candidates, moved by what the other mentions of the same words look like, by the
 * story's structure and by what stands around all of them. Linear in the story; where the naming of the reading before is given, what is still true is taken over.
 */
export function readNames(
  placed: readonly PlacedParagraph[],
  structure: Structure,
  before?: Naming,
  tagger = shippedTagger(),
): Naming {
  const settlement = settleNames(placed, structure, tagger, before)
  return { ...settlement, names: placeNames(placed, settlement.paragraphs, before) }
}

/** The names at their places in the story; at its unchanged beginning the same objects as before. */
function placeNames(
  placed: readonly PlacedParagraph[],
  paragraphs: readonly NamedParagraph[],
  before: Naming | undefined,
): readonly Name[] {
  const head = before ? unchangedHead(placed, paragraphs, before) : { paragraphs: 0, names: 0 }
  const found = before?.names.slice(0, head.names) ?? []
  for (let paragraph = head.paragraphs; paragraph < placed.length; paragraph++) {
    const { start, reading } = placed[paragraph]
    const { starts, ends, tokens } = reading.candidates.pieces
    for (const { first, end, kind } of paragraphs[paragraph].names)
      found.push({
        start: start + starts[first],
        end: start + ends[end - 1],
        kind: kinds[kind],
        paragraph,
        firstToken: tokens[first],
        endToken: tokens[end - 1] + 1,
      })
  }
  return found
}

/** How many paragraphs at the beginning are those of before at their places, and how many names they have. */
function unchangedHead(placed: readonly PlacedParagraph[], paragraphs: readonly NamedParagraph[], before: Naming) {
  const head = { paragraphs: 0, names: 0 }
  while (head.paragraphs < paragraphs.length && paragraphs[head.paragraphs] === before.paragraphs[head.paragraphs]) {
    const { reading, names } = paragraphs[head.paragraphs]
    const start = placed[head.paragraphs].start
    if (names.length > 0 && before.names[head.names].start !== start + reading.candidates.pieces.starts[names[0].first]) break
    head.paragraphs++
    head.names += names.length
  }
  return head
}
