import { Shape, TokenKind, type Tokens } from './tokens.ts'
import { WordClass, wordClasses } from './words/clause-words.ts'
import { type ReportingForm, reportingForms } from './words/reporting-verbs.ts'

/** A half-open range of a paragraph's tokens. */
export interface TokenRange {
  readonly first: number
  readonly end: number
}

/** No phrase is longer, in tokens: what keeps every search around a word short and the reading linear. */
export const reach = 40

/** The index of the sentence that holds token `i`, searched by halving; the last one for a token behind them all. */
export function sentenceOf(sentences: readonly TokenEnd[], i: number): number {
  let low = 0
  let high = sentences.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if (sentences[middle].endToken > i) high = middle
    else low = middle + 1
  }
  return low
}
interface TokenEnd {
  readonly endToken: number
}

/** The class of a token by its word; `open` for marks, punctuation and everything that is in no closed class. */
export function classOf(tokens: Tokens, i: number): WordClass {
  if (i < 0 || i >= tokens.count) return WordClass.open
  if (tokens.kinds[i] === TokenKind.number) return WordClass.number
  if (tokens.kinds[i] !== TokenKind.word) return WordClass.open
  const known = wordClasses.get(tokens.lower[i])
  if (known === undefined) return isAdverb(tokens, i) ? WordClass.adverb : WordClass.open
  if (known === WordClass.time && isNamedByTime(tokens, i)) return WordClass.open
  return known
}

const isAdverb = (tokens: Tokens, i: number) =>
  tokens.lower[i].endsWith('ly') && !isCapital(tokens, i) && !nounsInLy.has(tokens.lower[i])
const nounsInLy: ReadonlySet<string> = new Set(
  'family ally assembly supply reply rally bully monopoly anomaly butterfly daily weekly monthly elderly homily'.split(' '),
)

/** "the Sunday Telegraph", "USA Today": a weekday or month inside a name is no time. */
function isNamedByTime(tokens: Tokens, i: number): boolean {
  if (isWord(tokens, i, 'today') && isCapital(tokens, i)) return isCapital(tokens, i - 1)
  if (!isCapital(tokens, i) || !isCapital(tokens, i + 1) || wordClasses.get(tokens.lower[i + 1]) === WordClass.time) return false
  return i > 0 && wordClasses.get(tokens.lower[i - 1]) === WordClass.determiner
}

export function isCapital(tokens: Tokens, i: number): boolean {
  return tokens.kinds[i] === TokenKind.word && (tokens.shapes[i] & (Shape.capital | Shape.allCapitals)) !== 0
}

export function isWord(tokens: Tokens, i: number, word: string): boolean {
  return i >= 0 && i < tokens.count && tokens.lower[i] === word
}

export function isPunctuation(tokens: Tokens, i: number): boolean {
  return i >= 0 && i < tokens.count && (tokens.kinds[i] === TokenKind.punctuation || tokens.kinds[i] === TokenKind.symbol)
}

export function isMark(tokens: Tokens, i: number): boolean {
  return i >= 0 && i < tokens.count && tokens.kinds[i] === TokenKind.mark
}

const isHyphen = (tokens: Tokens, i: number) =>
  tokens.kinds[i] === TokenKind.punctuation && tokens.words[i] === '-' && tokens.starts[i] === tokens.ends[i - 1]

/** Whether the token stands for a finite verb as far as its form tells: an auxiliary, a known verb, a form in -ed that no determiner precedes. */
export function isFiniteVerb(tokens: Tokens, i: number): boolean {
  const wordClass = classOf(tokens, i)
  if (wordClass === WordClass.auxiliary) return !nonFinite.has(tokens.lower[i])
  if (wordClass !== WordClass.verb && wordClass !== WordClass.open) return false
  if (tokens.kinds[i] === TokenKind.possessive) return isContraction(tokens, i)
  if (tokens.kinds[i] !== TokenKind.word || isCapital(tokens, i)) return false
  const word = tokens.lower[i]
  const isPast = wordClass === WordClass.open && endsInEd(word) && (tokens.shapes[i] & Shape.hyphen) === 0
  if (wordClass === WordClass.open && !isPast && !isFiniteForm(reportingForms.get(word))) return false
  const before = classOf(tokens, i - 1)
  if (before === WordClass.determiner || before === WordClass.possessive || before === WordClass.preposition) return false
  if (isPossessive(tokens, i - 1)) return false
  if (wordClass === WordClass.verb) return before !== WordClass.number
  return (
    !isPast || (before !== WordClass.number && !(before === WordClass.adverb && classOf(tokens, i - 2) === WordClass.determiner))
  )
}

