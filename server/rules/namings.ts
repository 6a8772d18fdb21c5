import type { Article } from '../analysis/article.ts'
import { kept } from '../analysis/kept.ts'
import type { Name } from '../analysis/names.ts'
import { type PersonalName, readPersonalName } from '../analysis/people/naming.ts'
import type { Mention, Person } from '../analysis/people.ts'
import { firstEndingAfter, type Span } from '../analysis/span.ts'
import type { PartKind } from '../analysis/structure.ts'
import type { Tokens } from '../analysis/tokens.ts'
import { quotedStretches, standsWithin } from './direct-speech.ts'

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

/** The people of a story and where the reporter names them. Whoever stands only in a byline, a note or the credits is left out. Made once for an article. */
export const namedPeople = kept((article: Article): readonly NamedPerson[] => {
  const quoted = quotedStretches(article)
  const people: NamedPerson[] = []
  for (const person of article.people) {
    const namings: Naming[] = []
    for (const mention of person.mentions) {
      const naming = mention.form === 'name' ? namingAt(article, mention) : undefined
      if (naming && isTold(naming.part) && !standsWithin(quoted, naming)) namings.push(naming)
    }
    if (namings.length > 0) people.push({ person, namings })
  }
  return people
})

function namingAt({ names, paragraphs, structure }: Article, { start, end, paragraph }: Mention): Naming | undefined {
  const name = names[firstEndingAfter(names, start)]
  if (name?.start !== start) return undefined
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
    personal: personalName(reading.tokens, name),
  }
}

/** The name taken apart, once for the reading of a paragraph. */
function personalName(tokens: Tokens, name: Name): PersonalName {
  const names = personalNames(tokens)
  const before = names.get(name.firstToken)
  if (before?.endToken === name.endToken) return before.personal
  const personal = readPersonalName(tokens, name)
  names.set(name.firstToken, { endToken: name.endToken, personal })
  return personal
}
const personalNames = kept((_: Tokens) => new Map<number, { readonly endToken: number; readonly personal: PersonalName }>())

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
