import { isDigitAt, isLetterAt } from '../characters.ts'
import { elisions, functionWords } from '../words/elisions.ts'
import { familyOf, Glyph, type WrittenMark } from './glyphs.ts'
import { Beside, type Surroundings } from './surroundings.ts'

/** The roles as columns of the cost table. */
export const Role = { opens: 0, closes: 1, apostrophe: 2, prime: 3, other: 4 } as const
export type Role = (typeof Role)[keyof typeof Role]

/** Dearer than any reading that makes sense. */
const never = 40

// What a glyph is by itself, in the order of Role.
const byGlyph: readonly (readonly number[])[] = [
  [0, 0, 0, 0, 6], // "
  [0, 5, 3.5, 6, 6], // “
  [4.5, 0, 1, 1, 6], // ”
  [0, 7, 7, 9, 6], // „
  [0, 4, 9, 9, 6], // ``
  [0.5, 0.2, 5, 0.3, 2], // ''
  [1, 0.5, 0, 0, 5.4], // '
  [0.3, 4, 1.5, 5, 5], // ‘
  [4.5, 0.3, 0, 0.5, 5], // ’
  [0.5, 7, 7, 9, 3], // ‚
  [1, 2, 1, 5, 4], // `
  [4, 0.5, 0, 1, 4], // ´
  [0, 1, never, never, 2.5], // «
  [1, 0, never, never, 2.5], // »
  [0, 1, never, never, 2.5], // ‹
  [1, 0, never, never, 2.5], // ›
  [0.3, 0.3, 0, 9, 1], // ? and U+FFFD
]

// In the order of Beside: edge space letter digit stop colon openBracket closeBracket dash hyphen ellipsis slash symbol.
const opensLeft = [0, 0, 7, 7, 4.5, 2.5, 0, 5, 0.3, 1.5, 1, 0.5, 1.5]
const opensRight = [8, 4, 0, 0.2, 6, 6, 0.2, 7, 1.5, 2, 0.3, 3, 0.3]
const closesLeft = [9, 4.5, 0.3, 0.5, 0, 2.5, 6, 0.3, 0.8, 1, 0, 2.5, 0.5]
const doubledWithoutStop = 4.5
const closesRight = [0, 0, 5, 5, 0, 0, 2.5, 0, 0.2, 0.3, 0.5, 0.3, 2]

/** What each role of a mark costs by its surroundings alone, in the order of Role, written to `costs` at `at`. */
export function writeCosts(text: string, mark: WrittenMark, around: Surroundings, costs: Float64Array, at: number): void {
  const base = byGlyph[mark.glyph]
  const spaced = familyOf[mark.glyph] === 2 || familyOf[mark.glyph] === 3 // « mot »
  const isEmpty = isEmptyPair(mark, around)
  costs[at + Role.opens] = base[0] + opensLeft[around.left]
  if (isEmpty) costs[at + Role.opens] += 1.5
  else if (!spaced || around.right !== Beside.space) costs[at + Role.opens] += opensRight[around.right]
  costs[at + Role.closes] = base[1] + closesRight[around.right]
  if (isEmpty) costs[at + Role.closes] += 1.5
  else if (!spaced || around.left !== Beside.space) costs[at + Role.closes] += closesLeft[around.left]
  if (around.left === Beside.letter && around.right === Beside.letter && isContractionEnding(text, mark.end))
    costs[at + Role.closes] += 4
  if (isLoneN(text, mark.end)) costs[at + Role.opens] += 3
  if (isLoneN(text, mark.start - 1)) costs[at + Role.closes] += 3
  if (familyOf[mark.glyph] === 1 && beginsSpeech(text, mark)) costs[at + Role.opens] -= base[0]
  // Without a stop before it, '' is the italics of a wiki rather than a mark.
  if (mark.glyph === Glyph.doubledSingle && around.left !== Beside.stop) costs[at + Role.closes] += doubledWithoutStop
  costs[at + Role.apostrophe] = base[2] + apostropheCost(text, mark, around)
  costs[at + Role.prime] = base[3] + primeCost(text, mark, around)
  costs[at + Role.other] = base[4]
}

