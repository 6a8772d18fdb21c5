import type { Article } from '../analysis/article.ts'
import type { Problem, Rule } from './rule.ts'

export const bylineNotInCredits: Rule = {
  id: 'byline-not-in-credits',
  summary: 'A name of the byline is missing from the credits.',
  reason:
    'Who stands in the byline reported or wrote the story, and so stands in the credits; a name in one place alone may be left from another version.',
  levels: { none: 'hint', reuters: 'information' },
  source: {
    title: 'Reuters Handbook of Journalism: News presentation',
    url: 'https://handbook.reuters.com/index.php?title=News_Presentation',
  },
  examples: [
    {
      wrong: 'Envoys meet\n\nBy ⟦Ana Pell⟧ and Jo Marsh\n\nEnvoys met on Monday.\n\n(Reporting by Jo Marsh; Editing by Tom Reyk)',
      right:
        'Envoys meet\n\nBy Ana Pell and Jo Marsh\n\nEnvoys met on Monday.\n\n(Reporting by Jo Marsh and Ana Pell; Editing by Tom Reyk)',
    },
    {
      wrong: 'Envoys meet\n\nBy ⟦Anna Pell⟧\n\nEnvoys met on Monday.\n\n(Reporting by Ana Pell)',
      right: 'Envoys meet\n\nBy Ana Pell\n\nEnvoys met on Monday.\n\n(Writing by Ana Pell)',
    },
  ],
  *check({ text, structure: { bylines, credits } }: Article): Iterable<Problem> {
    const plain = ({ start, end }: { start: number; end: number }) =>
      text
        .slice(start, end)
        .toLowerCase()
        .replace(/["“”’]/g, "'")
    const makers = credits.filter(({ role }) => role === 'reporting' || role === 'writing').flatMap(({ names }) => names)
    if (!credits.some(({ role, additional }) => role === 'reporting' && !additional)) return
    const credited = new Set(makers.map(plain))
    for (const name of bylines[0]?.names ?? []) {
      if (credited.has(plain(name)) || /\b(?:staff|newsroom|reuters|desk|bureau)\b/i.test(plain(name))) continue
      yield {
        start: name.start,
        end: name.end,
        message: `${text.slice(name.start, name.end)} is not in the credits: add the name there, or correct one of the two.`,
        related: [{ start: makers[0].start, end: makers[0].end, message: 'The credits name these people.' }],
      }
    }
  },
}
