import { Shape, TokenKind, type Tokens } from '../tokens.ts'
import { months, weekdays } from '../words/months.ts'
import { magnitudes, numberWords } from '../words/numbers.ts'
import { currencySigns, units } from '../words/units.ts'

/** All words that an expression of time or quantity can begin with, in lower case. */
const openings: ReadonlySet<string> = new Set([
  ...months.keys(),
  ...weekdays.keys(),
  ...numberWords.keys(),
  ...currencySigns.keys(),
  ...'today yesterday tomorrow tonight overnight noon midnight midday last next this past previous following coming early late earlier later mid end half'.split(
    ' ',
  ),
  ...'spring summer autumn winter first second third fourth final us a c hk nz s r usd eur gbp jpy cny chf aud cad inr rub aged age christmas several many q1 q2 q3 q4'.split(
    ' ',
  ),
])

/** The words that an expression goes on with after "the", "that", "a" or "an". */
const afterArticle: ReadonlySet<string> = new Set([...openings, ...units.keys(), ...magnitudes.keys(), 'same', 'century'])
const articles = new Set(['the', 'that', 'a', 'an'])
const prefixes = new Set(['mid', 'end', 'early', 'late', 'pre', 'post'])

/** A quick look at one token, so that the grammars are asked only where they may find something. */
export function mayBegin(tokens: Tokens, i: number): boolean {
  const kind = tokens.kinds[i]
  if (kind === TokenKind.number) return true
  if (kind !== TokenKind.word && kind !== TokenKind.symbol) return false
  const word = tokens.lower[i]
  if (articles.has(word))
    return i + 1 < tokens.count && (tokens.kinds[i + 1] === TokenKind.number || afterArticle.has(tokens.lower[i + 1]))
  if ((tokens.shapes[i] & Shape.hyphen) === 0) return openings.has(word)
  const head = word.slice(0, word.indexOf('-'))
  return openings.has(head) || prefixes.has(head)
}
