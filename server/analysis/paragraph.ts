import { type Marks, readMarks } from './marks.ts'
import { placeMarks, placeTokens, withoutFillers } from './markup.ts'
import { type NameCandidates, readNameCandidates } from './names/candidates.ts'
import { quotedTokens, type Report, readReports } from './reports.ts'
import { readSentences, type Sentence } from './sentences.ts'
import type { Span } from './span.ts'
import { type ParagraphForm, readForm } from './structure/form.ts'
import { readTimes, type TimeExpression } from './times.ts'
import { readTokens, type Tokens } from './tokens.ts'
import { splitParagraphs } from './wrapping.ts'

export { splitParagraphs }

/** A paragraph as its own text alone can tell: all spans count from its own start. Immutable; the same text always gives an equal paragraph. */
export interface Paragraph {
  readonly text: string
  readonly marks: Marks
  readonly tokens: Tokens
  readonly form: ParagraphForm
  readonly sentences: readonly Sentence[]
  readonly candidates: NameCandidates
  readonly times: readonly TimeExpression[]
  readonly reports: readonly Report[]
  /** For each token the outermost quotation that holds it, by its index in `marks.stretches`; -1 outside. */
  readonly quoted: Int32Array
}

/** A paragraph at its place: `start` and `end` count from the story's start, everything in `reading` from the paragraph's. */
export interface PlacedParagraph extends Span {
  readonly reading: Paragraph
}

/** A text and its paragraphs. */
export interface ReadText {
  readonly text: string
  readonly paragraphs: readonly PlacedParagraph[]
}

/**
 * Reads the paragraphs of a text; what `alone` is see `splitParagraphs`. Those in what the text has in common with the text before, at the beginning and the
 * end, and others with the same words between are taken over.
 */
export function readParagraphs(
  text: string,
  alone: ReadonlySet<number>,
  before: ReadText = nothingRead,
): readonly PlacedParagraph[] {
  const spans = splitParagraphs(text, alone)
  const { paragraphs } = before
  const same = sameEnds(before.text, text)
  const most = Math.min(spans.length, paragraphs.length)
  const added = spans.length - paragraphs.length
  const shift = text.length - before.text.length
  const isKept = (i: number, old: PlacedParagraph, by: number) =>
    spans[i].start === old.start + by && spans[i].end === old.end + by
  let head = 0
  while (head < most && spans[head].end <= same.head && isKept(head, paragraphs[head], 0)) head++
  let tail = spans.length
  while (
    tail > head &&
    tail > added &&
    spans[tail - 1].start >= same.tail &&
    isKept(tail - 1, paragraphs[tail - 1 - added], shift)
  )
    tail--
  const known = new Map<string, Paragraph>()
  for (const { reading } of paragraphs.slice(head, tail - added)) known.set(reading.text, reading)
  return spans.map(({ start, end }, i) => {
    if (i < head) return paragraphs[i]
    if (i >= tail) return { start, end, reading: paragraphs[i - added].reading }
    const own = text.slice(start, end)
    return { start, end, reading: known.get(own) ?? readParagraph(own) }
  })
}

const nothingRead: ReadText = { text: '', paragraphs: [] }

/** Up to where a text is the one before, and from where on it is its end, by whole pieces: comparing those is many times cheaper than letter by letter. */
function sameEnds(before: string, text: string): { readonly head: number; readonly tail: number } {
  const most = Math.min(before.length, text.length) - piece
  let head = 0
  while (head <= most && before.slice(head, head + piece) === text.slice(head, head + piece)) head += piece
  let length = 0
  while (length <= most - head && endOf(before, length) === endOf(text, length)) length += piece
  return { head, tail: text.length - length }
}

const piece = 1024
/** The piece that ends so far before the end of a text. */
const endOf = (text: string, length: number) => text.slice(text.length - length - piece, text.length - length)

/** Reads one paragraph. Never fails. */
export function readParagraph(text: string): Paragraph {
  const shown = withoutFillers(text)
  const shownMarks = readMarks(shown?.text ?? text)
  const shownTokens = readTokens(shown?.text ?? text, shownMarks)
  const marks = shown ? placeMarks(shownMarks, shown) : shownMarks
  const tokens = shown ? placeTokens(shownTokens, shown) : shownTokens
  const sentences = readSentences(tokens)
  const quoted = quotedTokens(tokens, marks)
  return {
    text,
    marks,
    tokens,
    form: readForm(text, tokens),
    sentences,
    candidates: readNameCandidates(tokens, sentences),
    times: readTimes(text, tokens),
    reports: readReports(tokens, sentences, quoted),
    quoted,
  }
}
