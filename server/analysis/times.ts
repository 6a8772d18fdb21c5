import type { Span } from './span.ts'
import { amountExpressionAt } from './times/amounts.ts'
import { clockTimeAt } from './times/clock.ts'
import { mayBegin } from './times/openings.ts'
import { dateExpressionAt } from './times/references.ts'
import type { TimeValue } from './times/value.ts'
import type { Tokens } from './tokens.ts'

export { resolve } from './times/resolve.ts'

export type { DateReference, ShiftUnit, TimeKind, TimeValue } from './times/value.ts'

/** What a paragraph says of time and quantity: offsets from the paragraph's start. */
export interface TimeExpression extends Span, TimeValue {
  readonly firstToken: number
  readonly endToken: number
}

/** The expressions of time and quantity in a paragraph, sorted and disjoint: the longest at each place, from left to right. Linear. */
export function readTimes(_text: string, tokens: Tokens): readonly TimeExpression[] {
  const expressions: TimeExpression[] = []
  for (let i = 0; i < tokens.count; ) {
    const found = mayBegin(tokens, i)
      ? (clockTimeAt(tokens, i) ?? dateExpressionAt(tokens, i) ?? amountExpressionAt(tokens, i))
      : undefined
    if (!found) {
      i++
      continue
    }
    const { end, ...value } = found
    expressions.push({ start: tokens.starts[i], end: tokens.ends[end - 1], firstToken: i, endToken: end, ...value })
    i = end
  }
  return expressions
}
