import type { Article } from '../analysis/article.ts'
import type { Problem, Rule } from './rule.ts'

export const punctuationInsideFragment: Rule = {
  id: 'punctuation-inside-fragment',
  summary: 'A full stop or comma stands inside the marks of a few quoted words.',
  reason:
    'British style keeps punctuation inside the marks only where it belongs to the words quoted; that of the reporter’s sentence stands outside.',
  levels: { none: 'off', british: 'information' },
  source: {
    title: 'Guardian and Observer style guide: Q, quotation marks',
    url: 'https://www.theguardian.com/guardian-observer-style-guide-q',
  },
  examples: [
    { wrong: 'Ana Pell called the talks "useful⟦.⟧"', right: 'Ana Pell called the talks "useful".' },
    { wrong: 'The talks were "useful⟦,⟧" Ana Pell said.', right: 'The talks were "useful", Ana Pell said.' },
  ],
  looksIntoQuotations: true,
  byParagraph: true,
  *check({ text, quotes }: Article): Iterable<Problem> {
    for (const { start, end, kind, closed } of quotes) {
      if (kind === 'direct' || !closed) continue
      const at = end - 2
      const sign = text[at]
      if (at <= start || (sign !== ',' && sign !== '.') || /[.\s]|\b\p{Lu}$/u.test(text.slice(Math.max(start, at - 1), at)))
        continue
      const name = sign === ',' ? 'comma' : 'full stop'
      yield {
        start: at,
        end: at + 1,
        message: `The ${name} is not part of the words quoted: put it behind the closing mark.`,
      }
    }
  },
}
