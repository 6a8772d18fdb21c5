import { type ClockStyle, clockProblems } from './clock-times.ts'
import type { Rule } from './rule.ts'

export const timeOfDayWithStops: Rule = {
  id: 'time-of-day-with-stops',
  summary: 'A time of day is not written as in 5pm or 10.30am.',
  reason:
    'British papers write am and pm in small letters, without stops and close to the figure, a full point before the minutes, and no minutes where there are none.',
  levels: { none: 'off', british: 'warning' },
  source: {
    title: 'Guardian and Observer style guide: T, times',
    url: 'https://www.theguardian.com/guardian-observer-style-guide-t',
  },
  examples: [
    { wrong: 'Ana Pell will speak at ⟦5 p.m.⟧ on Monday.', right: 'Ana Pell will speak at 5pm on Monday.' },
    {
      wrong: 'The doors open at ⟦10:30 AM⟧ and close at ⟦5.00pm⟧ on Monday.',
      right: 'The doors open at 10.30am and close at 5pm on Monday.',
    },
  ],
  byParagraph: true,
  check: article => clockProblems(article, britishStyle),
}

const britishStyle: ClockStyle = {
  write: ({ hour, minutes, half }) => `${hour}${minutes ? `.${minutes}` : ''}${half}m`,
  manner: 'small letters, no stops and no space, and a full point before minutes',
}
