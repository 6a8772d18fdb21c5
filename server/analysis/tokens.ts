import {
  characterLength,
  isDigitAt,
  isJoinerAt,
  isLetterAt,
  isLetterOrDigitAt,
  isPlainLetter,
  isSpaceAt,
  isUpperAt,
} from './characters.ts'
import type { Mark, Marks } from './marks.ts'
import { labelEnd } from './tokens/labels.ts'
import { isDomainName, linkEnd } from './tokens/links.ts'
import { keepsStop } from './tokens/stops.ts'

/** What a token is. A possessive ending ('s, ') is a token of its own; `mark` is a quotation mark that quotes. */
export const TokenKind = { word: 0, number: 1, possessive: 2, punctuation: 3, mark: 4, symbol: 5 } as const
export type TokenKind = (typeof TokenKind)[keyof typeof TokenKind]

/** How a word is written; a set of bits. `innerCapital` is a capital after the first letter of a word that is not all capitals (McCain, iPhone). */
export const Shape = { capital: 1, allCapitals: 2, digit: 4, hyphen: 8, period: 16, apostrophe: 32, innerCapital: 64 } as const

/**
 * The tokens of one paragraph as columns, for speed: token `i` is `text.slice(starts[i], ends[i])`, offsets from the paragraph's start.
 * `words[i]` is the token as it is meant: a mangled or curly apostrophe inside a word has become a straight one (don"t is don't, O”Brien is O'Brien), soft hyphens and zero-width characters are gone;
 * `lower[i]` is the same in lower case. Hyphenated words (U.S.-backed) are one token; "U.S.", "Gen.", "a.m." and "J." keep their stops.
 * Web and e-mail addresses, @handles and #hashtags are one symbol; a bare domain name is a word.
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

/** Splits a paragraph into tokens. Never fails; every visible character belongs to exactly one token. Linear in the text. */
export function readTokens(text: string, marks: Marks): Tokens {
  const scan: Scan = {
    text,
    marks: marks.marks,
    labelEnd: labelEnd(text),
    nextMark: 0,
    count: 0,
    words: [],
    lower: [],
    word: newWord(),
  }
  let at = 0
  while (at < text.length) at = isBlankAt(text, at) ? at + 1 : readToken(scan, at)
  const { count, words, lower } = scan
  return {
    count,
    starts: room.starts.slice(0, count),
    ends: room.ends.slice(0, count),
    kinds: room.kinds.slice(0, count),
    shapes: room.shapes.slice(0, count),
    words,
    lower,
  }
}

function isBlankAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code === 32 || (code > 127 ? isSpaceAt(text, at) || isJoinerAt(text, at) : code >= 9 && code <= 13)
}

/** A paragraph on its way to tokens. */
interface Scan {
  readonly text: string
  readonly marks: readonly Mark[]
  /** Up to here hyphens end a label and tie no words. */
  readonly labelEnd: number
  nextMark: number
  count: number
  readonly words: string[]
  readonly lower: string[]
  /** The word that is being read; the same object for every word of the paragraph. */
  readonly word: WordScan
}

/** Where the columns of a paragraph are written before their length is known, used again for each. */
let room = makeRoom(1024)

function makeRoom(size: number) {
  return {
    starts: new Int32Array(size),
    ends: new Int32Array(size),
    kinds: new Uint8Array(size),
    shapes: new Uint8Array(size),
  }
}

/** The same with room for twice as many. */
function doubleRoom(): void {
  const { starts, ends, kinds, shapes } = room
  room = makeRoom(starts.length * 2)
  room.starts.set(starts)
  room.ends.set(ends)
  room.kinds.set(kinds)
  room.shapes.set(shapes)
}

const anyCapital = Shape.capital | Shape.allCapitals | Shape.innerCapital

/** Adds a token and gives its end. */
function add(scan: Scan, start: number, end: number, kind: TokenKind, word: string, shape: number): number {
  const at = scan.count++
  if (at === room.starts.length) doubleRoom()
  room.starts[at] = start
  room.ends[at] = end
  room.kinds[at] = kind
  room.shapes[at] = shape
  scan.words.push(word)
  scan.lower.push(shape & anyCapital ? word.toLowerCase() : word)
  return end
}

