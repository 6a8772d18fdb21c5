import type { Name } from './names.ts'
import type { PlacedParagraph } from './paragraph.ts'
import { type Cast, joinNames } from './people/cast.ts'
import { agesInClauses, rolesInClauses, type Subject } from './people/clauses.ts'
import { addAge, addRole, type Draft, finishPeople } from './people/drafts.ts'
import { genderOfForename, genderOfRole } from './people/gender.ts'
import { firstForename } from './people/naming.ts'
import { resolvePronouns } from './people/pronouns.ts'
import { type PersonRole, peopleByRole, readScenes, type StoryScene, viewForPronouns } from './people/scenes.ts'
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

/** Joins the mentions of each person. People come in the order of their first mention. Linear in the story. */
export function linkPeople(
  paragraphs: readonly PlacedParagraph[],
  structure: Structure,
  names: readonly Name[],
): readonly Person[] {
  return castPeople(readScenes(paragraphs, structure, names), paragraphs)
}

/** The people of the scenes of a story. */
export function castPeople(scenes: readonly StoryScene[], paragraphs: readonly PlacedParagraph[]): readonly Person[] {
  const mentions = scenes.flatMap(({ scene, isStory }) =>
    isStory ? scene.mentions : scene.mentions.map(mention => ({ ...mention, isCredit: true })),
  )
  if (mentions.length === 0) return []
  const cast = joinNames(mentions, genderOfForename)
  const drafts: Draft[] = cast.names.map(name => ({ name, mentions: [], roles: [], ages: [], gender: undefined }))
  const personOf = placeMentions(scenes, cast, drafts)
  const roles = scenes.flatMap(placed => (placed.isStory ? addFacts(placed, drafts, personOf) : []))
  for (const draft of drafts) draft.gender ??= genderOfForename(firstForename(draft.name))
  readPronouns(scenes, drafts, personOf, peopleByRole(scenes, roles))
  return finishPeople(drafts, paragraphs)
}

/** Gives each person the mentions by name. Returns which person each name of the story is. */
function placeMentions(scenes: readonly StoryScene[], cast: Cast, drafts: readonly Draft[]): Int32Array {
  const last = scenes[scenes.length - 1]
  const personOf = new Int32Array(last.firstName + last.scene.names.length).fill(-1)
  let at = 0
  for (const { scene, start, paragraph, firstName } of scenes)
    scene.people.forEach((index, i) => {
      const person = cast.personOf[at]
      const name = scene.names[index]
      const reason = cast.reasons[at++]
      personOf[firstName + index] = person
      drafts[person].mentions.push({ start: start + name.start, end: start + name.end, form: 'name', paragraph, reason })
      drafts[person].gender ??= scene.mentions[i].titleGender
    })
  return personOf
}

/** Gives each person the roles and ages beside the names of a paragraph. */
function addFacts(placed: StoryScene, drafts: readonly Draft[], personOf: Int32Array): readonly PersonRole[] {
  const { scene, firstName, paragraph } = placed
  const roles = scene.roles.map(({ first, end, name }) => ({ first, end, person: personOf[firstName + name], paragraph }))
  for (const role of roles) {
    const draft = drafts[role.person]
    addRole(draft, placed, role)
    draft.gender ??= genderOfRole(scene, role)
  }
  scene.people.forEach((index, i) => {
    const age = scene.ages[i]
    if (age) addAge(drafts[personOf[firstName + index]], placed, age)
  })
  return roles
}

/** Whom the pronouns mean, and the roles and ages that their clauses give. */
function readPronouns(
  scenes: readonly StoryScene[],
  drafts: readonly Draft[],
  personOf: Int32Array,
  byRole: ReadonlyMap<string, readonly number[]>,
): void {
  const story = scenes.filter(({ isStory }) => isStory)
  const views = story.map(placed => viewForPronouns(placed, personOf))
  const genders = drafts.map(draft => draft.gender)
  const pronouns = resolvePronouns(views, { genders, counts: drafts.map(draft => draft.mentions.length), byRole })
  const byParagraph = new Map<number, Subject[]>()
  for (const { paragraph, mentions } of views) byParagraph.set(paragraph, [...mentions])
  for (const { paragraph, token, person, reason } of pronouns) {
    const { start, scene } = scenes[paragraph]
    const { starts, ends } = scene.tokens
    drafts[person].mentions.push({ start: start + starts[token], end: start + ends[token], form: 'pronoun', paragraph, reason })
    byParagraph.get(paragraph)?.push({ first: token, end: token + 1, person })
  }
  for (const placed of story) {
    const subjects = byParagraph.get(placed.paragraph) ?? []
    subjects.sort((a, b) => a.first - b.first)
    for (const role of rolesInClauses(placed.scene, subjects)) addRole(drafts[role.person], placed, role)
    for (const age of agesInClauses(placed.scene, subjects)) addAge(drafts[age.person], placed, age)
  }
  drafts.forEach((draft, person) => {
    draft.gender = genders[person]
  })
}
