import { type Marks, readMarks } from './marks.ts'
import { placeMarks, placeTokens, withoutFillers } from './markup.ts'
import { type NameCandidates, readNameCandidates } from './names/candidates.ts'
import { quotedTokens, type Report, readReports } from './reports.ts'
import { readSentences, type Sentence } from './sentences.ts'
import type { Span } from './span.ts'
import { type ParagraphForm, readForm } from './structure/form.ts'
import { readTimes, type TimeExpression } from './times.ts'
import { readTokens, type Tokens } from './tokens.ts'

export { splitParagraphs } from './wrapping.ts'

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
