import type { Article } from '../analysis/article.ts'
import type { Problem, Rule } from './rule.ts'

export const longHeadline: Rule = {
  id: 'long-headline',
  summary: 'The headline has more than 60 characters.',
  reason: 'Longer headlines are cut on phones and in lists of results. Off unless a desk asks for it.',
  levels: { none: 'off' },
  source: {
    title: 'Reuters Handbook of Journalism: other common story forms',
    url: 'https://handbook.reuters.com/index.php?title=Other_Common_Story_Forms',
  },
  examples: [
    {
      wrong: 'Envoys from Karvia and Westland wrap up a first long day of ⟦talks in Halburg⟧\n\nEnvoys met in Halburg on Monday.',
      right: 'Envoys wrap up first day of talks\n\nEnvoys met in Halburg on Monday.',
    },
    {
      wrong: 'Halburg mayor promises to mend the bridge before the winter ⟦storms⟧\n\nThe mayor spoke on Monday.',
      right: 'Halburg mayor promises to mend bridge by winter\n\nThe mayor spoke on Monday.',
    },
  ],
  isSuperfluous: true,
  *check({ structure: { parts } }: Article): Iterable<Problem> {
    const headline = parts.find(({ kind }) => kind === 'headline')
    if (!headline || headline.end - headline.start <= most) return
    const length = headline.end - headline.start
    yield {
      start: headline.start + most,
      end: headline.end,
      message: `The headline has ${length} characters: cut ${length - most}.`,
    }
  },
}

const most = 60
