import {
  classOf,
  isCapital,
  isFiniteVerb,
  isMark,
  isNominal,
  isParticiple,
  isPunctuation,
  isSubjectPronoun,
  isWord,
  nounPhraseAfter,
  type TokenRange,
} from '../phrases.ts'
import { TokenKind, type Tokens } from '../tokens.ts'
import { WordClass } from '../words/clause-words.ts'
import type { ReportingVerb } from '../words/reporting-verbs.ts'
import { opensClause, readsAsClause } from './clauses.ts'
import { isComma, isDash, isStop } from './subjects.ts'

/** What follows a cue: where the words themselves begin, and how they are introduced. */
export interface Following {
  readonly first: number
  /** `that` a conjunction, `mark` a quotation mark or colon, `to` an infinitive, `clause` or `object` the words themselves, `nothing` the end or a comma. */
  readonly by: 'that' | 'mark' | 'to' | 'clause' | 'object' | 'nothing'
}

/** Reads what follows a cue that ends before token `at`, up to the sentence's end: over the recipient, the place of publication and the time. */
export function readFollowing(tokens: Tokens, at: number, limit: number, verb: ReportingVerb): Following {
  const that = findThat(tokens, at, limit)
  let i = skipAdverbials(tokens, at, limit)
  if (that !== undefined && that >= i) return { first: that, by: 'that' }
  if (opensWords(tokens, i)) return { first: i, by: 'mark' }
  if (verb.recipient || verb.frames.includes('to')) {
    const mark = nextMark(tokens, i, limit)
    if (mark !== undefined && (tokens.words[mark] === ':' || isComma(tokens, mark - 1))) return { first: mark, by: 'mark' }
    const recipient = readRecipient(tokens, i, limit, verb)
    if (recipient > i) i = skipAdverbials(tokens, recipient, limit)
  }
  if (opensWords(tokens, i)) return { first: i, by: 'mark' }
  if (i >= limit || isComma(tokens, i) || isStop(tokens, i) || isDash(tokens, i))
    return markAfterComma(tokens, i, limit) ?? { first: i, by: 'nothing' }
  if (isInfinitive(tokens, i)) return { first: i, by: 'to' }
  if (classOf(tokens, i) === WordClass.preposition && tokens.lower[i] !== 'of') {
    const mark = nextMark(tokens, i, limit)
    if (mark !== undefined) return { first: mark, by: 'mark' }
  }
  return { first: i, by: opensReportedClause(tokens, i, limit, verb) ? 'clause' : 'object' }
}

/** After "said" any clause is what was said; after other verbs one that opens plainly, so that "found parts of the jet that are" is none. */
function opensReportedClause(tokens: Tokens, first: number, limit: number, verb: ReportingVerb): boolean {
  return sayings.has(verb.lemma)
    ? readsAsClause(tokens, first, clauseEnd(tokens, first, limit))
    : opensClause(tokens, first, limit)
}
const sayings: ReadonlySet<string> = new Set(['say', 'claim', 'insist', 'argue', 'allege', 'tell', 'add'])

/** "said on his page, "…": a quotation that opens behind the comma. */
function markAfterComma(tokens: Tokens, i: number, limit: number): Following | undefined {
  return i + 1 < limit && isComma(tokens, i) && isMark(tokens, i + 1) ? { first: i + 1, by: 'mark' } : undefined
}

const opensWords = (tokens: Tokens, i: number) => isMark(tokens, i) || tokens.words[i] === ':'

/** The opening mark or colon that ends a run of adverbials without a verb. */
function nextMark(tokens: Tokens, at: number, limit: number): number | undefined {
  for (let i = at; i < limit && i - at < 16; i++) {
    if (opensWords(tokens, i)) return i
    if (isFiniteVerb(tokens, i) || isSubjectPronoun(tokens, i) || isStop(tokens, i)) return undefined
  }
  return undefined
}

/** The "that" which opens the reported clause, where no verb and no quotation stands before it. */
function findThat(tokens: Tokens, at: number, limit: number): number | undefined {
  for (let i = at; i < limit && i - at < 16; i++) {
    if (isWord(tokens, i, 'that')) return isConjunction(tokens, i, limit) ? i : undefined
    if (isInfinitive(tokens, i) || (isComma(tokens, i) && isParticiple(tokens, i + 1))) return undefined
    if (isMark(tokens, i) || isStop(tokens, i) || tokens.words[i] === ':' || tokens.words[i] === ';') return undefined
    if (isFiniteVerb(tokens, i) || (isSubjectPronoun(tokens, i) && tokens.lower[i] !== 'it' && tokens.lower[i] !== 'you'))
      return undefined
    const wordClass = classOf(tokens, i)
    if (wordClass === WordClass.relative || wordClass === WordClass.subordinator) return undefined
  }
  return undefined
}

/** Not "that day", "that of", nor the relative of "remarks that were". */
function isConjunction(tokens: Tokens, i: number, limit: number): boolean {
  if (i + 1 >= limit || isWord(tokens, i + 1, 'of') || (classOf(tokens, i + 1) === WordClass.time && !isCapital(tokens, i + 1)))
    return false
  return classOf(tokens, i + 1) !== WordClass.auxiliary
}

