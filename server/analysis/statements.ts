import type { Name } from './names.ts'
import type { PlacedParagraph } from './paragraph.ts'
import type { Person } from './people.ts'
import { isMark, isWord, type TokenRange } from './phrases.ts'
import { speakerOf } from './quotes/sieves.ts'
import { gatherCast, type Speaker, spanOf } from './quotes/speakers.ts'
import type { Quote } from './quotes.ts'
import { isComma } from './reports/subjects.ts'
import { quotedTokens } from './reports.ts'
import type { Span } from './span.ts'
import type { Structure } from './structure.ts'
import { TokenKind, type Tokens } from './tokens.ts'

/** Indirect speech: the reported words alone, "that" inside, the last full stop outside; offsets from the story's start. */
export interface Statement extends Span {
  readonly paragraph: number
  readonly speaker?: Speaker
  readonly cue?: Span
  readonly source?: Span
}

/** Finds the indirect speech of a story and who speaks: the words of each report that are not all in quotation marks. */
export function readStatements(
  paragraphs: readonly PlacedParagraph[],
  _structure: Structure,
  names: readonly Name[],
  people: readonly Person[],
  _quotes: readonly Quote[],
): readonly Statement[] {
  const cast = gatherCast(paragraphs, names, people)
  const said: Speaker[] = []
  const statements: Statement[] = []
  paragraphs.forEach((placed, paragraph) => {
    const { tokens, reports, marks } = placed.reading
    if (reports.length === 0) return
    const quoted = quotedTokens(tokens, marks)
    for (const report of reports) {
      const speaker = speakerOf(cast, paragraph, report, said)
      if (speaker) said.push(speaker)
      if (!report.indirect) continue
      for (const words of report.words) {
        const range = withoutQuotation(tokens, words, quoted)
        if (!range) continue
        statements.push({
          ...spanOf(placed, range),
          paragraph,
          ...(speaker && { speaker }),
          cue: spanOf(placed, report.cue),
          ...(report.source && { source: spanOf(placed, report.source) }),
        })
      }
    }
  })
  return statements.sort((a, b) => a.start - b.start || b.end - a.end)
}

/** The words as long as they are not all quoted: then they are a quotation and no indirect speech. */
function withoutQuotation(tokens: Tokens, words: TokenRange, quoted: Int32Array): TokenRange | undefined {
  let own = 0
  for (let i = words.first; i < words.end; i++)
    if (
      quoted[i] < 0 &&
      tokens.kinds[i] !== TokenKind.punctuation &&
      !isWord(tokens, i, 'that') &&
      !isMark(tokens, i) &&
      !isComma(tokens, i)
    )
      own++
  return own > 0 ? words : undefined
}
