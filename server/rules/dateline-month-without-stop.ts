import { monthProblems } from './datelines.ts'
import type { Rule } from './rule.ts'

export const datelineMonthWithoutStop: Rule = {
  id: 'dateline-month-without-stop',
  summary: 'The month of the dateline is not in the short form with a stop.',
  reason: 'With a day AP writes Jan., Feb., Aug., Sept., Oct., Nov. and Dec.; March to July are written out.',
  levels: { none: 'off', ap: 'warning' },
  source: {
    title: 'AP style: dates, as given by VCU School of the Arts',
    url: 'https://arts.vcu.edu/editorialstyleguide/d/dates/',
  },
  examples: [
    { wrong: 'HALBURG, ⟦February⟧ 4 (AP) — Envoys met on Monday.', right: 'HALBURG, Feb. 4 (AP) — Envoys met on Monday.' },
    { wrong: 'HALBURG, ⟦Sept⟧ 4 (AP) — Envoys met on Monday.', right: 'HALBURG, Sept. 4 (AP) — Envoys met on Monday.' },
  ],
  check: article => monthProblems(article, houseMonths),
}

const houseMonths = 'Jan. Feb. March April May June July Aug. Sept. Oct. Nov. Dec.'.split(' ')
