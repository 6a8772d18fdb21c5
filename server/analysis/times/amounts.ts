import { Shape, TokenKind, type Tokens } from '../tokens.ts'
import { magnitudes } from '../words/numbers.ts'
import { currencySigns, units } from '../words/units.ts'
import { type Amount, amountAt } from './numbers.ts'
import type { Found } from './value.ts'

/** The amount that begins at token `i`: money, a percentage, an age, a duration, a quantity, or a bare number (in figures, or a word above one). */
export function amountExpressionAt(tokens: Tokens, i: number): Found | undefined {
  return moneyAt(tokens, i) ?? agedAt(tokens, i) ?? countedAt(tokens, i) ?? articleAt(tokens, i)
}

/** "$2.5bn", "US$152 billion", "€10 million", "USD 5 million". */
function moneyAt(tokens: Tokens, i: number): Found | undefined {
  let at = i
  let unit = currencySigns.get(tokens.lower[i])
  if (unit === undefined && tokens.kinds[i] === TokenKind.word) {
    const code = tokens.words[i]
    if (tokens.lower[i + 1] === '$' && tokens.ends[i] === tokens.starts[i + 1] && (dollars.get(code) ?? ''))
      unit = dollars.get(code)
    else if (codes.has(code)) unit = code
    if (unit !== undefined && tokens.lower[i + 1] === '$') at = i + 1
  }
  if (unit === undefined || tokens.kinds[at + 1] !== TokenKind.number) return undefined
  const amount = amountAt(tokens, at + 1)
  if (!amount) return undefined
  const letter = tokens.lower[amount.end]
  const factor =
    letter?.length === 1 && tokens.starts[amount.end] === tokens.ends[amount.end - 1] ? magnitudes.get(letter) : undefined
  return { kind: 'money', amount: amount.value * (factor ?? 1), unit, end: factor === undefined ? amount.end : amount.end + 1 }
}
const dollars: ReadonlyMap<string, string> = new Map([
  ['US', 'USD'],
  ['A', 'AUD'],
  ['C', 'CAD'],
  ['NZ', 'NZD'],
  ['HK', 'HKD'],
  ['S', 'SGD'],
  ['R', 'BRL'],
])
const codes = new Set(['USD', 'EUR', 'GBP', 'JPY', 'CNY', 'CHF', 'AUD', 'CAD', 'INR', 'RUB'])

/** "aged 25", "at the age of 62", "dies at 85", and ", 38," behind a name. */
function agedAt(tokens: Tokens, i: number): Found | undefined {
  const word = tokens.lower[i]
  if (word === 'aged' || word === 'age') {
    const at = tokens.lower[i + 1] === 'of' ? i + 2 : i + 1
    const amount = at < tokens.count ? amountAt(tokens, at) : undefined
    return amount && amount.suffix === undefined && amount.value <= 125 ? years(amount.value, amount.end) : undefined
  }
  if (tokens.kinds[i] !== TokenKind.number || i < 2 || word.length > 3) return undefined
  const value = Number(word)
  if (!(value >= 1 && value <= 125 && Number.isInteger(value))) return undefined
  const next = tokens.words[i + 1]
  const closed = next === undefined || next === ',' || next === '.' || next === ';' || next === ')'
  if (tokens.lower[i - 1] === 'at' && deaths.has(tokens.lower[i - 2]) && (closed || next === 'of' || next === 'in'))
    return years(value, i + 1)
  const named = tokens.kinds[i - 2] === TokenKind.word && (tokens.shapes[i - 2] & (Shape.capital | Shape.innerCapital)) !== 0
  return closed && named && tokens.words[i - 1] === ',' && !isInRow(tokens, i) ? years(value, i + 1) : undefined
}
const deaths = new Set(['die', 'dies', 'died', 'dead', 'dying', 'today', 'yesterday'])
const years = (amount: number, end: number): Found => ({ kind: 'age', amount, unit: 'year', end })

/** Rows of results ("Halburg, 3, Merrin, 2") hold no ages. */
const isInRow = (tokens: Tokens, i: number) =>
  tokens.words[i + 1] === ',' && tokens.kinds[i + 3] === TokenKind.punctuation && tokens.kinds[i + 4] === TokenKind.number