const endsInEd = (word: string) => word.length > 4 && word.endsWith('ed')
const isFiniteForm = (found: ReportingForm | undefined) => found?.form === 'past' || found?.form === 'present'

/** "it's", "that's": an ending in 's after a pronoun is a verb. */
const isContraction = (tokens: Tokens, i: number) => contracted.has(tokens.lower[i - 1] ?? '') && tokens.words[i].length > 1
const isPossessive = (tokens: Tokens, i: number) => i > 0 && tokens.kinds[i] === TokenKind.possessive && !isContraction(tokens, i)

const nonFinite: ReadonlySet<string> = new Set(['be', 'been', 'being', 'having'])
const contracted: ReadonlySet<string> = new Set('it he she that there what who here where let how'.split(' '))

/** Whether the token can be part of a noun phrase at all. */
export function isNominal(tokens: Tokens, i: number): boolean {
  if (i < 0 || i >= tokens.count) return false
  const kind = tokens.kinds[i]
  if (kind === TokenKind.number || kind === TokenKind.possessive) return true
  return kind === TokenKind.word && nominalClasses.has(classOf(tokens, i))
}
const nominalClasses: ReadonlySet<WordClass> = new Set([
  WordClass.open,
  WordClass.determiner,
  WordClass.possessive,
  WordClass.number,
  WordClass.time,
  WordClass.adverb,
])

const subjects: ReadonlySet<string> = new Set(
  'i you he she it we they everyone everybody nobody someone somebody anyone'.split(' '),
)

/** Whether the token is a pronoun that can be a subject. */
export const isSubjectPronoun = (tokens: Tokens, i: number) => subjects.has(tokens.lower[i] ?? '')

/**
 * The noun phrase that ends before token `end`, no further left than `limit`: its determiner, modifiers and "of" phrases, without appositions;
 * undefined where no noun phrase stands there.
 */
export function nounPhraseBefore(tokens: Tokens, end: number, limit: number): TokenRange | undefined {
  const last = end - 1
  if (last < limit) return undefined
  if (isSubjectPronoun(tokens, last)) return { first: last, end }
  if (demonstratives.has(tokens.lower[last]) && !isNominal(tokens, last - 1)) return { first: last, end }
  let first = end
  for (let i = last; i >= limit && end - i <= reach; i--) {
    if (isPunctuation(tokens, i) && !isHyphen(tokens, i)) break
    if (isMark(tokens, i)) break
    const wordClass = classOf(tokens, i)
    const isPart = wordClass === WordClass.pronoun && i === last && isWord(tokens, i - 1, 'of')
    if ((wordClass === WordClass.pronoun && !isPart) || wordClass === WordClass.subordinator || wordClass === WordClass.relative)
      break
    if (isWord(tokens, i, 'to') && isWord(tokens, i - 1, 'according')) break
    if (wordClass === WordClass.preposition && i > limit && tokens.words[i - 1] === ',') break
    if (wordClass === WordClass.coordinator && !joinsNouns(tokens, i, limit)) break
    if (isFiniteVerb(tokens, i)) break
    first = i
    if (beginsPhrase(tokens, i, limit)) break
  }
  first = withoutLead(tokens, first, end)
  return first < end ? { first, end } : undefined
}

const demonstratives: ReadonlySet<string> = new Set(['others', 'another', 'one', 'both', 'many', 'some', 'all', 'several'])

/** A determiner opens a noun phrase unless it stands within a larger one ("the head of the party"). */
function beginsPhrase(tokens: Tokens, i: number, limit: number): boolean {
  const wordClass = classOf(tokens, i)
  if (wordClass !== WordClass.determiner && wordClass !== WordClass.possessive) return false
  if (i === limit) return true
  const before = classOf(tokens, i - 1)
  return before !== WordClass.preposition && before !== WordClass.determiner && before !== WordClass.coordinator
}