/** A capital behind the mark and a stop, comma or colon before its space. */
const beginsSpeech = (text: string, mark: WrittenMark) =>
  /^[.,:!?] ["'‘’]\p{Lu}/u.test(text.slice(Math.max(0, mark.start - 2), mark.start + 3))

/** "" with nothing in it, and nothing but spaces beside it. */
function isEmptyPair(mark: WrittenMark, around: Surroundings): boolean {
  const size = mark.end - mark.start
  return around.left <= Beside.space && around.right <= Beside.space && around.after - around.before === 2 * size + 1
}

function apostropheCost(text: string, mark: WrittenMark, around: Surroundings): number {
  const isDouble = familyOf[mark.glyph] === 0
  if (around.right === Beside.letter && around.after === mark.end) {
    const isEnding = isContractionEnding(text, mark.end)
    if (around.left === Beside.letter) {
      if (isEnding || isNamePrefix(text, mark.start)) return isDouble ? 1.2 : 0
      return isDouble ? 3 : 0.6
    }
    if (isEnding && takesPossessive(text, mark, around)) return isDouble ? 1.5 : 0.3
    if (isLoneN(text, mark.end)) return 0
    if (elisions.has(wordAt(text, mark.end))) return isDouble ? 3.2 : 0.3
    return isDouble ? 9 : 6
  }
  if (around.right === Beside.digit && around.left !== Beside.letter && around.left !== Beside.digit)
    return isYear(text, mark.end) ? (isDouble ? 2.8 : 0.5) : 8
  if (around.left === Beside.letter || (text[around.before] === '.' && isLetterAt(text, around.before - 1)))
    return (isDouble && !isLoneN(text, around.before) ? 2 : 0) + afterWordCost(text, mark, around)
  return isDouble ? 12 : 8
}

/** A mark at a word's end: the players' union, goin' home, rock 'n' roll. */
function afterWordCost(text: string, mark: WrittenMark, around: Surroundings): number {
  if (around.before !== mark.start - 1) return 6
  const last = text[around.before]
  const before = text[around.before - 1] ?? ''
  if (isLoneN(text, around.before)) return 0
  if (familyOf[mark.glyph] === 4) return 5
  let cost = 3.5
  if (/[sSzZxX]/.test(last)) cost = 1
  else if (last === '.') cost = 2.5
  else if (/[nN]/.test(last) && /[iI]/.test(before)) cost = 2
  if (around.right !== Beside.space) return cost + (around.right === Beside.closeBracket ? 0.8 : 1.8)
  const isQuoted = /["'“‘]/.test(text[mark.end + 1] ?? '') // the players' "friends"
  const next = wordAt(text, mark.end + (isQuoted ? 2 : 1))
  if (next === '') return cost + (isDigitAt(text, mark.end + 1) ? 0 : 2.5)
  return functionWords.has(next) ? cost + 1.5 : cost
}

/** The n of rock 'n' roll, with a mark on both sides and words around them. */
const isLoneN = (text: string, at: number) => /^\p{L} ["'‘’“”][nN]["'‘’“”] \p{L}/u.test(text.slice(Math.max(0, at - 3), at + 4))

/** s, t, re, ve, ll, d, m and then no letter. */
function isContractionEnding(text: string, at: number): boolean {
  const end = wordEnd(text, at, 3)
  if (end - at === 1) return 'stdmSTDM'.includes(text[at])
  return end - at === 2 && /^(?:re|ve|ll)$/i.test(text.slice(at, end))
}

/** O'Brien, D'Angelo, d'Escoto, L'Aquila, M'Bow, N'Djamena. */
const isNamePrefix = (text: string, at: number) => !isLetterAt(text, at - 2) && /[oOdDlLmMnN]/.test(text[at - 1])

/** 1990's, the U.S.'s, the (CIA)'s, "Hamlet"'s. */
function takesPossessive(text: string, mark: WrittenMark, around: Surroundings): boolean {
  if (around.before !== mark.start - 1) return around.left !== Beside.space && around.left !== Beside.edge
  if (around.left === Beside.stop) return text[around.before] === '.' && isLetterAt(text, around.before - 1)
  return around.left === Beside.digit || around.left === Beside.closeBracket || around.left === Beside.symbol
}

/** '90s, '68 */
const isYear = (text: string, at: number) =>
  isDigitAt(text, at + 1) && !isDigitAt(text, at + 2) && !/^[.,:]\d|^%/.test(text.slice(at + 2, at + 4))

function primeCost(text: string, mark: WrittenMark, around: Surroundings): number {
  if (around.left !== Beside.digit || around.before !== mark.start - 1) return never
  if (familyOf[mark.glyph] === 4) return never
  const isDouble = familyOf[mark.glyph] === 0
  if (!isDouble) return around.right === Beside.digit ? 0.2 : around.right === Beside.letter ? 3 : 1.8
  const before = text.slice(Math.max(0, mark.start - 12), mark.start)
  if (/\d['’′´]\s?\d{1,2}(?:\.\d+)?$|\d\s?(?:ft|foot|feet)\.?\s?\d{1,2}(?:\.\d+)?$/.test(before)) return 0.1
  if (around.right === Beside.letter || around.right === Beside.digit) return 5
  const cost = /^\s?[x×]\s?\d/.test(text.slice(mark.end, mark.end + 4))
    ? 0.8
    : around.right === Beside.space || around.right === Beside.hyphen
      ? 2
      : 3
  return /\d{3}$/.test(before) ? cost + 3 : cost
}

/** The end of the letters from an offset on, looking at most `most` letters far. */
function wordEnd(text: string, at: number, most: number): number {
  let end = at
  while (end - at < most && isLetterAt(text, end)) end++
  return end
}

/** The word that begins at an offset in lower case, at most nine letters of it; empty where none does. */
function wordAt(text: string, at: number): string {
  return text.slice(at, wordEnd(text, at, 9)).toLowerCase()
}
