/** A half-open stretch of text, in UTF-16 code units: what JavaScript and the language server protocol count in. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** Whether the two stretches share at least one code unit. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end
}

/** Whether `inner` lies within `outer`, edges included. */
export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end
}

/** The index of the first of the sorted, disjoint spans that ends after the offset, found by halving; `spans.length` where none does. */
export function firstEndingAfter(spans: readonly Span[], offset: number): number {
  let low = 0
  let high = spans.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (spans[middle].end > offset) high = middle
    else low = middle + 1
  }
  return low
}

/** The span of the sorted, disjoint list that holds the offset; its end counts as inside, so that a cursor after a word is on it. */
export function spanAt<T extends Span>(spans: readonly T[], offset: number): T | undefined {
  const index = firstEndingAfter(spans, offset)
  if (index < spans.length && spans[index].start <= offset) return spans[index]
  const before = spans[index - 1]
  return before?.end === offset ? before : undefined
}
