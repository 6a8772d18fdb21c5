import type { Name } from './names.ts'
import type { PlacedParagraph } from './paragraph.ts'
import type { Span } from './span.ts'
import type { Structure } from './structure.ts'

/** A mention of a person; offsets from the story's start. `reason` says why it is thought to be this person, in words a reader understands. */
export interface Mention extends Span {
  readonly form: 'name' | 'pronoun'
  readonly paragraph: number
  readonly reason: string
}

export type Gender = 'female' | 'male'

/** A job, title or description that the story gives a person; offsets from the story's start. */
export interface Role extends Span {
  readonly text: string
}

export interface Age extends Span {
  readonly years: number
}

/** A person of the story. `id` is stable for the same story text; `name` is the fullest form in the story; mentions are sorted. */
export interface Person {
  readonly id: string
  readonly name: string
  readonly mentions: readonly Mention[]
  readonly roles: readonly Role[]
  readonly age?: Age
  readonly gender?: Gender
}

/** Joins the mentions of each person. */
export function linkPeople(
  _paragraphs: readonly PlacedParagraph[],
  _structure: Structure,
  _names: readonly Name[],
): readonly Person[] {
  return []
}