/** The mark at an offset; the offsets asked for never go back. */
function markAt(scan: Scan, offset: number): Mark | undefined {
  while (scan.nextMark < scan.marks.length && scan.marks[scan.nextMark].end <= offset) scan.nextMark++
  const mark = scan.marks[scan.nextMark]
  return mark && mark.start <= offset ? mark : undefined
}

/** Reads the token at an offset and gives its end. */
function readToken(scan: Scan, at: number): number {
  const { text } = scan
  const mark = markAt(scan, at)
  if (mark) {
    if (mark.role === 'opens' || mark.role === 'closes')
      return add(scan, at, mark.end, TokenKind.mark, text.slice(at, mark.end), 0)
    if (mark.role !== 'apostrophe') return add(scan, at, mark.end, TokenKind.symbol, text.slice(at, mark.end), 0)
    if (isPossessive(text, mark)) return addPossessive(scan, mark)
    return addWord(scan, at)
  }
  if (isLetterAt(text, at)) return addWord(scan, at)
  if (isDigitAt(text, at)) return addNumber(scan, at)
  const code = text.charCodeAt(at)
  if (code === 35 || code === 64) {
    const end = linkEnd(text, at) // #hashtag, @handle
    if (end > at) return add(scan, at, end, TokenKind.symbol, text.slice(at, end), 0)
  }
  const end = at + signLength(text, at)
  return add(scan, at, end, isPunctuation(code) ? TokenKind.punctuation : TokenKind.symbol, text.slice(at, end), 0)
}

function addPossessive(scan: Scan, mark: Mark): number {
  const next = scan.text[mark.end]
  const hasLetter = (next === 's' || next === 'S') && !isLetterOrDigitAt(scan.text, mark.end + 1)
  const word = hasLetter ? `'${next}` : "'"
  return add(scan, mark.start, hasLetter ? mark.end + 1 : mark.end, TokenKind.possessive, word, 0)
}

function addWord(scan: Scan, start: number): number {
  const { text } = scan
  const word = begin(scan.word, start)
  let end = start
  while (end < text.length) {
    end = lettersEnd(text, end, word)
    const code = text.charCodeAt(end)
    if (code === 32) break
    const next = inWord(scan, start, end, code, word)
    if (next === end) break
    end = next
  }
  if (isLinkSign(text, end)) {
    const link = linkEnd(text, start)
    if (link > end) return addLink(scan, start, link, word.shape)
  }
  if (end === start) end = start + 1
  let { shape } = word
  if (word.letters > 1 && word.capitals === word.letters) shape = (shape | Shape.allCapitals) & ~Shape.innerCapital
  const normal = word.from === start ? text.slice(start, end) : word.normal + text.slice(word.from, end)
  return add(scan, start, end, TokenKind.word, normal, shape)
}

/** The end of the letters from an offset on, counted into the word. */
function lettersEnd(text: string, start: number, word: WordScan): number {
  let end = start
  let { letters, capitals, shape } = word
  for (;;) {
    const code = text.charCodeAt(end)
    if (isPlainLetter(code) ? code < 97 : code > 127 && isUpperAt(text, end)) {
      capitals++
      shape |= letters === 0 ? Shape.capital : Shape.innerCapital
    } else if (!isPlainLetter(code) && !(code > 127 && isLetterAt(text, end))) break
    letters++
    end += code > 127 ? characterLength(text, end) : 1
  }
  word.letters = letters
  word.capitals = capitals
  word.shape = shape
  return end
}

/** A word on its way: `normal` holds what was read up to `from` as it is meant. */
interface WordScan {
  shape: number
  letters: number
  capitals: number
  normal: string
  from: number
}

const newWord = (): WordScan => ({ shape: 0, letters: 0, capitals: 0, normal: '', from: 0 })

function begin(word: WordScan, start: number): WordScan {
  word.shape = 0
  word.letters = 0
  word.capitals = 0
  word.normal = ''
  word.from = start
  return word
}

