import type { Article } from '../analysis/article.ts'
import { contains, firstEndingAfter, type Span } from '../analysis/span.ts'

/** The direct quotations of a story that stand in no other one: sorted and disjoint. */
export function directSpeech({ quotes }: Article): readonly Span[] {
  const outer: Span[] = []
  for (const quote of quotes) {
    if (quote.kind === 'direct' && quote.start >= (outer.at(-1)?.end ?? 0)) outer.push(quote)
  }
  return outer
}

/** Whether one of the sorted, disjoint spans holds the other span. */
export function standsWithin(spans: readonly Span[], inner: Span): boolean {
  const span = spans[firstEndingAfter(spans, inner.start)]
  return span !== undefined && contains(span, inner)
}
