import type { Article } from '../analysis/article.ts'
import type { Problem, Rule } from './rule.ts'

/** Shorter quotations than this are left alone. */
const fewestWords = 6

export const quoteWithoutSpeaker: Rule = {
  id: 'quote-without-speaker',
  summary: 'A full quotation has no speaker that the story names.',
  reason:
    'The reader must know whose words these are. Only quotations of six words and more are looked at, and those that go on from the paragraph before have its speaker; headlines and pull quotes are left alone.',
  levels: { none: 'hint', reuters: 'information', ap: 'information', british: 'information' },
  source: {
    title: 'Reuters Handbook of Journalism: the essentials of sourcing',
    url: 'https://handbook.reuters.com/index.php?title=The_Essentials_of_Reuters_sourcing',
  },
  examples: [
    {
      wrong: 'Talks ended on Monday.\n\n⟦"We will certainly be back here before long."⟧\n\nThe market fell.',
      right: 'Talks ended on Monday.\n\n"We will certainly be back here before long," Ana Pell said.\n\nThe market fell.',
    },
  ],
  looksIntoQuotations: true,
  byParagraph: true,
  *check(article: Article): Iterable<Problem> {
    const { parts } = article.structure
    const apart = new Set(parts.filter(({ kind }) => kind === 'headline' || kind === 'note').map(part => part.paragraph))
    let outer = -1
    for (const { start, end, kind, speaker, cue, words, paragraph } of article.quotes) {
      const isInner = end <= outer
      outer = Math.max(outer, end)
      if (kind !== 'direct' || speaker || cue || words < fewestWords || isInner || apart.has(paragraph)) continue
      yield { start, end, message: 'The story does not say whose words these are: name the speaker.' }
    }
  },
}