/** "and" belongs to the phrase only in a list of nouns that reaches back to the clause's edge without a verb. */
function joinsNouns(tokens: Tokens, i: number, limit: number): boolean {
  if (!isWord(tokens, i, 'and') && !isWord(tokens, i, 'or')) return false
  for (let j = i - 1; j >= limit - 1 && i - j < 16; j--) {
    if (j < limit || isMark(tokens, j) || (isPunctuation(tokens, j) && !isHyphen(tokens, j))) return j < i - 1
    const wordClass = classOf(tokens, j)
    if (isFiniteVerb(tokens, j) || wordClass === WordClass.pronoun || wordClass === WordClass.auxiliary) return false
    if (wordClass === WordClass.subordinator || wordClass === WordClass.relative) return j < i - 1
  }
  return false
}

/** Drops what stands before the noun phrase itself: adverbs, "on Thursday", "in a statement". */
function withoutLead(tokens: Tokens, first: number, end: number): number {
  let at = first
  while (at < end) {
    const wordClass = classOf(tokens, at)
    if (wordClass === WordClass.adverb || wordClass === WordClass.coordinator || wordClass === WordClass.time) at++
    else if (wordClass === WordClass.preposition) at = afterPreposition(tokens, at, end)
    else break
  }
  return at
}

/** After the prepositional phrase that opens at `at` with a time or a lower-case noun phrase, where a name or determiner follows; else after the preposition. */
function afterPreposition(tokens: Tokens, at: number, end: number): number {
  let i = at + 1
  if (classOf(tokens, i) === WordClass.determiner || classOf(tokens, i) === WordClass.possessive) i++
  while (i < end && !startsAnew(tokens, i)) i++
  return i < end && i > at + 1 ? i : at + 1
}

/** Whether a new noun phrase starts inside a run of nouns: at a name or determiner that no preposition leads into. */
function startsAnew(tokens: Tokens, i: number): boolean {
  if (classOf(tokens, i - 1) === WordClass.preposition) return false
  return classOf(tokens, i) === WordClass.determiner || (isCapital(tokens, i) && classOf(tokens, i) !== WordClass.time)
}

/** The noun phrase that begins at token `first`, no further right than `limit`, with its "of", "for", "from", "at" and "with" phrases, without appositions. */
export function nounPhraseAfter(tokens: Tokens, first: number, limit: number): TokenRange | undefined {
  if (isSubjectPronoun(tokens, first)) return { first, end: first + 1 }
  let end = first
  for (let i = first; i < limit && i - first < reach; i++) {
    if (isPunctuation(tokens, i) && !isHyphen(tokens, i)) break
    if (isMark(tokens, i)) break
    const wordClass = classOf(tokens, i)
    if (wordClass === WordClass.preposition) {
      const isOffice = isWord(tokens, i, 'to') && offices.has(tokens.lower[i - 1])
      if ((!innerPrepositions.has(tokens.lower[i]) && !isOffice) || end === first) break
      if (classOf(tokens, i + 1) === WordClass.time || classOf(tokens, i + 1) === WordClass.number) break
      continue
    }
    if (wordClass === WordClass.coordinator) {
      if (
        !isWord(tokens, i, 'and') ||
        !isNominal(tokens, i + 1) ||
        !(isCapital(tokens, i + 1) || classOf(tokens, i + 1) === WordClass.possessive)
      )
        break
      continue
    }
    if (!isNominal(tokens, i) || isFiniteVerb(tokens, i)) break
    if (wordClass === WordClass.time && i > first) break
    if (wordClass === WordClass.adverb && i > first) break
    if (
      i > first &&
      !isCapital(tokens, i) &&
      isParticiple(tokens, i) &&
      classOf(tokens, i - 1) !== WordClass.determiner &&
      i - first > 1 &&
      !isFiniteVerb(tokens, i + 1)
    )
      break
    if (
      wordClass === WordClass.determiner &&
      i > first &&
      classOf(tokens, i - 1) !== WordClass.preposition &&
      classOf(tokens, i - 1) !== WordClass.determiner
    )
      break
    end = i + 1
  }
  return end > first ? { first, end } : undefined
}
/** Who is one "to" a country or a person. */
const offices: ReadonlySet<string> = new Set(
  'ambassador envoy adviser advisor aide assistant representative delegate secretary emissary'.split(' '),
)
const innerPrepositions: ReadonlySet<string> = new Set('of for from at with near'.split(' '))

/** A word in -ing: a participle or gerund, by its form. */
export function isParticiple(tokens: Tokens, i: number): boolean {
  return (
    tokens.kinds[i] === TokenKind.word && tokens.lower[i].length > 5 && tokens.lower[i].endsWith('ing') && !isCapital(tokens, i)
  )
}
