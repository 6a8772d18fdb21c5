import type { PlacedParagraph } from './paragraph.ts'
import type { Span } from './span.ts'

/** What a part of a story is. */
export type PartKind = 'headline' | 'byline' | 'dateline' | 'lead' | 'crosshead' | 'paragraph' | 'credits' | 'note'

/** A part of the story; offsets from the story's start. A dateline and the lead behind it share a paragraph, so parts are finer than paragraphs. Sorted, disjoint. */
export interface Part extends Span {
  readonly kind: PartKind
  /** Index in `Article.paragraphs`. */
  readonly paragraph: number
}

/** A day of the calendar; month 1 to 12. `year` is absent where the story does not say. */
export interface CalendarDay {
  readonly year?: number
  readonly month: number
  readonly day: number
}

export interface Structure {
  readonly parts: readonly Part[]
  /** The story's own day, from dateline or front matter. */
  readonly day?: CalendarDay
}

/** Tells what each part of the story is. */
export function readStructure(paragraphs: readonly PlacedParagraph[]): Structure {
  return {
    parts: paragraphs.map(({ start, end }, paragraph) => ({
      start,
      end,
      kind: paragraph === 0 ? 'headline' : 'paragraph',
      paragraph,
    })),
  }
}
