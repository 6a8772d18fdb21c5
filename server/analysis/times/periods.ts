import type { Tokens } from '../tokens.ts'
import { months } from '../words/months.ts'
import { yearAt } from './dates.ts'
import { type Found, reference } from './value.ts'

const seasons = new Set(['spring', 'summer', 'autumn', 'winter'])
const ordinals = new Set(['first', 'second', 'third', 'fourth', 'final'])
const holidays: ReadonlyMap<string, { month: number; day: number }> = new Map([['christmas', { month: 12, day: 25 }]])

/** "the third quarter of 2019", "the first half", "summer 2009", "Christmas Day", "the spring", "19th century". */
export function periodAt(tokens: Tokens, i: number): Found | undefined {
  const at = tokens.lower[i] === 'the' ? i + 1 : i
  const word = tokens.lower[at]
  if (word === undefined) return undefined
  const holiday = holidays.get(word)
  if (holiday && (tokens.lower[at + 1] === 'day' || tokens.lower[at + 1] === 'eve'))
    return reference({ form: 'day', day: tokens.lower[at + 1] === 'eve' ? { month: 12, day: 24 } : holiday }, at + 2)
  const next = tokens.lower[at + 1]
  if (/^q[1-4]$/.test(word)) return reference({ form: 'vague' }, ofYearEnd(tokens, at + 1))
  if (ordinals.has(word) && (next === 'quarter' || (next === 'half' && ofYearEnd(tokens, at + 2) > at + 2)))
    return reference({ form: 'vague' }, ofYearEnd(tokens, at + 2))
  if (next === 'century' && /^\d\d?(?:st|nd|rd|th)$/.test(word)) return century(Number.parseInt(word, 10), at + 2)
  const end = ofYearEnd(tokens, at + 1)
  return seasons.has(word) && (end > at + 1 || (at > i && tokens.lower[i - 1] === 'in'))
    ? reference({ form: 'vague' }, end)
    : undefined
}

const century = (number: number, end: number) => reference({ form: 'years', from: (number - 1) * 100 + 1, to: number * 100 }, end)

/** "of 2019", "2019", "of this year". */
function ofYearEnd(tokens: Tokens, i: number): number {
  const at = tokens.lower[i] === 'of' ? i + 1 : i
  if (yearAt(tokens, at) !== undefined) return at + 1
  return at > i &&
    (tokens.lower[at] === 'this' || tokens.lower[at] === 'last' || tokens.lower[at] === 'next') &&
    tokens.lower[at + 1] === 'year'
    ? at + 2
    : i
}

/** "mid-2009", "end-2026", "mid-June". */
export function compoundYearAt(tokens: Tokens, i: number): Found | undefined {
  const word = tokens.lower[i]
  const hyphen = word.indexOf('-')
  if (hyphen < 0 || !edgeParts.has(word.slice(0, hyphen))) return undefined
  const rest = word.slice(hyphen + 1)
  if (/^(?:1[89]|20)\d\d$/.test(rest)) return reference({ form: 'years', from: Number(rest), to: Number(rest) }, i + 1)
  if (/^(?:1[89]|20)\d0s$/.test(rest))
    return reference({ form: 'years', from: Number.parseInt(rest, 10), to: Number.parseInt(rest, 10) + 9 }, i + 1)
  const month = months.get(rest)
  if (month === undefined || tokens.words[i] === word) return undefined
  const year = yearAt(tokens, i + 1)
  return reference({ form: 'month', month, ...(year !== undefined && { year }) }, year === undefined ? i + 1 : i + 2)
}
const edgeParts = new Set(['mid', 'end', 'early', 'late', 'pre', 'post'])