/** The offset after what stands inside a word at `end` and is no letter; `end` itself where the word ends. */
function inWord(scan: Scan, start: number, end: number, code: number, word: WordScan): number {
  const { text } = scan
  if (isDigitAt(text, end)) {
    word.shape |= Shape.digit
    return end + 1
  }
  if (code > 127 && isJoinerAt(text, end)) return skipJoiner(text, end, word)
  const mark = markAt(scan, end)
  if (mark) {
    if (mark.role !== 'apostrophe' || endsAtApostrophe(text, start, end, mark)) return end
    word.normal += `${text.slice(word.from, end)}'`
    word.shape |= Shape.apostrophe
    word.from = mark.end
    return mark.end
  }
  if (code === 45 || code === 0x2010 || code === 0x2011) {
    if (end === start || end < scan.labelEnd || !isLetterOrDigitAt(text, end + 1)) return end
    word.shape |= Shape.hyphen
    return end + 1
  }
  if (code === 46 && keepsStop(text, start, end)) {
    word.shape |= Shape.period
    return end + 1
  }
  const isAmpersand = code === 38 && end > start && isUpperAt(text, end - 1) && isLetterOrDigitAt(text, end + 1) // AT&T, R&D
  return isAmpersand ? end + 1 : end
}

/** The soft hyphen and zero-width characters leave no trace in the word as it is meant; a combining mark does. */
function skipJoiner(text: string, at: number, word: WordScan): number {
  const code = text.charCodeAt(at)
  if (code === 0xad || code === 0x200b || code === 0x2060) {
    word.normal += text.slice(word.from, at)
    word.from = at + 1
  }
  return at + 1
}

/** A possessive ending is a token of its own; an apostrophe before nothing ends the word, save that of 'n'. */
function endsAtApostrophe(text: string, start: number, end: number, mark: Mark): boolean {
  if (end === start) return !isLetterOrDigitAt(text, mark.end)
  if (end - start === 2 && !isLetterAt(text, start) && /n/i.test(text[start + 1])) return false
  return isPossessive(text, mark) || !isLetterOrDigitAt(text, mark.end)
}

const isLinkSign = (text: string, end: number) => {
  const code = text.charCodeAt(end)
  if (code === 32) return false
  if (code === 46 || code === 64 || code === 95) return isLetterOrDigitAt(text, end + 1)
  return code === 58 && text.startsWith('//', end + 1)
}

function addLink(scan: Scan, start: number, end: number, shape: number): number {
  const kind = isDomainName(scan.text, start, end) ? TokenKind.word : TokenKind.symbol
  return add(scan, start, end, kind, scan.text.slice(start, end), shape)
}

/** 1,000.5 and 10:30 are one number, and so is what hangs on it: 20th, 1990s, 38-year-old. */
function addNumber(scan: Scan, start: number): number {
  const { text } = scan
  let end = start
  while (isDigitAt(text, end) || (isNumberSign(text.charCodeAt(end)) && isDigitAt(text, end + 1))) end++
  let shape: number = Shape.digit
  while (end < text.length) {
    if (isLetterAt(text, end)) end += characterLength(text, end)
    else if (isDigitAt(text, end) && isLetterOrDigitAt(text, end - 1)) end++
    else if (text[end] === '-' && end >= scan.labelEnd && isLetterAt(text, end + 1)) {
      shape |= Shape.hyphen
      end++
    } else if (text[end] === '.' && isLetterOrDigitAt(text, end + 1) && isLetterAt(text, end - 1)) end++
    else if (text[end] === '-' && (shape & Shape.hyphen) !== 0 && isLetterOrDigitAt(text, end + 1)) end++
    else break
  }
  return add(scan, start, end, TokenKind.number, text.slice(start, end), shape)
}

const isNumberSign = (code: number) => code === 44 || code === 46 || code === 58

/** Whether the apostrophe ends the word before it: Kyiv's, the players', the U.S.'s. */
function isPossessive(text: string, mark: Mark): boolean {
  if (mark.start === 0 || !(isLetterOrDigitAt(text, mark.start - 1) || endsStopWord(text, mark.start))) return false
  const next = text[mark.end]
  if ((next === 's' || next === 'S') && !isLetterOrDigitAt(text, mark.end + 1)) return true
  return !isLetterOrDigitAt(text, mark.end)
}

const endsStopWord = (text: string, at: number) => '.)"”’\''.includes(text[at - 1])

/** Stops and hyphens in a row are one token: an ellipsis, a dash. */
function signLength(text: string, at: number): number {
  const code = text.charCodeAt(at)
  if (code !== 46 && code !== 45) return characterLength(text, at)
  let end = at
  while (text.charCodeAt(end) === code) end++
  return end - at
}

const isPunctuation = (code: number) =>
  code < 127 ? ',.;:!?()[]{}-/'.includes(String.fromCharCode(code)) : code === 0x2013 || code === 0x2014 || code === 0x2026
