import type { Article } from '../analysis/article.ts'
import { kept } from '../analysis/kept.ts'
import type { Quote } from '../analysis/quotes.ts'
import type { Span } from '../analysis/span.ts'
import type { Speech } from '../analysis/speech.ts'
import type { CalendarDay, Part } from '../analysis/structure.ts'
import type { RuleProblem } from './check.ts'
import type { OwnNaming } from './namings.ts'
import type { Rule } from './rule.ts'

/** A paragraph of a story at its place. */
export interface Passage {
  readonly start: number
  /** The same object as long as everything in the paragraph is the same. */
  readonly notes: PassageNotes
}

/** What is known of a paragraph; the rules add what they have found out about it. */
export interface PassageNotes {
  /**
   * The paragraph as an article of its own, all offsets from its start: its text, marks, names, quotations and statements, what part of the story it is, and
   * the story's day. The people of the story are not in it.
   */
  readonly article: Article
  /** What is said in it, and who appears in it. */
  readonly speech: Speech
  /** Where people are named in it: see `namedPeople`. */
  namings?: readonly OwnNaming[]
  /** What has been found in it, and by which rules. */
  checked?: { readonly rules: readonly Rule[]; readonly found: readonly RuleProblem[] }
}

/** What was noted of a paragraph last, to be taken over where everything in it is the same. */
const known = new WeakMap<Speech, PassageNotes>()

/** The paragraphs of a story, each as an article of its own. Made once for an article. */
export const passagesOf = kept((story: Article): readonly Passage[] => {
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
    if (!mayHaveChanged && before?.article.text === text && hasParts(before.article, story, firstPart, nextPart, start))
      return { start, notes: before }
    const parts = structure.parts.slice(firstPart, nextPart).map(part => movedPart(part, start))
    const spoken = speech.quotes.map((quote, i) => spokenAs(quote, quotes[firstQuote + i]))
    const notes = { article: articleOf(speech, text, parts, structure.day, spoken), speech }
    known.set(speech, notes)
    return { start, notes }
  })
})

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
