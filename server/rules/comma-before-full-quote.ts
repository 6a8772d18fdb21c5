import type { Article } from '../analysis/article.ts'
import type { Problem, Rule } from './rule.ts'

export const commaBeforeFullQuote: Rule = {
  id: 'comma-before-full-quote',
  summary: 'A comma, not a colon, introduces a full quotation.',
  reason: 'Reuters puts a colon between "said" and a quotation that is a whole sentence.',
  levels: { none: 'off', reuters: 'information' },
  source: { title: 'Reuters Handbook of Journalism: Q, quotations', url: 'https://handbook.reuters.com/index.php?title=Q' },
  examples: [
    { wrong: 'Ana Pell said⟦,⟧ "We will wait for the report."', right: 'Ana Pell said: "We will wait for the report."' },
  ],
  looksIntoQuotations: true,
  byParagraph: true,
  *check({ text, quotes }: Article): Iterable<Problem> {
    for (const { start: quoteStart, kind, cue } of quotes) {
      if (kind !== 'direct' || !cue || cue.end !== quoteStart - 2 || text.slice(cue.end, quoteStart) !== ', ') continue
      if (!/\p{Lu}/u.test(text.slice(quoteStart + 1, quoteStart + 3))) continue
      const start = cue.end
      const end = start + 1
      yield {
        start,
        end,
        message: 'A full quotation follows: write a colon, not a comma.',
        fixes: [{ title: 'Replace with :', edits: [{ start, end, text: ':' }], safe: true }],
      }
    }
  },
}
