import { type MarkdownProse, proseOf } from './markdown.ts'
import { decideNames, type Name } from './names.ts'
import { type Paragraph, type PlacedParagraph, readParagraph, splitParagraphs } from './paragraph.ts'
import { linkPeople, type Person } from './people.ts'
import { readVoices } from './quotes/speakers.ts'
import { attributeQuotes, type Quote } from './quotes.ts'
import { readStatements, type Statement } from './statements.ts'
import { readStructure, type Structure } from './structure.ts'

/** Everything that Dateline understands of one story. Immutable. All spans outside `paragraphs[].reading` count from the story's start. */
export interface Article {
  readonly text: string
  readonly paragraphs: readonly PlacedParagraph[]
  readonly structure: Structure
  readonly names: readonly Name[]
  readonly people: readonly Person[]
  readonly quotes: readonly Quote[]
  readonly statements: readonly Statement[]
  /** What was read of a story in Markdown before its paragraphs were. */
  readonly markdown?: MarkdownProse
}

/** How a story's text is marked up. */
export type Markup = 'plain' | 'markdown'

/**
 * Reads a story. Any string gives an article. With `previous`, a paragraph whose text was there before is taken over as it is; the result always equals
 * that of reading without it. In Markdown front matter, code, HTML, addresses and marks are no prose: they belong to no paragraph, or are fillers in it.
 */
export function readArticle(text: string, previous?: Article, markup: Markup = 'plain'): Article {
  const markdown = markup === 'markdown' ? proseOf(text, previous?.markdown) : undefined
  const prose: Omit<MarkdownProse, 'known'> = markdown ?? { text, parts: [] }
  const known = new Map<string, Paragraph>()
  for (const { reading } of previous?.paragraphs ?? []) known.set(reading.text, reading)
  const alone = new Set(prose.parts.map(({ start }) => start))
  const paragraphs = splitParagraphs(prose.text, alone).map(({ start, end }) => {
    const own = prose.text.slice(start, end)
    return { start, end, reading: known.get(own) ?? readParagraph(own) }
  })
  const structure = readStructure(paragraphs, prose.parts, prose.day)
  const names = decideNames(paragraphs, structure)
  const people = linkPeople(paragraphs, structure, names)
  const voices = readVoices(paragraphs, names, people)
  const quotes = attributeQuotes(paragraphs, structure, voices)
  const statements = readStatements(paragraphs, voices)
  return { text, paragraphs, structure, names, people, quotes, statements, ...(markdown && { markdown }) }
}
