import type { Span } from '../span.ts'
import type { CalendarDay } from '../times/calendar.ts'
import { dayOf, type WrittenDate, writtenDateAt } from '../times/dates.ts'
import { Shape, TokenKind, type Tokens } from '../tokens.ts'

/** A paragraph that is nothing but a date, maybe with "Published:" before it or a time behind: "Wednesday, Feb 4, 2026 10:45 GMT". */
export interface DateLine extends Span {
  readonly day?: CalendarDay
}

const leads = new Set(['published', 'updated', 'posted', 'last', 'first', 'modified', 'date', 'on', 'created', 'issued'])
const clock = new Set('am pm a.m. p.m. gmt utc bst cet cest est edt et pst pdt pt ist jst eet msk local time at h hrs'.split(' '))

/** Reads a paragraph that is nothing but a date; undefined for any other. Offsets from the paragraph's start. */
export function readDateLine(tokens: Tokens): DateLine | undefined {
  if (tokens.count < 2 || tokens.count > 20) return undefined
  let i = 0
  while (leads.has(tokens.lower[i]) || (i > 0 && tokens.words[i] === ':')) i++
  let date: WrittenDate | undefined
  let first = i
  for (; i < tokens.count; i++) {
    const found = date ? undefined : writtenDateAt(tokens, i)
    if (found) {
      first = i
      date = found
      i = found.end - 1
    } else if (!isClockPart(tokens, i)) return undefined
  }
  const day = date && dayOf(date)
  return date && day ? { start: tokens.starts[first], end: tokens.ends[date.end - 1], day } : undefined
}

/** A time that a paragraph begins with, and the token after it. */
export interface TimeLabel extends Span {
  readonly endToken: number
}

/**
 * The time that a paragraph of a live blog begins with, or is: "10:45 GMT", "1420:", "[10.45am]". Offsets from the paragraph's start. A number of four digits
 * needs a colon, bracket or zone beside it: it may be a year. "10:45 Trains stopped" begins with one too.
 */
export function readTimeLabel(tokens: Tokens): TimeLabel | undefined {
  const first = tokens.words[0] === '[' || tokens.words[0] === '(' ? 1 : 0
  if (tokens.kinds[first] !== TokenKind.number) return undefined
  const written = /^(?:([01]?\d|2[0-3])([:.]?)([0-5]\d)|(1[0-2]|[1-9]))(?::[0-5]\d)?([ap]m|h|hrs|[a-z]{3})?$/i.exec(
    tokens.words[first],
  )
  if (!written) return undefined
  let i = first + 1
  const zoned = clock.has(tokens.lower[i])
  while (clock.has(tokens.lower[i])) i++
  const next = tokens.words[i]
  const parted =
    next === undefined || next === ':' || next === ']' || next === '-' || next === '–' || next === '—' || next === '|'
  const colon = written[2] === ':' || written[5] !== undefined || (written[3] !== undefined && written[2] === '.' && zoned)
  const bare = written[3] !== undefined && written[2] === '' && (zoned || next === ':' || next === ']')
  const headed = written[2] === ':' && i < tokens.count && isBig(tokens, i)
  if (!(parted || headed) || !(colon || bare || (written[4] !== undefined && zoned))) return undefined
  const end = next === undefined || !parted ? i : i + 1
  return { start: tokens.starts[first], end: tokens.ends[i - 1], endToken: end }
}

/**
 * The label that an interview's paragraph begins with: "Q:", "A.", "WIKINEWS:", "Jane Doe:". Offsets from the paragraph's start, without the colon.
 * One alone proves nothing: only the story can tell, by its coming again.
 */
export function readVoice(tokens: Tokens): Span | undefined {
  const word = tokens.words[0]
  if (
    (word === 'Q' || word === 'A') &&
    (tokens.words[1] === ':' || tokens.words[1] === '.' || tokens.words[1] === '–' || tokens.words[1] === '-')
  )
    return { start: 0, end: tokens.ends[0] }
  if (word === 'Q.' || word === 'A.') return { start: tokens.starts[0], end: tokens.ends[0] - 1 }
  let i = 0
  while (i < Math.min(tokens.count, 5) && tokens.kinds[i] === TokenKind.word && isBig(tokens, i)) i++
  return i > 0 && tokens.words[i] === ':' && i + 1 < tokens.count
    ? { start: tokens.starts[0], end: tokens.ends[i - 1] }
    : undefined
}

/** Whether a paragraph ends as a sentence does: with a stop, maybe inside a closing mark or bracket. "U.S." at the end is no stop. */
export function endsAsSentence(tokens: Tokens): boolean {
  let last = tokens.count - 1
  while (last > 0 && (tokens.kinds[last] === TokenKind.mark || tokens.words[last] === ')' || tokens.words[last] === ']')) last--
  const word = tokens.words[last] ?? ''
  return (
    tokens.kinds[last] === TokenKind.punctuation &&
    (word.startsWith('.') || word === '!' || word === '?' || word === ':' || word === '…' || word === ';' || word === ',')
  )
}

/** Whether a paragraph is written in capitals throughout. */
export function isInCapitals(text: string): boolean {
  return text.length <= 300 && text === text.toUpperCase() && text !== text.toLowerCase()
}

function isClockPart(tokens: Tokens, i: number): boolean {
  if (tokens.kinds[i] === TokenKind.number) return /^\d{1,2}(?:[:.]\d\d){0,2}[a-z]{0,3}$/i.test(tokens.words[i])
  return (
    tokens.kinds[i] === TokenKind.punctuation ||
    tokens.words[i] === '|' ||
    tokens.words[i] === '·' ||
    clock.has(tokens.lower[i]) ||
    leads.has(tokens.lower[i])
  )
}

const isBig = (tokens: Tokens, i: number) => (tokens.shapes[i] & (Shape.capital | Shape.innerCapital)) !== 0
