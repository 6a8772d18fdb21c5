import type { Gender } from '../people.ts'
import type { Span } from '../span.ts'
import type { PartKind } from '../structure.ts'
import type { FoundAge } from './ages.ts'
import type { Attention } from './attention.ts'
import type { Cast } from './cast.ts'
import { agesInClauses, rolesInClauses } from './clauses.ts'
import type { Join } from './joining.ts'
import type { PronounScene, Subject } from './parts.ts'
import { type FoundPronoun, followPronouns, type Learnt, type PronounReading } from './pronouns.ts'
import type { PeopleScene, StoryScene } from './scenes.ts'

/**
 * What the story says of the people in one of its paragraphs; offsets from the paragraph's start, people by their index in the cast. With the same cast it is the
 * same object as long as the paragraph, its names and all of this are the same, wherever the paragraph stands.
 */
export interface Appearance {
  readonly scene: PeopleScene
  readonly kind: PartKind
  /** By name and by pronoun; sorted. */
  readonly mentions: readonly AppearanceMention[]
  /** Sorted; those of one person are disjoint. */
  readonly roles: readonly AppearanceRole[]
  /** Those beside a name. */
  readonly ages: readonly AppearanceAge[]
  /** Those that a clause gives. */
  readonly clauseAges: readonly AppearanceAge[]
  /** Whom the reader has in mind before it, and what he knows behind it. */
  readonly before: Attention
  readonly after: Attention
  readonly learnt: readonly Learnt[]
  /** The people on whose gender the reading depends. */
  readonly noticed: readonly number[]
}

export interface AppearanceMention extends Span {
  readonly person: number
  readonly form: 'name' | 'pronoun'
  readonly reason: string
}

export interface AppearanceRole extends Span {
  readonly person: number
  readonly text: string
}

export interface AppearanceAge extends Span {
  readonly person: number
  readonly years: number
}

/** Whether a part tells the story: no byline, credits or note. */
export const tellsStory = (kind: PartKind) => kind !== 'byline' && kind !== 'credits' && kind !== 'note'

/** Reads who appears in a paragraph. `before` is whom the reader has in mind; `genders`, what is known before it, is afterwards what is known behind it. */
export function readAppearance(
  { scene, kind, firstMention }: StoryScene,
  cast: Cast,
  before: Attention,
  genders: (Gender | undefined)[],
): Appearance {
  const joins = cast.joins.slice(firstMention, firstMention + scene.people.length)
  const named = joins.map(({ person }, i): Subject => {
    const { firstToken, endToken } = scene.names[scene.people[i]]
    return { first: firstToken, end: endToken, person }
  })
  const isStory = tellsStory(kind)
  const followed = isStory ? followPronouns(viewOf(scene, kind, named), before, cast, genders) : nothingFollowed(before)
  const { pronouns, learnt, noticed, after } = followed
  const subjects = [...named, ...pronouns.map(subjectOf)].sort((a, b) => a.first - b.first)
  const isTold = isStory && subjects.length > 0
  return {
    scene,
    kind,
    mentions: orNone(placeMentions(scene, joins, pronouns)),
    roles: isTold ? orNone(readRoles(scene, named, subjects)) : none,
    ages: isTold ? orNone(agesBeside(scene, named)) : none,
    clauseAges: isTold ? orNone(agesInClauses(scene, subjects).map(age => placeAge(scene, age, age.person))) : none,
    before,
    after,
    learnt: orNone(learnt),
    noticed: orNone(noticed),
  }
}

/** Nothing, the same for all: most paragraphs have none of most things, and are gone through quicker. */
const none: readonly never[] = []
const orNone = <Item>(items: readonly Item[]): readonly Item[] => (items.length > 0 ? items : none)

const subjectOf = ({ token, person }: FoundPronoun): Subject => ({ first: token, end: token + 1, person })

/** Bylines, credits and notes are no part of what is told: the reader keeps in mind whom he had. */
const nothingFollowed = (attention: Attention): PronounReading => ({ pronouns: [], learnt: [], noticed: [], after: attention })

function viewOf(scene: PeopleScene, kind: PartKind, mentions: readonly Subject[]): PronounScene {
  const { reading, speech, parts } = scene
  return { scene, sentences: reading.sentences, speech, mentions, parts, isHeadline: kind === 'headline' }
}

function placeMentions(
  scene: PeopleScene,
  joins: readonly Join[],
  pronouns: readonly FoundPronoun[],
): readonly AppearanceMention[] {
  const mentions: AppearanceMention[] = joins.map(({ person, reason }, i) => {
    const { start, end } = scene.names[scene.people[i]]
    return { start, end, person, form: 'name', reason }
  })
  const { starts, ends } = scene.tokens
  for (const { token, person, reason } of pronouns)
    mentions.push({ start: starts[token], end: ends[token], person, form: 'pronoun', reason })
  return mentions.sort((a, b) => a.start - b.start)
}

/** The roles beside the names first: where one in a clause overlaps them, it is the same. */
function readRoles(scene: PeopleScene, named: readonly Subject[], subjects: readonly Subject[]): readonly AppearanceRole[] {
  const found: Subject[] = []
  const add = (role: Subject) => {
    const isSame = (other: Subject) => other.person === role.person && other.first < role.end && role.first < other.end
    if (!found.slice(-recentRoles).some(isSame)) found.push(role)
  }
  const personOf = new Map(scene.people.map((name, i) => [name, named[i].person]))
  for (const { name, first, end } of scene.roles) add({ first, end, person: personOf.get(name) ?? -1 })
  for (const role of rolesInClauses(scene, subjects)) add(role)
  const { starts, ends } = scene.tokens
  return found
    .sort((a, b) => a.first - b.first)
    .map(({ first, end, person }) => {
      const start = starts[first]
      return { start, end: ends[end - 1], person, text: scene.reading.text.slice(start, ends[end - 1]) }
    })
}

/** Roles are found nearly in the order of the text: only the last ones can overlap a new one. */
const recentRoles = 32

function agesBeside(scene: PeopleScene, named: readonly Subject[]): readonly AppearanceAge[] {
  return scene.ages.flatMap((age, i) => (age ? [placeAge(scene, age, named[i].person)] : []))
}

function placeAge({ tokens }: PeopleScene, { token, length, years }: FoundAge, person: number): AppearanceAge {
  const start = tokens.starts[token]
  return { start, end: start + length, person, years }
}
