import type { Name } from '../names.ts'
import { Shape, TokenKind } from '../tokens.ts'
import { reportingForms } from '../words/reporting-verbs.ts'
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
  titleBefore,
} from './phrases.ts'
import { Trait } from './traits.ts'

/** A role found beside a mention: tokens of the paragraph, and whose it is. */
export interface FoundRole extends Phrase {
  /** Index of the person's name in the scene's names. */
  readonly name: number
}

/** The roles that stand beside the names of people: before them, in apposition, predicated. */
export function rolesBesideNames(scene: Scene, people: readonly number[]): readonly FoundRole[] {
  const found: FoundRole[] = []
  for (const index of people) {
    const name = scene.names[index]
    const add = ({ first, end }: Phrase, plural: boolean) => {
      for (const sharer of plural ? sharers(scene, index) : [index]) found.push({ name: sharer, first, end })
    }
    const limit = scene.sentenceEnd[name.firstToken]
    const before = rolesBefore(scene, name)
    for (const phrase of before) add(phrase, phrase.plural)
    const after = appositions(scene, name.endToken, limit)
    for (const phrase of after.roles) add(phrase, false)
    for (const phrase of predicateRoles(scene, after.end, limit)) add(phrase, false)
    const named = roleThatIs(scene, name)
    if (named) add(named, named.plural)
  }
  return found
}

type Found = Phrase & { readonly plural: boolean }

/** A title directly before the name, and a description before that and a comma: "The chairman of the committee, Senator Ken Bell, said". */
function rolesBefore(scene: Scene, name: Name): readonly Found[] {
  const start = withoutCourtesy(scene, name.firstToken)
  const title = titleBefore(scene, start)
  const isShared = title?.plural === true && sharers(scene, scene.nameAt[name.firstToken]).length > 1
  const roles: Found[] = title && (!title.plural || isShared) ? [title] : []
  const joint = (roles[0]?.first ?? start) - 1
  if (joint < 1 || !/^(?:,|:|-+|—|–)$/.test(scene.tokens.words[joint])) return roles
  const description = descriptionBefore(scene, joint, name.endToken, name.endToken - name.firstToken > 1)
  return description ? [...roles, description] : roles
}

/** The token after the role: before "Mr." and the like. */
function withoutCourtesy({ tokens }: Scene, start: number): number {
  let at = start
  while (at > 0) {
    const word = tokens.lower[at - 1]
    if (!courtesyTitles.has(word.endsWith('.') ? word.slice(0, -1) : word))
      return tokens.words[at - 1] === ',' && at < start ? at - 1 : at
    at--
  }
  return at
}

/** The description that ends at the comma `joint` before a subject: "A graduate of the college, Bell …". `end` is the token behind the subject. */
export function descriptionBefore(scene: Scene, joint: number, end: number, isFullName: boolean): Found | undefined {
  const { tokens } = scene
  let boundary = boundaryBefore(scene, joint)
  while (boundary < joint && isLink(scene, boundary)) boundary++
  const isSentenceStart = boundary === 0 || scene.sentenceEnd[boundary - 1] <= boundary
  for (let first = boundary; first < joint; first++) {
    if (first > boundary && !isDeterminer(tokens, first) && !plurals.has(tokens.lower[first])) continue
    const phrase = readNounPhrase(scene, first, joint)
    if (!phrase.role || phrase.end !== joint || isName(scene, phrase)) continue
    if (tokens.words[first - 1] === ',' && nameOf(scene, first - 2)?.kind === 'person') return undefined
    const opens = tokens.lower[first - 1] ?? ''
    const isFronted = (first === boundary && isSentenceStart) || fronting.has(opens) || fronting.has(tokens.lower[first])
    const isCertain = isFullName || endsThere(scene, end) || (isFronted && !isVerbOfSpeech(tokens.lower[end] ?? ''))
    if (!isCertain && phrase.role === 'singular') return undefined
    const start = fronting.has(tokens.lower[first]) ? first + 1 : first
    return { first: start, end: joint, plural: phrase.role === 'plural' }
  }
  return undefined
}

/** Whether the token only ties the description to what stands before it: "and", "by", "with". */
function isLink({ tokens, traits }: Scene, token: number): boolean {
  const word = tokens.lower[token]
  return (
    (traits[token] & (Trait.function | Trait.preposition)) !== 0 &&
    !isDeterminer(tokens, token) &&
    !fronting.has(word) &&
    !plurals.has(word)
  )
}

const fronting: ReadonlySet<string> = new Set(['as', 'while', 'when', 'formerly', 'once', 'now'])
const plurals: ReadonlySet<string> = new Set('two three four five six seven eight both several other'.split(' '))
const isVerbOfSpeech = (word: string) => reportingForms.has(word)

