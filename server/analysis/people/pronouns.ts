import type { Gender } from '../people.ts'
import { type Attention, type Candidate, notice, passSentence, recall, weights } from './attention.ts'
import type { Cast } from './cast.ts'
import { choose, type Place, reasonOf } from './choosing.ts'
import { genderOfNoun } from './gender.ts'
import {
  type Case,
  describedAt,
  isAttribution,
  lowerBound,
  namedBefore,
  type Part,
  type PronounScene,
  type Subject,
  speakerOf,
  stretchAt,
  useOfHer,
  verbal,
} from './parts.ts'
import { Trait } from './traits.ts'

/** What the pronouns of a paragraph say. */
export interface PronounReading {
  readonly pronouns: readonly FoundPronoun[]
  /** The people whose gender a pronoun has shown, in the order of the text. */
  readonly learnt: readonly Learnt[]
  /** The people on whose gender the reading depends. */
  readonly noticed: readonly number[]
  /** Whom the reader has in mind behind the paragraph. */
  readonly after: Attention
}

/** A pronoun whose person was found. */
export interface FoundPronoun {
  readonly token: number
  readonly person: number
  readonly reason: string
}

export interface Learnt {
  readonly person: number
  readonly gender: Gender
}

interface Pronoun {
  readonly gender: Gender
  readonly use: Case
}

const pronouns: ReadonlyMap<string, Pronoun> = new Map([
  ['he', { gender: 'male', use: 'subject' }],
  ['him', { gender: 'male', use: 'object' }],
  ['his', { gender: 'male', use: 'possessive' }],
  ['himself', { gender: 'male', use: 'reflexive' }],
  ['she', { gender: 'female', use: 'subject' }],
  ['her', { gender: 'female', use: 'possessive' }],
  ['hers', { gender: 'female', use: 'possessive' }],
  ['herself', { gender: 'female', use: 'reflexive' }],
])

/** A paragraph while its pronouns are read. */
interface Following {
  readonly view: PronounScene
  readonly cast: Cast
  /** What is known of each person's gender; pronouns add to it. */
  readonly genders: (Gender | undefined)[]
  readonly active: Candidate[]
  speaker: number | undefined
  /** The subject of the clause being read. */
  clause: Subject | undefined
  strangers: number
  readonly pronouns: FoundPronoun[]
  readonly learnt: Learnt[]
  readonly noticed: number[]
}

/**
 * Says whom he, she, him, her, his mean in a paragraph: the most salient person of fitting gender, by recency, by the part played in the sentence, with the
 * person just spoken of preferred (after Lappin and Leass 1994). One pass over the tokens. `genders` learns what becomes clear on the way; besides it only
 * the cast and the people in mind before the paragraph count.
 */
export function followPronouns(
  view: PronounScene,
  before: Attention,
  cast: Cast,
  genders: (Gender | undefined)[],
): PronounReading {
  const active = recall(before)
  const following: Following = {
    view,
    cast,
    genders,
    active,
    speaker: before.speaker,
    clause: undefined,
    strangers: active.length,
    pronouns: [],
    learnt: [],
    noticed: [],
  }
  for (const { firstToken, endToken } of view.sentences) {
    passSentence(active)
    readSentence(following, firstToken, endToken)
  }
  const { learnt, noticed, speaker } = following
  return { pronouns: following.pronouns, learnt, noticed, after: { candidates: active, speaker } }
}

function readSentence(following: Following, first: number, end: number): void {
  const { scene, mentions } = following.view
  const pending: number[] = []
  let next = lowerBound(mentions, first)
  following.clause = undefined
  for (let token = first; token < end; token++) {
    const mention = mentions[next]
    if (mention && token === mention.first) {
      readName(following, next++)
      for (const waiting of pending.splice(0)) readCataphora(following, waiting, mention)
      token = Math.max(token, mention.end - 1)
      continue
    }
    const traits = scene.traits[token]
    if (traits === 0) continue
    if (traits & Trait.clause) following.clause = undefined
    const pronoun = traits & Trait.pronoun ? pronouns.get(scene.tokens.lower[token]) : undefined
    if (pronoun) {
      if (!readPronoun(following, token, pronoun, end, mentions[next - 1])) pending.push(token)
    } else if (traits & Trait.person) readDescription(following, token)
  }
}

