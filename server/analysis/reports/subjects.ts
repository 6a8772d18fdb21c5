import {
  classOf,
  isCapital,
  isFiniteVerb,
  isMark,
  isNominal,
  isParticiple,
  isPunctuation,
  isWord,
  nounPhraseAfter,
  nounPhraseBefore,
  type TokenRange,
} from '../phrases.ts'
import { TokenKind, type Tokens } from '../tokens.ts'
import { WordClass } from '../words/clause-words.ts'
import { months, weekdays } from '../words/months.ts'

/** A verb with what belongs to it on the left, and who does it. */
export interface Subject {
  /** The noun phrase with its appositions. */
  readonly source: TokenRange
  /** The noun phrase alone. */
  readonly head: TokenRange
}

/** The verb group that ends with token `verb`: where its auxiliaries and adverbs begin, and what they say about it. */
export interface VerbGroup {
  readonly first: number
  readonly passive: boolean
  readonly infinitive: boolean
  readonly modal: boolean
  readonly negated: boolean
}

const passives: ReadonlySet<string> = new Set(['is', 'are', 'was', 'were', 'be', 'been', 'being'])
const modals: ReadonlySet<string> = new Set(
  "will would can could may might must shall should won't wouldn't can't couldn't cannot do does did don't doesn't didn't".split(
    ' ',
  ),
)

const negations: ReadonlySet<string> = new Set(['not', 'never'])

/** The auxiliaries and adverbs before a verb ("has also", "was not"), and "to". */
export function verbGroup(tokens: Tokens, verb: number, limit: number): VerbGroup {
  let first = verb
  let passive = false
  let infinitive = false
  let modal = false
  let negated = false
  for (let i = verb - 1; i >= limit; i--) {
    const wordClass = classOf(tokens, i)
    if (wordClass === WordClass.auxiliary) {
      if (passives.has(tokens.lower[i])) passive = true
      if (modals.has(tokens.lower[i])) modal = true
      if (tokens.lower[i].endsWith("n't") || tokens.lower[i] === 'cannot') negated = true
    } else if (isWord(tokens, i, 'to') && i === verb - 1) infinitive = true
    else if (wordClass !== WordClass.adverb && !standsWithinPerfect(tokens, i)) break
    if (negations.has(tokens.lower[i])) negated = true
    first = i
  }
  while (
    first < verb &&
    classOf(tokens, first) === WordClass.adverb &&
    classOf(tokens, first + 1) === WordClass.open &&
    first + 1 < verb
  )
    first++
  return { first, passive, infinitive, modal, negated }
}

/** "has long argued": one small word between the auxiliary and its participle. */
const standsWithinPerfect = ({ lower }: Tokens, i: number) =>
  /^(?:has|have|had)$/.test(lower[i - 1] ?? '') && withinPerfect.has(lower[i])
const withinPerfect: ReadonlySet<string> = new Set(['long', 'first', 'all', 'both', 'since'])

/** The subject that stands before token `end` (where the verb group begins), in the orders "X said", "X, a driver, said" and "X, who …, said". */
export function subjectBefore(tokens: Tokens, end: number, limit: number): Subject | undefined {
  const last = withoutTime(tokens, end, limit) - 1
  if (last < limit) return undefined
  if (relatives.has(tokens.lower[last])) return subjectBefore(tokens, isComma(tokens, last - 1) ? last - 1 : last, limit)
  if (isComma(tokens, last) || isDash(tokens, last) || tokens.words[last] === ')') return subjectBeforeComma(tokens, last, limit)
  const head = nounPhraseBefore(tokens, last + 1, limit)
  if (!head) return beforeRelative(tokens, last + 1, limit)
  const antecedent = beforeRelative(tokens, head.first, limit)
  if (antecedent) return { source: { first: antecedent.source.first, end }, head: antecedent.head }
  return { source: { first: head.first, end }, head }
}

/** Where a subject ends that a time parts from its verb: "a court on Tuesday ruled". */
function withoutTime(tokens: Tokens, end: number, limit: number): number {
  let at = end
  while (at > limit && classOf(tokens, at - 1) === WordClass.time && at > limit + 1) at--
  if (at === end) return end
  if (at > limit + 1 && /^(?:last|late|early|earlier|this)$/.test(tokens.lower[at - 1])) at--
  return isWord(tokens, at - 1, 'on') || isWord(tokens, at - 1, 'in') ? at - 1 : at
}

/** "X, who was there for the first time said": the phrase before the verb belongs to a relative clause about the subject. */
function beforeRelative(tokens: Tokens, end: number, limit: number): Subject | undefined {
  for (let i = end - 1, verbs = 0; i > limit && end - i < 16; i--) {
    if (isMark(tokens, i) || isStop(tokens, i) || (isPunctuation(tokens, i) && verbs === 0)) return undefined
    if (isFiniteVerb(tokens, i)) verbs++
    else if (relatives.has(tokens.lower[i])) {
      let verb = i + 1
      while (classOf(tokens, verb) === WordClass.adverb) verb++
      return verbs > 0 && isFiniteVerb(tokens, verb) ? subjectBefore(tokens, i + 1, limit) : undefined
    } else if (isComma(tokens, i)) return undefined
  }
  return undefined
}

