import { classOf, isFiniteVerb, isPunctuation, isSubjectPronoun, isWord, nounPhraseAfter, reach } from '../phrases.ts'
import type { Tokens } from '../tokens.ts'
import { WordClass } from '../words/clause-words.ts'

/** Whether the tokens read as a clause of their own: a subject and, after it, a finite verb outside a relative clause; or a command or question. */
export function readsAsClause(tokens: Tokens, first: number, end: number): boolean {
  let at = first
  while (
    at < end &&
    (classOf(tokens, at) === WordClass.coordinator || classOf(tokens, at) === WordClass.adverb || isPunctuation(tokens, at))
  )
    at++
  if (at >= end) return false
  if (commands.has(tokens.lower[at])) return true
  if ((isSubjectPronoun(tokens, at) && !isObject(tokens, at, end)) || isExistential(tokens, at - 1)) return at + 1 < end
  if (isFiniteVerb(tokens, at)) return tokens.words[end - 1] === '?'
  let relative = 0
  for (let i = at; i < end && i - at < reach; i++) {
    const wordClass = classOf(tokens, i)
    if ((wordClass === WordClass.relative || wordClass === WordClass.subordinator) && i >= at) relative++
    if (i > at && isSubjectPronoun(tokens, i) && relative === 0 && i + 1 < end) return true
    if (!isFiniteVerb(tokens, i)) continue
    if (relative > 0) relative--
    else return classOf(tokens, i - 1) !== WordClass.coordinator
  }
  return false
}
/** "it" where no verb follows, as in "maintain it adequately": it can be an object too. */
function isObject(tokens: Tokens, at: number, end: number): boolean {
  if (!isWord(tokens, at, 'it') && !isWord(tokens, at, 'you')) return false
  let next = at + 1
  while (next < end && classOf(tokens, next) === WordClass.adverb) next++
  return next >= end || classOf(tokens, next) === WordClass.preposition
}

/** "there could be", "there was". */
const isExistential = (tokens: Tokens, i: number) => isWord(tokens, i, 'there') && isFiniteVerb(tokens, i + 1)
const commands: ReadonlySet<string> = new Set("let don't please".split(' '))

/** Whether a clause opens at token `first` plainly: a pronoun or a noun phrase with its verb right behind. */
export function opensClause(tokens: Tokens, first: number, limit: number): boolean {
  if (isSubjectPronoun(tokens, first) || isWord(tokens, first, 'there')) return first + 1 < limit
  const phrase = nounPhraseAfter(tokens, first, limit)
  if (!phrase) return false
  let i = phrase.end
  while (i < limit && classOf(tokens, i) === WordClass.adverb) i++
  return i < limit && (isFiniteVerb(tokens, i) || classOf(tokens, i) === WordClass.verb)
}
