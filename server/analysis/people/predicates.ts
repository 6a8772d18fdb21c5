import { TokenKind } from '../tokens.ts'
import { isDeterminer, nameOf, type Phrase, readNounPhrase, type Scene } from './phrases.ts'

const copulas: ReadonlySet<string> = new Set([
  'is',
  'was',
  'became',
  'become',
  'becomes',
  'remains',
  'remained',
  'be',
  'been',
  "who's",
])
const appointments: ReadonlySet<string> = new Set(
  'elected appointed named voted made re-elected reelected nominated chosen confirmed selected sworn installed crowned'.split(
    ' ',
  ),
)
const services: ReadonlySet<string> = new Set(
  'served serves serving worked works working acted resigned quit continues continued'.split(' '),
)
const adverbs: ReadonlySet<string> = new Set(
  'also now then still once currently formerly previously again later already has had have will would to not never was is been as in into'.split(
    ' ',
  ),
)

/** The roles that a verb behind the subject gives it: "is the head of …", "was elected chairman", "served as envoy". `from` is the token behind the subject. */
export function predicateRoles(scene: Scene, from: number, limit: number): readonly Phrase[] {
  const { tokens } = scene
  let at = from
  let verb: 'copula' | 'appointment' | 'service' | undefined
  while (at < limit && at - from < 7) {
    const word = tokens.lower[at]
    if (appointments.has(word)) verb = 'appointment'
    else if (services.has(word)) verb = 'service'
    else if (copulas.has(word)) verb ??= 'copula'
    else if (!adverbs.has(word)) break
    at++
  }
  if (!verb || at >= limit || isPlainPerson(scene, at) || tokens.lower[at].endsWith('ing')) return []
  if (verb === 'service' && tokens.lower[at - 1] !== 'as') return []
  const roles: Phrase[] = []
  while (at < limit && roles.length < 5) {
    const phrase = readNounPhrase(scene, at, limit)
    if (phrase.role === undefined || nameOf(scene, phrase.end)?.kind === 'person' || saysNothing(scene, phrase)) break
    roles.push(phrase)
    at = phrase.end
    if (tokens.words[at] === ',') at++
    if (tokens.lower[at] === 'and') at++
    if (at === phrase.end || !isDeterminer(tokens, at)) break
  }
  return roles
}

/** "He was a man of few words", "the first person to own one": no role, other than "the world's richest man". */
export function saysNothing({ tokens }: Scene, { first, end }: Phrase): boolean {
  const noun = isDeterminer(tokens, first) ? first + 1 : first
  if (anybody.test(tokens.lower[noun])) return first < end
  return anybody.test(tokens.lower[end - 1]) && !tokens.kinds.subarray(first, end).includes(TokenKind.possessive)
}
const anybody = /^(?:man|woman|person|boy|girl|fan|hero)$/

/** Whether the word joins a subject to what it is. */
export const isCopula = (word: string) => copulas.has(word)

/** A person's name that owns nothing: the next of a list. */
export function isPlainPerson(scene: Scene, token: number): boolean {
  const name = nameOf(scene, token)
  return name?.kind === 'person' && scene.tokens.kinds[name.endToken] !== TokenKind.possessive
}
