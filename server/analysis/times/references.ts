import { TokenKind, type Tokens } from '../tokens.ts'
import { months, weekdays } from '../words/months.ts'
import { units } from '../words/units.ts'
import { dayOf, monthAt, writtenDateAt, yearAt } from './dates.ts'
import { amountAt } from './numbers.ts'
import { compoundYearAt, periodAt } from './periods.ts'
import { type Found, reference, type ShiftUnit } from './value.ts'

const simple: ReadonlyMap<string, number> = new Map([
  ['today', 0],
  ['tonight', 0],
  ['overnight', 0],
  ['yesterday', -1],
  ['tomorrow', 1],
])
const steps: ReadonlyMap<string, -1 | 0 | 1> = new Map([
  ['last', -1],
  ['past', -1],
  ['previous', -1],
  ['this', 0],
  ['coming', 1],
  ['next', 1],
  ['following', 1],
])
const shiftUnits: ReadonlyMap<string, ShiftUnit> = new Map([
  ['day', 'day'],
  ['days', 'day'],
  ['week', 'week'],
  ['weeks', 'week'],
  ['month', 'month'],
  ['months', 'month'],
  ['year', 'year'],
  ['years', 'year'],
  ['decade', 'decade'],
  ['decades', 'decade'],
])
const vagueUnits = new Set([
  'spring',
  'summer',
  'autumn',
  'winter',
  'quarter',
  'season',
  'weekend',
  'century',
  'term',
  'half',
  'semester',
])
const dayParts = new Set(['morning', 'afternoon', 'evening', 'night', 'lunchtime'])
const edges = new Set(['early', 'late', 'earlier', 'later', 'mid', 'end', 'mid-to-late'])
/** The date that begins at token `i`: a day, month or year, a weekday, or one counted from the story's day ("last week", "two days ago", "earlier this month"). */
export function dateExpressionAt(tokens: Tokens, i: number): Found | undefined {
  const word = tokens.lower[i]
  if (edges.has(word)) {
    const inner = afterEdge(
      tokens,
      tokens.lower[i + 1] === 'on' || tokens.lower[i + 1] === 'in' || tokens.lower[i + 1] === 'of' ? i + 2 : i + 1,
    )
    if (inner) return inner
  }
  return writtenAt(tokens, i) ?? weekdayAt(tokens, i) ?? relativeAt(tokens, i) ?? periodAt(tokens, i) ?? compoundYearAt(tokens, i)
}

function afterEdge(tokens: Tokens, i: number): Found | undefined {
  if (i >= tokens.count) return undefined
  const article = tokens.lower[i] === 'the' ? i + 1 : i
  const found =
    writtenAt(tokens, article) ??
    weekdayAt(tokens, i) ??
    relativeAt(tokens, i) ??
    periodAt(tokens, article) ??
    monthOrYearAt(tokens, article)
  return found?.kind === 'date' ? found : undefined
}

/** A date with a day or a year, a month where it cannot be another word, a year where it cannot be a count. */
function writtenAt(tokens: Tokens, i: number): Found | undefined {
  const date = writtenDateAt(tokens, i)
  if (date) {
    const day = dayOf(date)
    const weekday = date.weekday === undefined ? {} : { weekday: date.weekday }
    const end = dayPartEnd(tokens, date.end)
    if (day) return reference({ form: 'day', day, ...weekday }, end)
    return reference({ form: 'month', month: date.month, ...(date.year !== undefined && { year: date.year }) }, end)
  }
  if (i > 0 && tokens.words[i] !== tokens.lower[i] && monthAt(tokens, i) !== undefined && isAfterPreposition(tokens, i))
    return monthOrYearAt(tokens, i)
  return tokens.kinds[i] === TokenKind.number
    ? (yearsAt(tokens, i) ?? (isYear(tokens, i) ? monthOrYearAt(tokens, i) : undefined))
    : undefined
}

