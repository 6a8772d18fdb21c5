import type { Article } from '../analysis/article.ts'
import type { Dateline } from '../analysis/structure.ts'
import type { Problem, Rule } from './rule.ts'

export const datelineForm: Rule = {
  id: 'dateline-form',
  summary: 'The dateline is not of the form CITY, Month day (Agency) - .',
  reason:
    'A dateline is read by machines and by other desks: city in capitals, comma, month, day, agency in brackets, dash between spaces.',
  levels: { none: 'off', reuters: 'warning', ap: 'warning' },
  source: { title: 'Reuters Handbook of Journalism: D, datelines', url: 'https://handbook.reuters.com/index.php?title=D' },
  examples: [
    { wrong: '⟦Halburg⟧, Feb 4 (Reuters) - Envoys met on Monday.', right: 'HALBURG, Feb 4 (Reuters) - Envoys met on Monday.' },
    { wrong: 'HALBURG, ⟦4 Feb⟧ (Reuters) - Envoys met on Monday.', right: 'HALBURG, Feb 4 (Reuters) - Envoys met on Monday.' },
    { wrong: 'HALBURG, Feb 4 (Reuters)⟦-⟧ Envoys met on Monday.', right: 'HALBURG, Feb 4 (Reuters) - Envoys met on Monday.' },
  ],
  *check({ text, structure: { dateline } }: Article): Iterable<Problem> {
    if (!dateline?.agency) return
    yield* smallCities(text, dateline)
    yield* turnedDate(text, dateline)
    yield* tightDash(text, dateline)
  },
}

function* smallCities(text: string, { cities }: Dateline): Iterable<Problem> {
  for (const { start, end } of cities) {
    const city = text.slice(start, end)
    if (!/\p{Ll}{2}/u.test(city)) continue // McALLEN
    const capitals = city.toUpperCase()
    yield {
      start,
      end,
      message: `Write ${capitals}: the city of a dateline stands in capitals.`,
      fixes: [{ title: `Write ${capitals}`, edits: [{ start, end, text: capitals }], safe: true }],
    }
  }
}

/** The day before the month, or with an ending. */
function* turnedDate(text: string, { date }: Dateline): Iterable<Problem> {
  if (!date) return
  const { start, end } = date
  const written = text.slice(start, end)
  const dayFirst = /^(\d{1,2})(?:st|nd|rd|th)? (?:of )?(\p{L}+\.?)(.*)$/su.exec(written)
  const monthFirst = /^(\p{L}+\.?) (\d{1,2})(?:st|nd|rd|th)(.*)$/su.exec(written)
  if (!dayFirst && !monthFirst) return
  const turned = dayFirst
    ? `${dayFirst[2]} ${dayFirst[1]}${dayFirst[3]}`
    : `${monthFirst?.[1]} ${monthFirst?.[2]}${monthFirst?.[3]}`
  const title = `Write ${turned}`
  yield {
    start,
    end,
    message: `${title}: the month, then the bare day.`,
    fixes: [{ title, edits: [{ start, end, text: turned }], safe: true }],
  }
}

function* tightDash(text: string, { dash }: Dateline): Iterable<Problem> {
  if (!dash || !/^[-–—]$/.test(text.slice(dash.start, dash.end))) return
  const { start, end } = dash
  const before = /\s/.test(text[start - 1]) ? '' : ' '
  const behind = /\s/.test(text[end] ?? ' ') ? '' : ' '
  if (before === '' && behind === '') return
  const spaced = `${before}${text.slice(start, end)}${behind}`
  yield {
    start,
    end,
    message: 'The dash of the dateline touches a word: put a space on either side.',
    fixes: [{ title: 'Put a space on either side of the dash', edits: [{ start, end, text: spaced }], safe: true }],
  }
}
