import { TokenKind, type Tokens } from '../tokens.ts'
import { months, weekdays } from '../words/months.ts'
import { type CalendarDay, isDay } from './calendar.ts'

/** A date written with a month, as tokens give it: `day` or `year` may be missing, `end` is the token after it. */
export interface WrittenDate {
  readonly end: number
  readonly year?: number
  readonly month: number
  readonly day?: number
  readonly weekday?: number
}

/**
 * The date that begins at token `i`: "Feb. 4", "4 February 2026", "Wednesday, Feb 4, 2026", "February 2026", "2026-02-04".
 * A month by itself is no date here: May and March are words too.
 */
export function writtenDateAt(tokens: Tokens, i: number): WrittenDate | undefined {
  if (tokens.kinds[i] === TokenKind.number) return isoDateAt(tokens, i) ?? dayFirstAt(tokens, i)
  const weekday = tokens.kinds[i] === TokenKind.word && isCapital(tokens, i) ? weekdays.get(tokens.lower[i]) : undefined
  if (weekday === undefined) return monthFirstAt(tokens, i)
  const next = tokens.words[i + 1] === ',' ? i + 2 : i + 1
  if (next >= tokens.count) return undefined
  const date = tokens.kinds[next] === TokenKind.number ? dayFirstAt(tokens, next) : monthFirstAt(tokens, next)
  return date?.day === undefined ? undefined : { ...date, weekday }
}

/** The calendar day of a date that names one. */
export function dayOf({ year, month, day }: WrittenDate): CalendarDay | undefined {
  return day === undefined ? undefined : { ...(year !== undefined && { year }), month, day }
}

/** The month that token `i` names; it has to be capitalised. */
export function monthAt(tokens: Tokens, i: number): number | undefined {
  return i < tokens.count && tokens.kinds[i] === TokenKind.word && isCapital(tokens, i) ? months.get(tokens.lower[i]) : undefined
}

/** The year that token `i` is: four digits, 1000 to 2199. */
export function yearAt(tokens: Tokens, i: number): number | undefined {
  if (i >= tokens.count || tokens.kinds[i] !== TokenKind.number) return undefined
  const word = tokens.words[i]
  if (word.length !== 4) return undefined
  const year = digits(word, 4)
  return year >= 1000 && year < 2200 ? year : undefined
}

function monthFirstAt(tokens: Tokens, i: number): WrittenDate | undefined {
  const month = monthAt(tokens, i)
  if (month === undefined) return undefined
  const day = dayNumberAt(tokens, i + 1)
  if (day !== undefined && isDay({ month, day })) return withYear(tokens, i + 2, month, day)
  const comma = tokens.words[i + 1] === ',' ? i + 2 : i + 1
  const year = yearAt(tokens, tokens.lower[i + 1] === 'of' ? i + 2 : comma)
  if (year === undefined) return undefined
  return { end: (tokens.lower[i + 1] === 'of' ? i + 2 : comma) + 1, month, year }
}

function dayFirstAt(tokens: Tokens, i: number): WrittenDate | undefined {
  const day = dayNumberAt(tokens, i)
  if (day === undefined) return undefined
  const at = tokens.lower[i + 1] === 'of' ? i + 2 : i + 1
  const month = monthAt(tokens, at)
  return month === undefined || !isDay({ month, day }) ? undefined : withYear(tokens, at + 1, month, day)
}

/** The year may follow a comma; with the comma it has to be a year of four digits and nothing that goes on, as "Feb 4, 2026". */
function withYear(tokens: Tokens, end: number, month: number, day: number): WrittenDate {
  const comma = tokens.words[end] === ','
  const year = yearAt(tokens, comma ? end + 1 : end)
  return year === undefined ? { end, month, day } : { end: comma ? end + 2 : end + 1, year, month, day }
}

function isoDateAt(tokens: Tokens, i: number): WrittenDate | undefined {
  if (tokens.words[i + 1] !== '-' || tokens.words[i + 3] !== '-' || tokens.ends[i] !== tokens.starts[i + 1]) return undefined
  const year = yearAt(tokens, i)
  const month = digits(tokens.words[i + 2], 2)
  const last = tokens.words[i + 4] ?? ''
  const day = digits(last.slice(0, 2), 2)
  const complete = last.length === 2 || last.charCodeAt(2) === 84 // 2026-02-04T10:45:00Z
  return year !== undefined && complete && isDay({ year, month, day }) ? { end: i + 5, year, month, day } : undefined
}

/** 1 to 31, also 1st to 31st; NaN and larger numbers are none. */
function dayNumberAt(tokens: Tokens, i: number): number | undefined {
  if (i >= tokens.count || tokens.kinds[i] !== TokenKind.number) return undefined
  const word = tokens.words[i]
  const tail = word.slice(-2)
  const ordinal = word.length > 2 && (tail === 'st' || tail === 'nd' || tail === 'rd' || tail === 'th')
  const day = digits(ordinal ? word.slice(0, -2) : word, 2)
  return day >= 1 && day <= 31 ? day : undefined
}

/** The number that at most so many digits write; NaN for anything else. */
function digits(word: string, most: number): number {
  if (word.length === 0 || word.length > most) return Number.NaN
  let value = 0
  for (let i = 0; i < word.length; i++) {
    const digit = word.charCodeAt(i) - 48
    if (digit < 0 || digit > 9) return Number.NaN
    value = value * 10 + digit
  }
  return value
}

const isCapital = (tokens: Tokens, i: number) => tokens.words[i] !== tokens.lower[i]
