import type { Article } from '../analysis/article.ts'
import { quotedStretches } from './direct-speech.ts'
import type { Problem, Rule } from './rule.ts'

export const squareBracketsInQuote: Rule = {
  id: 'square-brackets-in-quote',
  summary: 'The reporter’s words within a quotation stand in square brackets.',
  reason: 'Agencies put what they add to a quotation in round brackets; square ones get lost on the wire.',
  levels: { none: 'off', reuters: 'information', ap: 'information' },
  source: { title: 'Reuters Handbook of Journalism: P, parentheses', url: 'https://handbook.reuters.com/index.php?title=P' },
  examples: [
    {
      wrong: '"They ⟦[the ministers]⟧ will wait and see," Ana Pell said.',
      right: '"They (the ministers) will wait and see," Ana Pell said.',
    },
  ],
  looksIntoQuotations: true,
  byParagraph: true,
  *check(article: Article): Iterable<Problem> {
    const { text } = article
    for (const quote of quotedStretches(article)) {
      for (const { index, 0: insert } of text.slice(quote.start, quote.end).matchAll(/\[[^[\]]{1,200}\]/g)) {
        const start = quote.start + index
        yield { start, end: start + insert.length, message: 'The reporter speaks here: use round brackets.' }
      }
    }
  },
}