/** Whether the phrase is a name and no description: a newspaper called the Leader. */
function isName({ tokens, nameAt }: Scene, { first, end }: Phrase): boolean {
  const start = isDeterminer(tokens, first) ? first + 1 : first
  return nameAt[start] >= 0 && nameAt[start] === nameAt[end - 1]
}

/** Whether the subject stands between commas, or ends its clause: it explains the description before it. */
function endsThere({ tokens }: Scene, next: number): boolean {
  const kind = tokens.kinds[next]
  return next >= tokens.count || kind === TokenKind.punctuation || kind === TokenKind.possessive || kind === TokenKind.mark
}

/** The token where the stretch before a comma begins: behind the last punctuation, mark, verb or person before it. */
function boundaryBefore(scene: Scene, joint: number): number {
  const { tokens } = scene
  let at = joint
  while (at > 0 && joint - at < 30) {
    const before = at - 1
    const kind = tokens.kinds[before]
    if (scene.nameAt[before] < 0) {
      if (kind === TokenKind.mark || kind === TokenKind.punctuation) return at
      if (kind === TokenKind.word && isVerb(tokens.lower[before])) return at
    }
    at = before
  }
  return at
}

/** The people who share a plural role before the first of them: "sisters Anna Bell, Mary Bell and Ruth", titles between them left out. */
function sharers(scene: Scene, index: number): readonly number[] {
  const { tokens, nameAt, names } = scene
  const shared = [index]
  let end = names[index].endToken
  while (end < tokens.count && shared.length < mostSharers) {
    let next = end
    while (next < tokens.count && (tokens.words[next] === ',' || tokens.lower[next] === 'and')) next++
    const from = next
    while (next < tokens.count && next - from < 6 && names[nameAt[next]]?.kind !== 'person') next++
    const other = nameAt[next] ?? -1
    if (from === end || names[other]?.kind !== 'person') break
    if (next > from && titleBefore(scene, next)?.first !== from) break
    shared.push(other)
    end = names[other].endToken
  }
  return shared
}

const mostSharers = 12

/** The roles in apposition behind a name that ends at `from`, an age skipped; `end` is the token behind them all. */
function appositions(scene: Scene, from: number, limit: number): { readonly roles: readonly Phrase[]; readonly end: number } {
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
    tokens.words[at] === ',' && (at > from || copulas.has(tokens.lower[at + 1]) || tokens.lower[at + 1] === 'had')
  return { roles, end: isParenthesis ? at + 1 : at }
}

/** The token behind a name and all that stands in apposition to it. */
export function appositionEnd(scene: Scene, from: number, limit: number): number {
  return appositions(scene, from, limit).end
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
  if (first >= limit || isPlainPerson(scene, first) || isParticiple(tokens.lower[first])) return undefined
  const phrase = readNounPhrase(scene, first, limit)
  if (!phrase.role && !isOpenDescription(scene, phrase)) return undefined
  if (phrase.role === 'plural' && !isDeterminer(tokens, first)) return undefined
  if (endsWithPerson(scene, phrase)) return undefined
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

/** A person's name that owns nothing: the next of a list. */
function isPlainPerson(scene: Scene, token: number): boolean {
  const name = nameOf(scene, token)
  return name?.kind === 'person' && scene.tokens.kinds[name.endToken] !== TokenKind.possessive
}

/** "U.S. envoy" of "Bell, U.S. envoy Steve Ross and …" belongs to the one it stands before. */
function endsWithPerson(scene: Scene, phrase: Phrase): boolean {
  return (
    nameOf(scene, phrase.end)?.kind === 'person' ||
    (courtesyTitles.has(scene.tokens.lower[phrase.end]?.replace('.', '') ?? '') &&
      nameOf(scene, phrase.end + 1)?.kind === 'person')
  )
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
  'elected appointed named made re-elected reelected nominated chosen confirmed selected sworn installed crowned'.split(' '),
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

/** "He was a man of few words": no role. */
function saysNothing({ tokens }: Scene, { first, end }: Phrase): boolean {
  const noun = isDeterminer(tokens, first) ? tokens.lower[first + 1] : tokens.lower[first]
  return first < end && /^(?:man|woman|person|boy|girl|fan|hero)$/.test(noun)
}

/** The role of the one who is named behind the verb: "The charity's chairman is Ali Noor". */
function roleThatIs(scene: Scene, name: Name): Found | undefined {
  const { tokens } = scene
  const verb = withoutCourtesy(scene, name.firstToken) - 1
  if (verb < 1 || !/^(?:is|was|are|were)$/.test(tokens.lower[verb])) return undefined
  const first = boundaryBefore(scene, verb)
  const phrase = readNounPhrase(scene, first, verb)
  return phrase.role && phrase.end === verb ? { first, end: verb, plural: phrase.role === 'plural' } : undefined
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