function countedAt(tokens: Tokens, i: number): Found | undefined {
  const amount = amountAt(tokens, i)
  if (!amount) return undefined
  if (amount.suffix !== undefined) return suffixed(tokens, i, amount.suffix, amount)
  const percent = percentEnd(tokens, amount.end)
  if (percent) return { kind: 'percentage', amount: amount.value, unit: percent.unit, end: percent.end }
  const counted = unitAt(tokens, amount)
  if (counted) return counted
  if (!amount.inFigures && amount.value < 2) return undefined
  const metres = tokens.kinds[i] === TokenKind.number && amount.end === i + 1 && tokens.lower[i].endsWith('m') // or millions
  return { kind: 'number', ...(!metres && { amount: amount.value }), end: amount.end }
}

function unitAt(tokens: Tokens, amount: Amount): Found | undefined {
  let at = amount.end
  if (at < tokens.count && adjectives.has(tokens.lower[at])) at++
  const unit = at < tokens.count ? units.get(tokens.lower[at]) : undefined
  if (!unit || (unit.unit === 'foot' && tokens.lower[at] === 'foot' && amount.value > 1)) return undefined
  if (tokens.lower[at] === 'second' && amount.value !== 1) return undefined
  if (unit.unit === 'year' && tokens.lower[at + 1] === 'old')
    return { kind: 'age', amount: amount.value, unit: 'year', end: at + 2 }
  if (unit.kind === 'duration' && tokens.lower[at + 1] === 'old')
    return { kind: 'age', amount: amount.value, unit: unit.unit, end: at + 2 }
  if (tokens.words[at + 1] === '/' && tokens.lower[at + 2] === 'h')
    return { kind: 'quantity', amount: amount.value, unit: `${unit.unit}-per-hour`, end: at + 3 }
  return { kind: unit.kind, amount: amount.value, unit: unit.unit, end: at + 1 }
}
const adjectives = new Set([
  'square',
  'cubic',
  'nautical',
  'metric',
  'us',
  'u.s.',
  'full',
  'more',
  'consecutive',
  'straight',
  'long',
  'canadian',
  'australian',
])

/** "%", "percent", "per cent", "percentage points". */
function percentEnd(tokens: Tokens, i: number): { readonly end: number; readonly unit: string } | undefined {
  const word = tokens.lower[i]
  if (word === 'per' && tokens.lower[i + 1] === 'cent') return { end: i + 2, unit: 'percent' }
  if (word === 'percentage' && tokens.lower[i + 1]?.startsWith('point')) return { end: i + 2, unit: 'percentage-point' }
  if (word === 'basis' && tokens.lower[i + 1]?.startsWith('point')) return { end: i + 2, unit: 'basis-point' }
  return word === '%' || word === 'percent' || word === 'pct' ? { end: i + 1, unit: 'percent' } : undefined
}

/** What hangs on a number: "38-year-old", "two-day", "5km", "20th", "10-percent". */
function suffixed(tokens: Tokens, i: number, suffix: string, amount: Amount): Found | undefined {
  const old = suffix.indexOf('-old')
  const word = old > 0 ? suffix.slice(0, old) : suffix
  const hyphen = word.indexOf('-')
  const unit = units.get(hyphen < 0 ? word : word.slice(0, hyphen))
  if (old > 0 && unit?.kind === 'duration') return { kind: 'age', amount: amount.value, unit: unit.unit, end: amount.end }
  if (unit) return { kind: unit.kind, amount: amount.value, unit: unit.unit, end: amount.end }
  if (word === 'p' && amount.inFigures) return { kind: 'money', amount: amount.value, unit: 'GBP-penny', end: amount.end }
  return tokens.kinds[i] === TokenKind.number && suffix.length <= 2
    ? { kind: 'number', amount: amount.value, end: amount.end }
    : undefined
}

/** "a decade", "an hour", "half a century": only units that are not also a rate ("twice a day"). */
function articleAt(tokens: Tokens, i: number): Found | undefined {
  const word = tokens.lower[i]
  const half = word === 'half'
  const article = half ? i + 1 : i
  if (tokens.lower[article] !== 'a' && tokens.lower[article] !== 'an') return undefined
  const unit = units.get(tokens.lower[article + 1] ?? '')
  if (unit?.kind !== 'duration') return undefined
  const before = tokens.lower[i - 1] ?? ''
  if (!half && !lasting.has(before) && !longUnits.has(unit.unit)) return undefined
  return { kind: 'duration', amount: half ? 0.5 : 1, unit: unit.unit, end: article + 2 }
}
const lasting = new Set('for in within after of over than about nearly almost only just under'.split(' '))
const longUnits = new Set(['decade', 'century', 'fortnight'])
