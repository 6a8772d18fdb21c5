import type { Gender } from '../people.ts'
import { agree, fullNameKeys, middlesContradict, type PersonalName, spelledAlike, spellingKeys } from './naming.ts'

/** A mention by name, as far as its own place tells: its name taken apart and the title before it. */
export interface NamedMention {
  readonly name: PersonalName
  readonly text: string
  /** The last word of the title before it (president, mrs), in lower case. */
  readonly title?: string
  readonly titleGender?: Gender
  /** Named in the byline or the credits: a journalist, about whom the story is not. */
  readonly isCredit: boolean
  /** Whether it is joined by "and" to the next mention: Venus in "Venus and Serena Williams". */
  readonly joinsNext: boolean
}

/** Which person each mention is (an index), and why. */
export interface Cast {
  readonly personOf: readonly number[]
  readonly reasons: readonly string[]
  readonly names: readonly PersonalName[]
}

interface Draft {
  name: PersonalName
  text: string
  readonly titles: Set<string>
  gender: Gender | undefined
  isCredit: boolean
  mentions: number
  lastMention: number
}

/** How many people of one surname are looked at: more make a list, not a story. */
const namesakes = 8

/**
 * Joins mentions by name, in two passes over the mentions in text order: full names first, so that a surname finds its person even where the headline
 * names it before; then everything shorter. Every look-up is by hash: linear in the mentions.
 */
export function joinNames(mentions: readonly NamedMention[], genderOf: (forename: string) => Gender | undefined): Cast {
  const drafts: Draft[] = []
  const personOf: number[] = new Array(mentions.length).fill(-1)
  const reasons: string[] = new Array(mentions.length).fill('')
  const index = new Map<string, number[]>()

  mentions.forEach((mention, at) => {
    if (isFull(mention.name)) joinFull(mention, at)
  })
  for (const draft of drafts) draft.mentions = 0
  mentions.forEach((mention, at) => {
    if (personOf[at] < 0) joinShort(mention, at)
    const draft = drafts[personOf[at]]
    draft.mentions++
    draft.lastMention = at
  })
  return { personOf, reasons, names: drafts.map(draft => draft.name) }

  function joinFull(mention: NamedMention, at: number): void {
    const { name } = mention
    let found = find(fullKeys(name), draft => agree(draft.name, name) && fits(draft, mention))
    let reason = found === undefined ? 'full name' : 'the same name'
    if (found === undefined) {
      const gender = mention.titleGender ?? genderOf(name.words[0])
      const isVariant = (draft: Draft) => sameGender(draft.gender, gender) && isVariantOf(name, draft.name)
      found = find(variantKeys(name), isVariant)
      if (found !== undefined) reason = `another spelling of ${drafts[found].text}`
    } else if (drafts[found].name.words.join() !== name.words.join()) reason = `another form of ${drafts[found].text}`
    settle(found ?? add(mention), mention, at, reason)
  }

  function joinShort(mention: NamedMention, at: number): void {
    const { name } = mention
    const word = name.surname
    const usable = (draft: Draft) => fits(draft, mention) && (!draft.isCredit || mention.isCredit) && sameSuffix(draft.name, name)
    const ranks = [`=${word}`, `<${word}`, `?${word}`]
    for (let rank = 0; rank < ranks.length; rank++) {
      const found = choose(index.get(ranks[rank]) ?? [], usable, mention)
      if (found === undefined) continue
      if (rank > 0 && mention.joinsNext && drafts[found].lastMention < 0) break
      const draft = drafts[found]
      if (rank === 1 && genderOf(word) === undefined) draft.name = { ...draft.name, isSurnameFirst: true }
      settle(found, mention, at, reasonOf(rank, draft, mention))
      return
    }
    const isVariant = (draft: Draft) => usable(draft) && spelledAlike(draft.name.surname, word)
    const variant = mention.isCredit ? undefined : find(spellingKeys(word), isVariant)
    if (variant !== undefined) settle(variant, mention, at, `another spelling of ${drafts[variant].text}`)
    else settle(add(mention), mention, at, 'named so')
  }

  function settle(person: number, mention: NamedMention, at: number, reason: string): void {
    const draft = drafts[person]
    personOf[at] = person
    reasons[at] = reason
    draft.gender ??= mention.titleGender
    if (mention.title) draft.titles.add(mention.title)
    if (!mention.isCredit) draft.isCredit = false
    if (mention.name.words.length > draft.name.words.length) {
      draft.name = mention.name
      draft.text = mention.text
      enter(person, mention.name)
    }
  }

  function add(mention: NamedMention): number {
    const { name, text, isCredit } = mention
    const gender = mention.titleGender ?? genderOf(name.words[0])
    drafts.push({ name, text, titles: new Set(), gender, isCredit, mentions: 0, lastMention: -1 })
    enter(drafts.length - 1, name)
    return drafts.length - 1
  }

  /** Enters a person under every key by which another mention may look for it. */
  function enter(person: number, name: PersonalName): void {
    const { words, surname, surnameAt } = name
    put(`=${surname}`, person)
    if (words.length - surnameAt > 1) put(`=${words.slice(surnameAt).join('')}`, person)
    for (const key of spellingKeys(surname)) put(key, person)
    if (!isFull(name)) return
    put(`<${words[0]}`, person)
    for (let i = 1; i < Math.min(words.length - 1, 5); i++) put(`?${words[i]}`, person)
    for (const key of fullKeys(name)) put(key, person)
  }

  function put(key: string, person: number): void {
    const known = index.get(key)
    if (!known) index.set(key, [person])
    else if (known.length < namesakes && !known.includes(person)) known.push(person)
  }

  function find(keys: Iterable<string>, wanted: (draft: Draft) => boolean): number | undefined {
    for (const key of keys) for (const person of index.get(key) ?? []) if (wanted(drafts[person])) return person
    return undefined
  }

  /** Of people with one surname: the one with this title, else the one the story has named most so far, else the one it will name first. */
  function choose(people: readonly number[], usable: (draft: Draft) => boolean, mention: NamedMention): number | undefined {
    let best: number | undefined
    let bestScore = -1
    for (const person of people) {
      const draft = drafts[person]
      if (!usable(draft)) continue
      const knowsTitle = mention.title !== undefined && draft.titles.has(mention.title)
      const score =
        (knowsTitle ? 1e6 : 0) + (draft.gender !== undefined && draft.gender === mention.titleGender ? 1e6 : 0) + draft.mentions
      if (score > bestScore) {
        best = person
        bestScore = score
      }
    }
    return best
  }
}

const isFull = ({ surnameAt }: PersonalName) => surnameAt > 0

/** A bare "Bell" may be Bell Jr.; "Bell Sr." may not. */
const sameSuffix = (known: PersonalName, { suffix }: PersonalName) => suffix === undefined || suffix === known.suffix

const sameGender = (a: Gender | undefined, b: Gender | undefined) => a === undefined || b === undefined || a === b

const fits = (draft: Draft, { titleGender }: NamedMention) => sameGender(draft.gender, titleGender)

function reasonOf(rank: number, draft: Draft, { name }: NamedMention): string {
  if (draft.name.words.length === 1 || draft.name.words.join() === name.words.join()) return 'the same name'
  const part = rank === 0 || draft.name.isSurnameFirst ? 'surname' : rank === 1 ? 'first name' : 'part of the name'
  return `${part} of ${draft.text}`
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
