import type { Name } from './names.ts'
import type { PlacedParagraph } from './paragraph.ts'
import type { Appearance } from './people/appearances.ts'
import { type Casting, readCasting } from './people/casting.ts'
import { readScenes } from './people/scenes.ts'
import type { Span } from './span.ts'
import type { Structure } from './structure.ts'

export type { Casting } from './people/casting.ts'

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

/** Joins the mentions of each person. People come in the order of their first mention. Linear in the story. */
export function linkPeople(
  paragraphs: readonly PlacedParagraph[],
  structure: Structure,
  names: readonly Name[],
): readonly Person[] {
  return placePeople(castPeople(paragraphs, structure, names), paragraphs)
}

/** Finds out who is in a story and where each of them appears, taking over what is the same as before. */
export function castPeople(
  paragraphs: readonly PlacedParagraph[],
  structure: Structure,
  names: readonly Name[],
  before?: Casting,
): Casting {
  return readCasting(readScenes(paragraphs, structure, names, before?.appearances), before)
}

/** The people with everything at its place in the story. */
export function placePeople({ cast, appearances }: Casting, paragraphs: readonly PlacedParagraph[]): readonly Person[] {
  const drafts = cast.people.map(
    ({ gender }): Draft => ({ mentions: [], roles: [], age: undefined, clauseAge: undefined, gender }),
  )
  const order: number[] = []
  for (let paragraph = 0; paragraph < appearances.length; paragraph++)
    addAppearance(appearances[paragraph], paragraph, paragraphs[paragraph].start, drafts, order)
  return order.map(person => {
    const { id, name } = cast.people[person]
    const { mentions, roles, age = drafts[person].clauseAge, gender } = drafts[person]
    return { id, name, mentions, roles, ...(age && { age }), ...(gender && { gender }) }
  })
}

/** A person while the paragraphs are gone through. */
interface Draft {
  readonly mentions: Mention[]
  readonly roles: Role[]
  /** The first age beside the name, and the first in a clause. */
  age: Age | undefined
  clauseAge: Age | undefined
  gender: Gender | undefined
}

/** Adds what a paragraph tells of its people. `order` has the people in the order of their first mention. */
function addAppearance(
  appearance: Appearance,
  paragraph: number,
  offset: number,
  drafts: readonly Draft[],
  order: number[],
): void {
  if (appearance.mentions.length === 0) return
  for (const { start, end, person, form, reason } of appearance.mentions) {
    const { mentions } = drafts[person]
    if (mentions.length === 0) order.push(person)
    mentions.push({ start: offset + start, end: offset + end, form, paragraph, reason })
  }
  for (const { start, end, person, text } of appearance.roles)
    drafts[person].roles.push({ start: offset + start, end: offset + end, text })
  for (const { start, end, person, years } of appearance.ages)
    drafts[person].age ??= { start: offset + start, end: offset + end, years }
  for (const { start, end, person, years } of appearance.clauseAges)
    drafts[person].clauseAge ??= { start: offset + start, end: offset + end, years }
  for (const { person, gender } of appearance.learnt) drafts[person].gender = gender
}
