import type { Article } from '../analysis/article.ts'
import { type Span, spanAt } from '../analysis/span.ts'
import { weekdayOf } from '../analysis/times/calendar.ts'
import { cuesOf } from './cues.ts'
import { proseOf } from './prose.ts'
import type { Problem, Rule } from './rule.ts'
import { weekdayNames } from './weekdays.ts'

export const weekdayAfterDateline: Rule = {
  id: 'weekday-after-dateline',
  summary: 'Somebody "said on Thursday" in a story that is dated Wednesday.',
  reason:
    "What was said on the weekday after the story's day was said six days before, or the dateline was not moved on with the story. What the lead reports is seldom older than four days.",
  levels: { none: 'hint', reuters: 'information', ap: 'information', british: 'information' },
  examples: [
    {
      wrong: 'HALBURG, Feb 4, 2026 (Northwire) - The bridge will open in May, Mayor Ana Pell said on ⟦Thursday⟧.',
      right: 'HALBURG, Feb 4, 2026 (Northwire) - The bridge will open in May, Mayor Ana Pell said on Wednesday.',
    },
    {
      wrong: 'HALBURG, Feb 4, 2026 (Northwire) - The bridge is safe, Mayor Ana Pell said on ⟦Friday⟧.',
      right: 'HALBURG, Feb 4, 2026 (Northwire) - The bridge is safe, Mayor Ana Pell said on Tuesday.',
    },
    {
      wrong: 'HALBURG, Feb 4, 2026 (Northwire) - Ana Pell said on ⟦Thursday⟧ that the bridge was safe.',
      right: 'HALBURG, Feb 4, 2026 (Northwire) - Ana Pell said the bridge would open on Thursday.',
    },
  ],
  byParagraph: true,
  *check(article: Article): Iterable<Problem> {
    const { day, parts } = article.structure
    const own = day && weekdayOf(day)
    if (own === undefined) return
    const cues = cuesOf(article)
    const lead = parts.find(({ kind }) => kind === 'lead')
    for (const { start: offset, reading, firstToken: from } of proseOf(article)) {
      const oldest = lead && article.paragraphs[lead.paragraph].start === offset ? oldestInLead : oldestInText
      for (const { date, start, end, firstToken } of reading.times) {
        if (date?.form !== 'weekday' || firstToken < from || date.step !== 0 || date.ahead) continue
        if ((own - date.weekday + 7) % 7 <= oldest) continue
        if (reading.tokens.lower[firstToken - 1] !== 'on' || !isCue(cues, offset + reading.tokens.ends[firstToken - 2])) continue
        yield {
          start: offset + start,
          end: offset + end,
          message: `The story is dated ${weekdayNames[own]}: correct the weekday or the dateline.`,
        }
      }
    }
  },
}

/** In days. */
const oldestInLead = 4
const oldestInText = 5

/** Whether a past report ends at the offset: "said" before "on Thursday". */
function isCue(cues: readonly (Span & { readonly verb: string })[], end: number): boolean {
  const cue = spanAt(cues, end)
  return cue !== undefined && cue.end === end && pastVerbs.has(cue.verb)
}
const pastVerbs = new Set([
  'said',
  'announced',
  'added',
  'wrote',
  'confirmed',
  'reported',
  'warned',
  'stated',
  'tweeted',
  'declared',
])
