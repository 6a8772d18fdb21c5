import { Shape, TokenKind, type Tokens } from '../tokens.ts'
import { magnitudes, numberWords } from '../words/numbers.ts'

/** A number in figures or words. `suffix` is what hangs on its last token: "year-old" of "38-year-old", "bn" of "2.5bn" is already multiplied in. */
export interface Amount {
  readonly end: number
  readonly value: number
  readonly inFigures: boolean
  readonly suffix?: string
}

/** The number that begins at token `i`: "1,234.5", "2.5bn", "20 million", "twenty-five", "two hundred and fifty", "a dozen", "half a million", "38-year-old". */
export function amountAt(tokens: Tokens, i: number): Amount | undefined {
  if (tokens.kinds[i] === TokenKind.number) return figuresAt(tokens, i)
  return tokens.kinds[i] === TokenKind.word ? wordsAt(tokens, i) : undefined
}

function figuresAt(tokens: Tokens, i: number): Amount | undefined {
  const word = tokens.lower[i]
  let end = 0
  let digits = 0
  for (; end < word.length; end++) {
    const code = word.charCodeAt(end)
    if (code >= 48 && code <= 57) digits++
    else if (code !== 44 && code !== 46) break
  }
  if (digits === 0) return undefined
  const value = Number(word.slice(0, end).replaceAll(',', ''))
  if (!Number.isFinite(value)) return undefined
  if (end === word.length) return magnified(tokens, { end: i + 1, value, inFigures: true })
  const rest = word.charCodeAt(end) === 45 ? word.slice(end + 1) : word.slice(end)
  const first = magnitudes.get(rest)
  return first === undefined
    ? { end: i + 1, value, inFigures: true, suffix: rest }
    : { end: i + 1, value: value * first, inFigures: true }
}

/** "million" and the like behind the number; "m" and "b" by themselves are words, so only longer ones count here. */
function magnified(tokens: Tokens, amount: Amount): Amount {
  let { end, value } = amount
  for (let next = tokens.lower[end]; end < tokens.count && next.length > 1 && magnitudes.has(next); next = tokens.lower[end]) {
    value *= magnitudes.get(next) ?? 1
    end++
  }
  return end === amount.end ? amount : { ...amount, end, value }
}

function wordsAt(tokens: Tokens, i: number): Amount | undefined {
  const word = tokens.lower[i]
  if (word === 'half' && (tokens.lower[i + 1] === 'a' || tokens.lower[i + 1] === 'an')) {
    const factor = magnitudes.get(tokens.lower[i + 2] ?? '')
    return factor === undefined ? undefined : { end: i + 3, value: factor / 2, inFigures: false }
  }
  if (word === 'a' || word === 'an') {
    const factor = i + 1 < tokens.count && tokens.lower[i + 1].length > 1 ? magnitudes.get(tokens.lower[i + 1]) : undefined
    return factor === undefined ? undefined : magnified(tokens, { end: i + 2, value: factor, inFigures: false })
  }
  if (tokens.shapes[i] & Shape.hyphen) return compoundAt(tokens, i)
  const value = numberWords.get(word)
  if (value === undefined) return undefined
  return countOn(tokens, magnified(tokens, { end: i + 1, value, inFigures: false }))
}

/** "two hundred and fifty", "three thousand two hundred". */
function countOn(tokens: Tokens, amount: Amount): Amount {
  if (amount.value < 100 || amount.value > 1e6) return amount
  const next = tokens.lower[amount.end] === 'and' ? amount.end + 1 : amount.end
  const more = next < tokens.count ? simpleAt(tokens, next) : undefined
  return more === undefined || more >= 100 ? amount : { ...amount, end: next + 1, value: amount.value + more }
}

function simpleAt(tokens: Tokens, i: number): number | undefined {
  const word = tokens.lower[i]
  return numberWords.get(word) ?? tens(word)
}

/** "twenty-five"; "two-day" and "twenty-five-year-old" with what hangs on them. */
function compoundAt(tokens: Tokens, i: number): Amount | undefined {
  const word = tokens.lower[i]
  const first = word.indexOf('-')
  const head = numberWords.get(word.slice(0, first))
  if (head === undefined) return undefined
  const second = word.indexOf('-', first + 1)
  const both = tens(second < 0 ? word : word.slice(0, second))
  if (both !== undefined && second < 0) return countOn(tokens, magnified(tokens, { end: i + 1, value: both, inFigures: false }))
  return both !== undefined
    ? { end: i + 1, value: both, inFigures: false, suffix: word.slice(second + 1) }
    : { end: i + 1, value: head, inFigures: false, suffix: word.slice(first + 1) }
}

function tens(word: string): number | undefined {
  const hyphen = word.indexOf('-')
  if (hyphen < 0) return undefined
  const ten = numberWords.get(word.slice(0, hyphen)) ?? 0
  const one = numberWords.get(word.slice(hyphen + 1)) ?? 0
  return ten >= 20 && one >= 1 && one <= 9 ? ten + one : undefined
}
