import type { Article } from '../analysis/article.ts'
import type { Problem, Rule } from './rule.ts'

export const creditsForm: Rule = {
  id: 'credits-form',
  summary: 'The credits are not of the form (Reporting by …; Editing by …).',
  reason: 'The credits stand in round brackets at the end of the story, and a semicolon parts one role from the next.',
  levels: { none: 'off', reuters: 'warning' },
  source: {
    title: 'Reuters Handbook of Journalism: News presentation',
    url: 'https://handbook.reuters.com/index.php?title=News_Presentation',
  },
  examples: [
    {
      wrong: 'Envoys met on Monday.\n\nThey talk on.\n\n(Reporting by Ana Pell⟦,⟧ Editing by Tom Reyk)',
      right: 'Envoys met on Monday.\n\nThey talk on.\n\n(Reporting by Ana Pell, Ilse Brandt and Jo Marsh; Editing by Tom Reyk)',
    },
    {
      wrong: 'Envoys met on Monday.\n\nThey talk on.\n\n⟦(⟧Reporting by Ana Pell; Editing by Tom Reyk',
      right: 'Envoys met on Monday.\n\nThey talk on.\n\n(Reporting by Ana Pell; Editing by Tom Reyk)',
    },
  ],
  *check({ text, structure: { parts } }: Article): Iterable<Problem> {
    for (const { kind, start, end } of parts) {
      if (kind !== 'credits') continue
      const credits = text.slice(start, end)
      if (credits.startsWith('(') && !credits.includes(')')) yield openBracket(start, end)
      for (const { index } of credits.matchAll(joinedRoles)) yield joined(start + index)
    }
  },
}

/** A comma before a role: "Ana Pell, Editing by". */
const joinedRoles =
  /,(?=\s(?:and\s)?(?:(?:additional|further)\s)?(?:reporting|writing|editing|compiled|graphics?|photography|production)(?:\s(?:and|&)\s(?:reporting|writing|editing))?\sby\s)/gi

function openBracket(start: number, end: number): Problem {
  return {
    start,
    end: start + 1,
    message: 'The bracket around the credits is still open: close it at the end.',
    fixes: [{ title: 'Add ) at the end of the credits', edits: [{ start: end, end, text: ')' }], safe: true }],
  }
}

function joined(start: number): Problem {
  const end = start + 1
  return {
    start,
    end,
    message: 'A new role begins here: put a semicolon before it.',
    fixes: [{ title: 'Write ;', edits: [{ start, end, text: ';' }], safe: true }],
  }
}
