import type { Mark, Marks } from './marks.ts'
import { abbreviations } from './words/abbreviations.ts'

/** What a token is. A possessive ending ('s, ') is a token of its own; `mark` is a quotation mark that quotes. */
export const TokenKind = { word: 0, number: 1, possessive: 2, punctuation: 3, mark: 4, symbol: 5 } as const
export type TokenKind = (typeof TokenKind)[keyof typeof TokenKind]

/** How a word is written; a set of bits. `innerCapital` is a capital after the first letter of a word that is not all capitals (McCain, iPhone). */
export const Shape = { capital: 1, allCapitals: 2, digit: 4, hyphen: 8, period: 16, apostrophe: 32, innerCapital: 64 } as const

/**
 * The tokens of one paragraph as columns, for speed: token `i` is `text.slice(starts[i], ends[i])`, offsets from the paragraph's start.
 * `words[i]` is the token as it is meant: a mangled or curly apostrophe inside a word has become a straight one (don"t is don't, O”Brien is O'Brien);
 * `lower[i]` is the same in lower case. Hyphenated words (U.S.-backed) are one token; "U.S.", "Gen.", "a.m." and "J." keep their stops.
 */
export interface Tokens {
  readonly count: number
  readonly starts: Int32Array
  readonly ends: Int32Array
  readonly kinds: Uint8Array
  readonly shapes: Uint8Array
  readonly words: readonly string[]
  readonly lower: readonly string[]
}

const letter = /\p{L}/u
const combining = /[\p{M}\u200c\u200d]/u
const digit = /\p{Nd}/u
const upper = /\p{Lu}/u

/** Splits a paragraph into tokens. Never fails; every character that is no white space belongs to exactly one token. Linear in the text. */
export function readTokens(text: string, marks: Marks): Tokens {
  const starts: number[] = []
  const ends: number[] = []
  const kinds: number[] = []
  const shapes: number[] = []
  const words: string[] = []
  const lower: string[] = []
  let nextMark = 0

  const add = (start: number, end: number, kind: TokenKind, word: string, shape: number) => {
    starts.push(start)
    ends.push(end)
    kinds.push(kind)
    shapes.push(shape)
    words.push(word)
    lower.push(shape & (Shape.capital | Shape.allCapitals | Shape.innerCapital) ? word.toLowerCase() : word)
  }
  const markAt = (offset: number): Mark | undefined => {
    while (nextMark < marks.marks.length && marks.marks[nextMark].end <= offset) nextMark++
    const mark = marks.marks[nextMark]
    return mark && mark.start <= offset ? mark : undefined
  }

  let at = 0
  while (at < text.length) {
    const code = text.charCodeAt(at)
    if (isSpace(code)) {
      at++
      continue
    }
    const mark = markAt(at)
    if (mark && mark.role !== 'apostrophe') {
      add(
        at,
        mark.end,
        mark.role === 'opens' || mark.role === 'closes' ? TokenKind.mark : TokenKind.symbol,
        text.slice(at, mark.end),
        0,
      )
      at = mark.end
      continue
    }
    if (mark && isPossessive(text, mark)) {
      const end = possessiveEnd(text, mark)
      add(at, end, TokenKind.possessive, text[mark.end] === 'S' ? "'S" : end > mark.end ? "'s" : "'", 0)
      at = end
      continue
    }
    if (isLetter(code, text, at) || mark) {
      at = addWord(at)
      continue
    }
    if (isDigit(code, text, at)) {
      at = addNumber(at)
      continue
    }
    const end = at + symbolLength(text, at)
    add(at, end, isPunctuation(code) ? TokenKind.punctuation : TokenKind.symbol, text.slice(at, end), 0)
    at = end
  }

  return {
    count: starts.length,
    starts: Int32Array.from(starts),
    ends: Int32Array.from(ends),
    kinds: Uint8Array.from(kinds),
    shapes: Uint8Array.from(shapes),
    words,
    lower,
  }

  function addWord(start: number): number {
    let end = start
    let shape = 0
    let letters = 0
    let capitals = 0
    let normal = ''
    let from = start
    while (end < text.length) {
      const code = text.charCodeAt(end)
      if (isLetter(code, text, end)) {
        const size = isHighSurrogate(code) ? 2 : 1
        if (isUpper(code, text, end)) {
          capitals++
          if (letters === 0) shape |= Shape.capital
          else shape |= Shape.innerCapital
        }
        letters++
        end += size
        continue
      }
      if (isDigit(code, text, end)) {
        shape |= Shape.digit
        end++
        continue
      }
      if (code > 127 && combining.test(text[end])) {
        end++
        continue
      }
      const mark = markAt(end)
      if (mark) {
        if (mark.role !== 'apostrophe') break
        if (isPossessive(text, mark) && end > start) break
        if (!isWordCode(text, mark.end)) break
        normal += `${text.slice(from, end)}'`
        shape |= Shape.apostrophe
        end = mark.end
        from = end
        continue
      }
      if ((code === 45 || code === 0x2010 || code === 0x2011) && end > start && isWordCode(text, end + 1)) {
        shape |= Shape.hyphen
        end++
        continue
      }
      if (code === 46 && keepsStop(text, start, end)) {
        shape |= Shape.period
        end++
        continue
      }
      if (code === 38 && end > start && isUpper(text.charCodeAt(end - 1), text, end - 1) && isWordCode(text, end + 1)) {
        end++ // AT&T, R&D
        continue
      }
      break
    }
    if (end === start) end = start + 1
    normal += text.slice(from, end)
    if (letters > 1 && capitals === letters) shape = (shape | Shape.allCapitals) & ~Shape.innerCapital
    add(start, end, TokenKind.word, normal, shape)
    return end
  }

  function addNumber(start: number): number {
    let end = start
    while (end < text.length) {
      const code = text.charCodeAt(end)
      if (isDigit(code, text, end)) end++
      else if ((code === 44 || code === 46 || code === 58) && isDigit(text.charCodeAt(end + 1), text, end + 1) && end > start)
        end++
      else break
    }
    if (isLetter(text.charCodeAt(end), text, end) || (text[end] === '-' && isLetter(text.charCodeAt(end + 1), text, end + 1))) {
      let tail = end // 20th, 1990s, 38-year-old, 5G
      while (
        tail < text.length &&
        (isWordCode(text, tail) || ((text[tail] === '-' || text[tail] === '.') && isWordCode(text, tail + 1)))
      )
        tail++
      add(
        start,
        tail,
        TokenKind.number,
        text.slice(start, tail),
        Shape.digit | (text.slice(start, tail).includes('-') ? Shape.hyphen : 0),
      )
      return tail
    }
    add(start, end, TokenKind.number, text.slice(start, end), Shape.digit)
    return end
  }
}

