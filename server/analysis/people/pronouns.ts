import type { Gender } from '../people.ts'
import { TokenKind } from '../tokens.ts'
import { functionWords, prepositions } from '../words/function-words.ts'
import { reportingForms } from '../words/reporting-verbs.ts'
import { genderOfNoun } from './gender.ts'
import { isVerb, type Phrase, roleNoun, type Scene, titleBefore } from './phrases.ts'

/** A mention by name at its tokens. */
export interface PlacedMention extends Phrase {
  readonly person: number
}

/** A paragraph as the pronouns see it. */
export interface PronounScene {
  readonly scene: Scene
  readonly sentences: readonly { readonly firstToken: number; readonly endToken: number }[]
  /** Quoted stretches that hold a clause, in tokens, sorted and disjoint. */
  readonly speech: readonly Phrase[]
  /** Mentions by name, in order. */
  readonly mentions: readonly PlacedMention[]
  readonly isHeadline: boolean
}

/** A pronoun whose person was found. */
export interface FoundPronoun {
  readonly paragraph: number
  readonly token: number
  readonly person: number
  readonly reason: string
}

type Case = 'subject' | 'object' | 'possessive' | 'reflexive'

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

/** How much each kind of mention counts, in units of a plain mention; tuned on stories that others have marked. */
export const weights = {
  subject: 0.9,
  speaker: 0.9,
  oblique: -0.3,
  owner: -0.1,
  pronoun: 0.2,
  unnamed: 0.7,
  headline: 0.5,
  fade: 0.5,
  paragraph: 0.9,
  sameSentenceOwner: 0.5,
  parallel: 0.3,
  continuedSpeaker: 0.5,
  unknownGender: -0.5,
  floor: 0.12,
}

/**
 * Says whom he, she, him, her, his mean: the most salient person of fitting gender, by recency, by the part played in the sentence, with the person just spoken of
 * preferred (after Lappin and Leass 1994). One pass over the tokens; at most `memory` candidates are kept. Genders that become clear are learnt on the way.
 */
