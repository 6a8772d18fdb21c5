import type { Gender } from '../people.ts'
import type { Part } from './parts.ts'

/** Somebody a pronoun may mean. */
export interface Candidate {
  /** Index in the cast. Negative for somebody who has no name in the story: a pronoun may mean him too, and then means nobody. */
  readonly person: number
  /** What somebody without a name was called: "driver". */
  readonly noun: string | undefined
  gender: Gender | undefined
  salience: number
  /** Spoken of in the sentence being read: 0. */
  sentencesAgo: number
  wasSubject: boolean
}

/** Whom a reader has in mind between two paragraphs. It counts from where it stands, so that the same people in mind compare equal wherever that is. */
export interface Attention {
  /** The one noticed last comes last; at most `memory`. */
  readonly candidates: readonly Readonly<Candidate>[]
  /** Who spoke last. */
  readonly speaker: number | undefined
}

/** Nobody has been spoken of yet. */
export const noAttention: Attention = { candidates: [], speaker: undefined }

/** How much each kind of mention counts, in units of a plain mention; set by hand, with hand-marked stories in view. */
export const weights = {
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

const memory = 12
const mostSalience = 3

/** Whether the same people are in mind, to the last bit. */
export function isSameAttention(a: Attention, b: Attention): boolean {
  if (a === b) return true
  const same = a.speaker === b.speaker && a.candidates.length === b.candidates.length
  return same && a.candidates.every((candidate, i) => isSameCandidate(candidate, b.candidates[i]))
}

function isSameCandidate(a: Readonly<Candidate>, b: Readonly<Candidate>): boolean {
  return (
    a.person === b.person &&
    a.noun === b.noun &&
    a.gender === b.gender &&
    a.salience === b.salience &&
    a.sentencesAgo === b.sentencesAgo &&
    a.wasSubject === b.wasSubject
  )
}

/** The candidates to begin a paragraph with. Those without a name are numbered anew. */
export function recall({ candidates }: Attention): Candidate[] {
  return candidates.map(({ person, noun, gender, salience, sentencesAgo, wasSubject }, i) => ({
    person: person < 0 ? -1 - i : person,
    noun,
    gender,
    salience: salience * weights.paragraph,
    sentencesAgo,
    wasSubject,
  }))
}

/** A sentence has passed: all fade, and those far below the floor are forgotten. */
export function passSentence(candidates: Candidate[]): void {
  let kept = 0
  for (const candidate of candidates) {
    candidate.salience *= weights.fade
    candidate.sentencesAgo++
    if (candidate.salience > weights.floor / 4) candidates[kept++] = candidate
  }
  candidates.length = kept
}

/** Somebody is spoken of with so much weight, and comes to mind first from now on. */
export function notice(
  candidates: Candidate[],
  who: Pick<Candidate, 'person' | 'noun' | 'gender'>,
  weight: number,
  part: Part,
): void {
  const at = candidates.findIndex(({ person }) => person === who.person)
  const [known] = at >= 0 ? candidates.splice(at, 1) : [newcomer(who)]
  known.gender ??= who.gender
  known.wasSubject = part === 'subject' || part === 'speaker' || (known.wasSubject && known.sentencesAgo === 0)
  known.salience = Math.min(known.salience + weight, mostSalience)
  known.sentencesAgo = 0
  candidates.push(known)
  if (candidates.length > memory) candidates.shift()
}

const newcomer = ({ person, noun, gender }: Pick<Candidate, 'person' | 'noun' | 'gender'>): Candidate => ({
  person,
  noun,
  gender,
  salience: 0,
  sentencesAgo: 1,
  wasSubject: false,
})
