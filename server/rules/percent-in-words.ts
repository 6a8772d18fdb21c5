import type { Article } from '../analysis/article.ts'
import { TokenKind } from '../analysis/tokens.ts'
import { isQuoted, proseOf, sentenceAt, spanOfTokens } from './prose.ts'
import type { Problem, Rule } from './rule.ts'

export const percentInWords: Rule = {
  id: 'percent-in-words',
  summary: 'Percent is a word behind a figure.',
  reason: 'With a figure the sign % is shorter and as clear. Behind a number in words the word stays.',
  levels: { none: 'off', reuters: 'warning', ap: 'warning', british: 'information' },
  source: {
    title: 'Poynter: AP on the percentage sign',
    url: 'https://www.poynter.org/reporting-editing/2019/ap-says-the-percentage-sign-now-ok-when-used-with-a-numeral-thats-shift5/',
  },
  examples: [
    { wrong: 'Prices rose 4.5⟦ percent⟧ last year.', right: 'Prices rose 4.5% last year.' },
    { wrong: 'About 20⟦ per cent⟧ of voters stayed at home.', right: 'About 20% of voters stayed at home.' },
  ],
  byParagraph: true,
  *check(article: Article): Iterable<Problem> {
    for (const prose of proseOf(article)) {
      const { tokens, times } = prose.reading
      for (const { kind, unit, firstToken, endToken } of times) {
        if (kind !== 'percentage' || unit !== 'percent' || firstToken < prose.firstToken) continue
        if (tokens.kinds[firstToken] !== TokenKind.number || tokens.words[endToken - 1] === '%') continue
        const figureEnd = tokens.lower[endToken - 1] === 'cent' ? endToken - 2 : endToken - 1
        if (figureEnd !== firstToken + 1 || sentenceAt(prose, firstToken)?.firstToken === firstToken) continue
        const { start: figure, end } = spanOfTokens(prose, firstToken, endToken)
        const start = prose.start + tokens.ends[firstToken]
        if (isQuoted(article, { start, end })) continue
        const title = `Write ${article.text.slice(figure, start)}%`
        yield {
          start,
          end,
          message: `${title}: with a figure the sign is enough.`,
          fixes: [{ title, edits: [{ start, end, text: '%' }], safe: true }],
        }
      }
    }
  },
}
