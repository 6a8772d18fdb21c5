import type { Article } from '../analysis/article.ts'
import type { Problem, Rule } from './rule.ts'
import { storyMarks } from './story-marks.ts'

export const punctuationOutsideQuote: Rule = {
  id: 'punctuation-outside-quote',
  summary: 'A full stop or comma stands outside the closing mark.',
  reason:
    'American and agency style keeps both inside the mark, also after a single word. A dash, semicolon, question or exclamation mark goes inside only if it belongs to the quotation.',
  levels: { none: 'off', reuters: 'information', ap: 'information' },
  source: {
    title: 'AP style: quotations, as given by VCU School of the Arts',
    url: 'https://arts.vcu.edu/editorialstyleguide/q/quotations/',
  },
  examples: [
    { wrong: 'The talks were "useful"⟦,⟧ she said.', right: 'The talks were "useful," she said.' },
    { wrong: 'She called the talks "useful"⟦.⟧', right: 'She called the talks "useful."' },
    { wrong: 'She called the talks “useful”⟦.⟧', right: 'Did she call the talks “useful”? She said “no”; he said “yes.”' },
  ],
  looksIntoQuotations: true,
  byParagraph: true,
  *check(article: Article): Iterable<Problem> {
    const { text } = article
    for (const mark of storyMarks(article)) {
      if (mark.role !== 'closes' || mark.partner === undefined) continue
      const sign = text[mark.end]
      if ((sign !== ',' && sign !== '.') || text[mark.end + 1] === '.' || /[.,!?…—-]/.test(text[mark.start - 1] ?? '')) continue
      const name = sign === ',' ? 'comma' : 'full stop'
      yield { start: mark.end, end: mark.end + 1, message: `The ${name} stands outside the closing mark: put it inside.` }
    }
  },
}
