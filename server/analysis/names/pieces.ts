import type { Sentence } from '../sentences.ts'
import { Shape, TokenKind, type Tokens } from '../tokens.ts'
import { hashPart, hashWord } from './hash.ts'
import { Known, type Lexicon } from './lexicon.ts'

/** How a whole paragraph is written: `capitals` for a crosshead in capitals, `title` for a headline With Capitals Like This, `line` for one without a full stop. */
export const Writing = { text: 0, line: 1, title: 2, capitals: 3 } as const
export type Writing = (typeof Writing)[keyof typeof Writing]

/**
 * What the tagger labels, as columns: the tokens of a paragraph, of which those that hold a name and more have been taken apart (U.S.|-backed, anti-|American,
 * Israeli|-|Palestinian). Piece `i` is `text.slice(starts[i], ends[i])` and belongs to token `tokens[i]`; `hashes[i]` is that of its lower-case form.
 */
export interface Pieces {
  readonly count: number
  readonly writing: Writing
  readonly starts: Int32Array
  readonly ends: Int32Array
  readonly tokens: Int32Array
  readonly kinds: Uint8Array
  readonly shapes: Uint8Array
  readonly hashes: Int32Array
  /** 1 where a sentence begins. */
  readonly initial: Uint8Array
  /** The lower-case form of each piece. */
  readonly lower: readonly string[]
}

/** A mark, whichever way it is typed. */
const markHash = hashWord('"')
const possessiveHash = hashWord("'s")

/** Takes a paragraph's tokens apart where a name ends within one. */
export function readPieces(tokens: Tokens, sentences: readonly Sentence[], lexicon: Lexicon): Pieces {
  const cuts = new Map<number, number>()
  for (let i = 0; i < tokens.count; i++) {
    if (!(tokens.shapes[i] & Shape.hyphen) || tokens.words[i].length !== tokens.ends[i] - tokens.starts[i]) continue
    const cut = cutAt(tokens, i, lexicon)
    if (cut > 0) cuts.set(i, cut)
  }
  return cuts.size === 0 ? wholePieces(tokens, sentences) : cutPieces(tokens, sentences, cuts)
}

/** The tokens as they are, whose columns serve for both. */
function wholePieces(tokens: Tokens, sentences: readonly Sentence[]): Pieces {
  const { count, starts, ends, kinds, shapes, lower } = tokens
  const hashes = new Int32Array(count)
  for (let i = 0; i < count; i++) hashes[i] = hashToken(tokens, i)
  const initial = new Uint8Array(count)
  for (const sentence of sentences) initial[firstWord(tokens, sentence)] = 1
  return { count, writing: writingOf(tokens), starts, ends, tokens: numbersUpTo(count), kinds, shapes, hashes, initial, lower }
}

let numbers = new Int32Array(0)

/** The numbers from 0 up to `count`: all paragraphs share one table of them. */
function numbersUpTo(count: number): Int32Array {
  if (numbers.length < count) numbers = new Int32Array(Math.max(count * 2, 256)).map((_, i) => i)
  return numbers.subarray(0, count)
}

function hashToken({ kinds, lower }: Tokens, i: number): number {
  const kind = kinds[i]
  return kind === TokenKind.mark ? markHash : kind === TokenKind.possessive ? possessiveHash : hashWord(lower[i])
}

/** The token with which a sentence begins, but for its marks. */
function firstWord({ kinds }: Tokens, { firstToken, endToken }: Sentence): number {
  let first = firstToken
  while (first < endToken - 1 && kinds[first] === TokenKind.mark) first++
  return first
}

/** The tokens with those taken apart that hold a name and more, given at which place. */
function cutPieces(tokens: Tokens, sentences: readonly Sentence[], cuts: ReadonlyMap<number, number>): Pieces {
  const starts: number[] = []
  const ends: number[] = []
  const owners: number[] = []
  const kinds: number[] = []
  const shapes: number[] = []
  const hashes: number[] = []
  const lower: string[] = []
  const firstPieceOf = new Int32Array(tokens.count + 1)
  const add = (token: number, start: number, end: number, shape: number, hash: number, word: string) => {
    starts.push(start)
    ends.push(end)
    owners.push(token)
    kinds.push(tokens.kinds[token])
    shapes.push(shape)
    hashes.push(hash)
    lower.push(word)
  }
  const addPart = (token: number, from: number, end: number) => {
    const start = tokens.starts[token] + from
    const shape = shapeOf(tokens.words[token].slice(from, end))
    const part = tokens.lower[token].slice(from, end)
    add(token, start, start + end - from, shape, hashWord(part), part)
  }
  for (let i = 0; i < tokens.count; i++) {
    firstPieceOf[i] = starts.length
    const cut = cuts.get(i)
    if (cut === undefined) add(i, tokens.starts[i], tokens.ends[i], tokens.shapes[i], hashToken(tokens, i), tokens.lower[i])
    else {
      let from = 0
      for (const end of partEnds(tokens, i, cut)) {
        addPart(i, from, end)
        from = end
      }
    }
  }
  firstPieceOf[tokens.count] = starts.length
  const initial = new Uint8Array(starts.length)
  for (const sentence of sentences) initial[firstPieceOf[firstWord(tokens, sentence)]] = 1
  return {
    count: starts.length,
    writing: writingOf(tokens),
    starts: new Int32Array(starts),
    ends: new Int32Array(ends),
    tokens: new Int32Array(owners),
    kinds: new Uint8Array(kinds),
    shapes: new Uint8Array(shapes),
    hashes: new Int32Array(hashes),
    initial,
    lower,
  }
}

