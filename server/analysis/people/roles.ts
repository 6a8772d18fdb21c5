import { TokenKind } from '../tokens.ts'
import { reportingForms } from '../words/reporting-verbs.ts'
import { courtesyTitles } from '../words/titles.ts'
import { appositions } from './appositions.ts'
import { isDeterminer, isVerb, nameOf, type Phrase, readNounPhrase, type Scene, type SceneName, titleBefore } from './phrases.ts'
import { predicateRoles } from './predicates.ts'
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
function rolesBefore(scene: Scene, name: SceneName): readonly Found[] {
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

/** The role of the one who is named behind the verb: "The charity's chairman is Ali Noor". */
function roleThatIs(scene: Scene, name: SceneName): Found | undefined {
  const { tokens } = scene
  const verb = withoutCourtesy(scene, name.firstToken) - 1
  if (verb < 1 || !/^(?:is|was|are|were)$/.test(tokens.lower[verb])) return undefined
  const first = boundaryBefore(scene, verb)
  const phrase = readNounPhrase(scene, first, verb)
  return phrase.role && phrase.end === verb ? { first, end: verb, plural: phrase.role === 'plural' } : undefined
}
