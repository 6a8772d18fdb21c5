import type { Article } from '../analysis/article.ts'
import { readSources } from '../analysis/sources.ts'
import type { Problem, Rule } from './rule.ts'

/** A story that reports less than this, or is shorter, is a brief. */
const fewestReports = 3
const fewestParagraphs = 4

export const singleSource: Rule = {
  id: 'single-source',
  summary: 'All that the story reports rests on one source.',
  reason:
    'Two sources are better than one. Only stories in which every quotation and every statement has a known source are looked at.',
  levels: { none: 'off', reuters: 'hint', ap: 'hint', british: 'hint' },
  source: {
    title: 'Reuters Handbook of Journalism: the essentials of sourcing',
    url: 'https://handbook.reuters.com/index.php?title=The_Essentials_of_Reuters_sourcing',
  },
  examples: [
    {
      wrong:
        '⟦Bridge to close⟧\n\nThe bridge will close in May, Mayor Ana Pell said on Monday.\n\nPell said that repairs would take a year.\n\n"We will work at night," she said.\n\nThe bridge is 90 years old.',
      right:
        'Bridge to close\n\nThe bridge will close in May, Mayor Ana Pell said on Monday.\n\nPell said that repairs would take a year.\n\n"They want to work at night," trader Tom Reyk said.\n\nThe bridge is 90 years old.',
    },
  ],
  *check(article: Article): Iterable<Problem> {
    const { parts } = article.structure
    const place = parts.find(({ kind }) => kind === 'headline') ?? parts.find(({ kind }) => kind === 'lead')
    const body = parts.filter(({ kind }) => kind === 'lead' || kind === 'paragraph')
    if (!place || body.length < fewestParagraphs) return
    const { sources, withoutSource } = readSources(article)
    const [only, ...others] = sources
    if (!only || others.length > 0 || withoutSource.quotations.length + withoutSource.statements.length > 0) return
    if (only.quotations.length + only.statements.length < fewestReports) return
    yield { start: place.start, end: place.end, message: `All of this rests on ${only.name}: find a second source.` }
  },
}
