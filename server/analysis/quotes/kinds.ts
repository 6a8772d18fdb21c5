import type { Paragraph } from '../paragraph.ts'
import { classOf, isCapital, isMark, isPunctuation, readsAsClause, type TokenRange } from '../phrases.ts'
import { isStop } from '../reports/subjects.ts'
import { TokenKind, type Tokens } from '../tokens.ts'
import { WordClass } from '../words/clause-words.ts'
import { namingWords } from '../words/source-nouns.ts'

/** direct: at least a clause of somebody's speech or writing; fragment: quoted words inside the reporter's sentence; scare: nobody is quoted. */
export type QuoteKind = 'direct' | 'fragment' | 'scare'

/** How a quotation stands to the reports of its paragraph. */
export type Standing = 'introduced' | 'followed' | 'within' | 'alone'

/** Says what kind a quotation is. `quote` are its tokens with the marks. */
export function kindOf(paragraph: Paragraph, quote: TokenRange, standing: Standing, nested: boolean): QuoteKind {
  const { tokens } = paragraph
  const first = isMark(tokens, quote.first) ? quote.first + 1 : quote.first
  const end = quote.end > first && isMark(tokens, quote.end - 1) ? quote.end - 1 : quote.end
  const words = countWords(tokens, first, end)
  if (words === 0) return 'scare'
  if (holdsSentences(tokens, first, end) && words >= 5) return 'direct'
  const sentence = paragraph.sentences.find(({ endToken }) => endToken > quote.first)
  const opensSentence = sentence !== undefined && quote.first <= sentence.firstToken
  const closesSentence = isStop(tokens, end - 1) || isStop(tokens, quote.end) || quote.end >= tokens.count
  if (
    nested ||
    (standing !== 'introduced' && !(opensSentence && standing === 'followed') && names(tokens, quote, first, end, words))
  )
    return 'scare'
  const clause = readsAsClause(tokens, first, end)
  if (standing === 'followed') return opensSentence || clause ? 'direct' : 'fragment'
  if (opensSentence && closesSentence && isStop(tokens, end - 1)) return clause || words >= 4 ? 'direct' : 'fragment'
  if (standing === 'introduced') return clause || (isCapital(tokens, first) && words >= 4) || words >= 12 ? 'direct' : 'fragment'
  if (clause && words >= 5) return 'direct'
  if (standing === 'alone' && words <= 3) return 'scare'
  return 'fragment'
}

/** The number of words and numbers among the tokens. */
export function countWords(tokens: Tokens, first: number, end: number): number {
  let words = 0
  for (let i = first; i < end; i++) if (tokens.kinds[i] === TokenKind.word || tokens.kinds[i] === TokenKind.number) words++
  return words
}

/** Whether a sentence ends within the tokens and another follows. */
function holdsSentences(tokens: Tokens, first: number, end: number): boolean {
  for (let i = first + 1; i < end - 1; i++)
    if (isStop(tokens, i) && tokens.words[i].length === 1 && isCapital(tokens, i + 1)) return true
  return false
}

/** Whether the quotation is a name or title: a nickname inside a name, words behind "known as", a title in capitals behind "the film". */
function names(tokens: Tokens, quote: TokenRange, first: number, end: number, words: number): boolean {
  const before = quote.first - 1
  if (words <= 3 && before >= 0 && isCapital(tokens, before) && isCapital(tokens, quote.end) && isCapital(tokens, first))
    return true
  for (let i = before; i >= 0 && i >= before - 2; i--) if (namingWords.has(tokens.lower[i])) return true
  if (words > 8 || !isCapital(tokens, first) || before < 0 || isPunctuation(tokens, before)) return false
  let capitals = 0
  for (let i = first; i < end; i++) if (isCapital(tokens, i) || classOf(tokens, i) === WordClass.number) capitals++
  return words >= 2 && capitals >= words - 2 && capitals * 2 > words
}
