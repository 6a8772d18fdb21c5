import type { Article } from '../analysis/article.ts'
import { kept } from '../analysis/kept.ts'
import type { Name } from '../analysis/names.ts'
import { type PersonalName, readPersonalName } from '../analysis/people/naming.ts'
import type { Person } from '../analysis/people.ts'
import { firstEndingAfter, type Span } from '../analysis/span.ts'
import type { PartKind } from '../analysis/structure.ts'
import type { Tokens } from '../analysis/tokens.ts'
import { quotedStretches, standsWithin } from './direct-speech.ts'
import { type PassageNotes, passagesOf } from './passages.ts'

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
  /** The same in its paragraph; the same object as long as nothing in the paragraph changes. */
  readonly own: OwnNaming
}

/** A naming by itself: offsets from its paragraph's start, the person by id. */
export type OwnNaming = Omit<Naming, 'paragraph' | 'own'> & { readonly person: string }

/** A person of the story with every place where the reporter names them, sorted. */
export interface NamedPerson {
  readonly person: Person
  readonly namings: readonly Naming[]
}

/** The people of a story and where the reporter names them. Whoever stands only in a byline, a note or the credits is left out. Made once for an article. */
export const namedPeople = kept((article: Article): readonly NamedPerson[] => {
  const namings = new Map<string, Naming[]>(article.people.map(({ id }) => [id, []]))
  passagesOf(article).forEach(({ start, notes }, paragraph) => {
    notes.namings ??= ownNamings(notes)
    for (const own of notes.namings) namings.get(own.person)?.push(placeNaming(own, start, paragraph))
  })
  return article.people
    .map(person => ({ person, namings: namings.get(person.id) ?? [] }))
    .filter(({ namings }) => namings.length > 0)
})

const placeNaming = (own: OwnNaming, offset: number, paragraph: number): Naming => ({
  start: offset + own.start,
  end: offset + own.end,
  paragraph,
  part: own.part,
  tokens: own.tokens,
  firstToken: own.firstToken,
  endToken: own.endToken,
  personal: own.personal,
  own,
})

/** Where the reporter names people in a paragraph. */
function ownNamings({ article, speech }: PassageNotes): readonly OwnNaming[] {
  const { names, structure, paragraphs } = article
  const { appearance, stage } = speech.voice
  const { tokens } = paragraphs[0].reading
  const quoted = quotedStretches(article)
  const namings: OwnNaming[] = []
  for (const { start, end, form, person } of appearance.mentions) {
    const name = form === 'name' ? names[firstEndingAfter(names, start)] : undefined
    if (name?.start !== start || !holdsWholeTokens(tokens, name) || standsWithin(quoted, name)) continue
    const part = structure.parts[firstEndingAfter(structure.parts, start)]?.kind ?? 'paragraph'
    if (!isTold(part)) continue
    const { firstToken, endToken } = name
    const personal = readPersonalName(tokens, name)
    namings.push({ start, end, part, tokens, firstToken, endToken, personal, person: stage.cast.people[person].id })
  }
  return namings
}

/** "Pell-backed" names Pell within a longer word, which no rule takes apart. */
const holdsWholeTokens = ({ starts, ends }: Tokens, { start, end, firstToken, endToken }: Name) =>
  starts[firstToken] === start && ends[endToken - 1] === end

const isTold = (part: PartKind) => part !== 'byline' && part !== 'credits' && part !== 'note' && part !== 'dateline'

/** Whether it stands in the running text. */
export const isInBody = ({ part }: Naming): boolean => part === 'lead' || part === 'paragraph'

/** Whether it has a forename and a surname. */
export const isFull = ({ personal }: Naming): boolean => personal.surnameAt > 0

/** Whether it is one word and no more. */
export const isBare = ({ personal }: Naming): boolean => personal.words.length === 1 && personal.suffix === undefined
