import { type MarkdownProse, proseOf } from './markdown.ts'
import { type Name, type Naming, readNames } from './names.ts'
import { type PlacedParagraph, readParagraphs } from './paragraph.ts'
import { type Casting, castPeople, type Person, placePeople } from './people.ts'
import { readVoices } from './quotes/voices.ts'
import { placeQuotes, type Quote } from './quotes.ts'
import { readSpeech, type Speech } from './speech.ts'
import { placeStatements, type Statement } from './statements.ts'
import { readStructure, type Structure } from './structure.ts'

/** Everything that Dateline understands of one story. Immutable. All spans outside `paragraphs[].reading` count from the story's start. */
export interface Article {
  readonly text: string
  /** As what it was read: Markdown that is too long is read as plain text. */
  readonly markup: Markup
  readonly paragraphs: readonly PlacedParagraph[]
  readonly structure: Structure
  readonly names: readonly Name[]
  readonly people: readonly Person[]
  readonly quotes: readonly Quote[]
  readonly statements: readonly Statement[]
  readonly memory?: Memory
}

/**
 * What the steps of a reading leave for the next one of the same story, which takes over whatever it still finds true. A function of the text as all of the
 * article is; nothing but `readArticle`, and what the rules keep by paragraph, looks into it, and it never holds an article of before.
 */
export interface Memory {
  /** What was read of a story in Markdown before its paragraphs were. */
  readonly markdown?: MarkdownProse
  /** How the names were decided. */
  readonly naming: Naming
  /** Who is in the story, and what it says of them in each of its paragraphs. */
  readonly casting: Casting
  /** What is said in each of its paragraphs. */
  readonly speech: readonly Speech[]
}

/** How a story's text is marked up. */
export type Markup = 'plain' | 'markdown'

/**
 * Reads a story. Any string gives an article. With `previous`, a paragraph whose text was there before is taken over as it is; the result always equals
 * that of reading without it. In Markdown front matter, code, HTML, addresses and marks are no prose: they belong to no paragraph, or are fillers in it.
 */
export function readArticle(text: string, previous?: Article, markup: Markup = 'plain'): Article {
  const memory = previous?.memory
  const markdown = markup === 'markdown' ? proseOf(text, memory?.markdown) : undefined
  const prose: Omit<MarkdownProse, 'known'> = markdown ?? { text, parts: [] }
  const alone = new Set(prose.parts.map(({ start }) => start))
  const before = previous && { text: memory?.markdown?.text ?? previous.text, paragraphs: previous.paragraphs }
  const paragraphs = readParagraphs(prose.text, alone, before)
  const structure = readStructure(paragraphs, prose.parts, prose.day)
  const naming = readNames(paragraphs, structure, memory?.naming)
  const { names } = naming
  const casting = castPeople(paragraphs, structure, names, memory?.casting)
  const people = placePeople(casting, paragraphs)
  const voices = readVoices(paragraphs, names, people, casting, memory?.speech)
  const speech = readSpeech(voices, structure, memory?.speech)
  return {
    text,
    markup: markdown ? 'markdown' : 'plain',
    paragraphs,
    structure,
    names,
    people,
    quotes: placeQuotes(speech, paragraphs),
    statements: placeStatements(speech, paragraphs),
    memory: { ...(markdown && { markdown }), naming, casting, speech },
  }
}
