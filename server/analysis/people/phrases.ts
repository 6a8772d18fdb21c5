import type { Name } from '../names.ts'
import { Shape, TokenKind, type Tokens } from '../tokens.ts'
import { functionWords, prepositions } from '../words/function-words.ts'
import { Trait, traitsOf } from './traits.ts'

/** A name within its paragraph: its tokens there, and its span from the paragraph's start. */
export type SceneName = Omit<Name, 'paragraph'>

/** A paragraph with its names laid over its tokens. */
export interface Scene {
  readonly tokens: Tokens
  /** For each token the index in `names` of the name that it belongs to; -1 where it belongs to none. */
  readonly nameAt: readonly number[]
  readonly names: readonly SceneName[]
  /** For each token the token behind its sentence. */
  readonly sentenceEnd: readonly number[]
  /** For each token the bits of {@link Trait}. */
  readonly traits: Uint8Array
}

/** Half-open stretch of tokens. */
export interface Phrase {
  readonly first: number
  readonly end: number
}

/** How far a role is looked for from a name, in tokens: longer descriptions are cut. */
const reach = 40

/** The name at a token. */
export function nameOf(scene: Scene, token: number): SceneName | undefined {
  const index = scene.nameAt[token]
  return index >= 0 ? scene.names[index] : undefined
}

/** Whether the token can be the last word of a role: a title, an occupation or a relative. In the plural, `plural` people share it. */
export function roleNoun(scene: Scene, token: number): 'singular' | 'plural' | undefined {
  const traits = scene.traits[token] & (Trait.person | Trait.people)
  if (!traits || nameOf(scene, token)?.kind === 'person') return undefined
  return traits & Trait.person ? 'singular' : 'plural'
}

/** The role that stands directly before token `end` ("Donetsk region's Governor", "special envoy"); no article, courtesy titles left out. */
export function titleBefore(scene: Scene, end: number): (Phrase & { readonly plural: boolean }) | undefined {
  const head = headBefore(scene, end)
  if (head === undefined) return undefined
  const first = extendLeft(scene, head.first, ownersInARole)
  return { first, end: head.end, plural: head.plural }
}

/** The head noun before a name, with an "of" phrase behind it: "Secretary of State", "president of Brazil". */
function headBefore(scene: Scene, end: number): (Phrase & { readonly plural: boolean }) | undefined {
  const { tokens } = scene
  const number = roleNoun(scene, end - 1)
  if (number) return { first: end - 1, end, plural: number === 'plural' }
  // "an official in the Bell administration": the article belongs to something behind the name.
  if (isDeterminer(tokens, end - 1)) return undefined
  let plain = 0
  for (let i = end - 1; i > Math.max(0, end - 9); i--) {
    const word = tokens.lower[i]
    if (officePrepositions.has(word) && i < end - 1) {
      const isVerb = word === 'to' && scene.nameAt[i + 1] < 0 && tokens.lower[i + 1] !== 'the' && tokens.shapes[i + 1] === 0
      const noun = isVerb ? undefined : roleNoun(scene, i - 1)
      return noun ? { first: i - 1, end, plural: noun === 'plural' } : undefined
    }
    if (nameOf(scene, i)?.kind === 'person') return undefined
    if (scene.nameAt[i] >= 0 || word === 'the' || word === 'and' || tokens.words[i] === '&') continue
    if (tokens.kinds[i] !== TokenKind.word || isVerb(word)) return undefined
    const isCapital = (tokens.shapes[i] & Shape.capital) !== 0
    if (!isCapital && (++plain > 2 || functionWords.has(word) || prepositions.has(word))) return undefined
  }
  return undefined
}

/** "Minister of", "envoy to", "secretary for", "director at". */
const officePrepositions: ReadonlySet<string> = new Set(['of', 'for', 'to', 'at', 'in'])

/** How many people may own one another in a role: "Bell's brother's driver". */
const ownersInARole = 2

