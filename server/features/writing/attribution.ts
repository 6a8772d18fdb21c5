import type { Article } from '../../analysis/article.ts'
import { overlaps } from '../../analysis/span.ts'
import { weekdayOf } from '../../analysis/times/calendar.ts'
import type { Offer } from './offer.ts'

const weekdays = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ')

/** "said on Wednesday", by the story's day, once "sa" is typed behind a name, a pronoun or a closing mark; undefined elsewhere. */
export function attributionsFor(article: Article, line: string, typed: string): readonly Offer[] | undefined {
  const before = line.slice(0, line.length - typed.length)
  const isVerb = typed.length >= 2 && 'said'.startsWith(typed)
  if (!isVerb && !(typed.length >= 2 && / said on $/.test(before))) return undefined
  const weekday = weekdayOfStory(article)
  if (weekday === undefined) return undefined
  if (!isVerb)
    return weekday.startsWith(typed) && weekday !== typed ? [{ text: weekday, detail: 'the day of the story' }] : undefined
  return followsSpeaker(article, before) ? [{ text: `said on ${weekday}` }] : undefined
}

/** Whether what stands before the verb can have said something: a closing mark, a pronoun, a name that the story knows. */
function followsSpeaker({ names, text }: Article, before: string): boolean {
  if (/(?:[,?!.]["”’']|\b(?:he|she|they))\s$/i.test(before)) return true
  const word = /(\p{Lu}[\p{L}\p{M}\p{N}'’-]*)\s$/u.exec(before)?.[1]
  return (
    word !== undefined &&
    names.some(({ kind, end }) => (kind === 'person' || kind === 'organization') && text.endsWith(word, end))
  )
}

/** The weekday of the dateline; where the dateline has no year, the one that the lead gives. */
function weekdayOfStory({ structure, paragraphs }: Article): string | undefined {
  const own = structure.day && weekdayOf(structure.day)
  if (own !== undefined) return weekdays[own]
  const lead = structure.parts.find(({ kind }) => kind === 'lead')
  if (!lead) return undefined
  const { start, reading } = paragraphs[lead.paragraph]
  const within = { start: lead.start - start, end: lead.end - start }
  for (const time of reading.times)
    if (time.date?.form === 'weekday' && time.date.step === 0 && !time.date.ahead && overlaps(time, within))
      return weekdays[time.date.weekday]
  return undefined
}
