import type { Gender } from '../people.ts'
import { type Candidate, weights } from './attention.ts'
import type { Cast } from './cast.ts'
import type { Case } from './parts.ts'
import type { Phrase } from './phrases.ts'

/** What the place of a pronoun says of who it may be. */
export interface Place {
  readonly gender: Gender
  readonly use: Case
  /** Who speaks the quotation in which it stands. */
  readonly speech: Phrase | undefined
  readonly speaker: number | undefined
  /** Who spoke last before it. */
  readonly lastSpeaker: number | undefined
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

/** The likeliest of those in mind, unless none is likely. */
export function choose(active: readonly Candidate[], place: Place, cast: Cast): Candidate | undefined {
  let best: Candidate | undefined
  let bestScore = weights.floor
  for (const candidate of active) {
    if (!isPossible(candidate, place)) continue
    const score = scoreOf(candidate, place, cast)
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

function scoreOf(candidate: Candidate, place: Place, cast: Cast): number {
  const { person, gender, salience, sentencesAgo, wasSubject } = candidate
  const { use, speech, subject, lastSpeaker } = place
  let score = salience + weights.topic * Math.log2(cast.people[person]?.count ?? 1)
  if (gender === undefined && person !== subject) score += weights.unknownGender
  if (speech && place.speaker === undefined && person === lastSpeaker) score += weights.likelySpeaker
  if (person === subject) {
    if (use === 'reflexive') score += weights.reflexive
    if (use === 'possessive') score += weights.sameClause
    if (use === 'object') score += weights.otherThanSubject
  }
  if (use === 'possessive' && person === place.beside) score += weights.beside
  if (use === 'subject' && wasSubject && sentencesAgo <= 1) score += weights.parallel
  if (place.speaks && !speech && person === lastSpeaker) score += weights.continuedSpeaker
  return score
}

/** Why it is the likeliest, in words for a reader. */
export function reasonOf(active: readonly Candidate[], best: Candidate, gender: Gender): string {
  const who = gender === 'male' ? 'man' : 'woman'
  const hasRival = active.some(candidate => candidate !== best && (candidate.gender ?? gender) === gender)
  if (!hasRival) return `the only ${who} spoken of`
  if (!best.wasSubject) return `last ${who} named`
  return best.sentencesAgo === 0 ? 'subject of this sentence' : 'subject of the sentence before'
}
