import type { Article } from '../analysis/article.ts'
import type { Quote } from '../analysis/quotes.ts'
import type { Span } from '../analysis/span.ts'
import type { Speech } from '../analysis/speech.ts'
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
const known = new WeakMap<Speech, Article>()

/** The paragraphs of a story, each as an article of its own. */
export function passagesOf(story: Article): readonly Passage[] {
  const { structure, paragraphs, quotes } = story
  let nextPart = 0
  let nextQuote = 0
  return (story.memory?.speech ?? []).map((speech, paragraph) => {
    const { start, end } = paragraphs[paragraph]
    const firstPart = nextPart
    nextPart = endOf(structure.parts, firstPart, paragraph)
    const firstQuote = nextQuote
    nextQuote += speech.quotes.length
    const text = story.markup === 'plain' ? speech.voice.stage.reading.text : story.text.slice(start, end)
    const before = known.get(speech)
    // Who says the words of a headline the rest of the story may tell.
    const mayHaveChanged = speech.isHeadline && speech.quotes.length > 0
    if (!mayHaveChanged && before?.text === text && hasParts(before, story, firstPart, nextPart, start))
      return { start, article: before }
    const parts = structure.parts.slice(firstPart, nextPart).map(part => movedPart(part, start))
    const spoken = speech.quotes.map((quote, i) => spokenAs(quote, quotes[firstQuote + i]))
    const article = articleOf(speech, text, parts, structure.day, spoken)
    known.set(speech, article)
    return { start, article }
  })
}

/** The end of a paragraph's parts. */
function endOf(parts: readonly Part[], from: number, paragraph: number): number {
  let end = from
  while (end < parts.length && parts[end].paragraph === paragraph) end++
  return end
}

/** A quotation with the speaker that it has in the story. */
const spokenAs = (quote: Quote, { speaker, why }: Quote): Quote => ({ ...quote, ...(speaker && { speaker, why }) })

function articleOf(
  { voice, statements }: Speech,
  text: string,
  parts: readonly Part[],
  day: CalendarDay | undefined,
  quotes: readonly Quote[],
): Article {
  const { reading, names } = voice.stage
  return {
    text,
    markup: 'plain',
    paragraphs: [{ start: 0, end: text.length, reading }],
    structure: { parts, ...(day && { day }), bylines: [], credits: [] },
    names: names.map(name => ({ ...name, paragraph: 0 })),
    people: [],
    quotes,
    statements,
  }
}

const movedPart = (part: Part, by: number): Part => ({
  ...part,
  start: part.start - by,
  end: part.end - by,
  paragraph: 0,
  ...(part.voice && { voice: { start: part.voice.start - by, end: part.voice.end - by } }),
  ...(part.time && { time: { start: part.time.start - by, end: part.time.end - by } }),
})

/** Whether a paragraph's article has these parts of the story, which begins `by` code units before it, and the story's day. */
function hasParts({ structure }: Article, story: Article, first: number, end: number, by: number): boolean {
  if (structure.parts.length !== end - first || !isSameDay(structure.day, story.structure.day)) return false
  return structure.parts.every((part, i) => isSamePart(part, story.structure.parts[first + i], by))
}

const isSameDay = (a: CalendarDay | undefined, b: CalendarDay | undefined) =>
  a === b || (a?.day === b?.day && a?.month === b?.month && a?.year === b?.year)

const isSamePart = (a: Part, b: Part, by: number) =>
  a.kind === b.kind && isSameSpan(a, b, by) && isSameSpan(a.voice, b.voice, by) && isSameSpan(a.time, b.time, by)

function isSameSpan(a: Span | undefined, b: Span | undefined, by: number): boolean {
  return a && b ? a.start + by === b.start && a.end + by === b.end : a === b
}
