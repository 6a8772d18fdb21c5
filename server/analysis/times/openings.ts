import { TokenKind, type Tokens } from '../tokens.ts'
import { months, weekdays } from '../words/months.ts'
import { numberWords } from '../words/numbers.ts'
import { currencySigns } from '../words/units.ts'

/** All words that an expression of time or quantity can begin with, in lower case. */
const openings: ReadonlySet<string> = new Set([
  ...months.keys(),
  ...weekdays.keys(),
  ...numberWords.keys(),
  ...currencySigns.keys(),
  ...'today yesterday tomorrow tonight overnight noon midnight midday last next this past previous following coming same early late earlier later mid end a an half every each'.split(
    ' ',
  ),
  ...'spring summer autumn winter first second third fourth final us a hk c nz usd eur gbp aged age christmas easter the dozens hundreds thousands millions billions several q1 q2 q3 q4'.split(
    ' ',
  ),
])

/** A quick look at one token, so that the grammars are asked only where they may find something. */
export function mayBegin(tokens: Tokens, i: number): boolean {
  const kind = tokens.kinds[i]
  if (kind === TokenKind.number) return true
  if (kind !== TokenKind.word && kind !== TokenKind.symbol) return false
  const word = tokens.lower[i]
  if (openings.has(word)) return true
  const hyphen = word.indexOf('-')
  return hyphen > 0 && (openings.has(word.slice(0, hyphen)) || prefixes.has(word.slice(0, hyphen)))
}
const prefixes = new Set(['mid', 'end', 'early', 'late', 'pre', 'post'])
