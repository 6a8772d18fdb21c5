import type { Article } from '../analysis/article.ts'
import { daysInMonth } from '../analysis/times/calendar.ts'
import { monthAt, yearAt } from '../analysis/times/dates.ts'
import { TokenKind, type Tokens } from '../analysis/tokens.ts'
import type { Problem, Rule } from './rule.ts'

export const impossibleDate: Rule = {
  id: 'impossible-date',
  summary: 'The calendar has no such day.',
  reason: 'February 30 or June 31 is a slip of the hand; so is February 29 of a year that is no leap year.',
  levels: { none: 'warning' },
  examples: [
    { wrong: 'Envoys will meet on ⟦Feb 30⟧ in Halburg.', right: 'Envoys will meet on Feb 28 in Halburg.' },
    { wrong: 'The law came into force on ⟦29 February 2019⟧.', right: 'The law came into force on 29 February 2020.' },
  ],
  byParagraph: true,
  *check({ paragraphs }: Article): Iterable<Problem> {
    for (const { start, reading } of paragraphs) {
      const { tokens } = reading
      for (let token = 0; token < tokens.count; token++) {
        const day = dayAt(tokens, token)
        const date = day === undefined ? undefined : (dayBehind(tokens, token, day) ?? dayBefore(tokens, token, day))
        if (!date || date.day <= daysInMonth(date.month, date.year)) continue
        yield {
          start: start + tokens.starts[date.first],
          end: start + tokens.ends[date.end - 1],
          message: `${monthNames[date.month - 1]}${date.year === undefined ? '' : ` ${date.year}`} has ${daysInMonth(date.month, date.year)} days: correct the date.`,
        }
      }
    }
  },
}

const monthNames = 'January February March April May June July August September October November December'.split(' ')

interface WrittenDay {
  readonly first: number
  readonly end: number
  readonly day: number
  readonly month: number
  readonly year?: number
}

/** "Feb 30", "Feb 30, 2026"; where nothing says that it is a date, the number may count what follows: "In February 30 people died". */
function dayBehind(tokens: Tokens, token: number, day: number): WrittenDay | undefined {
  const month = token > 0 ? monthAt(tokens, token - 1) : undefined
  if (month === undefined) return undefined
  const at = tokens.words[token + 1] === ',' ? token + 2 : token + 1
  const year = yearAt(tokens, at)
  if (year === undefined && !dating.has(tokens.lower[token - 2])) return undefined
  const end = year === undefined ? token + 1 : at + 1
  return { first: token - 1, end, day, month, ...(year !== undefined && { year }) }
}
const dating = new Set('on until till dated before monday tuesday wednesday thursday friday saturday sunday'.split(' '))

/** "30 February", "30 February 2026". */
function dayBefore(tokens: Tokens, token: number, day: number): WrittenDay | undefined {
  const month = monthAt(tokens, token + 1)
  if (month === undefined || dayAt(tokens, token + 2) !== undefined) return undefined
  const year = yearAt(tokens, token + 2)
  return { first: token, end: year === undefined ? token + 2 : token + 3, day, month, ...(year !== undefined && { year }) }
}

function dayAt(tokens: Tokens, token: number): number | undefined {
  if (token < 0 || token >= tokens.count || tokens.kinds[token] !== TokenKind.number) return undefined
  const day = /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(tokens.lower[token])?.[1]
  return day !== undefined && Number(day) >= 1 && Number(day) <= 31 ? Number(day) : undefined
}
