import type { Article } from '../analysis/article.ts'
import type { Speaker } from '../analysis/quotes.ts'
import type { Problem, Rule } from './rule.ts'

export const twoSpeakersInParagraph: Rule = {
  id: 'two-speakers-in-paragraph',
  summary: 'Two people are quoted in one paragraph.',
  reason: 'A new speaker gets a new paragraph, so that no reader gives the words to the wrong person.',
  levels: { none: 'off', reuters: 'hint', ap: 'hint' },
  source: {
    title: 'Reuters Handbook of Journalism: the essentials of sourcing',
    url: 'https://handbook.reuters.com/index.php?title=The_Essentials_of_Reuters_sourcing',
  },
  examples: [
    {
      wrong: '"We will wait for them," Ana Pell said. ⟦"They will never come back,"⟧ Tom Reyk said.',
      right: '"We will wait for them," Ana Pell said.\n\n"They will never come back," Tom Reyk said.',
    },
  ],
  looksIntoQuotations: true,
  byParagraph: true,
  *check({ quotes }: Article): Iterable<Problem> {
    let paragraph = -1
    let before: string | undefined
    for (const { start, end, kind, speaker, paragraph: own } of quotes) {
      if (own !== paragraph) before = undefined
      paragraph = own
      if (kind !== 'direct' || !speaker) continue
      const key = keyOf(speaker)
      if (before !== undefined && key !== before)
        yield { start, end, message: 'A second speaker in this paragraph: begin a new one.' }
      before = key
    }
  },
}

function keyOf(speaker: Speaker): string {
  if ('person' in speaker) return `person ${speaker.person}`
  return 'name' in speaker ? `name ${speaker.name}` : `anonymous ${speaker.anonymous}`
}