/** Where the parts of a token end that is cut at a hyphen, which stays with a prefix (anti-|American) and with a small second half (U.S.|-backed) or stands alone. */
function partEnds({ words, kinds }: Tokens, i: number, cut: number): readonly number[] {
  const word = words[i]
  if (kinds[i] === TokenKind.word && !isUpperCase(word.charCodeAt(0))) return [cut + 1, word.length]
  return isUpperCase(word.charCodeAt(cut + 1)) ? [cut, cut + 1, word.length] : [cut, word.length]
}

/** Where the hyphen stands at which a token falls apart; 0 where it stays whole. */
function cutAt(tokens: Tokens, i: number, lexicon: Lexicon): number {
  const word = tokens.words[i]
  const first = word.indexOf('-')
  if (first < 1) return 0
  if (!isUpperCase(word.charCodeAt(0)))
    return prefixes.has(tokens.lower[i].slice(0, first)) && isUpperCase(word.charCodeAt(first + 1)) ? first : 0
  if (first === 1 && partyLetters.has(word[0]) && isUpperCase(word.charCodeAt(2))) return first // D-Nevada
  const end = word.lastIndexOf('-')
  if (isUpperCase(word.charCodeAt(end + 1))) {
    const both = isLand(tokens.lower[i], 0, end, lexicon) && isLand(tokens.lower[i], end + 1, word.length, lexicon)
    return both ? end : 0
  }
  if (!isModifier(tokens.lower[i], end + 1)) return 0
  return isUpperCase(word.charCodeAt(first + 1)) ? end : first // T-Mobile-owned, but U.S.-and-British-led
}

const isLand = (word: string, from: number, end: number, lexicon: Lexicon) => {
  const slot = lexicon.find(hashPart(word, from, end))
  return shortLands.has(word.slice(from, end)) || (slot >= 0 && (lexicon.known(slot) & (Known.country | Known.nationality)) !== 0)
}

const shortLands = new Set('u.s. us uk u.k. eu indo sino anglo franco afro russo greco turco'.split(' '))
const partyLetters = new Set('DRI')
const prefixes = new Set('anti pro non pre post ex mid un trans inter cross self then all former sub neo near'.split(' '))
/** Second halves that never belong to the name before them. */
const modifiers = new Set(
  'based backed led born owned run occupied controlled made style brokered trained educated bound listed funded sponsored held type era wide only language speaking registered flagged linked mediated imposed free friendly wide wing hosted area sector day year'.split(
    ' ',
  ),
)

/** Whether the rest of a word says what the name before the hyphen does: U.S.-backed, but not Ki-moon. */
const isModifier = (word: string, from: number) =>
  modifiers.has(word.slice(from)) ||
  (word.length - from > 4 && (word.endsWith('ed') || word.endsWith('ing') || word.endsWith('like')))

function writingOf(tokens: Tokens): Writing {
  let words = 0
  let capitalised = 0
  let allCapitals = 0
  let small = 0
  for (let i = 0; i < tokens.count && words < 40; i++) {
    if (tokens.kinds[i] !== TokenKind.word) continue
    words++
    if (tokens.shapes[i] & Shape.allCapitals) allCapitals++
    if (tokens.shapes[i] & Shape.capital) capitalised++
    else if (tokens.lower[i].length > 4) small++
  }
  if (words >= 3 && allCapitals + 1 >= words * 0.8) return Writing.capitals
  const last = tokens.words[tokens.count - 1]
  const stops = tokens.count > 0 && (/^[.!?]+$/.test(last) || tokens.kinds[tokens.count - 1] === TokenKind.mark)
  if (stops || words >= 40) return Writing.text
  return words >= 4 && small <= words * 0.12 && capitalised >= words * 0.5 ? Writing.title : Writing.line
}

function shapeOf(word: string): number {
  let shape = 0
  let letters = 0
  let capitals = 0
  for (let i = 0; i < word.length; i++) {
    const code = word.charCodeAt(i)
    if (code === 46) shape |= Shape.period
    else if (code === 45) shape |= Shape.hyphen
    else if (code >= 48 && code <= 57) shape |= Shape.digit
    else if (isUpperCase(code)) {
      shape |= letters === 0 ? Shape.capital : Shape.innerCapital
      capitals++
      letters++
    } else letters++
  }
  return letters > 1 && capitals === letters ? (shape | Shape.allCapitals) & ~Shape.innerCapital : shape
}

const upper = /\p{Lu}/u
const isUpperCase = (code: number) => (code < 128 ? code >= 65 && code <= 90 : upper.test(String.fromCharCode(code)))
