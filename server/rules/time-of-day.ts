import { type ClockStyle, clockProblems } from './clock-times.ts'
import type { Rule } from './rule.ts'

export const timeOfDay: Rule = {
  id: 'time-of-day',
  summary: 'A time of day is not written as in 5 p.m. or 10:30 a.m.',
  reason:
    'The agencies write a.m. and p.m. in small letters with stops and a space before, a colon before the minutes, and no minutes where there are none.',
  levels: { none: 'off', reuters: 'warning', ap: 'warning' },
  source: { title: 'AP style: time, as given by Heads Up English', url: 'https://headsupenglish.com/ap-style/time' },
  examples: [
    { wrong: 'Ana Pell will speak at ⟦5pm⟧ on Monday.', right: 'Ana Pell will speak at 5 p.m. on Monday.' },
    {
      wrong: 'The doors open at ⟦10.30 AM⟧ and close at ⟦5:00 p.m.⟧ on Monday.',
      right: 'The doors open at 10:30 a.m. and close at 5 p.m. on Monday.',
    },
  ],
  byParagraph: true,
  check: article => clockProblems(article, agencyStyle),
}

const agencyStyle: ClockStyle = {
  write: ({ hour, minutes, half }) => `${hour}${minutes ? `:${minutes}` : ''} ${half}.m.`,
  manner: 'small letters, stops and a space, and a colon before minutes',
}
