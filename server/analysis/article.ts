import { type MarkdownProse, proseOf } from './markdown.ts'
import { decideNames, type Name, type Naming, placeNames } from './names.ts'
import { type Paragraph, type PlacedParagraph, readParagraph, splitParagraphs } from './paragraph.ts'
import { type Casting, castPeople, type Person, placePeople } from './people.ts'
import { readVoices } from './quotes/speakers.ts'
import { attributeQuotes, type Quote } from './quotes.ts'
import type { Span } from './span.ts'
import { readStatements, type Statement } from './statements.ts'
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
 * article is; nothing but `readArticle` looks into it, and it never holds an article of before.
 */
export interface Memory {
  /** What was read of a story in Markdown before its paragraphs were. */
  readonly markdown?: MarkdownProse
  /** How the names were decided. */
  readonly naming: Naming
  /** Who is in the story, and what it says of them in each of its paragraphs. */
  readonly casting: Casting
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
  const spans = splitParagraphs(prose.text, alone)
  const readings = readParagraphs(prose.text, spans, previous?.paragraphs ?? [])
  const paragraphs = spans.map(({ start, end }, i) => ({ start, end, reading: readings[i] }))
  const structure = readStructure(paragraphs, prose.parts, prose.day)
  const naming = decideNames(readings, memory?.naming)
  const names = placeNames(naming, paragraphs, structure)
  const casting = castPeople(paragraphs, structure, names, memory?.casting)
  const people = placePeople(casting, paragraphs)
  const voices = readVoices(paragraphs, names, people)
  const quotes = attributeQuotes(paragraphs, structure, voices)
  const statements = readStatements(paragraphs, voices)
  return {
    text,
    markup: markdown ? 'markdown' : 'plain',
    paragraphs,
    structure,
    names,
    people,
    quotes,
    statements,
    memory: { ...(markdown && { markdown }), naming, casting },
  }
}

/** Reads the paragraphs of a text; those at its beginning and its end that are paragraphs of before, and others with the same text among the rest, are taken over. */
function readParagraphs(text: string, spans: readonly Span[], before: readonly PlacedParagraph[]): readonly Paragraph[] {
  const isSame = (span: Span, { reading }: PlacedParagraph) =>
    span.end - span.start === reading.text.length && text.startsWith(reading.text, span.start)
  const most = Math.min(spans.length, before.length)
  let head = 0
  while (head < most && isSame(spans[head], before[head])) head++
  let tail = 0
  while (tail < most - head && isSame(spans[spans.length - 1 - tail], before[before.length - 1 - tail])) tail++
  const known = new Map<string, Paragraph>()
  for (const { reading } of before.slice(head, before.length - tail)) known.set(reading.text, reading)
  return spans.map(({ start, end }, i) => {
    if (i < head) return before[i].reading
    if (i >= spans.length - tail) return before[before.length - spans.length + i].reading
    const own = text.slice(start, end)
    return known.get(own) ?? readParagraph(own)
  })
}
