import type { Gender } from '../people.ts'
import { type Attention, type Candidate, notice, passSentence, recall } from './attention.ts'
import type { Cast } from './cast.ts'
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
import type { Phrase } from './phrases.ts'
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

/** How much each kind of mention counts, in units of a plain mention; set by hand, with hand-marked stories in view. */
const weights = {
  subject: 0.9,
  speaker: 0.9,
  oblique: -0.3,
  owner: -0.1,
  object: 0,
  pronoun: 0.2,
  unnamed: 0.7,
  described: 0.5,
  headline: 0.5,
  fade: 0.5,
  paragraph: 0.9,
  sameClause: 0.5,
  reflexive: 3,
  otherThanSubject: -0.3,
  beside: 1.5,
  parallel: 0.3,
  continuedSpeaker: 0.5,
  likelySpeaker: -0.6,
  topic: 0.15,
  unknownGender: -0.5,
  floor: 0.12,
}

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
  const active = recall(before, weights.paragraph)
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
    passSentence(active, weights.fade, weights.floor / 4)
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
  const best = choose(following, place)
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

/** What the place of a pronoun says of who it may be. */
interface Place {
  readonly gender: Gender
  readonly use: Case
  /** Who speaks the quotation in which it stands. */
  readonly speech: Phrase | undefined
  readonly speaker: number | undefined
  /** Whether it is the one who speaks: "he said". */
  readonly speaks: boolean
  /** The people named in the words that "he said" follows: nobody speaks of himself by name. */
  readonly named: readonly number[]
  /** The subject of its clause, and whether that stands close before it. */
  readonly subject: number | undefined
  readonly isNear: boolean
  /** The person whose name stands directly before it. */
  readonly beside: number | undefined
}

function placeOf({ view, clause }: Following, token: number, gender: Gender, use: Case, last: Subject | undefined): Place {
  const speech = stretchAt(view.speech, token)
  const speaks = isAttribution(view.scene, token)
  return {
    gender,
    use,
    speech,
    speaker: speech ? speakerOf(view, speech) : undefined,
    speaks,
    named: speaks && !speech ? namedBefore(view, token) : [],
    subject: clause?.person,
    isNear: clause !== undefined && token - clause.end < 4,
    beside: last && token - last.end < 2 ? last.person : undefined,
  }
}

/** The likeliest of those in mind, unless none is likely. */
function choose(following: Following, place: Place): Candidate | undefined {
  let best: Candidate | undefined
  let bestScore = weights.floor
  for (const candidate of following.active) {
    if (!isPossible(candidate, place)) continue
    const score = scoreOf(following, candidate, place)
    if (score < bestScore) continue
    best = candidate
    bestScore = score
  }
  return best
}

function isPossible({ person, gender }: Candidate, place: Place): boolean {
  if (gender !== undefined && gender !== place.gender) return false
  if (person === place.speaker || place.named.includes(person)) return false
  return !(place.use === 'object' && place.isNear && person === place.subject)
}

function scoreOf({ cast, speaker }: Following, candidate: Candidate, place: Place): number {
  const { person, gender, salience, sentencesAgo, wasSubject } = candidate
  const { use, speech, subject } = place
  let score = salience + weights.topic * Math.log2(cast.people[person]?.count ?? 1)
  if (gender === undefined && person !== subject) score += weights.unknownGender
  if (speech && place.speaker === undefined && person === speaker) score += weights.likelySpeaker
  if (person === subject) {
    if (use === 'reflexive') score += weights.reflexive
    if (use === 'possessive') score += weights.sameClause
    if (use === 'object') score += weights.otherThanSubject
  }
  if (use === 'possessive' && person === place.beside) score += weights.beside
  if (use === 'subject' && wasSubject && sentencesAgo <= 1) score += weights.parallel
  if (place.speaks && !speech && person === speaker) score += weights.continuedSpeaker
  return score
}

function reasonOf(active: readonly Candidate[], best: Candidate, gender: Gender): string {
  const who = gender === 'male' ? 'man' : 'woman'
  const hasRival = active.some(candidate => candidate !== best && (candidate.gender ?? gender) === gender)
  if (!hasRival) return `the only ${who} spoken of`
  if (!best.wasSubject) return `last ${who} named`
  return best.sentencesAgo === 0 ? 'subject of this sentence' : 'subject of the sentence before'
}
