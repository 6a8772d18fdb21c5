import { reportingForms } from '../words/reporting-verbs.ts'
import { courtesyTitles, officeTitles } from '../words/titles.ts'
import type { Pieces } from './pieces.ts'

/** Titles that are as often names or plain words: Dean, Earl, Tan, "late". */
const unclear = new Set(
  'dean don earl tan m right late mark marshal sri private father mother brother sister count speaker'.split(' '),
)

/** Whether a word, in lower case and with or without its stop, is a title before a person's name. */
export function isTitle(lower: string): boolean {
  const word = lower.endsWith('.') ? lower.slice(0, -1) : lower
  return (courtesyTitles.has(word) || officeTitles.has(word)) && !unclear.has(word)
}

const placing = new Set('in near outside across around throughout inside'.split(' '))

/** Whether what comes after the word is mostly a place. */
export const isPlacedBy = (lower: string): boolean => placing.has(lower)

/** Whether the word is a form of a reporting verb in the past or present: said, told, denies. */
export function isReporting(lower: string): boolean {
  const form = reportingForms.get(lower)
  return form !== undefined && !lower.endsWith('ing')
}

const offices = new Set(
  'prime president foreign interior finance defence defense government parliament capital army constitution borders coast economy premier chancellor king queen monarchy electoral supreme constitutional central'.split(
    ' ',
  ),
)

/** Whether the word after a possessive ending is what a country has: Norway's prime minister. */
export const isOfficeAfter = ({ lower }: Pieces, i: number): boolean => offices.has(lower[i])
