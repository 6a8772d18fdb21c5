import type { TimeExpression } from '../analysis/times.ts'
import { TokenKind } from '../analysis/tokens.ts'
import type { Prose } from './prose.ts'

/** A figure of the text with what it may have been before it was rounded. */
export interface Figure {
  readonly value: number
  readonly low: number
  readonly high: number
}

/** The figure of an amount in figures: "1.2 million" was 1.15 to 1.25 million. Counts without decimals are taken to be exact. */
export function figureOf(
  { reading: { tokens } }: Prose,
  { kind, amount, firstToken, endToken }: TimeExpression,
): Figure | undefined {
  if (amount === undefined || amount <= 0) return undefined
  let token = firstToken
  while (token < endToken && tokens.kinds[token] !== TokenKind.number) token++
  const written = /^(\d[\d,]*)(\.\d+)?/.exec(tokens.words[token] ?? '')
  if (token === endToken) return kind === 'number' ? { value: amount, low: amount, high: amount } : undefined
  if (!written) return undefined
  const decimals = (written[2]?.length ?? 1) - 1
  const bare = Number(written[1].replaceAll(',', '') + (written[2] ?? ''))
  const isWhole = kind === 'number' && decimals === 0 && bare === amount
  const slack = isWhole || bare === 0 ? 0 : (0.5 * 10 ** -decimals * amount) / bare
  return { value: amount, low: amount - slack, high: amount + slack }
}

/** Whether a word beside the amount says that it is not exact: "nearly 20%", "more than doubled". */
export function isRough({ reading: { tokens } }: Prose, firstToken: number): boolean {
  for (let token = Math.max(0, firstToken - 3); token < firstToken; token++)
    if (roughWords.has(tokens.lower[token]) || (tokens.lower[token] === 'up' && tokens.lower[token + 1] === 'to')) return true
  return false
}
const roughWords = new Set(
  'about nearly almost over around roughly some approximately more less fewer least most under below above close near just well only another almost between estimated'.split(
    ' ',
  ),
)

/** Whether a percentage, with its own rounding and a little more, lies between two others. */
export function isBetween({ low, high }: Figure, from: number, to: number): boolean {
  const leeway = Math.max(0.01, high * 0.01)
  return low - leeway <= Math.max(from, to) && high + leeway >= Math.min(from, to)
}

/** A percentage as a reader wants it: 12.5, 33. */
export function percentText(value: number): string {
  return Math.abs(value) >= 10 ? String(Math.round(value)) : String(Math.round(value * 10) / 10)
}
