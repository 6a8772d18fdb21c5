import type { Gender } from '../people.ts'
import { type Appearance, readAppearance, tellsStory } from './appearances.ts'
import { isSameAttention, noAttention } from './attention.ts'
import { type Cast, gatherCast } from './cast.ts'
import { isSameMention, type NamedMention } from './joining.ts'
import type { Learnt } from './pronouns.ts'
import type { StoryScene } from './scenes.ts'

/** The people of a story before they are placed in it. */
export interface Casting {
  readonly cast: Cast
  /** One a paragraph. */
  readonly appearances: readonly Appearance[]
}

/** Finds out who is in a story, and reads who appears in each paragraph, taking over what is the same as before. */
export function readCasting(scenes: readonly StoryScene[], before: Casting | undefined): Casting {
  const old = before?.appearances ?? []
  const ends = sameEnds(scenes, old)
  if (before && nameTheSame(old, scenes, ends))
    return { cast: before.cast, appearances: readAppearances(scenes, before.cast, old, ends) }
  const cast = gatherCast(mentionsOf(scenes))
  return { cast, appearances: readAppearances(scenes, cast, [], { head: 0, tail: 0 }) }
}

/**
 * Reads who appears in each paragraph, in the order of the text. An appearance of before, of the same cast, is taken over where nothing else that it depends on
 * has changed: the paragraph with its names, whom the reader has in mind, and what is known of the genders of the people noticed in it.
 */
function readAppearances(
  scenes: readonly StoryScene[],
  cast: Cast,
  old: readonly Appearance[],
  { head, tail }: Ends,
): readonly Appearance[] {
  const shift = old.length - scenes.length
  const knowledge = knowledgeOf(cast)
  let attention = noAttention
  return scenes.map((placed, at) => {
    if (at === head) for (let i = head; i < old.length - tail; i++) hear(knowledge, [], old[i].learnt)
    const known = at < head ? old[at] : at >= scenes.length - tail ? old[at + shift] : undefined
    const isSame = known && isSameAttention(known.before, attention) && knowsSame(knowledge, known.noticed)
    const appearance = isSame ? known : readAppearance(placed, cast, attention, knowledge.genders)
    hear(knowledge, appearance.learnt, known?.learnt ?? [])
    attention = appearance.after
    return appearance
  })
}

/** The mentions by name in some paragraphs. In credits nothing is told of anybody but the name. */
function mentionsOf(paragraphs: readonly KindOfScene[]): readonly NamedMention[] {
  const mentions: NamedMention[] = []
  for (const { scene, kind } of paragraphs)
    for (const mention of scene.mentions) mentions.push(tellsStory(kind) ? mention : asCredit(mention))
  return mentions
}

type KindOfScene = Pick<StoryScene, 'scene' | 'kind'>

const asCredit = (mention: NamedMention): NamedMention => ({ ...mention, nouns: [], roleGender: undefined, isCredit: true })

/** How many paragraphs at the beginning and at the end are as before. */
interface Ends {
  readonly head: number
  readonly tail: number
}

function sameEnds(scenes: readonly KindOfScene[], old: readonly KindOfScene[]): Ends {
  const shift = old.length - scenes.length
  const isSame = ({ scene, kind }: KindOfScene, before: KindOfScene) => scene === before.scene && kind === before.kind
  const most = Math.min(scenes.length, old.length)
  let head = 0
  while (head < most && isSame(scenes[head], old[head])) head++
  let end = scenes.length
  while (end > head && end + shift > head && isSame(scenes[end - 1], old[end - 1 + shift])) end--
  return { head, tail: scenes.length - end }
}

/** Whether what stands between the same ends mentions the same by name: then all mentions of the story are the same, in the same order. */
function nameTheSame(before: readonly KindOfScene[], now: readonly KindOfScene[], { head, tail }: Ends): boolean {
  const old = mentionsOf(before.slice(head, before.length - tail))
  const mentions = mentionsOf(now.slice(head, now.length - tail))
  return old.length === mentions.length && old.every((mention, i) => isSameMention(mention, mentions[i]))
}

/** What is known of people's genders up to a paragraph, what was known there before, and of whom it is not the same. */
interface Knowledge {
  readonly genders: (Gender | undefined)[]
  readonly before: (Gender | undefined)[]
  readonly differing: Set<number>
}

function knowledgeOf({ people }: Cast): Knowledge {
  const genders = people.map(({ gender }) => gender)
  return { genders, before: [...genders], differing: new Set() }
}

function hear({ genders, before, differing }: Knowledge, now: readonly Learnt[], then: readonly Learnt[]): void {
  if (now.length + then.length === 0) return
  for (const { person, gender } of now) genders[person] = gender
  for (const { person, gender } of then) before[person] = gender
  for (const { person } of [...now, ...then])
    if (genders[person] === before[person]) differing.delete(person)
    else differing.add(person)
}

const knowsSame = ({ differing }: Knowledge, people: readonly number[]) =>
  differing.size === 0 || !people.some(person => differing.has(person))
