import type { Article } from '../analysis/article.ts'
import { cuesOf } from './cues.ts'
import type { Problem, Rule } from './rule.ts'

export const verbNotOfSpeech: Rule = {
  id: 'verb-not-of-speech',
  summary: 'A verb that is no verb of speech carries a quotation: nobody smiles, laughs or feels words.',
  reason: 'Write "said", and what the speaker did beside it if it matters.',
  levels: { none: 'off', british: 'hint' },
  source: {
    title: 'Guardian and Observer style guide: S, said',
    url: 'https://www.theguardian.com/guardian-observer-style-guide-s',
  },
  examples: [
    { wrong: '"We will wait and see," Ana Pell ⟦smiled⟧.', right: '"We will wait and see," Ana Pell said with a smile.' },
  ],
  byParagraph: true,
  *check(article: Article): Iterable<Problem> {
    for (const { start, end, verb } of cuesOf(article))
      if (notOfSpeech.has(verb)) yield { start, end, message: `"${verb}" is no verb of speech: write "said".` }
  },
}

const notOfSpeech: ReadonlySet<string> = new Set(
  'smile smiles smiled smiling laugh laughs laughed laughing feel feels felt grin grins grinned shrug shrugs shrugged nod nods nodded sigh sighs sighed frown frowns frowned beam beams beamed'.split(
    ' ',
  ),
)
