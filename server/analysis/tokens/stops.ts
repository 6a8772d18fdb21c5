import { isDigitAt, isLetterAt, isLetterOrDigitAt, isSpaceAt, isUpperAt } from '../characters.ts'
import { abbreviations, capitalAbbreviations, lettersAfter, openers } from '../words/abbreviations.ts'

/** Whether the full stop at `stop` belongs to the word that began at `start`: an initial, letters with stops (U.S., a.m.), a known abbreviation. */
export function keepsStop(text: string, start: number, stop: number): boolean {
  let from = stop
  while (from > start && isLetterOrDigitAt(text, from - 1)) from--
  if (from === stop) return false
  if (stop - from === 1) return keepsStopAfterLetter(text, start, from, stop)
  if (from !== start || stop - from > 6) return false
  if (isLetterAt(text, stop + 1)) return stop - from === 2 && text.slice(from, stop) === 'Ph' // Ph.D.
  const word = text.slice(from, stop)
  const lower = word.toLowerCase()
  if (lower === 'no' || lower === 'nos') return isDigitAt(text, nextCharacter(text, stop + 1))
  return abbreviations.has(lower) || (capitalAbbreviations.has(lower) && isUpperAt(text, from))
}

function keepsStopAfterLetter(text: string, start: number, from: number, stop: number): boolean {
  if (!isLetterAt(text, from)) return false
  if (isLetterAt(text, stop + 1)) return true // U.S, J.K
  if (from > start) return text[from - 1] === '.' // the last stop of U.S.
  return isUpperAt(text, from) && text[from] !== 'I' && isInitial(text, from, stop)
}

/** "J. Smith", but neither "on X." at the end, nor "wrote on X. Then", "Vitamin C. Smith said". */
function isInitial(text: string, from: number, stop: number): boolean {
  const next = nextCharacter(text, stop + 1)
  if (next >= text.length || !isUpperAt(text, next)) return next < text.length && ',;:'.includes(text[next])
  if (openers.has(wordAfter(text, next))) return false
  const before = wordBefore(text, from)
  return !(lettersAfter.has(before) || (text[from] === 'X' && (before === 'on' || before === 'to' || before === 'via')))
}

function nextCharacter(text: string, from: number): number {
  let at = from
  while (isSpaceAt(text, at)) at++
  return at
}

function wordAfter(text: string, from: number): string {
  let end = from
  while (end - from < 12 && isLetterAt(text, end)) end++
  return text.slice(from, end).toLowerCase()
}

function wordBefore(text: string, at: number): string {
  if (!isSpaceAt(text, at - 1)) return ''
  let from = at - 1
  while (at - from < 14 && isLetterAt(text, from - 1)) from--
  return text.slice(from, at - 1).toLowerCase()
}
