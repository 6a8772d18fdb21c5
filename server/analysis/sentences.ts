import type { Span } from './span.ts'
import { Shape, TokenKind, type Tokens } from './tokens.ts'
import { abbreviations, capitalAbbreviations, endingAbbreviations, openers } from './words/abbreviations.ts'

/** A sentence of a paragraph: offsets from the paragraph's start, tokens half open. A full stop inside a closing quotation mark ends it after the mark. */
export interface Sentence extends Span {
  readonly firstToken: number
  readonly endToken: number
}

/** Splits a paragraph's tokens into sentences: they cover all tokens, in order. Linear. */
export function readSentences(tokens: Tokens): readonly Sentence[] {
  const sentences: Sentence[] = []
  let first = 0
  for (let i = 0; i < tokens.count; i++) {
    const isAbbreviation = endsWithStop(tokens, i)
    if (!isAbbreviation && (!isStop(tokens, i) || isListNumber(tokens, first, i))) continue
    let next = i + 1
    while (next < tokens.count && closesAround(tokens, next)) next++
    if (endsSentence(tokens, i, next, isAbbreviation)) {
      sentences.push({ start: tokens.starts[first], end: tokens.ends[next - 1], firstToken: first, endToken: next })
      first = next
    }
    i = next - 1
  }
  if (first < tokens.count)
    sentences.push({ start: tokens.starts[first], end: tokens.ends[tokens.count - 1], firstToken: first, endToken: tokens.count })
  return sentences
}

/** Whether a sentence ends with the stop or abbreviation `i` and the closing marks behind it; `next` is the token after these. */
function endsSentence(tokens: Tokens, i: number, next: number, isAbbreviation: boolean): boolean {
  if (next >= tokens.count) return true
  if (!beginsSentence(tokens, next)) return false
  if (isAbbreviation && !abbreviationEnds(tokens, i, next)) return false
  return next === i + 1 || !goesOnWithSpeaker(tokens, i, next)
}

function isStop(tokens: Tokens, i: number): boolean {
  if (tokens.kinds[i] !== TokenKind.punctuation) return false
  const code = tokens.words[i].charCodeAt(0)
  return code === 46 || code === 33 || code === 63 || code === 0x2026
}

function endsWithStop(tokens: Tokens, i: number): boolean {
  return tokens.kinds[i] === TokenKind.word && (tokens.shapes[i] & Shape.period) !== 0 && tokens.words[i].endsWith('.')
}

/** "1. First item" */
function isListNumber(tokens: Tokens, first: number, i: number): boolean {
  return i === first + 1 && tokens.kinds[first] === TokenKind.number && tokens.words[first].length <= 2 && tokens.words[i] === '.'
}

/** Whether token `i` is a closing mark, bracket or further stop that touches what is before it and so belongs to its sentence. */
function closesAround(tokens: Tokens, i: number): boolean {
  if (tokens.starts[i] !== tokens.ends[i - 1]) return false
  if (tokens.kinds[i] === TokenKind.mark) return true
  const word = tokens.words[i]
  return word === ')' || word === ']' || word === '!' || word === '?' || word === '.'
}

function beginsSentence(tokens: Tokens, i: number): boolean {
  const kind = tokens.kinds[i]
  if (kind === TokenKind.mark || kind === TokenKind.number) return true
  if (kind === TokenKind.word) return (tokens.shapes[i] & (Shape.capital | Shape.allCapitals | Shape.innerCapital)) !== 0
  const word = tokens.words[i]
  return word === '(' || word === '[' || kind === TokenKind.symbol
}

function abbreviationEnds(tokens: Tokens, i: number, next: number): boolean {
  const bare = tokens.lower[i].slice(0, -1)
  if (next > i + 1 || bare === 'etc') return true // a closing mark or bracket
  if (endingAbbreviations.has(bare)) return opensAnew(tokens, next)
  if (abbreviations.has(bare) || capitalAbbreviations.has(bare) || bare.length === 1) return false
  return opensAnew(tokens, next) // U.S., a.m.
}

/** The, He, Meanwhile, or a quotation that begins with a capital. */
function opensAnew(tokens: Tokens, i: number): boolean {
  if (tokens.kinds[i] === TokenKind.mark) return i + 1 < tokens.count && (tokens.shapes[i + 1] & Shape.capital) !== 0
  return openers.has(tokens.lower[i])
}

/** "Will you go?" Mr. Smith asked. "No." President Ann Lee said. */
function goesOnWithSpeaker(tokens: Tokens, i: number, next: number): boolean {
  if (tokens.kinds[next - 1] !== TokenKind.mark || tokens.words[i] === '…') return false
  const last = Math.min(tokens.count, next + 6)
  for (let at = next; at < last; at++) {
    if (tokens.kinds[at] !== TokenKind.word) return false
    if (at > next && afterSpeech.has(tokens.lower[at])) return true
    if ((tokens.shapes[at] & Shape.capital) === 0 || openers.has(tokens.lower[at])) return false
  }
  return false
}

const afterSpeech: ReadonlySet<string> = new Set(
  'said says asked asks told added wrote writes replied answered shouted cried tweeted posted'.split(' '),
)
