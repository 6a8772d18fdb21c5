import type { Article } from '../analysis/article.ts'
import { cuesOf } from './cues.ts'
import type { Problem, Rule } from './rule.ts'

export const colouredVerb: Rule = {
  id: 'coloured-verb',
  summary: 'A verb of speech takes sides: claim doubts, admit and concede accuse, maintain and insist argue.',
  reason: '"Said" says no more than happened.',
  levels: { none: 'off', reuters: 'hint' },
  source: { title: 'Reuters Handbook of Journalism: N, neutral verbs', url: 'https://handbook.reuters.com/index.php?title=N' },
  examples: [
    { wrong: '"We are late with the report," Ana Pell ⟦admitted⟧.', right: '"We are late with the report," Ana Pell said.' },
    { wrong: 'Ana Pell ⟦claimed⟧ that the report was late.', right: 'Ana Pell said that the report was late.' },
  ],
  byParagraph: true,
  *check(article: Article): Iterable<Problem> {
    for (const { start, end, verb } of cuesOf(article))
      if (coloured.has(verb)) yield { start, end, message: `"${verb}" colours the report: "said" is neutral.` }
  },
}

const coloured: ReadonlySet<string> = new Set(
  'claim claims claimed claiming admit admits admitted admitting concede concedes conceded conceding maintain maintains maintained maintaining insist insists insisted insisting confess confesses confessed'.split(
    ' ',
  ),
)
