import type { Article } from '../analysis/article.ts'
import { quotedStretches } from './direct-speech.ts'
import type { Problem, Rule } from './rule.ts'

export const unspacedEllipsis: Rule = {
  id: 'unspaced-ellipsis',
  summary: 'Three stops for words left out of a quotation stand without a space beside them.',
  reason: 'A deletion is written as three stops with a space before and after, so that it is not read as a speaker trailing off.',
  levels: { none: 'off', reuters: 'information' },
  source: { title: 'Reuters Handbook of Journalism: Q, quotations', url: 'https://handbook.reuters.com/index.php?title=Q' },
  examples: [
    { wrong: '"We will wait⟦...⟧and see," Ana Pell said.', right: '"We will wait ... and see," Ana Pell said.' },
    { wrong: '"We will wait⟦…⟧ and see," Ana Pell said.', right: '"We will wait … and see," Ana Pell said.' },
  ],
  looksIntoQuotations: true,
  byParagraph: true,
  *check(article: Article): Iterable<Problem> {
    const { text } = article
    for (const quote of quotedStretches(article)) {
      for (const { index, 0: stops } of text.slice(quote.start, quote.end).matchAll(/\.{3,}|…/g)) {
        const start = quote.start + index
        const end = start + stops.length
        const isSpaced = /\s/.test(text[start - 1] ?? '') && /\s/.test(text[end] ?? '')
        if (isSpaced || start === quote.start + 1 || end >= quote.end - 1) continue
        yield { start, end, message: 'Words are left out here: write three stops with a space before and after.' }
      }
    }
  },
}
