import type { Gender } from '../people.ts'
import { genderOfNoun } from './gender.ts'
import {
  type Case,
  describedAt,
  isAttribution,
  lowerBound,
  type Part,
  type PlacedMention,
  type PronounScene,
  speakerOf,
  stretchAt,
  useOfHer,
  verbal,
} from './parts.ts'
import type { Scene } from './phrases.ts'
import { Trait } from './traits.ts'

/** What the whole story tells, before any pronoun is read. Indexed by person. */
export interface Cast {
  readonly genders: (Gender | undefined)[]
  /** How often the story names each person. */
  readonly counts: readonly number[]
  /** The people whose roles have this noun ("senator"), in lower case. */
  readonly byRole: ReadonlyMap<string, readonly number[]>
}

/** A pronoun whose person was found. */
export interface FoundPronoun {
  readonly paragraph: number
  readonly token: number
  readonly person: number
  readonly reason: string
}

const pronouns: ReadonlyMap<string, { readonly gender: Gender; readonly use: Case }> = new Map([
  ['he', { gender: 'male', use: 'subject' }],
  ['him', { gender: 'male', use: 'object' }],
  ['his', { gender: 'male', use: 'possessive' }],
  ['himself', { gender: 'male', use: 'reflexive' }],
  ['she', { gender: 'female', use: 'subject' }],
  ['her', { gender: 'female', use: 'possessive' }],
  ['hers', { gender: 'female', use: 'possessive' }],
  ['herself', { gender: 'female', use: 'reflexive' }],
])

/** Somebody a pronoun may mean. A person who has no name in the story has a negative number: a pronoun may mean him too, and then means nobody. */
interface Candidate {
  readonly person: number
  gender: Gender | undefined
  salience: number
  /** Counted in sentences from the story's start. */
  lastSentence: number
  wasSubject: boolean
}

/** How much each kind of mention counts, in units of a plain mention; set by hand, with hand-marked stories in view. */
export const weights = {
  subject: 0.9,
  speaker: 0.9,
  oblique: -0.3,
  owner: -0.1,
  pronoun: 0.2,
  unnamed: 0.7,
  described: 0.5,
  headline: 0.5,
  fade: 0.5,
  paragraph: 0.9,
  sameClause: 0.5,
  otherThanSubject: -0.3,
  beside: 1.5,
  parallel: 0.3,
  continuedSpeaker: 0.5,
  likelySpeaker: -0.6,
  topic: 0.15,
  unknownGender: -0.5,
  floor: 0.12,
}

/**
 * Says whom he, she, him, her, his mean: the most salient person of fitting gender, by recency, by the part played in the sentence, with the person just spoken of
 * preferred (after Lappin and Leass 1994). One pass over the tokens; at most `memory` candidates are kept. Genders that become clear are learnt on the way.
 */
