import type { Article } from '../analysis/article.ts'
import { firstEndingAfter } from '../analysis/span.ts'
import type { Problem, Rule } from './rule.ts'

/** So many whole sentences may be quoted before the reader learns who speaks. */
const mostSentences = 2

export const speakerNamedLate: Rule = {
  id: 'speaker-named-late',
  summary: 'A quotation of several sentences says only at its end who speaks.',
  reason: 'The speaker belongs after the first sentence, or before it.',
  levels: { none: 'off', reuters: 'hint', ap: 'hint', british: 'hint' },
  source: {
    title: 'Reuters Handbook of Journalism: the essentials of sourcing',
    url: 'https://handbook.reuters.com/index.php?title=The_Essentials_of_Reuters_sourcing',
  },
  examples: [
    {
      wrong: '⟦"We wait. We have time. We will see what comes next,"⟧ Ana Pell said.',
      right: '"We wait," Ana Pell said. "We have time. We will see what comes next."',
    },
  ],
  looksIntoQuotations: true,
  byParagraph: true,
  *check({ paragraphs, quotes }: Article): Iterable<Problem> {
    let seen = -1 // the last paragraph with a direct quotation
    for (const { start, end, kind, cue, paragraph } of quotes) {
      const isFirst = paragraph !== seen
      if (kind === 'direct') seen = paragraph
      if (kind !== 'direct' || !isFirst || !cue || cue.start < end) continue
      const { start: offset, reading } = paragraphs[paragraph]
      const first = firstEndingAfter(reading.sentences, start - offset)
      const last = firstEndingAfter(reading.sentences, end - offset - 1)
      if (last - first >= mostSentences)
        yield {
          start,
          end,
          message: `The speaker is named only after ${last - first + 1} sentences: name the speaker after the first.`,
        }
    }
  },
}
