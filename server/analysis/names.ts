import { isOpen, isStart, kindOf, kinds, type NameKind, outside } from './names/labels.ts'
import type { PlacedParagraph } from './paragraph.ts'
import type { Span } from './span.ts'
import type { Structure } from './structure.ts'

export type { NameKind } from './names/labels.ts'

/** A name of the story as the whole story decides it. The name alone: no title, no possessive ending. Names are sorted and disjoint; offsets from the story's start. */
export interface Name extends Span {
  readonly kind: NameKind
  /** Index of its paragraph in `Article.paragraphs`, and its tokens there. A name may end within its last token: U.S. in "U.S.-backed". */
  readonly paragraph: number
  readonly firstToken: number
  readonly endToken: number
}

/** Decides over the whole story which candidates are names and of which kind. */
export function decideNames(paragraphs: readonly PlacedParagraph[], _structure: Structure): readonly Name[] {
  const names: Name[] = []
  for (const [paragraph, { start, reading }] of paragraphs.entries()) {
    const { pieces, zones, labels } = reading.candidates
    let at = 0
    for (const zone of zones) {
      for (let i = zone.first; i < zone.end; i++, at++) {
        if (labels[at] === outside || !isStart(labels[at])) continue
        let end = i
        while (isOpen(labels[at + end - i])) end++
        names.push({
          start: start + pieces.starts[i],
          end: start + pieces.ends[end],
          kind: kinds[kindOf(labels[at])],
          paragraph,
          firstToken: pieces.tokens[i],
          endToken: pieces.tokens[end] + 1,
        })
      }
    }
  }
  return names
}