/** "to" before a verb: no adverbial and no recipient begins there. */
export function isInfinitive(tokens: Tokens, i: number): boolean {
  if (isWord(tokens, i, 'not') && isWord(tokens, i + 1, 'to')) return true
  if (!isWord(tokens, i, 'to') || isCapital(tokens, i + 1)) return false
  const next = classOf(tokens, i + 1)
  if (next === WordClass.auxiliary || next === WordClass.verb || next === WordClass.adverb) return true
  return (
    next === WordClass.open && tokens.kinds[i + 1] === TokenKind.word && !/(?:s|media|press|staff)$/.test(tokens.lower[i + 1])
  )
}

/** Over adverbs, times and "in a statement", "on Twitter", "at a news conference in Paris" behind a cue. */
export function skipAdverbials(tokens: Tokens, at: number, limit: number): number {
  let i = at
  for (let steps = 0; i < limit && steps < 6; steps++) {
    const wordClass = classOf(tokens, i)
    if (isInfinitive(tokens, i)) return i
    if (wordClass === WordClass.adverb && !isWord(tokens, i, 'there') && !isWord(tokens, i, 'no')) i++
    else if (wordClass === WordClass.time && tokens.kinds[i] === TokenKind.word) {
      // "said today's decision was": the time belongs to what was said.
      if (tokens.kinds[i + 1] === TokenKind.possessive) return i
      i = endOfTime(tokens, i, limit)
    } else if (isTimeLead(tokens, i)) i = endOfTime(tokens, i + 1, limit)
    else if (wordClass === WordClass.preposition && saidIn.has(tokens.lower[i])) {
      const end = endOfAdverbial(tokens, i, limit)
      if (end === i || isAmount(tokens, i)) return i
      i = end
    } else return i
  }
  return i
}
const saidIn: ReadonlySet<string> = new Set('in on at to via during after before through by from over'.split(' '))
/** "at least 30 people", "over 200 homes": no adverbial but a subject. */
const isAmount = (tokens: Tokens, i: number) =>
  /^(?:least|most)$/.test(tokens.lower[i + 1] ?? '') || (isWord(tokens, i, 'over') && classOf(tokens, i + 1) === WordClass.number)
const isTimeLead = (tokens: Tokens, i: number) =>
  timeLeads.has(tokens.lower[i] ?? '') && classOf(tokens, i + 1) === WordClass.time
const timeLeads: ReadonlySet<string> = new Set(['last', 'this', 'early', 'late', 'earlier', 'later', 'that', 'next'])

function endOfTime(tokens: Tokens, at: number, limit: number): number {
  let i = at
  while (i < limit && (classOf(tokens, i) === WordClass.time || classOf(tokens, i) === WordClass.number || isTimeLead(tokens, i)))
    i++
  return i
}

/** The end of one prepositional phrase: a time, or a noun phrase that a new noun phrase, a mark or a comma follows. `at` itself where it cannot be told. */
function endOfAdverbial(tokens: Tokens, at: number, limit: number): number {
  const inner = at + 1
  if (classOf(tokens, inner) === WordClass.time || classOf(tokens, inner) === WordClass.number || isTimeLead(tokens, inner))
    return endOfTime(tokens, inner + (isTimeLead(tokens, inner) ? 1 : 0), limit)
  const phrase = nounPhraseAfter(tokens, inner, limit)
  return phrase ? phrase.end : at
}

/** Over the one who is told: "Reuters", "reporters", "him", "the 15-member council". */
function readRecipient(tokens: Tokens, at: number, limit: number, verb: ReportingVerb): number {
  if (isWord(tokens, at, 'on') || isWord(tokens, at, 'upon')) at++
  if (isInfinitive(tokens, at)) return at
  if (isWord(tokens, at, 'to')) at++
  const wordClass = classOf(tokens, at)
  if (wordClass === WordClass.pronoun && !(isSubjectPronoun(tokens, at) && readsAsClause(tokens, at, Math.min(at + 3, limit))))
    return at + 1
  if (isSubjectPronoun(tokens, at)) return at
  const phrase = nounPhraseAfter(tokens, at, limit)
  if (!phrase) return at
  if (verb.lemma === 'tell' || verb.recipient) {
    // "told Reuters Tolm was worried": one word where two names could meet a verb.
    if (isFiniteVerb(tokens, phrase.end) && phrase.end - phrase.first > 1 && isNominal(tokens, phrase.first))
      return phrase.first + 1
  }
  return phrase.end
}

/** Where a clause that begins at `first` ends at the latest: before a semicolon, a stop or the limit. */
function clauseEnd(tokens: Tokens, first: number, limit: number): number {
  for (let i = first; i < limit; i++) if (tokens.words[i] === ';' || isStop(tokens, i)) return i
  return limit
}