/** The first token of the noun phrase whose head (or a later part) begins at `from`. */
function extendLeft(scene: Scene, from: number, owners: number): number {
  const { tokens } = scene
  let first = from
  while (first > 0 && from - first < reach) {
    const before = first - 1
    const name = nameOf(scene, before)
    if (name && name.kind !== 'person') {
      first = name.firstToken
      continue
    }
    if (tokens.kinds[before] === TokenKind.possessive) {
      const owner = ownerBefore(scene, before, owners)
      if (owner === undefined) return first
      first = owner
      continue
    }
    const word = tokens.lower[before]
    if (possessivePronouns.has(word)) return before
    if ((word === 'and' || word === ',') && roleNoun(scene, before - 1) === 'singular' && joinsRoles(scene, before)) {
      first = before - 1
      continue
    }
    if (word === 'of' && roleNoun(scene, before - 1)) {
      first = before - 1
      continue
    }
    if (!isModifier(scene, before) || isInfinitive(tokens, before)) return first
    first = before
  }
  return first
}

/** The first token of the noun phrase that owns what follows the possessive ending: a name with its title, or a plain noun with its modifiers. */
function ownerBefore(scene: Scene, possessive: number, owners: number): number | undefined {
  const name = nameOf(scene, possessive - 1)
  if (name?.kind === 'person') {
    if (owners === 0) return undefined
    const head = headBefore(scene, name.firstToken)
    return head ? extendLeft(scene, head.first, owners - 1) : name.firstToken
  }
  if (name) return name.firstToken
  return possessive > 0 && scene.tokens.kinds[possessive - 1] === TokenKind.word ? possessive - 1 : undefined
}

/** "author, journalist and commentator X" is one description; "the president and Senator X" are two people. */
function joinsRoles(scene: Scene, joint: number): boolean {
  if (scene.nameAt[joint - 1] >= 0) return false
  let first = joint - 1
  while (first > 0 && joint - first < 8 && isModifier(scene, first - 1)) first--
  const before = scene.tokens.lower[first - 1]
  return (
    before !== 'the' &&
    scene.tokens.kinds[first - 1] !== TokenKind.possessive &&
    nameOf(scene, first - 1)?.kind !== 'person' &&
    !(before === ',' && nameOf(scene, first - 2)?.kind === 'person')
  )
}

/** "I wish to thank General Bell". */
const isInfinitive = ({ lower }: Tokens, token: number) => lower[token - 1] === 'to' && wishes.has(lower[token - 2])
const wishes: ReadonlySet<string> = new Set(
  'wish wishes want wants wanted like hope hopes hoped try tried decided going'.split(' '),
)

const possessivePronouns: ReadonlySet<string> = new Set(['his', 'her', 'their', 'its', 'my', 'our', 'your', 'whose'])

/** Whether the token can stand before a role noun as part of its phrase: "former", "Prime", "two-time", "campaign" in "campaign manager". */
function isModifier({ tokens, nameAt }: Scene, token: number): boolean {
  if (nameAt[token] >= 0) return false
  const word = tokens.lower[token]
  const shape = tokens.shapes[token]
  if (tokens.kinds[token] === TokenKind.number)
    return (shape & Shape.hyphen) !== 0 ? !/year-?old$/.test(word) : /[a-z]$/.test(word)
  if (tokens.kinds[token] !== TokenKind.word) return tokens.words[token] === '&'
  if (participles.has(word)) return true
  if (functionWords.has(word) || prepositions.has(word) || isVerb(word)) return false
  if (shape & (Shape.capital | Shape.allCapitals | Shape.hyphen)) return true
  if (word.endsWith('ed') || word.endsWith('ing') || word.endsWith('ly')) return false
  return !word.endsWith('s') || pluralModifiers.test(word)
}

const participles: ReadonlySet<string> = new Set(
  'retired elected appointed disgraced jailed convicted deposed ousted exiled disputed united combined designated leading acting outgoing incoming ruling sitting managing founding visiting serving retiring marketing manufacturing engineering training banking housing planning boxing racing swimming cycling sacked accused alleged detained wanted famed renowned acclaimed celebrated noted self-styled so-called family monthly weekly daily elderly early'.split(
    ' ',
  ),
)
/** Whether a word in -ed or -ing is no verb before a role: "retired", "acting". */
export const isRoleAdjective = (word: string) => participles.has(word)

