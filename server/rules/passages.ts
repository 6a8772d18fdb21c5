import type { Article } from '../analysis/article.ts'
import type { Name } from '../analysis/names.ts'
import type { Paragraph } from '../analysis/paragraph.ts'
import { isSameSpeaker, type Quote } from '../analysis/quotes.ts'
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
export function passagesOf(story: Article): readonly Passage[] {
  let from: Place = { parts: 0, names: 0, quotes: 0, statements: 0 }
  return story.paragraphs.map(({ start, end, reading }, paragraph) => {
    const to = placeBehind(story, from, paragraph)
    const text = story.markup === 'plain' ? reading.text : story.text.slice(start, end)
    let article = known.get(reading)
    if (!article || article.text !== text || !isSame(article, story, from, to, start)) {
      article = articleOf(reading, text, story, from, to, start)
      known.set(reading, article)
    }
    from = to
    return { start, article }
  })
}

/** How much of each list stands before a place in the story. */
interface Place {
  readonly parts: number
  readonly names: number
  readonly quotes: number
  readonly statements: number
}

function placeBehind({ structure, names, quotes, statements }: Article, from: Place, paragraph: number): Place {
  return {
    parts: endOf(structure.parts, from.parts, paragraph),
    names: endOf(names, from.names, paragraph),
    quotes: endOf(quotes, from.quotes, paragraph),
    statements: endOf(statements, from.statements, paragraph),
  }
}

/** The end of what belongs to a paragraph in a list that is sorted by them. */
function endOf(list: readonly { readonly paragraph: number }[], from: number, paragraph: number): number {
  let end = from
  while (end < list.length && list[end].paragraph === paragraph) end++
  return end
}

function articleOf(reading: Paragraph, text: string, story: Article, from: Place, to: Place, start: number): Article {
  const { parts, day } = story.structure
  const said = <T extends Quote | Statement>(words: T): T => ({
    ...words,
    ...moved(words, start),
    paragraph: 0,
    ...(words.cue && { cue: moved(words.cue, start) }),
    ...(words.source && { source: moved(words.source, start) }),
  })
  const placed = (part: Part): Part => ({
    ...part,
    ...moved(part, start),
    paragraph: 0,
    ...(part.voice && { voice: moved(part.voice, start) }),
    ...(part.time && { time: moved(part.time, start) }),
  })
  return {
    text,
    markup: 'plain',
    paragraphs: [{ start: 0, end: text.length, reading }],
    structure: { parts: parts.slice(from.parts, to.parts).map(placed), ...(day && { day }), bylines: [], credits: [] },
    names: story.names.slice(from.names, to.names).map(name => ({ ...name, ...moved(name, start), paragraph: 0 })),
    people: [],
    quotes: story.quotes.slice(from.quotes, to.quotes).map(said),
    statements: story.statements.slice(from.statements, to.statements).map(said),
  }
}

const moved = ({ start, end }: Span, by: number): Span => ({ start: start - by, end: end - by })

/** Whether the article made before is that of the paragraph as the story has it now. */
function isSame(article: Article, story: Article, from: Place, to: Place, start: number): boolean {
  const { structure, names, quotes, statements } = article
  return (
    isSameDay(structure.day, story.structure.day) &&
    areSame(structure.parts, story.structure.parts, from.parts, to.parts, start, isSamePart) &&
    areSame(names, story.names, from.names, to.names, start, isSameName) &&
    areSame(quotes, story.quotes, from.quotes, to.quotes, start, isSameQuote) &&
    areSame(statements, story.statements, from.statements, to.statements, start, isSameSaid)
  )
}

/** Whether what was there before is what the list has from one index to another, moved by so many code units. */
function areSame<T>(
  before: readonly T[],
  list: readonly T[],
  from: number,
  to: number,
  by: number,
  isSameOne: (before: T, now: T, by: number) => boolean,
): boolean {
  if (before.length !== to - from) return false
  for (let i = from; i < to; i++) if (!isSameOne(before[i - from], list[i], by)) return false
  return true
}

const isSamePart = (a: Part, b: Part, by: number) =>
  a.kind === b.kind && isSameSpan(a, b, by) && isSameSpan(a.voice, b.voice, by) && isSameSpan(a.time, b.time, by)

const isSameName = (a: Name, b: Name, by: number) => a.kind === b.kind && isSameSpan(a, b, by)

const isSameQuote = (a: Quote, b: Quote, by: number) => a.kind === b.kind && a.closed === b.closed && isSameSaid(a, b, by)

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
