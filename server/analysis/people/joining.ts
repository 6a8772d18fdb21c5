import type { Gender } from '../people.ts'
import { genderOfForename } from './gender.ts'
import { agree, fullNameKeys, middlesContradict, type PersonalName, spelledAlike, spellingKeys } from './naming.ts'

/** A mention by name, as far as its own paragraph tells. */
export interface NamedMention {
  readonly name: PersonalName
  readonly text: string
  /** The last word of the title before it (president, mrs), in lower case. */
  readonly title: string | undefined
  readonly titleGender: Gender | undefined
  /** What the roles beside it tell: their nouns in lower case, and the first gender. */
  readonly nouns: readonly string[]
  readonly roleGender: Gender | undefined
  /** Named in the byline or the credits: a journalist, about whom the story is not. */
  readonly isCredit: boolean
  /** Whether it is joined by "and" to the next mention: Venus in "Venus and Serena Williams". */
  readonly joinsNext: boolean
}

/** Whether two mentions tell the same. */
export function isSameMention(a: NamedMention, b: NamedMention): boolean {
  if (a === b) return true
  return (
    a.text === b.text &&
    a.title === b.title &&
    a.titleGender === b.titleGender &&
    a.roleGender === b.roleGender &&
    a.isCredit === b.isCredit &&
    a.joinsNext === b.joinsNext &&
    a.name.surnameAt === b.name.surnameAt &&
    a.name.suffix === b.name.suffix &&
    areSameWords(a.name.words, b.name.words) &&
    areSameWords(a.nouns, b.nouns)
  )
}

const areSameWords = (a: readonly string[], b: readonly string[]) => a.length === b.length && a.every((word, i) => word === b[i])

/** Which person a mention is (an index), and why. */
export interface Join {
  readonly person: number
  readonly reason: string
}

/** A person while names are joined. */
interface Entry {
  /** The fullest name so far, and as it is written. */
  name: PersonalName
  text: string
  readonly titles: Set<string>
  gender: Gender | undefined
  isCredit: boolean
  mentions: number
}

/** The people found so far, and by which keys each may be looked for. */
interface Register {
  readonly people: Entry[]
  readonly byKey: Map<string, number[]>
}

/** How many people of one surname are looked at: more make a list, not a story. */
const namesakes = 8

/**
 * Joins mentions by name, in two passes over the mentions in text order: full names first, so that a surname finds its person even where the headline
 * names it before; then everything shorter. Every look-up is by hash: linear in the mentions. Gives the join of each mention and the fullest name of each person.
 */
export function joinNames(mentions: readonly NamedMention[]): {
  readonly joins: readonly Join[]
  readonly names: readonly PersonalName[]
} {
  const register: Register = { people: [], byKey: new Map() }
  const full = mentions.map(mention => (isFull(mention.name) ? joinFull(register, mention) : undefined))
  const joins = mentions.map((mention, at) => {
    const join = full[at] ?? joinShort(register, mention)
    register.people[join.person].mentions++
    return join
  })
  return { joins, names: register.people.map(({ name }) => name) }
}

function joinFull(register: Register, mention: NamedMention): Join {
  const { name } = mention
  const same = find(register, fullKeys(name), entry => agree(entry.name, name) && fits(entry, mention))
  if (same !== undefined) {
    const known = register.people[same]
    const isForm = known.name.words.join() !== name.words.join()
    return settle(register, same, mention, isForm ? `another form of ${known.text}` : 'the same name')
  }
  const gender = mention.titleGender ?? genderOfForename(name.words[0])
  const isVariant = (entry: Entry) => sameGender(entry.gender, gender) && isVariantOf(name, entry.name)
  const variant = find(register, variantKeys(name), isVariant)
  return variant === undefined
    ? settle(register, add(register, mention), mention, 'full name')
    : settle(register, variant, mention, `another spelling of ${register.people[variant].text}`)
}

function joinShort(register: Register, mention: NamedMention): Join {
  const { name } = mention
  const word = name.surname
  const isUsable = (entry: Entry) => fits(entry, mention) && (!entry.isCredit || mention.isCredit) && sameSuffix(entry.name, name)
  for (const [rank, key] of [`=${word}`, `<${word}`, `?${word}`].entries()) {
    const found = choose(register, key, isUsable, mention)
    if (found === undefined) continue
    const entry = register.people[found]
    if (rank > 0 && mention.joinsNext && entry.mentions === 0) break
    if (rank === 1 && genderOfForename(word) === undefined) entry.name = { ...entry.name, isSurnameFirst: true }
    return settle(register, found, mention, reasonOf(rank, entry, name))
  }
  const isVariant = (entry: Entry) => isUsable(entry) && spelledAlike(entry.name.surname, word)
  const variant = mention.isCredit ? undefined : find(register, spellingKeys(word), isVariant)
  return variant === undefined
    ? settle(register, add(register, mention), mention, 'named so')
    : settle(register, variant, mention, `another spelling of ${register.people[variant].text}`)
}

