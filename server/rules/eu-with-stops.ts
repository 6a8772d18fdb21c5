import type { Article } from '../analysis/article.ts'
import { initialsIn, tooManyStops } from './initials.ts'
import type { Problem, Rule } from './rule.ts'

export const euWithStops: Rule = {
  id: 'eu-with-stops',
  summary: 'E.U. has stops.',
  reason: 'EU takes no stops in any of the houses, not even in those that write U.S.',
  levels: { none: 'off', reuters: 'warning', ap: 'warning', british: 'warning' },
  source: { title: 'Reuters Handbook of Journalism: A, abbreviations', url: 'https://handbook.reuters.com/index.php?title=A' },
  examples: [
    { wrong: 'Karvia joined the ⟦E.U.⟧ last year.', right: 'Karvia joined the EU last year.' },
    { wrong: 'An ⟦E.U.⟧-wide rule was agreed.', right: 'An EU-wide rule was agreed.' },
  ],
  byParagraph: true,
  *check(article: Article): Iterable<Problem> {
    for (const found of initialsIn(article, houseForms)) yield tooManyStops(found)
  },
}

const houseForms: ReadonlyMap<string, string> = new Map([['E.U.', 'EU']])
