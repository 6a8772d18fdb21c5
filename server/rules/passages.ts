import type { Article } from '../analysis/article.ts'
import type { Name } from '../analysis/names.ts'
import type { Paragraph } from '../analysis/paragraph.ts'
import type { Quote, Speaker } from '../analysis/quotes.ts'
import type { Span } from '../analysis/span.ts'
import type { Statement } from '../analysis/statements.ts'
import type { CalendarDay, Part } from '../analysis/structure.ts'

/** A paragraph of a story at its place. */
export interface Passage {
  readonly start: number
  /**
   * The paragraph as an article of its own, all offsets from its start: its text, marks, names, quotations and statements, what part of the story it is, and
   * the story's day. The people of the story are not in it. The same object as long as all of this is the same.
   */
  readonly article: Article
}

/** A paragraph's article as it was last made, to be taken over where everything in it is the same. */
const known = new WeakMap<Paragraph, Article>()

/** The paragraphs of a story, each as an article of its own. */
export function passagesOf({ text, paragraphs, structure, names, quotes, statements }: Article): readonly Passage[] {
  const take = { parts: taker(structure.parts), names: taker(names), quotes: taker(quotes), statements: taker(statements) }
  return paragraphs.map(({ start, end, reading }, paragraph) => {
    const found: Found = {
      start,
      text: text.startsWith(reading.text, start) ? reading.text : text.slice(start, end),
      parts: take.parts(paragraph),
      ...(structure.day && { day: structure.day }),
      names: take.names(paragraph),
      quotes: take.quotes(paragraph),
      statements: take.statements(paragraph),
    }
    const before = known.get(reading)
    if (before && isSame(before, found)) return { start, article: before }
    const article = articleOf(reading, found)
    known.set(reading, article)
    return { start, article }
  })
}

/** What a story has of a paragraph; offsets from the story's start. */
interface Found {
  readonly start: number
  readonly text: string
  readonly parts: readonly Part[]
  readonly day?: CalendarDay
  readonly names: readonly Name[]
  readonly quotes: readonly Quote[]
  readonly statements: readonly Statement[]
}

/** Gives what belongs to a paragraph, for one paragraph after the other, of a list that is sorted by them. */
function taker<T extends { readonly paragraph: number }>(list: readonly T[]): (paragraph: number) => readonly T[] {
  let at = 0
  return paragraph => {
    const from = at
    while (at < list.length && list[at].paragraph === paragraph) at++
    return at > from ? list.slice(from, at) : none
  }
}
const none: readonly never[] = []

function articleOf(reading: Paragraph, { start, text, parts, day, names, quotes, statements }: Found): Article {
  const said = <T extends Quote | Statement>(words: T): T => ({
    ...words,
    ...moved(words, start),
    paragraph: 0,
    ...(words.cue && { cue: moved(words.cue, start) }),
    ...(words.source && { source: moved(words.source, start) }),
  })
  const placed = parts.map(part => ({
    ...part,
    ...moved(part, start),
    paragraph: 0,
    ...(part.voice && { voice: moved(part.voice, start) }),
    ...(part.time && { time: moved(part.time, start) }),
  }))
  return {
    text,
    markup: 'plain',
    paragraphs: [{ start: 0, end: text.length, reading }],
    structure: { parts: placed, ...(day && { day }), bylines: [], credits: [] },
    names: names.map(name => ({ ...name, ...moved(name, start), paragraph: 0 })),
    people: [],
    quotes: quotes.map(said),
    statements: statements.map(said),
  }
}

const moved = ({ start, end }: Span, by: number): Span => ({ start: start - by, end: end - by })

/** Whether the article made before is that of the paragraph as the story has it now. */
function isSame({ text, structure, names, quotes, statements }: Article, now: Found): boolean {
  const { start } = now
  return (
    text === now.text &&
    areSame(structure.parts, now.parts, (a, b) => isSamePart(a, b, start)) &&
    isSameDay(structure.day, now.day) &&
    areSame(names, now.names, (a, b) => a.kind === b.kind && isSameSpan(a, b, start)) &&
    areSame(quotes, now.quotes, (a, b) => a.kind === b.kind && a.closed === b.closed && isSameSaid(a, b, start)) &&
    areSame(statements, now.statements, (a, b) => isSameSaid(a, b, start))
  )
}

function areSame<T>(before: readonly T[], now: readonly T[], isSameOne: (before: T, now: T) => boolean): boolean {
  if (before.length !== now.length) return false
  for (let i = 0; i < now.length; i++) if (!isSameOne(before[i], now[i])) return false
  return true
}

const isSamePart = (a: Part, b: Part, by: number) =>
  a.kind === b.kind && isSameSpan(a, b, by) && isSameSpan(a.voice, b.voice, by) && isSameSpan(a.time, b.time, by)

const isSameDay = (a: CalendarDay | undefined, b: CalendarDay | undefined) =>
  a === b || (a?.day === b?.day && a?.month === b?.month && a?.year === b?.year)

const isSameSaid = (a: Quote | Statement, b: Quote | Statement, by: number) =>
  isSameSpan(a, b, by) &&
  isSameSpan(a.cue, b.cue, by) &&
  isSameSpan(a.source, b.source, by) &&
  a.why === b.why &&
  isSameSpeaker(a.speaker, b.speaker)

function isSameSpan(a: Span | undefined, b: Span | undefined, by: number): boolean {
  return a && b ? a.start + by === b.start && a.end + by === b.end : a === b
}

function isSameSpeaker(a: Speaker | undefined, b: Speaker | undefined): boolean {
  if (!a || !b || a === b) return a === b
  if ('person' in a) return 'person' in b && a.person === b.person
  if ('name' in a) return 'name' in b && a.name === b.name
  return 'anonymous' in b && a.anonymous === b.anonymous
}
