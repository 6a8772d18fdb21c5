import type { Name } from './names.ts'
import type { PlacedParagraph } from './paragraph.ts'
import type { Person } from './people.ts'
import type { Quote, Speaker } from './quotes.ts'
import type { Span } from './span.ts'
import type { Structure } from './structure.ts'

/** Indirect speech: the reported words alone ("that" inside); offsets from the story's start. */
export interface Statement extends Span {
  readonly paragraph: number
  readonly speaker?: Speaker
  readonly cue?: Span
  readonly source?: Span
  readonly why?: string
}

/** Finds the indirect speech of a story and who says it. */
export function readStatements(
  _paragraphs: readonly PlacedParagraph[],
  _structure: Structure,
  _names: readonly Name[],
  _people: readonly Person[],
  _quotes: readonly Quote[],
): readonly Statement[] {
  return []
}