function monthOrYearAt(tokens: Tokens, i: number): Found | undefined {
  const month = monthAt(tokens, i)
  if (month !== undefined) {
    const thisYear = tokens.lower[i + 1] === 'this' || tokens.lower[i + 1] === 'last' || tokens.lower[i + 1] === 'next'
    return thisYear && tokens.lower[i + 2] === 'year'
      ? reference({ form: 'month', month, step: steps.get(tokens.lower[i + 1]) ?? 0 }, i + 3)
      : reference({ form: 'month', month }, i + 1)
  }
  const year = yearAt(tokens, i)
  return year === undefined ? undefined : reference({ form: 'years', from: year, to: year }, i + 1)
}

/** "1990s", "1980s". */
function yearsAt(tokens: Tokens, i: number): Found | undefined {
  const word = tokens.words[i]
  if (!/^[12]\d{2}0s$/.test(word)) return undefined
  const from = Number(word.slice(0, 4))
  return reference({ form: 'years', from, to: from + (word.slice(2, 4) === '00' ? 99 : 9) }, i + 1)
}

/** Four digits without a comma are a year unless a currency stands before them or what they count behind them. */
function isYear(tokens: Tokens, i: number): boolean {
  const year = yearAt(tokens, i)
  if (year === undefined) return false
  const before = tokens.words[i - 1]
  if (before !== undefined && (tokens.kinds[i - 1] === TokenKind.symbol || before === '#')) return false
  const cue = yearCues.has(tokens.lower[i - 1] ?? '')
  if (year < 1800 || year > 2099) return cue && year > 1000 && before === 'in'
  const next = tokens.lower[i + 1]
  const counts =
    next !== undefined &&
    tokens.kinds[i + 1] === TokenKind.word &&
    tokens.words[i + 1] === next &&
    (counted.test(next) || next === '%')
  return cue || !counts
}
const counted = /^(?:people|men|women|children|percent|per|[a-z]{3,}[^su]s)$/
const yearCues = new Set([
  'in',
  'since',
  'of',
  'by',
  'until',
  'till',
  'the',
  'from',
  'during',
  'before',
  'after',
  'year',
  'early',
  'late',
  'its',
  'his',
  'her',
  'their',
  '(',
  'through',
  'between',
  'for',
])
const monthCues = new Set([
  ...yearCues,
  'last',
  'this',
  'next',
  'and',
  'to',
  'every',
  'each',
  'mid',
  'on',
  'until',
  '-',
  '–',
  'or',
  'previous',
  'following',
  'into',
  'around',
  'that',
])
const isAfterPreposition = (tokens: Tokens, i: number) => monthCues.has(tokens.lower[i - 1]) && tokens.lower[i + 1] !== 'be'

function weekdayAt(tokens: Tokens, i: number): Found | undefined {
  if (tokens.lower[i] === 'this' && tokens.lower[i + 1] === 'past') {
    const past = weekdayAt(tokens, i + 1)
    if (past) return past
  }
  const step = steps.get(tokens.lower[i])
  const at = step === undefined ? i : i + 1
  if (at >= tokens.count || tokens.kinds[at] !== TokenKind.word || tokens.words[at] === tokens.lower[at]) return undefined
  const weekday = weekdays.get(tokens.lower[at])
  if (weekday === undefined || (tokens.lower[at] === 'sun' && tokens.lower[at - 1] === 'the')) return undefined
  return reference(
    { form: 'weekday', weekday, step: step ?? 0, ahead: step === undefined && looksAhead(tokens, at) },
    dayPartEnd(tokens, at + 1),
  )
}

/** Whether the words before a weekday look forward ("will meet on Friday", "is due to end on Friday") and no report stands nearer ("said on Friday"). */
function looksAhead(tokens: Tokens, at: number): boolean {
  for (let i = at - 1; i >= 0 && at - i <= 10; i--) {
    const word = tokens.lower[i]
    if (word === '.' || word === ';' || reported.has(word)) return false
    if (ahead.has(word)) return true
  }
  return false
}
const ahead = new Set([
  'will',
  "'ll",
  'would',
  'shall',
  'due',
  'scheduled',
  'expected',
  'planned',
  'plans',
  'planning',
  'set',
  'likely',
  'upcoming',
  "won't",
  'may',
  'could',
  'should',
  'ahead',
])
const reported = new Set('said says told wrote was were had did announced reported added confirmed'.split(' '))

