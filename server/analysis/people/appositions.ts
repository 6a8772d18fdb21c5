import { Shape, TokenKind } from '../tokens.ts'
import { courtesyTitles } from '../words/titles.ts'
import {
  isDeterminer,
  isRoleAdjective,
  isVerb,
  type NounPhrase,
  nameOf,
  type Phrase,
  readNounPhrase,
  roleNoun,
  type Scene,
} from './phrases.ts'
import { isCopula, isPlainPerson, predicateRoles } from './predicates.ts'

/** The roles in apposition behind a name that ends at `from`, an age skipped; `end` is the token behind them all. */
export function appositions(
  scene: Scene,
  from: number,
  limit: number,
): { readonly roles: readonly Phrase[]; readonly end: number } {
  const { tokens } = scene
  const roles: Phrase[] = []
  let at = from
  const suffix = roleNoun(scene, at) && /^(?:MPs?|MEP|MSP|TD)$/.test(tokens.words[at])
  if (suffix) roles.push({ first: at, end: ++at })
  while (at < limit && roles.length < 5) {
    const opener = tokens.words[at]
    if (!/^(?:,|\(|—|–|-+)$/.test(opener) && !(opener === 'and' && roles.length > 0)) break
    let first = at + 1
    if (opener === ',' && tokens.lower[first] === 'and' && roles.length > 0) first++
    const aside = asideEnd(scene, first, limit)
    if (aside > first) {
      at = aside
      if (tokens.words[at] === ')') at++
      continue
    }
    const role = appositionAt(scene, first, limit, roles.length > 0)
    if (!role) break
    roles.push(role)
    at = role.end
  }
  const isParenthesis =
    tokens.words[at] === ',' && (at > from || isCopula(tokens.lower[at + 1] ?? '') || tokens.lower[at + 1] === 'had')
  return { roles, end: isParenthesis ? at + 1 : at }
}

/** The end of what may stand between a name and its apposition: an age, letters of honour, a party or a place ("D-Ohio"). */
function asideEnd(scene: Scene, first: number, limit: number): number {
  const { tokens } = scene
  if (isAgeAt(scene, first)) return ageEnd(scene, first)
  let end = first
  while (end < limit && end - first < 4 && isAside(scene, end)) end++
  return tokens.words[end] === ',' || tokens.words[end] === ')' ? end : first
}

function isAside({ tokens, nameAt, names }: Scene, token: number): boolean {
  if (names[nameAt[token]]?.kind === 'place') return true
  const isShort =
    (tokens.shapes[token] & (Shape.allCapitals | Shape.period)) !== 0 && tokens.ends[token] - tokens.starts[token] < 6
  return tokens.kinds[token] === TokenKind.word && (isShort || /^[DRI]-\p{Lu}/u.test(tokens.words[token]))
}

function appositionAt(scene: Scene, start: number, limit: number, isFurther: boolean): Phrase | undefined {
  const { tokens } = scene
  let first = start
  while (first < limit && leadIns.has(tokens.lower[first])) first++
  if (tokens.lower[first] === 'who') return relativeRole(scene, first, limit)
  // ", and China's president, Hu" goes on with the next of a list.
  if (tokens.lower[first] === 'and' || tokens.lower[first] === 'or') return undefined
  if (first >= limit || isPlainPerson(scene, first) || isParticiple(tokens.lower[first])) return undefined
  const phrase = readNounPhrase(scene, first, limit)
  if (!phrase.role && !isOpenDescription(scene, phrase)) return undefined
  if (phrase.role === 'plural' && !isDeterminer(tokens, first)) return undefined
  if (endsWithPerson(scene, phrase)) return withServed(scene, phrase)
  if (isFurther && (!phrase.isClosed || (tokens.words[phrase.end] === ',' && nameOf(scene, phrase.end + 1)?.kind === 'person')))
    return undefined
  return phrase
}

/** "voted the best player", "was seen": a verb opens no description. */
const isParticiple = (word: string) => isVerb(word) || (!word.includes('-') && /(?:ed|ing)$/.test(word) && !isRoleAdjective(word))

const leadIns: ReadonlySet<string> = new Set([
  'once',
  'formerly',
  'now',
  'also',
  'currently',
  'then',
  'himself',
  'herself',
  'perhaps',
  'still',
  'long',
])

/** "U.S. envoy" of "Bell, U.S. envoy Steve Ross and …" belongs to the one it stands before. */
function endsWithPerson(scene: Scene, phrase: Phrase): boolean {
  return (
    nameOf(scene, phrase.end)?.kind === 'person' ||
    (courtesyTitles.has(scene.tokens.lower[phrase.end]?.replace('.', '') ?? '') &&
      nameOf(scene, phrase.end + 1)?.kind === 'person')
  )
}

/** "a spokesman for the region's leader Ada Bell": with an article and a preposition, the one named at the end is whom the role serves. */
function withServed(scene: Scene, { first, end, role }: NounPhrase): Phrase | undefined {
  const { lower } = scene.tokens
  const served = nameOf(scene, end)
  if (!served || role !== 'singular' || (lower[first] !== 'a' && lower[first] !== 'an')) return undefined
  for (let i = first + 1; i < end; i++)
    if (lower[i] === 'for' || lower[i] === 'to' || lower[i] === 'of') return { first, end: served.endToken }
  return undefined
}

/** "a two-time contender", "one of the founders": nothing but an article and punctuation tells. */
function isOpenDescription({ tokens }: Scene, phrase: NounPhrase): boolean {
  const opener = tokens.lower[phrase.first]
  return (
    phrase.isClosed &&
    tokens.words[phrase.end] !== undefined &&
    phrase.end - phrase.first > 1 &&
    (opener === 'a' || opener === 'an') &&
    !nonPersons.has(tokens.lower[phrase.end - 1])
  )
}
const nonPersons: ReadonlySet<string> = new Set(
  'day week month year move decision statement speech step time bid message report law bill post case game match'.split(' '),
)

/** "who is the head of …": the role alone. */
function relativeRole(scene: Scene, who: number, limit: number): Phrase | undefined {
  return predicateRoles(scene, who + 1, limit)[0]
}

/** Whether an age between commas begins here: "38", "aged 38", "age 38". */
export function isAgeAt({ tokens }: Scene, token: number): boolean {
  const at = /^(?:aged|age)$/.test(tokens.lower[token] ?? '') ? token + 1 : token
  if (!/^\d{1,3}$/.test(tokens.words[at] ?? '')) return false
  const after = tokens.words[at + 1]
  return after === undefined || after === ',' || after === '.' || after === ')' || after === ';' || at > token
}

function ageEnd({ tokens }: Scene, token: number): number {
  return /^(?:aged|age)$/.test(tokens.lower[token]) ? token + 2 : token + 1
}
