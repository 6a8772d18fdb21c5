import type { Article } from '../analysis/article.ts'
import type { Name } from '../analysis/names.ts'
import { type PersonalName, readPersonalName } from '../analysis/people/naming.ts'
import type { Mention, Person } from '../analysis/people.ts'
import { firstEndingAfter, type Span } from '../analysis/span.ts'
import type { PartKind } from '../analysis/structure.ts'
import type { Tokens } from '../analysis/tokens.ts'
import { standsWithin } from './direct-speech.ts'

/** A place where the reporter names a person, outside all quotation marks; offsets from the story's start. */
export interface Naming extends Span {
  readonly paragraph: number
  /** What part of the story it stands in. */
  readonly part: PartKind
  /** The tokens of its paragraph, and which of them are the name. */
  readonly tokens: Tokens
  readonly firstToken: number
  readonly endToken: number
  /** The name taken apart, its words in lower case. */
  readonly personal: PersonalName
}

/** A person of the story with every place where the reporter names them, sorted. */
export interface NamedPerson {
  readonly person: Person
  readonly namings: readonly Naming[]
}

const known = new WeakMap<Article, readonly NamedPerson[]>()

/** The people of a story and where the reporter names them. Whoever stands only in a byline, a note or the credits is left out. Made once for an article. */
export function namedPeople(article: Article): readonly NamedPerson[] {
  const before = known.get(article)
  if (before) return before
  const quoted = quotedStretches(article)
  const people = article.people.flatMap(person => {
    const namings = person.mentions.flatMap(mention => {
      const naming = namingAt(article, mention)
      return naming && isTold(naming.part) && !standsWithin(quoted, naming) ? [naming] : []
    })
    return namings.length > 0 ? [{ person, namings }] : []
  })
  known.set(article, people)
  return people
}

/** What is in quotation marks of any kind: sorted and disjoint. */
function quotedStretches({ quotes }: Article): readonly Span[] {
  const outer: Span[] = []
  for (const quote of quotes) if (quote.start >= (outer.at(-1)?.end ?? 0)) outer.push(quote)
  return outer
}

function namingAt({ names, paragraphs, structure }: Article, { start, end, form, paragraph }: Mention): Naming | undefined {
  const name = names[firstEndingAfter(names, start)]
  if (form !== 'name' || name?.start !== start) return undefined
  const { start: offset, reading } = paragraphs[paragraph]
  if (!holdsWholeTokens(reading.tokens, name, offset)) return undefined
  const { firstToken, endToken } = name
  const part = structure.parts[firstEndingAfter(structure.parts, start)]?.kind ?? 'paragraph'
  return {
    start,
    end,
    paragraph,
    part,
    tokens: reading.tokens,
    firstToken,
    endToken,
    personal: readPersonalName(reading.tokens, name),
  }
}

/** "Pell-backed" names Pell within a longer word, which no rule takes apart. */
const holdsWholeTokens = ({ starts, ends }: Tokens, { start, end, firstToken, endToken }: Name, offset: number) =>
  offset + starts[firstToken] === start && offset + ends[endToken - 1] === end

const isTold = (part: PartKind) => part !== 'byline' && part !== 'credits' && part !== 'note' && part !== 'dateline'

/** Whether it stands in the running text. */
export const isInBody = ({ part }: Naming): boolean => part === 'lead' || part === 'paragraph'

/** Whether it has a forename and a surname. */
export const isFull = ({ personal }: Naming): boolean => personal.surnameAt > 0

/** Whether it is one word and no more. */
export const isBare = ({ personal }: Naming): boolean => personal.words.length === 1 && personal.suffix === undefined
