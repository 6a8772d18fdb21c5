import type { Article } from '../analysis/article.ts'
import { weekdayOf } from '../analysis/times/calendar.ts'
import { resolve } from '../analysis/times.ts'
import type { Problem, Rule } from './rule.ts'
import { weekdayNames } from './weekdays.ts'

export const weekdayNotOfDate: Rule = {
  id: 'weekday-not-of-date',
  summary: 'A date stands beside a weekday that it does not fall on.',
  reason:
    'One of the two is wrong, and the reader cannot tell which. A date without a year is read in the year that brings it nearest to the story.',
  levels: { none: 'warning' },
  examples: [
    { wrong: 'Envoys met on ⟦Tuesday⟧, Feb 4, 2026.', right: 'Envoys met on Wednesday, Feb 4, 2026.' },
    {
      wrong: 'HALBURG, Feb 4, 2026 (Northwire) - Envoys will meet on ⟦Friday⟧, Feb 7, in Merrin.',
      right: 'HALBURG, Feb 4, 2026 (Northwire) - Envoys will meet on Saturday, Feb 7, in Merrin.',
    },
  ],
  byParagraph: true,
  *check({ paragraphs, structure }: Article): Iterable<Problem> {
    for (const { start: offset, reading } of paragraphs) {
      for (const { date, firstToken, endToken } of reading.times) {
        if (date?.form !== 'day' || date.weekday === undefined) continue
        const day = resolve(date, structure.day)?.from
        const weekday = day && weekdayOf(day)
        if (weekday === undefined || weekday === date.weekday) continue
        const { tokens } = reading
        const token = weekdayToken(tokens.lower, firstToken, endToken)
        const start = offset + tokens.starts[token]
        const end = offset + tokens.ends[token]
        const year = date.day.year ?? day?.year
        yield {
          start,
          end,
          message: `The date falls on a ${weekdayNames[weekday]} in ${year}: correct the weekday or the date.`,
          fixes: [{ title: `Write ${weekdayNames[weekday]}`, edits: [{ start, end, text: weekdayNames[weekday] }], safe: false }],
        }
      }
    }
  },
}

/** The token of an expression that names the weekday: the first, but for "early" and the like. */
function weekdayToken(words: readonly string[], first: number, end: number): number {
  for (let token = first; token < end; token++) if (/^(?:sun|mon|tue|wed|thu|fri|sat)/.test(words[token])) return token
  return first
}