export function resolvePronouns(scenes: readonly PronounScene[], genders: (Gender | undefined)[]): readonly FoundPronoun[] {
  const found: FoundPronoun[] = []
  let active: Candidate[] = []
  let sentenceCount = 0
  let lastSpeaker: number | undefined
  let unnamed = 0
  for (const view of scenes) {
    for (const candidate of active) candidate.salience *= weights.paragraph
    for (const sentence of view.sentences) {
      sentenceCount++
      for (const candidate of active) candidate.salience *= weights.fade
      active = active.filter(candidate => candidate.salience > weights.floor / 4).slice(-memory)
      readSentence(view, sentence.firstToken, sentence.endToken)
    }
  }
  return found

  function readSentence(view: PronounScene, first: number, end: number): void {
    const { scene, mentions } = view
    const { tokens } = scene
    const pending: number[] = []
    let clauseSubject: number | undefined
    let nextMention = lowerBound(mentions, first)
    for (let i = first; i < end; i++) {
      const mention = mentions[nextMention]
      if (mention && i === mention.first) {
        nextMention++
        const part = partOf(scene, mention, first, end)
        notice(mention.person, genders[mention.person], (view.isHeadline ? weights.headline : 1) + weightOf(part), part)
        if (part === 'subject' || part === 'speaker') clauseSubject = mention.person
        if (part === 'speaker') lastSpeaker = mention.person
        for (const token of pending.splice(0)) cataphora(view, token, mention)
        i = Math.max(i, mention.end - 1)
        continue
      }
      const word = tokens.lower[i]
      if (clauseOpeners.has(word)) clauseSubject = undefined
      const pronoun = pronouns.get(word)
      if (!pronoun) {
        const stranger = unnamedAt(scene, i)
        if (stranger) {
          unnamed--
          notice(unnamed, stranger.gender, weights.unnamed + (isVerb(tokens.lower[i + 1] ?? '') ? weights.subject : 0), 'object')
        }
        continue
      }
      const use = word === 'her' ? useOfHer(scene, i, end) : pronoun.use
      const speaks = isAttribution(scene, i)
      const speech = view.speech.find(stretch => stretch.first <= i && i < stretch.end)
      const best = choose(pronoun.gender, use, clauseSubject, speaks, speech ? speakerOf(view, speech) : undefined)
      if (!best) {
        pending.push(i)
        continue
      }
      if (best.person >= 0) {
        found.push({ paragraph: scene.paragraph, token: i, person: best.person, reason: reasonOf(best, pronoun.gender) })
        genders[best.person] ??= pronoun.gender
        if (speaks) lastSpeaker = best.person
      }
      best.gender ??= pronoun.gender
      const part = use === 'subject' ? 'subject' : use === 'possessive' ? 'owner' : 'object'
      notice(best.person, best.gender, weights.pronoun + weightOf(part), part)
      if (use === 'subject') clauseSubject = best.person
    }
  }

  function notice(person: number, gender: Gender | undefined, weight: number, part: Part): void {
    const at = active.findIndex(candidate => candidate.person === person)
    const known = at >= 0 ? active.splice(at, 1)[0] : { person, gender, salience: 0, lastSentence: 0, wasSubject: false }
    known.gender ??= gender
    known.wasSubject = part === 'subject' || part === 'speaker' || (known.wasSubject && known.lastSentence === sentenceCount)
    known.salience = Math.min(known.salience + weight, 3)
    known.lastSentence = sentenceCount
    active.push(known)
  }

  function choose(
    gender: Gender,
    use: Case,
    clauseSubject: number | undefined,
    speaks: boolean,
    excluded: number | undefined,
  ): Candidate | undefined {
    let best: Candidate | undefined
    let bestScore = weights.floor
    for (const candidate of active) {
      if (candidate.gender !== undefined && candidate.gender !== gender) continue
      if (candidate.person === excluded) continue
      if (use === 'object' && candidate.person === clauseSubject) continue
      let score = candidate.salience
      if (candidate.gender === undefined) score += weights.unknownGender
      if (use === 'reflexive' && candidate.person === clauseSubject) score += 3
      if (use === 'possessive' && candidate.person === clauseSubject) score += weights.sameSentenceOwner
      if (use === 'subject' && candidate.wasSubject) score += weights.parallel
      if (speaks && candidate.person === lastSpeaker) score += weights.continuedSpeaker
      if (score >= bestScore) {
        best = candidate
        bestScore = score
      }
    }
    return best
  }

  /** "In his first speech, Bell said": a pronoun for which nobody has been named yet waits for the next name of its sentence. */
  function cataphora({ scene }: PronounScene, token: number, mention: PlacedMention): void {
    const pronoun = pronouns.get(scene.tokens.lower[token])
    const gender = genders[mention.person]
    if (!pronoun || (gender !== undefined && gender !== pronoun.gender)) return
    genders[mention.person] ??= pronoun.gender
    found.push({
      paragraph: scene.paragraph,
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

type Part = 'subject' | 'speaker' | 'object' | 'oblique' | 'owner'

function weightOf(part: Part): number {
  return part === 'object' ? 0 : weights[part]
}

const clauseOpeners: ReadonlySet<string> = new Set([
  'that',
  'because',
  'while',
  'when',
  'who',
  'although',
  'after',
  'before',
  'if',
  'whether',
  'as',
  'but',
  ';',
])

/** What part a name plays in its sentence, told from the words beside it. */
function partOf(scene: Scene, { first, end }: Phrase, sentenceStart: number, sentenceEnd: number): Part {
  const { tokens } = scene
  if (tokens.kinds[end] === TokenKind.possessive) return 'owner'
  const start = titleBefore(scene, first)?.first ?? first
  const before = start > sentenceStart ? tokens.lower[start - 1] : ''
  let after = end
  if (tokens.words[after] === ',') {
    let close = after + 1
    while (close < sentenceEnd && close - after < 30 && tokens.words[close] !== ',') close++
    if (tokens.words[close] === ',' && verbal(scene, close + 1)) after = close + 1
  }
  while (after < sentenceEnd && /^(?:also|then|who|has|had|later|now|himself|herself)$/.test(tokens.lower[after])) after++
  const reported = reportingForms.get(before)
  if (reported && after < sentenceEnd + 1 && (after >= sentenceEnd || tokens.kinds[after] !== TokenKind.word)) return 'speaker'
  const isOblique = prepositions.has(before) && !/^(?:after|before|since|until|as)$/.test(before)
  if (!isOblique && verbal(scene, after)) return reportingForms.has(tokens.lower[after]) ? 'speaker' : 'subject'
  if (before === 'to' && sentenceStart < start - 1 && tokens.lower[start - 2] === 'according') return 'speaker'
  return isOblique ? 'oblique' : 'object'
}

/** Whether the token looks like a verb: a known one, or a lower-case word in -ed or -s that is no noun before a noun. */
function verbal({ tokens, nameAt }: Scene, at: number): boolean {
  if (at >= tokens.count || nameAt[at] >= 0 || tokens.kinds[at] !== TokenKind.word) return false
  const word = tokens.lower[at]
  if (isVerb(word)) return true
  if (functionWords.has(word) || prepositions.has(word)) return false
  return tokens.shapes[at] === 0 && (word.endsWith('ed') || word.endsWith('s'))
}

/** "he said", "said he", "he told". */
function isAttribution({ tokens }: Scene, at: number): boolean {
  const next = reportingForms.get(
    tokens.lower[at + 1] === 'also' || tokens.lower[at + 1] === 'has'
      ? (tokens.lower[at + 2] ?? '')
      : (tokens.lower[at + 1] ?? ''),
  )
  return (next !== undefined && next.verb.class !== 'judging') || (at > 0 && tokens.lower[at - 1] === 'said')
}

/** "her" is an object before punctuation and function words, else it owns what follows. */
function useOfHer({ tokens }: Scene, at: number, end: number): Case {
  if (
    at + 1 >= end ||
    (tokens.kinds[at + 1] !== TokenKind.word &&
      tokens.kinds[at + 1] !== TokenKind.number &&
      tokens.kinds[at + 1] !== TokenKind.mark)
  )
    return 'object'
  const next = tokens.lower[at + 1]
  return functionWords.has(next) || prepositions.has(next) ? 'object' : 'possessive'
}

/** A person without a name: "a man", "an elderly woman", "the 26-year-old driver". */
function unnamedAt(scene: Scene, at: number): { readonly gender: Gender | undefined } | undefined {
  const { tokens } = scene
  if (roleNoun(scene, at) !== 'singular' || scene.nameAt[at] >= 0 || scene.nameAt[at + 1] >= 0 || roleNoun(scene, at + 1))
    return undefined
  if (tokens.kinds[at + 1] === TokenKind.possessive) return undefined
  let start = at
  while (
    start > 0 &&
    at - start < 5 &&
    tokens.kinds[start - 1] <= TokenKind.number &&
    !functionWords.has(tokens.lower[start - 1])
  )
    start--
  const opener = tokens.lower[start - 1]
  if (opener !== 'a' && opener !== 'an' && opener !== 'another' && opener !== 'one') return undefined
  const before = tokens.lower[start - 2] ?? ''
  if (before === ',' || before === 'as' || /^(?:is|was|be|been|being|became|become)$/.test(before) || before === '—')
    return undefined
  return { gender: genderOfNoun(tokens.lower[at]) }
}

/** Who speaks a quotation, as far as the names beside it tell: the subject of a verb of reporting in its paragraph. */
function speakerOf({ scene, mentions, speech }: PronounScene, stretch: Phrase): number | undefined {
  for (const mention of mentions) {
    if (mention.first < stretch.first - 25 || mention.first > stretch.end + 25) continue
    if (speech.some(other => other.first <= mention.first && mention.first < other.end)) continue
    const { lower } = scene.tokens
    if (reportingForms.has(lower[mention.end] ?? '') || reportingForms.has(lower[mention.first - 1] ?? '')) return mention.person
  }
  return undefined
}

function lowerBound(mentions: readonly PlacedMention[], token: number): number {
  let low = 0
  let high = mentions.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (mentions[middle].first < token) low = middle + 1
    else high = middle
  }
  return low
}
