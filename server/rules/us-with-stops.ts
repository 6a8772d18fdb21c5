import type { Article } from '../analysis/article.ts'
import { initialsIn, tooManyStops } from './initials.ts'
import type { Problem, Rule } from './rule.ts'

export const usWithStops: Rule = {
  id: 'us-with-stops',
  summary: 'U.S. or U.N. has stops where the house writes none.',
  reason: 'British houses write all abbreviations in capitals without stops.',
  levels: { none: 'off', british: 'warning' },
  source: {
    title: 'Guardian and Observer style guide: A, abbreviations and acronyms',
    url: 'https://www.theguardian.com/guardian-observer-style-guide-a',
  },
  examples: [
    { wrong: 'Ana Pell left for the ⟦U.S.⟧ on Monday.', right: 'Ana Pell left for the US on Monday.' },
    { wrong: 'The ⟦U.N.⟧-led talks went on until dawn.', right: 'The UN-led talks went on until dawn.' },
  ],
  byParagraph: true,
  *check(article: Article): Iterable<Problem> {
    for (const found of initialsIn(article, houseForms)) yield tooManyStops(found)
  },
}

const houseForms: ReadonlyMap<string, string> = new Map([
  ['U.S.', 'US'],
  ['U.N.', 'UN'],
])