/** Cuts what is no longer reported off the end of a range: "…, citing", "…, and has not", "…, while". */
export function trimTail(tokens: Tokens, range: TokenRange): TokenRange {
  let end = range.end
  for (let i = range.first + 3; i < end - 1; i++) {
    if (tokens.words[i] === ':' && isMark(tokens, i + 1)) {
      end = i
      break
    }
    if (goesBack(tokens, range.first, i)) {
      end = i
      break
    }
    if (!isComma(tokens, i) && tokens.words[i] !== ';') continue
    if (tokens.words[i] === ';' && classOf(tokens, i + 1) === WordClass.adverb) {
      end = i
      break
    }
    if (leaves(tokens, i + 1)) {
      end = i
      break
    }
  }
  while (
    end > range.first &&
    (isStop(tokens, end - 1) || isComma(tokens, end - 1) || tokens.words[end - 1] === ':' || tokens.words[end - 1] === ';')
  )
    end--
  return { first: range.first, end }
}

/** "said it should be frozen and has rejected any": the present perfect goes back to the reporter where the reported words are in the past. */
function goesBack(tokens: Tokens, first: number, i: number): boolean {
  if (
    !isWord(tokens, i, 'and') ||
    !(isWord(tokens, i + 1, 'has') || isWord(tokens, i + 1, 'have')) ||
    !(tokens.lower[i + 2] ?? '').endsWith('ed')
  )
    return false
  for (let j = Math.max(first, i - 20); j < i; j++) if (backshifted.has(tokens.lower[j])) return true
  return false
}
const backshifted: ReadonlySet<string> = new Set(['would', 'should', 'could', 'might', 'was', 'were', 'had'])

/** Whether the words behind a comma go back to the reporter's own account. */
function leaves(tokens: Tokens, i: number): boolean {
  const word = tokens.lower[i]
  if (asides.has(word)) return true
  if (word === 'and' || word === 'but') {
    if (classOf(tokens, i + 1) === WordClass.auxiliary)
      return ['has', 'have', 'had'].includes(tokens.lower[i + 1]) || (word === 'but' && tokens.lower[i + 1].startsWith('did'))
    return word === 'and' && isFiniteVerb(tokens, i + 1) && !isPunctuation(tokens, i + 1) && tokens.lower[i + 1].endsWith('ed')
  }
  return word === 'while' && !isParticipleNext(tokens, i + 1) && !isComma(tokens, i + 2) && !isComma(tokens, i + 3)
}
const isParticipleNext = (tokens: Tokens, i: number) => (tokens.lower[i] ?? '').endsWith('ing')
const asides: ReadonlySet<string> = new Set(
  'citing recalling referring speaking refusing recounting echoing quoting following reversing'.split(' '),
)

/** The words behind a report that stands within them, from token `first` on: a clause or the rest of one; nothing where no verb follows. */
export function wordsAfter(tokens: Tokens, first: number, limit: number): readonly TokenRange[] {
  const opens = classOf(tokens, first)
  if (opens === WordClass.preposition || opens === WordClass.subordinator || isPastParticiple(tokens, first)) return []
  const range = trimTail(tokens, { first, end: limit })
  for (let i = range.first; i < range.end; i++) if (isMark(tokens, i) || isFiniteVerb(tokens, i)) return [range]
  return []
}

/** "…, said the chairman at the summit, held in Tolm": it goes with the noun before. */
const isPastParticiple = (tokens: Tokens, i: number) =>
  /(?:ed|held|led|made|born|known|built)$/.test(tokens.lower[i] ?? '') && !isCapital(tokens, i)

/** The words before a report that trails them, without the comma and an opening "But"; only the quotation itself where a dash or colon sets it off. */
export function wordsBefore(tokens: Tokens, end: number, first: number): readonly TokenRange[] {
  let last = end
  while (last > first && (isComma(tokens, last - 1) || isDash(tokens, last - 1) || isWord(tokens, last - 1, 'as'))) last--
  let start = first
  while (start < last && (leadingWords.has(tokens.lower[start]) || (isComma(tokens, start) && start > first))) start++
  for (let i = last - 1; i > start; i--) {
    const setsOff = isMark(tokens, last - 1) && isMark(tokens, i + 1) && (isDash(tokens, i) || tokens.words[i] === ':')
    if (tokens.words[i] === ';' || setsOff) start = i + 1
  }
  // "This is according to X" is about the sentence before.
  const isOwn = last - start > 1 && !isWord(tokens, start, 'this')
  return isOwn || isMark(tokens, last - 1) ? [{ first: start, end: last }] : []
}
const leadingWords: ReadonlySet<string> = new Set(['but', 'and', 'however', 'meanwhile', 'yet'])

/** Whether reported words follow a cue, not only to whom, where and when they were said. */
export function wordsFollow(tokens: Tokens, { by, first }: Following, sentence: TokenRange): boolean {
  if (by === 'that' || by === 'clause' || by === 'to') return true
  for (let i = first; i < sentence.end; i++) if (isMark(tokens, i) || isFiniteVerb(tokens, i)) return true
  return false
}
