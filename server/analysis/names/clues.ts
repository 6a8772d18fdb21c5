import { reportingForms } from '../words/reporting-verbs.ts'
import { courtesyTitles, officeTitles } from '../words/titles.ts'

/** Titles that are as often names or plain words: Dean, Earl, Tan, "late". */
const unclear = new Set(
  'dean don earl tan m right late mark marshal sri private father mother brother sister count speaker'.split(' '),
)

/** Whether a word, in lower case and with or without its stop, is a title before a person's name. */
export function isTitle(lower: string): boolean {
  const word = lower.endsWith('.') ? lower.slice(0, -1) : lower
  return (courtesyTitles.has(word) || officeTitles.has(word)) && !unclear.has(word)
}

/** Whether a word, with or without its stop, is a title that nobody but people have. */
export const isCourtesyTitle = (lower: string): boolean => courtesyOnly.has(lower.endsWith('.') ? lower.slice(0, -1) : lower)

const courtesyOnly = new Set('mr mrs ms sir'.split(' '))

const placing = new Set('in near outside across around throughout inside'.split(' '))

/** Whether what comes after the word is mostly a place. */
export const isPlacedBy = (lower: string): boolean => placing.has(lower)

/** Whether the word is a form of a reporting verb in the past or present: said, told, denies. */
export function isReporting(lower: string): boolean {
  const form = reportingForms.get(lower)
  return form !== undefined && !lower.endsWith('ing')
}

const offices = new Set(
  'prime president foreign interior finance defence defense government parliament capital army constitution borders coast economy premier chancellor king queen monarchy electoral supreme constitutional central national public'.split(
    ' ',
  ),
)

/** Whether the word after a possessive ending is what a country or a town has: Norway's prime minister, its busiest port. */
export const isOfficeAfter = (lower: string): boolean => offices.has(lower) || (lower.length > 5 && lower.endsWith('est'))

const areas = new Set(
  'district province neighbourhood neighborhood county suburb peninsula river islands highlands airport harbour valley'.split(
    ' ',
  ),
)

/** Whether the word after a name says that it is a place: the Ben Aknoun district. */
export const isAreaAfter = (lower: string): boolean => areas.has(lower)

const christened = new Set('storm hurricane typhoon cyclone mv uss hms rms ferry frigate tanker trawler'.split(' '))

/** Whether the word before a name says that a storm or a ship bears it. */
export const isChristened = (lower: string): boolean => christened.has(lower)
