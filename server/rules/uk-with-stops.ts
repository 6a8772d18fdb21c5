import type { Article } from '../analysis/article.ts'
import { initialsIn, tooManyStops } from './initials.ts'
import type { Problem, Rule } from './rule.ts'

export const ukWithStops: Rule = {
  id: 'uk-with-stops',
  summary: 'U.K. has stops where the house writes none.',
  reason: 'Reuters and the British houses write UK; AP alone keeps the stops.',
  levels: { none: 'off', reuters: 'warning', british: 'warning' },
  source: { title: 'Reuters Handbook of Journalism: A, abbreviations', url: 'https://handbook.reuters.com/index.php?title=A' },
  examples: [
    { wrong: 'Ana Pell left the ⟦U.K.⟧ on Monday.', right: 'Ana Pell left the UK on Monday.' },
    { wrong: 'A ⟦U.K.⟧-based firm built the bridge.', right: 'A UK-based firm built the bridge.' },
  ],
  byParagraph: true,
  *check(article: Article): Iterable<Problem> {
    for (const found of initialsIn(article, houseForms)) yield tooManyStops(found)
  },
}

const houseForms: ReadonlyMap<string, string> = new Map([['U.K.', 'UK']])