export function resolvePronouns(scenes: readonly PronounScene[], { genders, counts, byRole }: Cast): readonly FoundPronoun[] {
  const found: FoundPronoun[] = []
  let active: Candidate[] = []
  let sentenceCount = 0
  let lastSpeaker: number | undefined
  let strangerCount = 0
  const strangers = new Map<string, number>()
  for (const view of scenes) {
    for (const candidate of active) candidate.salience *= weights.paragraph
    for (const sentence of view.sentences) {
      sentenceCount++
      for (const candidate of active) candidate.salience *= weights.fade
      active = active.filter(candidate => candidate.salience > weights.floor / 4)
      readSentence(view, sentence.firstToken, sentence.endToken)
    }
  }
  return found

  function readSentence(view: PronounScene, first: number, end: number): void {
    const { scene, mentions, parts } = view
    const pending: number[] = []
    let clause: Clause = {}
    let nextMention = lowerBound(mentions, first)
    for (let i = first; i < end; i++) {
      const mention = mentions[nextMention]
      if (mention && i === mention.first) {
        const part = parts[nextMention++]
        notice(mention.person, genders[mention.person], (view.isHeadline ? weights.headline : 1) + weightOf(part), part)
        if (part === 'subject' || part === 'speaker') clause = { subject: mention.person, end: mention.end }
        if (part === 'speaker') lastSpeaker = mention.person
        for (const token of pending.splice(0)) cataphora(view, token, mention)
        i = Math.max(i, mention.end - 1)
        continue
      }
      const traits = scene.traits[i]
      if (traits === 0) continue
      if (traits & Trait.clause) clause = {}
      const word = scene.tokens.lower[i]
      const pronoun = traits & Trait.pronoun ? pronouns.get(word) : undefined
      if (!pronoun) {
        if (traits & Trait.person) describe(scene, i)
        continue
      }
      const use = word === 'her' ? useOfHer(scene, i, end) : pronoun.use
      const best = choose(view, i, pronoun.gender, use, clause, mentions[nextMention - 1])
      if (!best) {
        pending.push(i)
        continue
      }
      if (best.person >= 0) {
        found.push({
          paragraph: view.paragraph,
          token: i,
          person: best.person,
          reason: `${word}: ${reasonOf(best, pronoun.gender)}`,
        })
        genders[best.person] ??= pronoun.gender
        if (isAttribution(scene, i)) lastSpeaker = best.person
      }
      best.gender ??= pronoun.gender
      const part = use === 'subject' ? 'subject' : use === 'possessive' ? 'owner' : 'object'
      notice(best.person, best.gender, weights.pronoun + weightOf(part), part)
      if (use === 'subject') clause = { subject: best.person, end: i + 1 }
    }
  }

  /** Notices a person who is only described: "the senator" is the senator whom the story names, "a man" is nobody whom it names. */
  function describe(scene: Scene, token: number): void {
    const noun = scene.tokens.lower[token]
    const article = describedAt(scene, token)
    if (!article) return
    const isSubject = verbal(scene, token + 1)
    const part = isSubject ? 'subject' : 'object'
    if (article === 'the') {
      const named = byRole.get(noun) ?? []
      const known = active.findLast(({ person }) => named.includes(person))?.person ?? (named.length === 1 ? named[0] : undefined)
      if (known !== undefined) {
        notice(known, genders[known], weights.described + weightOf(part), part)
        return
      }
    }
    const stranger = (article === 'the' ? strangers.get(noun) : undefined) ?? -1 - strangerCount++
    strangers.set(noun, stranger)
    notice(stranger, genderOfNoun(noun), weights.unnamed + weightOf(part), part)
  }

  function notice(person: number, gender: Gender | undefined, weight: number, part: Part): void {
    const at = active.findIndex(candidate => candidate.person === person)
    const known = at >= 0 ? active.splice(at, 1)[0] : { person, gender, salience: 0, lastSentence: 0, wasSubject: false }
    known.gender ??= gender
    known.wasSubject = part === 'subject' || part === 'speaker' || (known.wasSubject && known.lastSentence === sentenceCount)
    known.salience = Math.min(known.salience + weight, 3)
    known.lastSentence = sentenceCount
    active.push(known)
    if (active.length > memory) active.shift()
  }

  function choose(
    view: PronounScene,
    token: number,
    gender: Gender,
    use: Case,
    clause: Clause,
    last: PlacedMention | undefined,
  ): Candidate | undefined {
    const speaks = isAttribution(view.scene, token)
    const speech = stretchAt(view.speech, token)
    const speaker = speech ? speakerOf(view, speech) : undefined
    const isNear = clause.end !== undefined && token - clause.end < 4
    let best: Candidate | undefined
    let bestScore = weights.floor
    for (const candidate of active) {
      const { person } = candidate
      if (candidate.gender !== undefined && candidate.gender !== gender) continue
      if (person === speaker) continue
      if (use === 'object' && isNear && person === clause.subject) continue
      let score = candidate.salience + weights.topic * Math.log2(counts[person] ?? 1)
      if (candidate.gender === undefined && person !== clause.subject) score += weights.unknownGender
      if (speech && speaker === undefined && person === lastSpeaker) score += weights.likelySpeaker
      if (person === clause.subject) {
        if (use === 'reflexive') score += 3
        if (use === 'possessive') score += weights.sameClause
        if (use === 'object') score += weights.otherThanSubject
      }
      if (use === 'possessive' && last?.person === person && token - last.end < 2) score += weights.beside
      if (use === 'subject' && candidate.wasSubject && candidate.lastSentence >= sentenceCount - 1) score += weights.parallel
      if (speaks && !speech && person === lastSpeaker) score += weights.continuedSpeaker
      if (score >= bestScore) {
        best = candidate
        bestScore = score
      }
    }
    return best
  }

  /** "In his first speech, Bell said": a pronoun for which nobody has been named yet waits for the next name of its sentence. */
  function cataphora({ scene, paragraph }: PronounScene, token: number, mention: PlacedMention): void {
    const pronoun = pronouns.get(scene.tokens.lower[token])
    const gender = genders[mention.person]
    if (!pronoun || (gender !== undefined && gender !== pronoun.gender)) return
    genders[mention.person] ??= pronoun.gender
    found.push({
      paragraph,
      token,
      person: mention.person,
      reason: `${scene.tokens.lower[token]}: the next person named`,
    })
  }

  function reasonOf(best: Candidate, gender: Gender): string {
    const who = gender === 'male' ? 'man' : 'woman'
    const rivals = active.filter(candidate => candidate !== best && (candidate.gender ?? gender) === gender)
    if (rivals.length === 0) return `the only ${who} spoken of`
    if (best.lastSentence === sentenceCount) return best.wasSubject ? 'subject of this sentence' : `last ${who} named`
    return best.wasSubject ? 'subject of the sentence before' : `last ${who} named`
  }
}

const memory = 12

/** The subject of the clause being read and the token behind it. */
interface Clause {
  readonly subject?: number
  readonly end?: number
}

function weightOf(part: Part): number {
  return part === 'object' ? 0 : weights[part]
}
