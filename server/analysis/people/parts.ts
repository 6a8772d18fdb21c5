import { TokenKind } from '../tokens.ts'
import { functionWords, prepositions } from '../words/function-words.ts'
import { reportingForms } from '../words/reporting-verbs.ts'
import { appositions } from './appositions.ts'
import { isVerb, type Phrase, roleNoun, type Scene, titleBefore } from './phrases.ts'

/** A person as a name or a pronoun names him in a paragraph; tokens. */
export interface Subject extends Phrase {
  readonly person: number
}

/** A paragraph as the pronouns see it. */
export interface PronounScene {
  readonly scene: Scene
  readonly sentences: readonly { readonly firstToken: number; readonly endToken: number }[]
  /** Quoted stretches that hold a clause, in tokens, sorted and disjoint. */
  readonly speech: readonly Phrase[]
  /** Mentions by name, in order. */
  readonly mentions: readonly Subject[]
  /** What part each of the mentions plays. */
  readonly parts: readonly Part[]
  readonly isHeadline: boolean
}

export type Case = 'subject' | 'object' | 'possessive' | 'reflexive'

/** What part a mention plays in its sentence; a speaker is the subject of a verb of reporting, an owner has a possessive ending. */
export type Part = 'subject' | 'speaker' | 'object' | 'oblique' | 'owner'

/** What part a name plays in its sentence, told from the words beside it. */
export function partOf(scene: Scene, { first, end }: Phrase): Part {
  const { tokens } = scene
  if (tokens.kinds[end] === TokenKind.possessive) return 'owner'
  const sentenceEnd = scene.sentenceEnd[first]
  const start = titleBefore(scene, first)?.first ?? first
  const isFirst = start === 0 || scene.sentenceEnd[start - 1] !== sentenceEnd
  const before = isFirst ? '' : tokens.lower[start - 1]
  let after = behindRelative(scene, appositions(scene, end, sentenceEnd).end, sentenceEnd)
  if (before === ',' && after === end && tokens.words[end] === ',') after++
  while (after < sentenceEnd && (tokens.kinds[after] === TokenKind.mark || isBetween(tokens.lower[after]))) after++
  const verb = reportingForms.get(before)?.verb
  if (verb && !verb.recipient && (end >= sentenceEnd || tokens.kinds[end] !== TokenKind.word)) return 'speaker'
  const isOblique = prepositions.has(before) && !/^(?:after|before|since|until|as)$/.test(before)
  if (!isOblique && verbal(scene, after)) return reportingForms.has(tokens.lower[after]) ? 'speaker' : 'subject'
  if (before === 'to' && tokens.lower[start - 2] === 'according') return 'speaker'
  return isOblique ? 'oblique' : 'object'
}

/** Behind ", who won the race," at token `from`; `from` where no such clause stands there. */
function behindRelative({ tokens }: Scene, from: number, sentenceEnd: number): number {
  const isClosed = tokens.words[from - 1] === ',' && tokens.kinds[from] === TokenKind.word
  const first = isClosed ? from : from + 1
  if (!/^(?:who|whose)$/.test(tokens.lower[first] ?? '') || tokens.words[first - 1] !== ',') return from
  for (let i = first + 1; i < sentenceEnd && i - first < longestRelative; i++) {
    if (tokens.kinds[i] === TokenKind.mark) return from
    if (tokens.words[i] === ',') return i + 1
  }
  return from
}

/** In tokens. */
const longestRelative = 24

/** Whether the word may stand between a subject and its verb. */
const isBetween = (word: string) => /^(?:also|then|who|has|had|later|now|himself|herself|\w+ly)$/.test(word)

/** Whether the token looks like a verb: a known one, or a lower-case word in -ed or -s that is no noun before a noun. */
export function verbal({ tokens, nameAt }: Scene, at: number): boolean {
  if (at >= tokens.count || nameAt[at] >= 0 || tokens.kinds[at] !== TokenKind.word) return false
  const word = tokens.lower[at]
  if (isVerb(word)) return true
  if (functionWords.has(word) || prepositions.has(word)) return false
  return tokens.shapes[at] === 0 && (word.endsWith('ed') || word.endsWith('s'))
}

/** "he said", "said he", "he told". */
export function isAttribution({ tokens }: Scene, at: number): boolean {
  const next = reportingForms.get(
    tokens.lower[at + 1] === 'also' || tokens.lower[at + 1] === 'has'
      ? (tokens.lower[at + 2] ?? '')
      : (tokens.lower[at + 1] ?? ''),
  )
  return (next !== undefined && next.verb.class !== 'judging') || (at > 0 && tokens.lower[at - 1] === 'said')
}

/** "her" is an object before punctuation and function words, else it owns what follows. */
export function useOfHer({ tokens }: Scene, at: number, end: number): Case {
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

/** The article of a description that stands for a person: "a man", "the 26-year-old driver"; undefined where it explains somebody who is named beside it. */
export function describedAt(scene: Scene, at: number): 'a' | 'the' | undefined {
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
  if (opener !== 'a' && opener !== 'an' && opener !== 'another' && opener !== 'the') return undefined
  const before = tokens.lower[start - 2] ?? ''
  const explains = before === ',' || before === 'as' || before === '—' || /^(?:is|was|be|been|being|became|become)$/.test(before)
  return explains ? undefined : opener === 'the' ? 'the' : 'a'
}

/** Who speaks a quotation, as far as its paragraph tells: the nearest subject of a verb of reporting that stands outside all quotations. */
export function speakerOf({ mentions, parts, speech, scene }: PronounScene, stretch: Phrase): number | undefined {
  let speaker: number | undefined
  let nearest = 40
  for (let index = lowerBound(mentions, stretch.first - 60); index < mentions.length; index++) {
    const { first, end, person } = mentions[index]
    if (first > stretch.end + nearest) break
    const distance = first < stretch.first ? stretch.first - end : first - stretch.end
    if (distance < 0 || distance >= nearest) continue
    const introduces = first < stretch.first && parts[index] === 'subject' && reportsBefore(scene, end, stretch.first)
    if ((parts[index] !== 'speaker' && !introduces) || stretchAt(speech, first)) continue
    speaker = person
    nearest = distance
  }
  return speaker
}

/** Whether a quotation is introduced by a colon, or by a verb of reporting and a comma: "Bell paid tribute: ". */
function reportsBefore({ tokens }: Scene, from: number, quote: number): boolean {
  return (
    quote > from &&
    (tokens.words[quote - 1] === ':' || (tokens.words[quote - 1] === ',' && reportingForms.has(tokens.lower[quote - 2])))
  )
}

/** The quoted stretch that holds the token. */
export function stretchAt(speech: readonly Phrase[], token: number): Phrase | undefined {
  const next = lowerBound(speech, token)
  if (speech[next]?.first === token) return speech[next]
  const before = speech[next - 1]
  return before && token < before.end ? before : undefined
}

/** The people named in the speech that ends right before a token. */
export function namedBefore({ speech, mentions }: PronounScene, token: number): readonly number[] {
  const words = speech[lowerBound(speech, token) - 1]
  if (!words || token - words.end > 1) return []
  return mentions.slice(lowerBound(mentions, words.first), lowerBound(mentions, words.end)).map(({ person }) => person)
}

/** The index of the first phrase that begins at the token or behind it. */
export function lowerBound(phrases: readonly Phrase[], token: number): number {
  let low = 0
  let high = phrases.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (phrases[middle].first < token) low = middle + 1
    else high = middle
  }
  return low
}