/** The mention is this person: what it tells is noted of it. */
function settle(register: Register, person: number, mention: NamedMention, reason: string): Join {
  const entry = register.people[person]
  entry.gender ??= mention.titleGender
  if (mention.title) entry.titles.add(mention.title)
  if (!mention.isCredit) entry.isCredit = false
  if (mention.name.words.length > entry.name.words.length) {
    entry.name = mention.name
    entry.text = mention.text
    enter(register, person, mention.name)
  }
  return { person, reason }
}

function add(register: Register, { name, text, titleGender, isCredit }: NamedMention): number {
  const gender = titleGender ?? genderOfForename(name.words[0])
  const person = register.people.length
  register.people.push({ name, text, titles: new Set(), gender, isCredit, mentions: 0 })
  enter(register, person, name)
  return person
}

/** Enters a person under every key by which another mention may look for it. */
function enter(register: Register, person: number, name: PersonalName): void {
  const { words, surname, surnameAt } = name
  put(register, `=${surname}`, person)
  if (words.length - surnameAt > 1) put(register, `=${words.slice(surnameAt).join('')}`, person)
  for (const key of spellingKeys(surname)) put(register, key, person)
  if (!isFull(name)) return
  put(register, `<${words[0]}`, person)
  for (let i = 1; i < Math.min(words.length - 1, 5); i++) put(register, `?${words[i]}`, person)
  for (const key of fullKeys(name)) put(register, key, person)
}

function put({ byKey }: Register, key: string, person: number): void {
  const known = byKey.get(key)
  if (!known) byKey.set(key, [person])
  else if (known.length < namesakes && !known.includes(person)) known.push(person)
}

function find({ people, byKey }: Register, keys: Iterable<string>, isWanted: (entry: Entry) => boolean): number | undefined {
  for (const key of keys) for (const person of byKey.get(key) ?? []) if (isWanted(people[person])) return person
  return undefined
}

/** Of people with one surname: the one with this title, else the one the story has named most so far, else the one it will name first. */
function choose(
  { people, byKey }: Register,
  key: string,
  isUsable: (entry: Entry) => boolean,
  { title, titleGender }: NamedMention,
): number | undefined {
  let best: number | undefined
  let bestScore = -1
  for (const person of byKey.get(key) ?? []) {
    const entry = people[person]
    if (!isUsable(entry)) continue
    const knowsTitle = title !== undefined && entry.titles.has(title)
    const knowsGender = entry.gender !== undefined && entry.gender === titleGender
    const score = (knowsTitle ? 1e6 : 0) + (knowsGender ? 1e6 : 0) + entry.mentions
    if (score <= bestScore) continue
    best = person
    bestScore = score
  }
  return best
}

const isFull = ({ surnameAt }: PersonalName) => surnameAt > 0

/** A bare "Bell" may be Bell Jr.; "Bell Sr." may not. */
const sameSuffix = (known: PersonalName, { suffix }: PersonalName) => suffix === undefined || suffix === known.suffix

const sameGender = (a: Gender | undefined, b: Gender | undefined) => a === undefined || b === undefined || a === b

const fits = (entry: Entry, { titleGender }: NamedMention) => sameGender(entry.gender, titleGender)

function reasonOf(rank: number, entry: Entry, name: PersonalName): string {
  if (entry.name.words.length === 1 || entry.name.words.join() === name.words.join()) return 'the same name'
  const part = rank === 0 || entry.name.isSurnameFirst ? 'surname' : rank === 1 ? 'first name' : 'part of the name'
  return `${part} of ${entry.text}`
}

function* fullKeys(name: PersonalName): Iterable<string> {
  for (const key of fullNameKeys(name)) yield `+${key}`
}

/** Where full names that differ in spelling are found: one of the surname's spellings, or the surname with another forename. */
const variantKeys = ({ surname }: PersonalName) => [`=${surname}`, ...spellingKeys(surname)]

/** Whether two full names are one in two spellings: either the forename or the surname differs. */
function isVariantOf(a: PersonalName, b: PersonalName): boolean {
  if (b.surnameAt === 0 || a.suffix !== b.suffix || middlesContradict(a, b)) return false
  if (a.surname === b.surname) return spelledAlike(a.words[0], b.words[0])
  return a.words[0] === b.words[0] && spelledAlike(a.surname, b.surname)
}
