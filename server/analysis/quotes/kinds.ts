import type { Paragraph } from '../paragraph.ts'
import { classOf, isCapital, isFiniteVerb, isMark, isPunctuation, sentenceOf, type TokenRange } from '../phrases.ts'
import { readsAsClause } from '../reports/clauses.ts'
import { isStop } from '../reports/subjects.ts'
import { TokenKind, type Tokens } from '../tokens.ts'
import { WordClass } from '../words/clause-words.ts'
import { namingWords } from '../words/source-nouns.ts'

/** direct: at least a clause of somebody's speech or writing; fragment: quoted words inside the reporter's sentence; scare: nobody is quoted. */
export type QuoteKind = 'direct' | 'fragment' | 'scare'

/** How a quotation stands to the reports of its paragraph; a nested one and one in a headline stand apart. */
export type Standing = 'introduced' | 'followed' | 'within' | 'alone' | 'nested' | 'headline'

/** Says what kind a quotation is. `quote` are its tokens with the marks. */
export function kindOf(paragraph: Paragraph, quote: TokenRange, standing: Standing): QuoteKind {
  const { tokens } = paragraph
  const inner = withoutMarks(tokens, quote)
  const words = countWords(tokens, inner)
  if (words === 0 || standing === 'nested') return 'scare'
  if (standing !== 'introduced' && standing !== 'followed' && names(tokens, quote, inner, words, standing)) return 'scare'
  if (standing === 'headline') return words >= 5 && readsAsClause(tokens, inner.first, inner.end) ? 'direct' : 'fragment'
  if (words >= 5 && holdsSentences(tokens, inner)) return 'direct'
  const clause = readsAsClause(tokens, inner.first, inner.end)
  const opensSentence = paragraph.sentences[sentenceOf(paragraph.sentences, quote.first)].firstToken === quote.first
  if (standing === 'followed')
    return opensSentence || clause || isCapital(tokens, inner.first) || isStop(tokens, inner.end - 1) ? 'direct' : 'fragment'
  if (opensSentence && isStop(tokens, inner.end - 1)) return clause || words >= 4 ? 'direct' : 'fragment'
  if (standing === 'introduced')
    return clause || (isCapital(tokens, inner.first) && words >= 3) || words >= 15 ? 'direct' : 'fragment'
  if (clause && words >= 5 && startsClause(tokens, inner, quote.first - 1)) return 'direct'
  return standing === 'alone' && words <= 3 ? 'scare' : 'fragment'
}

function withoutMarks(tokens: Tokens, { first, end }: TokenRange): TokenRange {
  const from = isMark(tokens, first) ? first + 1 : first
  return { first: from, end: end > from && isMark(tokens, end - 1) ? end - 1 : end }
}

/** Words that run on in the reporter's sentence are a clause only if they start as one, and no article, preposition or auxiliary leads into them. */
function startsClause(tokens: Tokens, { first }: TokenRange, before: number): boolean {
  return !leadsIn.has(classOf(tokens, before)) && !runsOn.has(classOf(tokens, first))
}
const leadsIn: ReadonlySet<WordClass> = new Set([
  WordClass.determiner,
  WordClass.possessive,
  WordClass.preposition,
  WordClass.auxiliary,
])
const runsOn: ReadonlySet<WordClass> = new Set([WordClass.preposition, WordClass.subordinator, WordClass.relative])

/** The number of words and numbers among the tokens. */
export function countWords(tokens: Tokens, { first, end }: TokenRange): number {
  let words = 0
  for (let i = first; i < end; i++) if (tokens.kinds[i] === TokenKind.word || tokens.kinds[i] === TokenKind.number) words++
  return words
}

/** Whether a sentence ends within the tokens and another follows. */
function holdsSentences(tokens: Tokens, { first, end }: TokenRange): boolean {
  for (let i = first + 1; i < end - 1; i++)
    if (isStop(tokens, i) && tokens.words[i].length === 1 && isCapital(tokens, i + 1)) return true
  return false
}

/** Whether the quotation is a name or title: a nickname inside a name, words behind "known as", a title in capitals. */
function names(tokens: Tokens, quote: TokenRange, inner: TokenRange, words: number, standing: Standing): boolean {
  const before = quote.first - 1
  if (before < 0) return false
  if (words <= 3 && isCapital(tokens, before) && isCapital(tokens, quote.end) && isCapital(tokens, inner.first)) return true
  const word = tokens.lower[before]
  const behind = word === 'as' || word === 'the' || word === 'a' ? tokens.lower[before - 1] : word
  const isPredicate = isFiniteVerb(tokens, inner.first) && !isCapital(tokens, inner.first)
  if (namingWords.has(behind ?? '') && !isPredicate && (standing === 'alone' || !(behind === 'called' || behind === 'termed')))
    return true
  if (words > 8 || !isCapital(tokens, inner.first) || isPunctuation(tokens, before) || standing === 'headline') return false
  let capitals = 0
  for (let i = inner.first; i < inner.end; i++) if (isCapital(tokens, i) || classOf(tokens, i) === WordClass.number) capitals++
  return words >= 2 && capitals >= words - 2 && capitals * 2 > words
}