/**
 * A noun phrase beside the subject that a single comma parts from it: a title before the name ("the party leader, Ada Venn said") or
 * a description behind it ("Ada Venn, the party leader said"). Only where nothing but this report follows, so that no words are taken for a title.
 */
export function withLooseApposition(tokens: Tokens, subject: Subject, limit: number): Subject {
  const { first } = subject.source
  if (!isComma(tokens, first - 1)) return subject
  let start = first - 2
  while (start > limit && !isPunctuation(tokens, start - 1) && !isMark(tokens, start - 1)) start--
  if (start < limit || first - start > 14 || partKind(tokens, start, first - 1) !== 'noun') return subject
  if (
    start > limit &&
    !isStop(tokens, start - 1) &&
    !isMark(tokens, start - 1) &&
    !(isComma(tokens, start - 1) && start - limit < 10)
  )
    return subject
  const phrase = nounPhraseBefore(tokens, first - 1, start)
  if (!phrase || (phrase.first > start && !leads(tokens, start, phrase.first))) return subject
  const last = tokens.lower[first - 2]
  const described = isCapital(tokens, first - 2) && !weekdays.has(last) && !months.has(last) && !isCapital(tokens, first)
  const titled =
    isCapital(tokens, first) &&
    (classOf(tokens, phrase.first) === WordClass.determiner || classOf(tokens, phrase.first) === WordClass.number)
  if (!described && !titled) return subject
  return { source: { first: phrase.first, end: subject.source.end }, head: phrase }
}

const relatives: ReadonlySet<string> = new Set(['who', 'which'])
export const isComma = (tokens: Tokens, i: number) => tokens.kinds[i] === TokenKind.punctuation && tokens.words[i] === ','
export const isDash = (tokens: Tokens, i: number) =>
  tokens.kinds[i] !== TokenKind.word &&
  ((i >= 0 && /^(?:—|–|--+)$/.test(tokens.words[i] ?? '')) ||
    (tokens.words[i] === '-' && tokens.starts[i] !== tokens.ends[i - 1]))

/** The noun phrase before one or more appositions that end with the comma, dash or bracket at `comma`. */
function subjectBeforeComma(tokens: Tokens, comma: number, limit: number): Subject | undefined {
  let end = comma
  let found: TokenRange | undefined
  for (let parts = 0; parts < 8 && end > limit; parts++) {
    let start = end
    while (
      start > limit &&
      !isComma(tokens, start - 1) &&
      !isDash(tokens, start - 1) &&
      !isMark(tokens, start - 1) &&
      tokens.words[start - 1] !== ';' &&
      tokens.words[start - 1] !== ':'
    )
      start--
    const kind = partKind(tokens, start, end)
    if (kind === 'clause' || (kind === 'lead' && found)) break
    if (kind === 'noun' || (start <= limit && !found)) found = nounPhraseBefore(tokens, end, start) ?? found
    if (start <= limit || isMark(tokens, start - 1) || tokens.words[start - 1] === ';' || tokens.words[start - 1] === ':') break
    end = start - 1
  }
  return found && { source: { first: found.first, end: comma }, head: found }
}

/** Whether what stands before the phrase in its part is only a conjunction or adverb. */
function leads(tokens: Tokens, first: number, end: number): boolean {
  for (let i = first; i < end; i++) {
    const wordClass = classOf(tokens, i)
    if (wordClass !== WordClass.coordinator && wordClass !== WordClass.adverb && wordClass !== WordClass.subordinator)
      return false
  }
  return true
}

/** What a part between commas is: a noun phrase, a clause, a relative clause or participle that goes with a noun, or an adverbial that leads the sentence. */
function partKind(tokens: Tokens, first: number, end: number): 'noun' | 'clause' | 'modifier' | 'lead' {
  while (first < end && classOf(tokens, first) === WordClass.coordinator) first++
  if (first >= end) return 'modifier'
  const wordClass = classOf(tokens, first)
  if (
    wordClass === WordClass.open &&
    /(?:ed|born|known|led|held|made|owned)$/.test(tokens.lower[first]) &&
    !isCapital(tokens, first)
  )
    return 'modifier'
  if (wordClass === WordClass.relative || isParticiple(tokens, first) || isWord(tokens, first, 'as')) return 'modifier'
  if (wordClass === WordClass.number && end - first === 1) return 'modifier'
  if (wordClass === WordClass.preposition) return 'lead'
  if (wordClass === WordClass.adverb && end - first === 1) return 'lead'
  if (wordClass === WordClass.subordinator) return 'clause'
  for (let i = first; i < end; i++) {
    if (classOf(tokens, i) === WordClass.relative && i > first) return 'noun'
    if (isFiniteVerb(tokens, i)) return 'clause'
  }
  return 'noun'
}

