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

/** The names of a story, and by paragraph how they came about; for the next reading the places of the paragraphs too. */
export interface Naming extends Settlement {
  readonly names: readonly Name[]
  readonly placed: readonly PlacedParagraph[]
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
  return { ...settlement, placed, names: placeNames(placed, settlement.paragraphs, before) }
}

/** The names at their places in the story. Of paragraphs that are those of before, the names are taken over: the same objects where they are in the same place. */
function placeNames(
  placed: readonly PlacedParagraph[],
  paragraphs: readonly NamedParagraph[],
  before: Naming | undefined,
): readonly Name[] {
  const old = before ?? { placed: [], paragraphs: [], names: [] }
  const most = Math.min(paragraphs.length, old.paragraphs.length)
  let head = 0
  let headNames = 0
  for (; head < most && paragraphs[head] === old.paragraphs[head] && placed[head].start === old.placed[head].start; head++)
    headNames += paragraphs[head].names.length
  const step = paragraphs.length - old.paragraphs.length
  let tail = paragraphs.length
  let oldName = old.names.length
  for (; tail > head && tail - step > head && paragraphs[tail - 1] === old.paragraphs[tail - 1 - step]; tail--)
    oldName -= paragraphs[tail - 1].names.length
  const found = old.names.slice(0, headNames)
  for (let i = head; i < tail; i++) addNames(found, placed[i], i, paragraphs[i].names)
  for (let i = tail; i < paragraphs.length; i++) {
    const shift = placed[i].start - old.placed[i - step].start
    for (const _ of paragraphs[i].names) found.push(movedName(old.names[oldName++], shift, step))
  }
  return found
}

function addNames(found: Name[], { start, reading }: PlacedParagraph, paragraph: number, names: NamedParagraph['names']): void {
  const { starts, ends, tokens } = reading.candidates.pieces
  for (const { first, end, kind } of names)
    found.push({
      start: start + starts[first],
      end: start + ends[end - 1],
      kind: kinds[kind],
      paragraph,
      firstToken: tokens[first],
      endToken: tokens[end - 1] + 1,
    })
}

function movedName(name: Name, shift: number, step: number): Name {
  if (shift === 0 && step === 0) return name
  const { start, end, kind, paragraph, firstToken, endToken } = name
  return { start: start + shift, end: end + shift, kind, paragraph: paragraph + step, firstToken, endToken }
}
