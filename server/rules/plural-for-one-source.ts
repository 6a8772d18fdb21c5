import type { Article } from '../analysis/article.ts'
import { calledSources } from './bare-source.ts'
import type { Problem, Rule } from './rule.ts'

export const pluralForOneSource: Rule = {
  id: 'plural-for-one-source',
  summary: 'The story speaks of "sources" and quotes one.',
  reason:
    'Nobody may be led to think that more people said it than did. Several sources do not say a sentence in one voice, and "the source" further down gives the one away.',
  levels: { none: 'off', reuters: 'hint', ap: 'hint', british: 'hint' },
  source: {
    title: 'Reuters Handbook of Journalism: the essentials of sourcing',
    url: 'https://handbook.reuters.com/index.php?title=The_Essentials_of_Reuters_sourcing',
  },
  examples: [
    {
      wrong: '"We have seen the letter and it is short," ⟦sources in the ministry⟧ said.',
      right: '"We have seen the letter and it is short," a source in the ministry said.',
    },
    {
      wrong: 'Sources in the ministry said that it had come. ⟦The source⟧ said that it was short.',
      right: 'A source in the ministry said that it had come. The source said that it was short.',
    },
  ],
  *check(article: Article): Iterable<Problem> {
    for (const source of calledSources(article)) {
      if (source.noun !== 'sources') continue
      for (const { kind, words, source: phrase } of source.quotations) {
        if (kind !== 'direct' || words < fewestWords || !phrase) continue
        const message = 'Sources do not speak in one voice: say which of them is quoted, or write "a source".'
        yield { start: phrase.start, end: phrase.end, message }
      }
      const [first] = source.phrases
      const one = source.phrases.find(({ start, end }) => /^the source$/i.test(article.text.slice(start, end)))
      if (one && first.start < one.start)
        yield {
          start: one.start,
          end: one.end,
          message: 'The story spoke of sources, and now of one: say how many there are.',
          related: [{ start: first.start, end: first.end, message: 'Several sources here.' }],
        }
    }
  },
}

/** Shorter words may be a phrase that all of them used. */
const fewestWords = 4
