import type { Article } from '../analysis/article.ts'
import type { Problem, Rule } from './rule.ts'

export const articleInDateline: Rule = {
  id: 'article-in-dateline',
  summary: 'The place of the dateline has an article.',
  reason: 'A dateline names a place without the article; only a city whose name begins with it, such as The Hague, keeps it.',
  levels: { none: 'off', reuters: 'warning', ap: 'warning' },
  source: { title: 'Reuters Handbook of Journalism: N, Netherlands', url: 'https://handbook.reuters.com/index.php?title=N' },
  examples: [
    {
      wrong: '⟦THE ⟧KARVIA STRIP, Feb 4 (Reuters) - Envoys met on Monday.',
      right: 'KARVIA STRIP, Feb 4 (Reuters) - Envoys met on Monday.',
    },
    {
      wrong: '⟦The ⟧VATICAN, Feb 4 (Reuters) - Envoys met on Monday.',
      right: 'THE HAGUE, Feb 4 (Reuters) - Envoys met on Monday.',
    },
  ],
  isSuperfluous: true,
  *check({ text, structure: { dateline } }: Article): Iterable<Problem> {
    for (const city of dateline?.cities ?? []) {
      const article = /^the\s+/i.exec(text.slice(city.start, city.end))?.[0]
      if (article === undefined) continue
      const place = text.slice(city.start + article.length, city.end)
      if (ownArticle.has(place.toLowerCase())) continue
      const span = { start: city.start, end: city.start + article.length }
      yield {
        ...span,
        message: `Write ${place}: a dateline takes no article.`,
        fixes: [{ title: `Write ${place}`, edits: [{ ...span, text: '' }], safe: false }],
      }
    }
  },
}

/** Cities whose names begin with the article. */
const ownArticle = new Set(['hague', 'valley', 'woodlands', 'dalles', 'bronx', 'villages', 'pas', 'colony', 'plains', 'bottom'])
