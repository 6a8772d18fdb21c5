import { type FoldingRange, FoldingRangeRequest } from 'vscode-languageserver'
import type { Article } from '../analysis/article.ts'
import type { Span } from '../analysis/span.ts'
import { answer, type Feature } from './feature.ts'
import { sectionsOf } from './sections.ts'
import { rangeOf } from './story.ts'

/** Folds sections, quotations that run over paragraphs, and credits. */
export const foldingRanges: Feature = {
  capabilities: () => ({ foldingRangeProvider: true }),
  answers: [
    answer(FoldingRangeRequest.type, story =>
      [...sectionsOf(story.article), ...longQuotations(story.article), ...credits(story.article)].flatMap<FoldingRange>(span => {
        const { start, end } = rangeOf(story, span)
        return start.line < end.line ? { startLine: start.line, endLine: end.line } : []
      }),
    ),
  ],
}

/** A quotation without a closing mark goes on in the next paragraph where that begins with one. */
function* longQuotations({ quotes, paragraphs }: Article): Iterable<Span> {
  let start: number | undefined
  for (const [index, quote] of quotes.entries()) {
    const next = quotes[index + 1]
    const goesOn = !quote.closed && next?.paragraph === quote.paragraph + 1 && next.start === paragraphs[next.paragraph]?.start
    if (goesOn) start ??= quote.start
    else if (start !== undefined) {
      yield { start, end: quote.end }
      start = undefined
    }
  }
}

/** Credits lines that stand together. */
function* credits({ structure }: Article): Iterable<Span> {
  const lines = structure.parts.filter(part => part.kind === 'credits')
  if (lines.length > 0) yield { start: lines[0].start, end: lines[lines.length - 1].end }
}