function relativeAt(tokens: Tokens, i: number): Found | undefined {
  const word = tokens.lower[i]
  const days = simple.get(word)
  if (days !== undefined) return reference({ form: 'shift', unit: 'day', by: days }, dayPartEnd(tokens, i + 1))
  const the = word === 'the' || word === 'that' ? i + 1 : i
  const step = steps.get(tokens.lower[the])
  if (step !== undefined && the + 1 < tokens.count) {
    const found = steppedAt(tokens, the + 1, step, the > i)
    if (found) return found
  }
  if (word === 'the' && tokens.lower[i + 1] === 'same' && tokens.lower[i + 2] === 'day')
    return reference({ form: 'vague' }, i + 3)
  if (word === 'the' && tokens.lower[i + 1] === 'day' && (tokens.lower[i + 2] === 'before' || tokens.lower[i + 2] === 'after'))
    return reference({ form: 'vague' }, i + 3)
  return agoAt(tokens, i)
}

/** What follows "last", "this", "next": "week", "night", "March", "summer", "two years". A span of the last so many years is a duration, not a date. */
function steppedAt(tokens: Tokens, i: number, step: -1 | 0 | 1, definite: boolean): Found | undefined {
  const word = tokens.lower[i]
  const unit = word.endsWith('s') ? undefined : shiftUnits.get(word)
  if (unit)
    return definite && step !== 0 ? reference({ form: 'vague' }, i + 1) : reference({ form: 'shift', unit, by: step }, i + 1)
  if (dayParts.has(word)) return reference({ form: 'shift', unit: 'day', by: step === -1 ? -1 : 0 }, i + 1)
  const month = tokens.words[i] === word ? undefined : months.get(word)
  if (month !== undefined && monthAt(tokens, i) !== undefined) return reference({ form: 'month', month, step }, i + 1)
  if (vagueUnits.has(word) && word !== 'half' && word !== 'term') return reference({ form: 'vague' }, i + 1)
  const few = word === 'few' || word === 'several' || word === 'couple'
  const amount = few ? { end: tokens.lower[i + 1] === 'of' ? i + 2 : i + 1 } : amountAt(tokens, i)
  if (amount && units.get(tokens.lower[amount.end] ?? '')?.kind === 'duration') return { kind: 'duration', end: amount.end + 1 }
  return undefined
}

/** "two days ago", "a week earlier", "three years later". */
function agoAt(tokens: Tokens, i: number): Found | undefined {
  const article = tokens.lower[i] === 'a' || tokens.lower[i] === 'an'
  if (tokens.lower[i] === 'several' || tokens.lower[i] === 'many')
    return directions.has(tokens.lower[i + 2] ?? '') && shiftUnits.has(tokens.lower[i + 1])
      ? reference({ form: 'vague' }, i + 3)
      : undefined
  const amount = article ? undefined : amountAt(tokens, i)
  const at = amount?.end ?? i + 1
  if ((!article && !amount) || amount?.suffix !== undefined) return undefined
  const unit = shiftUnits.get(tokens.lower[at] ?? '')
  const direction = directions.get(tokens.lower[at + 1] ?? '')
  if (unit === undefined || direction === undefined) return undefined
  if (direction === 0) return reference({ form: 'vague' }, at + 2)
  return reference({ form: 'shift', unit, by: direction * (amount?.value ?? 1) }, at + 2)
}
const directions: ReadonlyMap<string, number> = new Map([
  ['ago', -1],
  ['earlier', 0],
  ['later', 0],
  ['before', 0],
])

const dayPartEnd = (tokens: Tokens, i: number) => (i < tokens.count && dayParts.has(tokens.lower[i]) ? i + 1 : i)