const pluralModifiers =
  /(?:ss|ous|ics|sports|affairs|sales|communications|operations|relations|human|services|resources|systems|news|rights|arms|weapons|rules|works|bus|previous)$/

/** Whether the word is a verb that ends a noun phrase: a finite form of a common verb or of a verb of reporting. */
export function isVerb(word: string): boolean {
  return (traitsOf(word) & Trait.verb) !== 0
}

/** Whether the token opens a noun phrase that can be an apposition: an article, "his", "another", "former". */
export function isDeterminer(tokens: Tokens, token: number): boolean {
  return determiners.has(tokens.lower[token])
}
const determiners: ReadonlySet<string> = new Set('a an the his her their its our my another one'.split(' '))

/** A noun phrase read from its first token on. */
export interface NounPhrase extends Phrase {
  /** Whether its head says what a person is. */
  readonly role: 'singular' | 'plural' | undefined
  /** Whether it ends at punctuation, "who" or the end of the sentence. */
  readonly isClosed: boolean
}

/** Reads the noun phrase that begins at `first`, to the punctuation, relative pronoun or verb that ends it, within `limit`. */
export function readNounPhrase(scene: Scene, first: number, limit: number): NounPhrase {
  const { tokens } = scene
  let end = tokens.lower[first] === 'one' && tokens.lower[first + 1] === 'of' ? first + 2 : first
  const isOneOf = end > first
  let head: number | undefined
  let headIsOpen = true
  const last = Math.min(limit, first + reach)
  while (end < last) {
    const name = nameOf(scene, end)
    if (
      name?.kind === 'person' &&
      tokens.kinds[name.endToken] !== TokenKind.possessive &&
      !prepositions.has(tokens.lower[end - 1])
    )
      break
    if (name) {
      if (headIsOpen) head = roleNoun(scene, name.endToken - 1) ? name.endToken - 1 : undefined
      end = Math.min(name.endToken, last)
      continue
    }
    const word = tokens.lower[end]
    if (endsPhrase(scene, end, first)) break
    if (headIsOpen && end > first && (prepositions.has(word) || (word.endsWith('ing') && head !== undefined))) headIsOpen = false
    if (headIsOpen && roleNoun(scene, end)) head = end
    else if (headIsOpen && tokens.kinds[end] === TokenKind.word && !functionWords.has(word) && !prepositions.has(word))
      head = undefined
    end++
  }
  while (end > first + 1 && scene.nameAt[end - 1] < 0 && ties.has(tokens.lower[end - 1])) end--
  const next = tokens.lower[end]
  const isClosed =
    end >= limit ||
    tokens.kinds[end] === TokenKind.punctuation ||
    tokens.kinds[end] === TokenKind.mark ||
    relativePronouns.has(next)
  const role = head === undefined ? undefined : roleNoun(scene, head)
  return { first, end, role: isOneOf && role ? 'singular' : role, isClosed }
}

/** What goes on with something else and so ends no description: "chief engineer at the time and" (later a director). */
const ties: ReadonlySet<string> = new Set(['and', 'or', 'also', 'more', ...prepositions])

const relativePronouns: ReadonlySet<string> = new Set(['who', 'whose', 'whom', 'which', 'that', 'where', 'when'])

function endsPhrase({ tokens }: Scene, token: number, first: number): boolean {
  const word = tokens.lower[token]
  const kind = tokens.kinds[token]
  if (kind === TokenKind.punctuation) return word !== '-' && word !== '/'
  if (kind === TokenKind.mark) return true
  if (kind !== TokenKind.word || token === first) return false
  if (relativePronouns.has(word) || phraseEnds.has(word)) return true
  if (word === 'and' && /^more$|ly$/.test(tokens.lower[token + 1] ?? '')) return true // and more broadly
  return isVerb(word) && tokens.kinds[token - 1] !== TokenKind.possessive
}

const phraseEnds: ReadonlySet<string> = new Set(
  'by but as while because although though if since after before until yesterday today tomorrow monday tuesday wednesday thursday friday saturday sunday he she they it we i'.split(
    ' ',
  ),
)