/** The subject that follows its verb ("said Ada Venn, a singer"): the noun phrase at token `first` and its appositions, before `limit`. */
export function subjectAfter(tokens: Tokens, first: number, limit: number): Subject | undefined {
  while (first < limit && classOf(tokens, first) === WordClass.adverb) first++
  if (first >= limit || (!isNominal(tokens, first) && classOf(tokens, first) !== WordClass.pronoun)) return undefined
  if (classOf(tokens, first) === WordClass.time && !isCapital(tokens, first)) return undefined
  const head = nounPhraseAfter(tokens, first, limit)
  if (!head) return undefined
  return { source: { first: head.first, end: withAppositions(tokens, withAgent(tokens, head.end, limit), limit) }, head }
}

/** Over "issued by the court" behind a noun. */
function withAgent(tokens: Tokens, end: number, limit: number): number {
  const by = isWord(tokens, end, 'by')
    ? end
    : (isWord(tokens, end + 1, 'by') || isWord(tokens, end + 1, 'from')) && /(?:ed|en|de)$/.test(tokens.lower[end] ?? '')
      ? end + 1
      : -1
  if (by < 0) return end
  return nounPhraseAfter(tokens, by + 1, limit)?.end ?? end
}

/** Where the appositions behind a noun phrase end: ", a Canadian astronaut", ", 38", ", who runs the shop". */
export function withAppositions(tokens: Tokens, end: number, limit: number): number {
  for (let parts = 0; parts < 4 && isComma(tokens, end); parts++) {
    let next = end + 1
    while (
      next < limit &&
      !isComma(tokens, next) &&
      !isMark(tokens, next) &&
      !isStop(tokens, next) &&
      tokens.words[next] !== ';' &&
      tokens.words[next] !== ':'
    )
      next++
    const opens = classOf(tokens, end + 1)
    const isRelative = relatives.has(tokens.lower[end + 1] ?? '')
    if (!isRelative && !opensApposition(tokens, end + 1, opens)) return end
    if (!isRelative)
      for (let i = end + 1; i < next; i++) {
        if (classOf(tokens, i) === WordClass.relative) break
        if (isFiniteVerb(tokens, i) || isParticiple(tokens, i)) return end
      }
    end = next
  }
  return end
}

function opensApposition(tokens: Tokens, i: number, wordClass: WordClass): boolean {
  if (wordClass === WordClass.determiner || wordClass === WordClass.possessive || wordClass === WordClass.number) return true
  return wordClass === WordClass.open && tokens.kinds[i] === TokenKind.word && !isParticiple(tokens, i)
}

export const isStop = (tokens: Tokens, i: number) =>
  tokens.kinds[i] !== TokenKind.word && /^(?:[.!?…]|\.\.+)$/.test(tokens.words[i] ?? '')

/**
 * The subject that a verb without one of its own borrows ("X welcomed it and said", "X left, saying"): that of the nearest finite verb to the left.
 * `limit` is the sentence's start.
 */
export function borrowedSubject(tokens: Tokens, verb: number, limit: number): Subject | undefined {
  let tries = 0
  for (let i = verb - 1; i > limit && verb - i < 60 && tries < 4; i--) {
    if (isMark(tokens, i)) {
      // Words in quotation marks belong to somebody's speech: on to what stands before them.
      i = markBefore(tokens, i, Math.max(limit, verb - 60))
      continue
    }
    if (!isFiniteVerb(tokens, i) || isReduced(tokens, i, limit)) continue
    const group = verbGroup(tokens, i, limit)
    const subject = isWord(tokens, group.first - 1, 'and') ? undefined : subjectBefore(tokens, group.first, limit)
    if (subject) return subject
    tries++
    i = group.first
  }
  return undefined
}

/** "analysed samples collected on the coast": a form in -ed right behind the object of a verb is a participle about the object. */
function isReduced(tokens: Tokens, verb: number, limit: number): boolean {
  if (!tokens.lower[verb].endsWith('ed') || !isNominal(tokens, verb - 1)) return false
  const object = nounPhraseBefore(tokens, verb, limit)
  return (
    object !== undefined &&
    object.first > limit &&
    tokens.lower[object.first - 1].endsWith('ed') &&
    isFiniteVerb(tokens, object.first - 1)
  )
}

/** The mark before the one at token `i`; `limit` where there is none. */
function markBefore(tokens: Tokens, i: number, limit: number): number {
  for (let at = i - 1; at > limit; at--) if (isMark(tokens, at)) return at
  return limit
}
