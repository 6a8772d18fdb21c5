import type { Name } from './names.ts'
import type { PlacedParagraph } from './paragraph.ts'
import { ageBeside } from './people/ages.ts'
import { joinNames } from './people/cast.ts'
import { agesInClauses, rolesInClauses } from './people/clauses.ts'
import { addAge, addRole, type Draft, finishPeople } from './people/drafts.ts'
import { genderOfForename, genderOfRole } from './people/gender.ts'
import { firstForename } from './people/naming.ts'
import { resolvePronouns } from './people/pronouns.ts'
import { type FoundRole, rolesBesideNames } from './people/roles.ts'
import { type PersonRole, peopleByRole, readMention, readScenes, type StoryScene, viewForPronouns } from './people/scenes.ts'
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
  const scenes = readScenes(paragraphs, structure, names)
  const indices = names.flatMap((name, index) => (name.kind === 'person' ? [index] : []))
  if (indices.length === 0) return []
  const mentions = indices.map((index, at) => readMention(scenes, index, indices[at + 1]))
  const cast = joinNames(mentions, genderOfForename)
  const personOf = new Int32Array(names.length).fill(-1)
  const drafts: Draft[] = cast.names.map(name => ({ name, mentions: [], roles: [], ages: [], gender: undefined }))
  indices.forEach((index, at) => {
    const person = cast.personOf[at]
    const { start, end, paragraph } = names[index]
    personOf[index] = person
    drafts[person].mentions.push({ start, end, form: 'name', paragraph, reason: cast.reasons[at] })
    drafts[person].gender ??= mentions[at].titleGender
  })
  const roles = scenes.flatMap(scene => (scene.isStory ? readFacts(scene, drafts, personOf) : []))
  for (const draft of drafts) draft.gender ??= genderOfForename(firstForename(draft.name))
  readPronouns(scenes, drafts, personOf, peopleByRole(scenes, roles))
  return finishPeople(drafts, paragraphs)
}

/** The roles and ages beside the names of a paragraph. */
function readFacts(scene: StoryScene, drafts: readonly Draft[], personOf: Int32Array): readonly PersonRole[] {
  const { people } = scene
  const roles = rolesBesideNames(scene, people)
  const ownRoles = new Map<number, FoundRole[]>()
  for (const role of roles) {
    const own = ownRoles.get(role.name)
    if (own) own.push(role)
    else ownRoles.set(role.name, [role])
    const draft = drafts[personOf[role.name]]
    addRole(draft, scene, role)
    draft.gender ??= genderOfRole(scene, role)
  }
  for (const index of people) {
    const age = ageBeside(scene, scene.names[index], ownRoles.get(index) ?? [])
    if (age) addAge(drafts[personOf[index]], scene, age)
  }
  return roles.map(({ first, end, name }) => ({ first, end, person: personOf[name], paragraph: scene.paragraph }))
}

/** Whom the pronouns mean, and the roles and ages that their clauses give. */
function readPronouns(
  scenes: readonly StoryScene[],
  drafts: readonly Draft[],
  personOf: Int32Array,
  byRole: ReadonlyMap<string, readonly number[]>,
): void {
  const story = scenes.filter(scene => scene.isStory)
  const genders = drafts.map(draft => draft.gender)
  const pronouns = resolvePronouns(
    story.map(scene => viewForPronouns(scene, personOf)),
    { genders, counts: drafts.map(draft => draft.mentions.length), byRole },
  )
  const byParagraph = new Map(
    story.map(scene => [
      scene.paragraph,
      {
        scene,
        subjects: scene.people.map(index => ({
          first: scene.names[index].firstToken,
          end: scene.names[index].endToken,
          person: personOf[index],
        })),
      },
    ]),
  )
  for (const { paragraph, token, person, reason } of pronouns) {
    const found = byParagraph.get(paragraph)
    if (!found) continue
    const { scene, subjects } = found
    const { starts, ends } = scene.tokens
    drafts[person].mentions.push({
      start: scene.start + starts[token],
      end: scene.start + ends[token],
      form: 'pronoun',
      paragraph,
      reason,
    })
    subjects.push({ first: token, end: token + 1, person })
  }
  for (const { scene, subjects } of byParagraph.values()) {
    subjects.sort((a, b) => a.first - b.first)
    for (const role of rolesInClauses(scene, subjects)) addRole(drafts[role.person], scene, role)
    for (const age of agesInClauses(scene, subjects)) addAge(drafts[age.person], scene, age)
  }
  drafts.forEach((draft, person) => {
    draft.gender = genders[person]
  })
}
