import { SymbolKind } from 'vscode-languageserver'
import type { Article } from '../analysis/article.ts'
import { legible } from '../analysis/legible.ts'
import type { Mention, Person } from '../analysis/people.ts'
import type { Quote } from '../analysis/quotes.ts'
import { firstEndingAfter, type Span } from '../analysis/span.ts'
import type { Part, PartKind } from '../analysis/structure.ts'
import { introduction, mentionsInStory, quotesOf, shortSpeakerOf } from './lookup.ts'
import { firstWords, plain } from './markdown.ts'

/** A line of the outline. Its name is never empty; its span holds its selection and its children. */
export interface Entry extends Span {
  readonly name: string
  readonly detail?: string
  readonly kind: SymbolKind
  readonly selection: Span
  readonly children: readonly Entry[]
}

/**
 * The story in outline. Parts and sections come in the order of the text; the people stand behind them, so that an editor
 * that looks for the entry around the cursor finds the section first.
 */
export function outline(article: Article): readonly Entry[] {
  const told = article.structure.parts.filter(part => part.kind !== 'credits' && part.kind !== 'note')
  const ending = article.structure.parts.filter(part => part.kind === 'credits' || part.kind === 'note')
  const starts = told.filter(part => part.kind === 'crosshead')
  const before = told.filter(part => part.start < (starts[0]?.start ?? article.text.length))
  const end = told.at(-1)?.end ?? 0
  const said = speech(article)
  return [
    ...before.flatMap(part => opening(article, part, said)),
    ...starts.map((part, index) => section(article, part, { start: part.start, end: starts[index + 1]?.start ?? end }, said)),
    ...peopleGroup(article),
    ...ending.filter(part => part.kind === 'credits').map(part => partEntry(article, part, [])),
  ]
}

/** What stands before the first crosshead: each part by its name, and of plain paragraphs what is said in them. */
function opening(article: Article, part: Part, said: readonly Entry[]): readonly Entry[] {
  const own = within(said, part)
  return part.kind === 'paragraph' ? own : [partEntry(article, part, part.kind === 'lead' ? own : [])]
}

const partNames: Readonly<Partial<Record<PartKind, string>>> = {
  byline: 'Byline',
  dateline: 'Dateline',
  lead: 'Lead',
  credits: 'Credits',
}

const partKinds: Readonly<Partial<Record<PartKind, SymbolKind>>> = {
  headline: SymbolKind.File,
  byline: SymbolKind.Property,
  dateline: SymbolKind.Event,
  lead: SymbolKind.Package,
  credits: SymbolKind.Property,
}

function partEntry(article: Article, part: Part, children: readonly Entry[]): Entry {
  const label = partNames[part.kind]
  const words = firstWords(legible(article, part), 80)
  return {
    name: label ?? words,
    ...(label && { detail: words }),
    kind: partKinds[part.kind] ?? SymbolKind.String,
    ...spanOf(part),
    selection: part,
    children,
  }
}

function section(article: Article, crosshead: Part, { start, end }: Span, said: readonly Entry[]): Entry {
  return {
    name: firstWords(legible(article, crosshead), 80),
    kind: SymbolKind.Namespace,
    start,
    end,
    selection: crosshead,
    children: within(said, { start, end }),
  }
}

/** What is said, in the order of the text: in an interview each turn with its quotations, elsewhere the quotations. Disjoint. */
function speech(article: Article): readonly Entry[] {
  const quotes = quotations(article)
  const turns = article.structure.parts.flatMap(part =>
    part.voice ? [turn(article, part, part.voice, within(quotes, part))] : [],
  )
  if (turns.length === 0) return quotes
  const alone = quotes.filter(quote => (turns[firstEndingAfter(turns, quote.start)]?.start ?? quote.end) >= quote.end)
  return [...turns, ...alone].sort((a, b) => a.start - b.start)
}

function turn(article: Article, part: Part, voice: Span, children: readonly Entry[]): Entry {
  const words = legible(article, { start: voice.end, end: part.end }).replace(/^[^\p{L}\p{N}"'“‘«]+/u, '')
  return {
    name: `${plain(legible(article, voice))}: ${firstWords(words, 60)}`,
    kind: SymbolKind.String,
    ...spanOf(part),
    selection: voice,
    children,
  }
}

/** The outermost quotations that are somebody's speech; words that nobody is quoted with are left out. */
function quotations(article: Article): readonly Entry[] {
  const entries: Entry[] = []
  let end = 0
  for (const quote of article.quotes) {
    if (quote.kind === 'scare' || quote.start < end) continue
    end = quote.end
    entries.push(quotation(article, quote))
  }
  return entries
}

/** The entries, sorted and disjoint, that lie within a span. */
function within(entries: readonly Entry[], span: Span): readonly Entry[] {
  return entries.slice(firstEndingAfter(entries, span.start), firstEndingAfter(entries, span.end))
}

function quotation(article: Article, quote: Quote): Entry {
  const words = firstWords(legible(article, quote), 60)
  const speaker = shortSpeakerOf(article, quote)
  return {
    name: speaker ? `${plain(speaker)}: ${words}` : words,
    kind: SymbolKind.String,
    ...spanOf(quote),
    selection: quote,
    children: [],
  }
}

/** The people whom the story itself names; who only signed it stands in byline and credits. */
function peopleGroup(article: Article): readonly Entry[] {
  const people = article.people.flatMap(person => {
    const told = mentionsInStory(article, person)
    return told.length > 0 ? [personEntry(article, person, told)] : []
  })
  if (people.length === 0) return []
  const { start, end } = around(people)
  // The selection lies at the end, lest an editor pins the group to the top of the window for the whole length of the story.
  const selection = { start: end, end }
  return [{ name: 'People', detail: String(people.length), kind: SymbolKind.Class, start, end, selection, children: people }]
}

function personEntry(article: Article, person: Person, told: readonly Mention[]): Entry {
  const quotes = quotesOf(article, person).length
  const counts = `${told.length}×${quotes > 0 ? `, ${quotes} quoted` : ''}`
  const role = person.roles[0]
  return {
    name: plain(person.name) || 'Unnamed',
    detail: role ? `${firstWords(legible(article, role), 60)} · ${counts}` : counts,
    kind: SymbolKind.Interface,
    ...around(told),
    selection: told.find(mention => mention === introduction(person)) ?? told[0],
    children: told.map(mention => mentionEntry(article, mention)),
  }
}

/** A mention with a few words of its sentence before and behind it, so that one tells them apart. */
function mentionEntry(article: Article, mention: Mention): Entry {
  const paragraph = article.paragraphs[mention.paragraph] ?? mention
  const start = Math.max(paragraph.start, mention.start - 24)
  const before = legible(article, { start, end: mention.start })
  const behind = legible(article, { start: mention.start, end: Math.min(paragraph.end, mention.start + 120) })
  const own = (start === paragraph.start ? before : before.replace(/^\S*\s/u, '')).replace(/^.*[.!?]["”’')]*\s+/u, '')
  return {
    name: firstWords(`${own}${behind}`, 60),
    kind: SymbolKind.Variable,
    ...spanOf(mention),
    selection: mention,
    children: [],
  }
}

function around(spans: readonly Span[]): Span {
  let { start, end } = spans[0] ?? { start: 0, end: 0 }
  for (const span of spans) {
    start = Math.min(start, span.start)
    end = Math.max(end, span.end)
  }
  return { start, end }
}

const spanOf = ({ start, end }: Span): Span => ({ start, end })
