import type { Span } from './span.ts'
import { Shape, TokenKind, type Tokens } from './tokens.ts'
import { abbreviations, endingAbbreviations } from './words/abbreviations.ts'

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
    const end = sentenceEnd(tokens, i)
    if (end < 0) continue
    sentences.push({ start: tokens.starts[first], end: tokens.ends[end - 1], firstToken: first, endToken: end })
    first = end
    i = end - 1
  }
  if (first < tokens.count)
    sentences.push({ start: tokens.starts[first], end: tokens.ends[tokens.count - 1], firstToken: first, endToken: tokens.count })
  return sentences
}

/** The token after the sentence that ends with token `i` and the closing marks behind it; -1 where no sentence ends here. */
function sentenceEnd(tokens: Tokens, i: number): number {
  const word = tokens.words[i]
  const isStop =
    tokens.kinds[i] === TokenKind.punctuation &&
    (word === '.' || word === '!' || word === '?' || word.startsWith('...') || word === '…')
  const isAbbreviation = tokens.kinds[i] === TokenKind.word && (tokens.shapes[i] & Shape.period) !== 0 && word.endsWith('.')
  if (!isStop && !isAbbreviation) return -1
  let next = i + 1
  while (next < tokens.count && closesAround(tokens, next, i)) next++
  if (next >= tokens.count) return next
  if (!beginsSentence(tokens, next)) return -1
  if (isAbbreviation && !abbreviationEnds(tokens, i, next)) return -1
  return next
}

/** Whether token `i` is a closing mark, bracket or further stop that still belongs to the sentence before it. */
function closesAround(tokens: Tokens, i: number, stop: number): boolean {
  const word = tokens.words[i]
  if (tokens.starts[i] !== tokens.ends[i - 1] && i - 1 >= stop && tokens.kinds[i] === TokenKind.mark) return false
  return tokens.kinds[i] === TokenKind.mark
    ? true
    : tokens.starts[i] === tokens.ends[i - 1] && (word === ')' || word === ']' || word === '!' || word === '?' || word === '.')
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
  if (endingAbbreviations.has(bare)) return next > i + 1 || openers.has(tokens.lower[next])
  if (abbreviations.has(bare)) return false
  if (bare.length === 1) return next > i + 1 // an initial
  return openers.has(tokens.lower[next]) || next > i + 1 // U.S., a.m.
}

/** Words that rarely go on with a name after "U.S." or "Inc." but often open a sentence. */
const openers: ReadonlySet<string> = new Set(
  'the a an he she it they we i in on at but and as if when while after before since for this that these those his her its their there what who how why not no some many most more all both each earlier last meanwhile however'.split(
    ' ',
  ),
)
