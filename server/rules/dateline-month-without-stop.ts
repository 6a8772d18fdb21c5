import type { Article } from '../analysis/article.ts'
import { datelineMonth } from './datelines.ts'
import type { Problem, Rule } from './rule.ts'

export const datelineMonthWithoutStop: Rule = {
  id: 'dateline-month-without-stop',
  summary: 'The month of the dateline is not in the short form with a stop.',
  reason: 'With a day AP writes Jan., Feb., Aug., Sept., Oct., Nov. and Dec.; March to July are written out.',
  levels: { none: 'off', ap: 'warning' },
  source: { title: 'AP style: dates', url: 'https://writingexplained.org/ap-style/ap-style-dates' },
  examples: [
    { wrong: 'HALBURG, ⟦February⟧ 4 (AP) — Envoys met on Monday.', right: 'HALBURG, Feb. 4 (AP) — Envoys met on Monday.' },
    { wrong: 'HALBURG, ⟦Sept⟧ 4 (AP) — Envoys met on Monday.', right: 'HALBURG, Sept. 4 (AP) — Envoys met on Monday.' },
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

const houseMonths = 'Jan. Feb. March April May June July Aug. Sept. Oct. Nov. Dec.'.split(' ')
