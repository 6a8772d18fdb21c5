import { monthProblems } from './datelines.ts'
import type { Rule } from './rule.ts'

export const datelineMonthForm: Rule = {
  id: 'dateline-month',
  summary: 'The month of the dateline is not in the short form without a stop.',
  reason: 'In a dateline Reuters writes Jan, Feb, March, April, May, June, July, Aug, Sept, Oct, Nov and Dec, without stops.',
  levels: { none: 'off', reuters: 'warning' },
  source: { title: 'Reuters Handbook of Journalism: A, abbreviations', url: 'https://handbook.reuters.com/index.php?title=A' },
  examples: [
    {
      wrong: 'HALBURG, ⟦February⟧ 4 (Reuters) - Envoys met on Monday.',
      right: 'HALBURG, Feb 4 (Reuters) - Envoys met on Monday.',
    },
    { wrong: 'HALBURG, ⟦Sep.⟧ 4 (Reuters) - Envoys met on Monday.', right: 'HALBURG, Sept 4 (Reuters) - Envoys met on Monday.' },
  ],
  check: article => monthProblems(article, houseMonths),
}

const houseMonths = 'Jan Feb March April May June July Aug Sept Oct Nov Dec'.split(' ')
