import type { Article } from '../analysis/article.ts'
import { monthAt } from '../analysis/times/dates.ts'
import { Shape, type Tokens } from '../analysis/tokens.ts'
import { isInName, isQuoted, proseOf, spanOfTokens } from './prose.ts'
import type { Problem, Rule } from './rule.ts'

export const ordinalInDate: Rule = {
  id: 'ordinal-in-date',
  summary: 'The day of a date is written 1st, 2nd, 3rd or 4th.',
  reason: 'In a date the bare figure is house style everywhere: it is shorter and reads the same.',
  levels: { none: 'off', reuters: 'warning', ap: 'warning', british: 'warning' },
  source: {
    title: 'AP style: dates, as given by VCU School of the Arts',
    url: 'https://arts.vcu.edu/editorialstyleguide/d/dates/',
  },
  examples: [
    { wrong: 'The vote is on February ⟦4th⟧, in Halburg.', right: 'The vote is on February 4, in Halburg.' },
    { wrong: 'It opened on ⟦22nd⟧ March 2019.', right: 'It opened on 22 March 2019.' },
  ],
  byParagraph: true,
  *check(article: Article): Iterable<Problem> {
    for (const prose of proseOf(article)) {
      const { tokens, times } = prose.reading
      for (const { date, firstToken, endToken } of times) {
        if (date?.form !== 'day' || firstToken < prose.firstToken || (date.day.month === 7 && date.day.day === 4)) continue
        for (let token = firstToken; token < endToken; token++) {
          const day = /^(\d{1,2})(?:st|nd|rd|th)$/.exec(tokens.lower[token])?.[1]
          if (day === undefined || isCapital(tokens, token + 1)) continue // the September 11th Fund
          const span = spanOfTokens(prose, token, token + 1)
          if (isQuoted(article, span) || isInName(article, span)) continue
          const isPlain = tokens.lower[token + 1] !== 'of' && tokens.lower[token - 1] !== 'the'
          yield {
            ...span,
            message: isPlain
              ? `Write ${day}: a date takes the bare figure.`
              : 'A date takes the bare figure: write it beside the month.',
            ...(isPlain && { fixes: [{ title: `Write ${day}`, edits: [{ ...span, text: day }], safe: true }] }),
          }
        }
      }
    }
  },
}

/** A capital right behind the day, save that of a month. */
const isCapital = (tokens: Tokens, token: number) =>
  token < tokens.count && (tokens.shapes[token] & Shape.capital) !== 0 && monthAt(tokens, token) === undefined
