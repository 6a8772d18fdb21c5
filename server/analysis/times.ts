import type { Span } from './span.ts'
import type { Tokens } from './tokens.ts'

/** What a paragraph says of time and quantity: offsets from the paragraph's start. */
export interface TimeExpression extends Span {
  readonly kind: 'date' | 'time' | 'duration' | 'age' | 'money' | 'percentage' | 'quantity' | 'number'
  readonly firstToken: number
  readonly endToken: number
}

/** The expressions of time and quantity in a paragraph, sorted and disjoint. */
export function readTimes(_text: string, _tokens: Tokens): readonly TimeExpression[] {
  return []
}
