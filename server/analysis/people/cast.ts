import type { Gender } from '../people.ts'
import { genderOfForename } from './gender.ts'
import { type Join, joinNames, type NamedMention } from './joining.ts'
import { firstForename, type PersonalName, surnameWords } from './naming.ts'

/** Who is in a story, as its names, titles and roles tell. The same object as long as all of these are the same, wherever they stand. */
export interface Cast {
  /** Whom each mention by name means, in the order of the story. */
  readonly joins: readonly Join[]
  /** In the order of their first mention by name. A person is known by the index. */
  readonly people: readonly CastMember[]
  /** The people whose roles have a noun ("senator"), by the noun in lower case: a few of each. */
  readonly byRole: ReadonlyMap<string, readonly number[]>
}

export interface CastMember {
  /** The surname; from the second namesake on with a number. */
  readonly id: string
  /** The longest of the names by which the story calls the person; of equals the first that is not in capitals. */
  readonly name: string
  /** How often the story names the person. */
  readonly count: number
  /** As titles, roles and forename tell it. */
  readonly gender: Gender | undefined
}

/** Finds out who is in a story from all its mentions by name. Linear. */
export function gatherCast(mentions: readonly NamedMention[]): Cast {
  const { joins, names } = joinNames(mentions)
  const drafts = names.map((name): Draft => ({ personal: name, name: '', count: 0, title: undefined, role: undefined }))
  const order: number[] = []
  mentions.forEach((mention, at) => {
    const { person } = joins[at]
    if (drafts[person].count === 0) order.push(person)
    note(drafts[person], mention)
  })
  const places = new Int32Array(order.length)
  for (let place = 0; place < order.length; place++) places[order[place]] = place
  const placed = joins.map(({ person, reason }) => ({ person: places[person], reason }))
  const used = new Map<string, number>()
  const people = order.map(person => memberOf(drafts[person], used))
  return { joins: placed, people, byRole: gatherRoles(mentions, placed) }
}

/** A person while the mentions are gone through. */
interface Draft {
  readonly personal: PersonalName
  name: string
  count: number
  title: Gender | undefined
  role: Gender | undefined
}

function note(draft: Draft, { text, titleGender, roleGender }: NamedMention): void {
  const { name } = draft
  if (text.length > name.length || (text.length === name.length && name === name.toUpperCase())) draft.name = text
  draft.count++
  draft.title ??= titleGender
  draft.role ??= roleGender
}

function memberOf({ personal, name, count, title, role }: Draft, used: Map<string, number>): CastMember {
  const surname = idOf(personal)
  const namesakes = (used.get(surname) ?? 0) + 1
  used.set(surname, namesakes)
  const id = namesakes === 1 ? surname : `${surname}-${namesakes}`
  return { id, name, count, gender: title ?? role ?? genderOfForename(firstForename(personal)) }
}

function idOf(name: PersonalName): string {
  const surname = surnameWords(name)
    .join('-')
    .replace(/[^\p{L}\p{N}-]/gu, '')
  return surname === '' ? 'person' : surname
}

function gatherRoles(mentions: readonly NamedMention[], joins: readonly Join[]): ReadonlyMap<string, readonly number[]> {
  const byRole = new Map<string, number[]>()
  mentions.forEach(({ nouns }, at) => {
    const { person } = joins[at]
    for (const noun of nouns) {
      const people = byRole.get(noun)
      if (!people) byRole.set(noun, [person])
      else if (people.length < mostPerRole && !people.includes(person)) people.push(person)
    }
  })
  return byRole
}

const mostPerRole = 4
