import type { Article } from '../analysis/article.ts'
import { datelineMonth } from './datelines.ts'
import type { Problem, Rule } from './rule.ts'

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
  *check(article: Article): Iterable<Problem> {
    const found = datelineMonth(article)
    if (!found) return
    const { start, end } = found
    const text = houseMonths[found.month - 1]
    if (article.text.slice(start, end) === text) return
    const title = `Write ${text}`
    yield { start, end, message: `${title} in the dateline.`, fixes: [{ title, edits: [{ start, end, text }], safe: true }] }
  },
}

const houseMonths = 'Jan Feb March April May June July Aug Sept Oct Nov Dec'.split(' ')
