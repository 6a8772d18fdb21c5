import type { Article } from '../analysis/article.ts'
import type { Problem, Rule } from './rule.ts'

export const ellipsisAtQuoteEdge: Rule = {
  id: 'ellipsis-at-quote-edge',
  summary: 'A quotation begins or ends with an ellipsis.',
  reason: 'A quotation is always a part of what was said: stops at its edges say nothing.',
  levels: { none: 'off', ap: 'information' },
  source: {
    title: 'AP style: quotations, as given by VCU School of the Arts',
    url: 'https://arts.vcu.edu/editorialstyleguide/q/quotations/',
  },
  examples: [
    { wrong: '"⟦...⟧ we will wait and see," Ana Pell said.', right: '"We will wait and see," Ana Pell said.' },
    { wrong: 'Ana Pell said: "We will wait and see ⟦...⟧"', right: 'Ana Pell said: "We will wait ... and see."' },
  ],
  looksIntoQuotations: true,
  byParagraph: true,
  isSuperfluous: true,
  *check({ text, quotes }: Article): Iterable<Problem> {
    for (const quote of quotes) {
      const inner = text.slice(quote.start, quote.end)
      const opening = /^["“'‘«]\s?(\.{3,4}|…)/d.exec(inner)?.indices?.[1]
      const closing = /(\.{3}|…)["”'’»]$/d.exec(inner)?.indices?.[1]
      for (const place of [opening, closing]) {
        if (!place) continue
        yield {
          start: quote.start + place[0],
          end: quote.start + place[1],
          message: 'A quotation needs no ellipsis at its beginning or end: leave it out.',
        }
      }
    }
  },
}
