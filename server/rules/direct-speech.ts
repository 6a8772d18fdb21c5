import type { Article } from '../analysis/article.ts'
import { kept } from '../analysis/kept.ts'
import type { Quote } from '../analysis/quotes.ts'
import { contains, firstEndingAfter, type Span } from '../analysis/span.ts'

/** The direct quotations of a story that stand in no other one: sorted and disjoint. Gathered once for an article. */
export const directSpeech = kept(({ quotes }: Article) => outermost(quotes, ({ kind }) => kind === 'direct'))

/** What stands in quotation marks of any kind: sorted and disjoint. Gathered once for an article. */
export const quotedStretches = kept(({ quotes }: Article) => outermost(quotes, () => true))

function outermost(quotes: readonly Quote[], isWanted: (quote: Quote) => boolean): readonly Span[] {
  const outer: Span[] = []
  let end = 0
  for (const quote of quotes) {
    if (!isWanted(quote) || quote.start < end) continue
    outer.push(quote)
    end = quote.end
  }
  return outer
}

/** Whether one of the sorted, disjoint spans holds the other span. */
export function standsWithin(spans: readonly Span[], inner: Span): boolean {
  const span = spans[firstEndingAfter(spans, inner.start)]
  return span !== undefined && contains(span, inner)
}
