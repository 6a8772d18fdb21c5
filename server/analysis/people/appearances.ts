import type { Gender } from '../people.ts'
import type { Span } from '../span.ts'
import type { PartKind } from '../structure.ts'
import type { FoundAge } from './ages.ts'
import { type Attention, isSameAttention, noAttention } from './attention.ts'
import type { Cast } from './cast.ts'
import { agesInClauses, rolesInClauses } from './clauses.ts'
import type { Join } from './joining.ts'
import type { PronounScene, Subject } from './parts.ts'
import { type FoundPronoun, followPronouns, type Learnt, type PronounReading } from './pronouns.ts'
import { type PeopleScene, phraseOf, type StoryScene } from './scenes.ts'

/**
 * What the story says of the people in one of its paragraphs; offsets from the paragraph's start, people by their index in the cast. With the same cast it is the
 * same object as long as the paragraph, its names and all of this are the same, wherever the paragraph stands.
 */
export interface Appearance {
  readonly scene: PeopleScene
  readonly kind: PartKind
  /** Whom its mentions by name mean. */
  readonly joins: readonly Join[]
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

/** The people of a story before they are placed in it. */
export interface Casting {
  readonly cast: Cast
  /** One a paragraph. */
  readonly appearances: readonly Appearance[]
}

/**
 * Reads who appears in each paragraph, in the order of the text. An appearance of before is taken over where nothing that it depends on has changed: the
 * cast, the paragraph with its names, whom the reader has in mind, and what is known of the genders of the people noticed in it.
 */
export function readAppearances(scenes: readonly StoryScene[], cast: Cast, previous: Casting | undefined): readonly Appearance[] {
  const known = previous?.cast === cast ? previous.appearances : []
  const isKnown = (at: number, before: number) => isStillOf(known[before], scenes[at], cast)
  const { head, tail } = sameEnds(scenes.length, known.length, isKnown)
  const genders = cast.people.map(({ gender }) => gender)
  const gendersBefore = [...genders]
  let attention = noAttention
  return scenes.map((placed, at) => {
    if (at === head) for (const { learnt } of known.slice(head, known.length - tail)) learnAll(gendersBefore, learnt)
    const before = at < head ? known[at] : at >= scenes.length - tail ? known[at - scenes.length + known.length] : undefined
    const isSame =
      before &&
      isSameAttention(before.before, attention) &&
      before.noticed.every(person => genders[person] === gendersBefore[person])
    const appearance = isSame ? before : readAppearance(placed, cast, attention, genders)
    learnAll(genders, appearance.learnt)
    if (before) learnAll(gendersBefore, before.learnt)
    attention = appearance.after
    return appearance
  })
}

/** Whether an appearance is of this paragraph as it still is, with the same people named in it. */
function isStillOf({ scene, kind, joins }: Appearance, placed: StoryScene, cast: Cast): boolean {
  const isSameJoin = (join: Join, i: number) => join === cast.joins[placed.firstMention + i]
  return scene === placed.scene && kind === placed.kind && joins.every(isSameJoin)
}

/** How many at the beginning and at the end are as before. */
function sameEnds(count: number, countBefore: number, isSame: (at: number, before: number) => boolean) {
  const most = Math.min(count, countBefore)
  let head = 0
  while (head < most && isSame(head, head)) head++
  let tail = 0
  while (tail < most - head && isSame(count - 1 - tail, countBefore - 1 - tail)) tail++
  return { head, tail }
}

/** What is learnt of genders holds from the paragraph on in which it is told. */
function learnAll(genders: (Gender | undefined)[], learnt: readonly Learnt[]): void {
  for (const { person, gender } of learnt) genders[person] = gender
}

/** Reads a paragraph anew. `genders` is what is known before it, and afterwards what is known behind it. */
function readAppearance(
  { scene, kind, isStory, firstMention }: StoryScene,
  cast: Cast,
  before: Attention,
  genders: (Gender | undefined)[],
): Appearance {
  const joins = cast.joins.slice(firstMention, firstMention + scene.people.length)
  const named = joins.map(({ person }, i) => ({ ...phraseOf(scene.names[scene.people[i]]), person }))
  const reading = isStory ? followPronouns(viewOf(scene, kind, named), before, cast, genders) : nothingFollowed(before)
  const pronouns = reading.pronouns.map(({ token, person }) => ({ first: token, end: token + 1, person }))
  const subjects = [...named, ...pronouns].sort((a, b) => a.first - b.first)
  return {
    scene,
    kind,
    joins,
    mentions: placeMentions(scene, joins, reading.pronouns),
    roles: isStory ? readRoles(scene, named, subjects) : [],
    ages: isStory ? scene.ages.flatMap((age, i) => (age ? [placeAge(scene, age, joins[i].person)] : [])) : [],
    clauseAges: isStory ? agesInClauses(scene, subjects).map(age => placeAge(scene, age, age.person)) : [],
    before,
    after: reading.after,
    learnt: reading.learnt,
    noticed: reading.noticed,
  }
}

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
      const span = { start: starts[first], end: ends[end - 1] }
      return { ...span, person, text: scene.reading.text.slice(span.start, span.end) }
    })
}

/** Roles are found nearly in the order of the text: only the last ones can overlap a new one. */
const recentRoles = 32

function placeAge({ tokens }: PeopleScene, { token, length, years }: FoundAge, person: number): AppearanceAge {
  const start = tokens.starts[token]
  return { start, end: start + length, person, years }
}