/** Whether a full stop at `end` belongs to the word that began at `start`: an initial, letters with stops (U.S., a.m.), a known abbreviation. */
function keepsStop(text: string, start: number, end: number): boolean {
  if (end === start) return false
  let from = end
  while (from > start && isWordCode(text, from - 1)) from--
  const length = end - from
  const nextIsLetter = isWordCode(text, end + 1)
  if (length === 1) {
    if (nextIsLetter) return !/\d/.test(text[from])
    if (from > start && text[from - 1] === '.') return true // the last stop of U.S.
    return upper.test(text[from]) && from === start && text[from] !== 'I' // J. ; "I." ends a sentence
  }
  if (from !== start) return false
  if (nextIsLetter) return length <= 3 && /^(Ph|co|com|net|org|gov)$/i.test(text.slice(from, end)) // Ph.D
  return length <= 6 && abbreviations.has(text.slice(from, end).toLowerCase())
}

function isPossessive(text: string, mark: Mark): boolean {
  if (mark.role !== 'apostrophe' || mark.start === 0 || !isWordCode(text, mark.start - 1)) {
    if (!(mark.role === 'apostrophe' && text[mark.start - 1] === '.')) return false
  }
  const next = text[mark.end]
  if ((next === 's' || next === 'S') && !isWordCode(text, mark.end + 1)) return true
  return !isWordCode(text, mark.end)
}

function possessiveEnd(text: string, mark: Mark): number {
  const next = text[mark.end]
  return (next === 's' || next === 'S') && !isWordCode(text, mark.end + 1) ? mark.end + 1 : mark.end
}

function symbolLength(text: string, at: number): number {
  const code = text.charCodeAt(at)
  if (code === 46) {
    let end = at
    while (text.charCodeAt(end) === 46) end++
    return end - at
  }
  if (code === 45) {
    let end = at
    while (text.charCodeAt(end) === 45) end++
    return end - at
  }
  return isHighSurrogate(code) && at + 1 < text.length ? 2 : 1
}

const isSpace = (code: number) =>
  code === 32 ||
  (code >= 9 && code <= 13) ||
  code === 0xa0 ||
  (code >= 0x2000 && code <= 0x200a) ||
  code === 0x202f ||
  code === 0x3000 ||
  code === 0x2028 ||
  code === 0x2029 ||
  code === 0xfeff
const isHighSurrogate = (code: number) => code >= 0xd800 && code < 0xdc00
const isPunctuation = (code: number) =>
  code < 127 ? ',.;:!?()[]{}-/'.includes(String.fromCharCode(code)) : code === 0x2013 || code === 0x2014 || code === 0x2026

function isLetter(code: number, text: string, at: number): boolean {
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90)
  return letter.test(isHighSurrogate(code) ? text.slice(at, at + 2) : (text[at] ?? ''))
}
function isUpper(code: number, text: string, at: number): boolean {
  if (code < 128) return code >= 65 && code <= 90
  return upper.test(isHighSurrogate(code) ? text.slice(at, at + 2) : (text[at] ?? ''))
}
function isDigit(code: number, text: string, at: number): boolean {
  if (code < 128) return code >= 48 && code <= 57
  return digit.test(text[at] ?? '')
}
function isWordCode(text: string, at: number): boolean {
  if (at < 0 || at >= text.length) return false
  const code = text.charCodeAt(at)
  return isLetter(code, text, at) || isDigit(code, text, at)
}
