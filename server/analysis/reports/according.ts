import { classOf, isMark, isWord, type TokenRange } from '../phrases.ts'
import type { Report } from '../reports.ts'
import type { Tokens } from '../tokens.ts'
import { WordClass } from '../words/clause-words.ts'
import type { ReportingVerb } from '../words/reporting-verbs.ts'
import { trimTail, wordsAfter, wordsBefore } from './contents.ts'
import { isComma, isStop, subjectAfter } from './subjects.ts'

/** "according to" as a verb among the others. */
const according: ReportingVerb = { lemma: 'according to', class: 'neutral', frames: ['clause'], recipient: false }

/** Reads "According to X, …", "…, according to X" and "…, according to X, …" at the token "according"; "in the words of X" at "words". */
export function readAccording(tokens: Tokens, word: number, sentence: TokenRange): Report | undefined {
  const isWords = isWord(tokens, word, 'words')
  if (!isWord(tokens, word + 1, isWords ? 'of' : 'to')) return undefined
  const at = isWords ? word - 2 : word
  if (isWords && (at < sentence.first || !isWord(tokens, at, 'in') || !isWord(tokens, at + 1, 'the'))) return undefined
  const subject = subjectAfter(tokens, word + 2, sentence.end)
  if (!subject) return undefined
  const cue = { first: at, end: word + 2 }
  let { end } = subject.source
  if (leadsClause(tokens, at, sentence.first)) {
    // What follows the comma of "According to Reuters, the minister left" is an apposition only if another comma ends it.
    if (end > subject.head.end && !isComma(tokens, end)) end = subject.head.end
    const first = isComma(tokens, end) ? end + 1 : end
    const words = first < sentence.end && !isStop(tokens, first) ? [trimTail(tokens, { first, end: sentence.end })] : []
    const source = { first: subject.source.first, end }
    return { cue, verb: according, source, head: subject.head, whole: { first: at, end }, words, indirect: true, trails: false }
  }
  const goesOn = (isComma(tokens, end) || isMark(tokens, end)) && end + 2 < sentence.end && end === subject.head.end
  const after = goesOn ? wordsAfter(tokens, isComma(tokens, end) ? end + 1 : end, sentence.end) : []
  const words = [...wordsBefore(tokens, at, sentence.first), ...after]
  return { cue, verb: according, ...subject, whole: { first: at, end }, words, indirect: true, trails: true }
}

/** Whether "according to" opens its clause: at the sentence's start, behind adverbs or a conjunction. */
function leadsClause(tokens: Tokens, at: number, first: number): boolean {
  if (isWord(tokens, at - 1, 'but') || isWord(tokens, at - 1, 'and') || isWord(tokens, at - 1, 'that')) return true
  for (let i = first; i < at; i++) {
    const wordClass = classOf(tokens, i)
    if (wordClass !== WordClass.adverb && wordClass !== WordClass.coordinator && !isComma(tokens, i)) return false
  }
  return true
}