function readName(following: Following, index: number): void {
  const { mentions, parts, isHeadline } = following.view
  const { person, first, end } = mentions[index]
  const part = parts[index]
  noticePerson(following, person, isHeadline ? weights.headline : 1, part)
  if (part === 'subject' || part === 'speaker') following.clause = { person, first, end }
  if (part === 'speaker') following.speaker = person
}

/** Finds whom a pronoun means; false where nobody comes into question yet. `last` is the mention by name before it. */
function readPronoun(
  following: Following,
  token: number,
  { gender, use: usual }: Pronoun,
  end: number,
  last: Subject | undefined,
): boolean {
  const { view, active } = following
  const { scene } = view
  const word = scene.tokens.lower[token]
  const use = word === 'her' ? useOfHer(scene, token, end) : usual
  const place = placeOf(following, token, gender, use, last)
  const best = choose(active, place, following.cast)
  if (!best) return false
  const { person } = best
  if (person >= 0) {
    following.pronouns.push({ token, person, reason: `${word}: ${reasonOf(active, best, gender)}` })
    learn(following, person, gender)
    if (place.speaks) following.speaker = person
  }
  best.gender ??= gender
  const part = use === 'subject' ? 'subject' : use === 'possessive' ? 'owner' : 'object'
  notice(active, best, weights.pronoun + weights[part], part)
  if (use === 'subject') following.clause = { person, first: token, end: token + 1 }
  return true
}

/** "In his first speech, Bell said": a pronoun for which nobody has been named yet waits for the next name of its sentence. */
function readCataphora(following: Following, token: number, { person }: Subject): void {
  const word = following.view.scene.tokens.lower[token]
  const gender = pronouns.get(word)?.gender
  const known = following.genders[person]
  if (!gender || (known !== undefined && known !== gender)) return
  learn(following, person, gender)
  following.pronouns.push({ token, person, reason: `${word}: the next person named` })
}

/** Notices a person who is only described: "the senator" is the senator whom the story names, "a man" is nobody whom it names. */
function readDescription(following: Following, token: number): void {
  const { view, cast, active } = following
  const { scene } = view
  const article = describedAt(scene, token)
  if (!article) return
  const noun = scene.tokens.lower[token]
  const part = verbal(scene, token + 1) ? 'subject' : 'object'
  if (article === 'the') {
    const named = cast.byRole.get(noun) ?? []
    const known = active.findLast(({ person }) => named.includes(person))?.person ?? (named.length === 1 ? named[0] : undefined)
    if (known !== undefined) {
      noticePerson(following, known, weights.described, part)
      return
    }
  }
  const spokenOf = article === 'the' ? active.findLast(candidate => candidate.noun === noun) : undefined
  const stranger = spokenOf ?? { person: -1 - following.strangers++, noun, gender: genderOfNoun(noun) }
  notice(active, stranger, weights.unnamed + weights[part], part)
}

function noticePerson({ active, genders, noticed }: Following, person: number, weight: number, part: Part): void {
  noticed.push(person)
  notice(active, { person, noun: undefined, gender: genders[person] }, weight + weights[part], part)
}

function learn({ genders, learnt, noticed }: Following, person: number, gender: Gender): void {
  noticed.push(person)
  if (genders[person] !== undefined) return
  genders[person] = gender
  learnt.push({ person, gender })
}

function placeOf(
  { view, clause, speaker }: Following,
  token: number,
  gender: Gender,
  use: Case,
  last: Subject | undefined,
): Place {
  const speech = stretchAt(view.speech, token)
  const speaks = isAttribution(view.scene, token)
  return {
    gender,
    use,
    speech,
    speaker: speech ? speakerOf(view, speech) : undefined,
    lastSpeaker: speaker,
    speaks,
    named: speaks && !speech ? namedBefore(view, token) : [],
    subject: clause?.person,
    isNear: clause !== undefined && token - clause.end < 4,
    beside: last && token - last.end < 2 ? last.person : undefined,
  }
}
