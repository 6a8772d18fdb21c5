import type { PlacedParagraph } from './paragraph.ts'
import { isMark, isWord, type TokenRange } from './phrases.ts'
import { type Speaker, spanOf } from './quotes/cast.ts'
import { placeSaid } from './quotes/placing.ts'
import type { Voice } from './quotes/voices.ts'
import { readsAsClause } from './reports/clauses.ts'
import { isComma } from './reports/subjects.ts'
import { type Report, reportsAround } from './reports.ts'
import type { Span } from './span.ts'
import type { Speech } from './speech.ts'
import { TokenKind, type Tokens } from './tokens.ts'

/** Indirect speech: the reported words alone, "that" inside, the last full stop outside; offsets from the story's start. */
export interface Statement extends Span {
  readonly paragraph: number
  readonly speaker?: Speaker
  readonly cue?: Span
  readonly source?: Span
  /** How the speaker was found, in words for a reader. */
  readonly why?: string
}

/** Finds the indirect speech of a paragraph and who speaks: the words of each report that are not all in quotation marks. Offsets from the paragraph's start. */
export function statementsIn({ stage, speakers }: Voice): readonly Statement[] {
  const { tokens, reports, quoted } = stage.reading
  const statements: Statement[] = []
  reports.forEach((report, index) => {
    if (!report.indirect) return
    const speaker = speakers[index]
    for (const words of report.words) {
      const range = indirectPart(
        tokens,
        behindQuotation(tokens, withWholeQuotation(words, quoted), quoted),
        quoted,
        reportsAround(reports, words),
      )
      if (!range) continue
      statements.push({
        ...spanOf(tokens, range),
        paragraph: 0,
        ...(speaker && { speaker, why: whyOf(report, words) }),
        cue: spanOf(tokens, report.cue),
        ...(report.source && { source: spanOf(tokens, report.source) }),
      })
    }
  })
  return statements.sort((a, b) => a.start - b.start || b.end - a.end)
}

/** The statements of a story at their places. */
export function placeStatements(speeches: readonly Speech[], paragraphs: readonly PlacedParagraph[]): readonly Statement[] {
  const statements: Statement[] = []
  for (let paragraph = 0; paragraph < speeches.length; paragraph++)
    for (const statement of speeches[paragraph].statements)
      statements.push(placeSaid(statement, paragraphs[paragraph].start, paragraph))
  return statements
}

/** Where the one who speaks is named, seen from the words. */
function whyOf({ cue, trails, words }: Report, { first }: TokenRange): string {
  if (trails && words.length > 1) return 'named between the words'
  return cue.first < first ? 'named before the words' : 'named after the words'
}

/** The words with all of the quotation they end in: its later sentences belong to them. */
function withWholeQuotation({ first, end }: TokenRange, quoted: Int32Array): TokenRange {
  const last = quoted[end - 1]
  if (last >= 0) while (end < quoted.length && quoted[end] === last) end++
  return { first, end }
}

/** "that "…" and that …": what follows a quotation of a whole clause and a conjunction is the indirect part. */
function behindQuotation(tokens: Tokens, words: TokenRange, quoted: Int32Array): TokenRange {
  const first = isWord(tokens, words.first, 'that') ? words.first + 1 : words.first
  const stretch = quoted[first] ?? -1
  if (stretch < 0) return words
  let end = first
  while (end < words.end && quoted[end] === stretch) end++
  if (isComma(tokens, end)) end++
  return isWord(tokens, end, 'and') && readsAsClause(tokens, first + 1, end) ? { first: end + 1, end: words.end } : words
}

/** The words unless they are all quoted: then they are a quotation and no indirect speech. */
function indirectPart(tokens: Tokens, words: TokenRange, quoted: Int32Array, reports: readonly Report[]): TokenRange | undefined {
  for (let i = words.first; i < words.end; i++) {
    if (
      quoted[i] >= 0 ||
      tokens.kinds[i] === TokenKind.punctuation ||
      tokens.kinds[i] === TokenKind.symbol ||
      isWord(tokens, i, 'that') ||
      isMark(tokens, i)
    )
      continue
    // A verb that reports no words is a word like others: "said that Ferrant had never called".
    const other = reports.find(({ whole, words: own }) => own.length > 0 && whole.first <= i && i < whole.end)
    if (!other) return words
    i = other.whole.end - 1
  }
  return undefined
}
