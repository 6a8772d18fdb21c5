import { classOf, isCapital, isFiniteVerb, isMark, isNominal, isSubjectPronoun, isWord, type TokenRange } from '../phrases.ts'
import type { Report } from '../reports.ts'
import { TokenKind, type Tokens } from '../tokens.ts'
import { WordClass } from '../words/clause-words.ts'
import { type ReportingForm, type ReportingVerb, reportingForms } from '../words/reporting-verbs.ts'
import { opensClause } from './clauses.ts'
import { readFollowing, wordsAfter, wordsBefore, wordsFollow } from './contents.ts'
import { cueEnd, idiom } from './cues.ts'
import { isEvidence, reportsIndirectly } from './frames.ts'
import { isPassive, leadsToSaying, quotedPerson, quotingFrom, readPassive } from './passives.ts'
import {
  borrowedSubject,
  isComma,
  isDash,
  isStop,
  type Subject,
  subjectAfter,
  subjectBefore,
  type VerbGroup,
  verbGroup,
  withLooseApposition,
} from './subjects.ts'

/** Reads the report whose cue is the verb at token `at`, if it is one. `earlier` are the reports of the same sentence before it. */
export function readVerb(tokens: Tokens, at: number, sentence: TokenRange, earlier: readonly Report[]): Report | undefined {
  const found = reportingForms.get(tokens.lower[at]) ?? idiom(tokens, at)
  if (!found || (isCapital(tokens, at) && at > sentence.first)) return undefined
  const group = verbGroup(tokens, at, sentence.first)
  if (!isVerbUse(tokens, at, found, group.first, sentence)) return undefined
  const cue = { first: at, end: cueEnd(tokens, at, found) }
  const following = readFollowing(tokens, cue.end, sentence.end, found.verb)
  if (namesThing(tokens, at, found)) return undefined
  if (found.form === 'gerund' && isWord(tokens, at - 1, 'as') && !wordsFollow(tokens, following, sentence)) {
    const quoted = readQuotedAs(tokens, cue, found.verb, sentence, earlier)
    if (quoted) return quoted
  }
  if (found.form === 'past' && leadsToSaying(tokens, found.verb, cue.end, sentence.end)) return undefined
  if (isPassive(tokens, at, found, group, cue.end)) return readPassive(tokens, cue, found.verb, group.first, sentence, following)
  if (group.modal && !group.negated && following.by !== 'that' && following.by !== 'clause' && following.by !== 'to')
    return undefined
  const subject = findSubject(tokens, at, found, group, sentence, earlier)
  if (!subject) return found.form === 'gerund' ? undefined : readInverted(tokens, cue, found.verb, sentence, earlier)
  const speaks = found.verb.frames.includes('clause')
  const own = subject.source.end === group.first ? withLooseApposition(tokens, subject, sentence.first) : subject
  if (following.by === 'nothing' && speaks && group.first - subject.source.end <= 1 && subject.source.end <= group.first) {
    const isInside = isComma(tokens, following.first) && wordsAfter(tokens, following.first + 1, sentence.end).length > 0
    const speaker = isInside ? subject : own
    const whole = { first: speaker.source.first, end: Math.max(cue.end, following.first) }
    const report = readTrailing(tokens, cue, found.verb, speaker, whole, sentence, earlier)
    if (report) return report
  }
  const { source, head } = own
  const isBeside = source.first < at && group.first - source.end <= 2
  const whole = { first: isBeside ? source.first : group.first, end: cue.end }
  const first = following.by === 'nothing' && isComma(tokens, following.first) ? following.first + 1 : following.first
  const indirect =
    !group.negated && !isEvidence(tokens, head, found.verb) && reportsIndirectly(tokens, found.verb, following, cue)
  if ((group.modal || (group.infinitive && following.by === 'object')) && !indirect && !group.negated) return undefined
  return {
    cue,
    verb: found.verb,
    source,
    head,
    whole,
    words: first < sentence.end ? [{ first, end: sentence.end }] : [],
    indirect,
    trails: false,
  }
}

/** "two programs, called "…" and", "offering "a way out"": the words are a name, or say what a thing is. */
function namesThing(tokens: Tokens, at: number, found: ReportingForm): boolean {
  if (!isMark(tokens, at + 1)) return false
  if (found.verb.lemma === 'offer') return found.form === 'gerund'
  return found.form === 'past' && naming.has(found.verb.lemma) && isComma(tokens, at - 1)
}
const naming: ReadonlySet<string> = new Set(['call', 'dub', 'brand', 'label'])

/** "…," Reuters quoted Ada Venn as saying; "…," Ada Venn was quoted as saying. */
function readQuotedAs(
  tokens: Tokens,
  cue: TokenRange,
  verb: ReportingVerb,
  sentence: TokenRange,
  earlier: readonly Report[],
): Report | undefined {
  const subject = quotedPerson(tokens, cue.first - 1, sentence.first)
  const first = quotingFrom(tokens, cue.first - 1, sentence.first)
  if (!subject || first === undefined) return undefined
  return readTrailing(tokens, cue, verb, subject, { first, end: cue.end }, sentence, earlier)
}

/** "said Ada Venn": the subject behind its verb, where the words, a comma or nothing stands before it. */
function readInverted(
  tokens: Tokens,
  cue: TokenRange,
  verb: ReportingVerb,
  sentence: TokenRange,
  earlier: readonly Report[],
): Report | undefined {
  if (!endsWords(tokens, cue.first, sentence.first) || isWord(tokens, cue.end, 'that')) return undefined
  const subject = subjectAfter(tokens, cue.end, sentence.end)
  // "said the board was wrong": a clause follows, no subject; but behind a quotation "said a man named Kerr" is one.
  if (!subject) return undefined
  const next = subject.source.end
  const isNamed = isMark(tokens, cue.first - 1) && /(?:ed|known)$/.test(tokens.lower[next] ?? '') && !isComma(tokens, next + 1)
  if (isFiniteVerb(tokens, next) && !isNamed) return undefined
  return readTrailing(tokens, cue, verb, subject, { first: cue.first, end: subject.source.end }, sentence, earlier)
}

/** Whether what stands before token `at` can end the words of a report that trails them. */
function endsWords(tokens: Tokens, at: number, first: number): boolean {
  return (
    at === first ||
    isMark(tokens, at - 1) ||
    isComma(tokens, at - 1) ||
    isDash(tokens, at - 1) ||
    isStop(tokens, at - 1) ||
    isWord(tokens, at - 1, 'as')
  )
}

/** A report behind or within its words: "…, X said.", "…, said X, …". Nothing where no words stand before it. */
function readTrailing(
  tokens: Tokens,
  cue: TokenRange,
  verb: ReportingVerb,
  subject: Subject,
  whole: TokenRange,
  sentence: TokenRange,
  earlier: readonly Report[],
): Report | undefined {
  if (!endsWords(tokens, whole.first, sentence.first)) return undefined
  const before = wordsBefore(tokens, whole.first, clauseBehind(tokens, whole.first, sentence.first, earlier))
  if (before.length === 0) return undefined
  const next = whole.end
  const goesOn = isComma(tokens, next) && !isMark(tokens, next + 1) && !(tokens.lower[next + 1] ?? '').endsWith('ing')
  const after = goesOn ? wordsAfter(tokens, next + 1, sentence.end) : []
  return { cue, verb, ...subject, whole, words: [...before, ...after], indirect: true, trails: true }
}

/** "X said he would go, and talks were expected, a source said": the words of the second report begin behind those of the first. */
function clauseBehind(tokens: Tokens, end: number, first: number, earlier: readonly Report[]): number {
  const previous = earlier.findLast(({ trails, indirect }) => !trails && indirect)
  if (!previous) return first
  for (let i = end - 4; i > previous.cue.end; i--)
    if (isComma(tokens, i) && classOf(tokens, i + 1) === WordClass.coordinator && opensClause(tokens, i + 2, end)) return i + 2
  return first
}

/** Whether a form that could be a noun or an adjective is a verb here. */
function isVerbUse(tokens: Tokens, at: number, found: ReportingForm, groupFirst: number, sentence: TokenRange): boolean {
  const before = classOf(tokens, at - 1)
  if (at > sentence.first && groupFirst === at) {
    if (before === WordClass.determiner && !isWord(tokens, at - 1, 'that') && !standsAlone.has(tokens.lower[at - 1])) return false
    if (before === WordClass.possessive || (tokens.kinds[at - 1] === TokenKind.possessive && found.form !== 'past')) return false
    if (before === WordClass.preposition && found.form !== 'gerund' && !isWord(tokens, at - 1, 'as')) return false
    if (tokens.kinds[at - 1] === TokenKind.number && found.form === 'base') return false
    if (isModifier(tokens, at, found)) return false
  }
  if (found.form === 'present')
    return (
      !isObjectNoun(tokens, at) &&
      !isFiniteVerb(tokens, at + 1) &&
      (found.verb.recipient || !isWord(tokens, at + 1, 'of')) &&
      reportingForms.get(tokens.lower[at + 1] ?? '')?.form !== 'base'
    )
  if (found.form !== 'base' || groupFirst < at || isSubjectPronoun(tokens, at - 1)) return true
  if (found.verb.lemma === 'say') return at > sentence.first
  const isPlural =
    tokens.kinds[at - 1] === TokenKind.word && /(?:s|people|police|media|men|women|children)$/.test(tokens.lower[at - 1])
  // "Chinese state TV said": behind an adjective it is a noun.
  if (!isPlural && (!isCapital(tokens, at - 1) || found.verb.lemma === 'state')) return false
  return opensObject(tokens, at + 1) || opensClause(tokens, at + 1, sentence.end)
}

/** "was facing calls for new elections". */
const isObjectNoun = (tokens: Tokens, at: number) =>
  (tokens.lower[at - 1] ?? '').endsWith('ing') && classOf(tokens, at - 2) === WordClass.auxiliary

/** "the newly proposed plan", "no confirmed reports", "said reports": a noun, or an adjective before one. */
function isModifier(tokens: Tokens, at: number, found: ReportingForm): boolean {
  const before = classOf(tokens, at - 1)
  const leads = classOf(tokens, at - 2)
  const isOwned =
    leads === WordClass.determiner || tokens.kinds[at - 2] === TokenKind.possessive || leads === WordClass.possessive
  if (found.form === 'past') return before === WordClass.adverb && isOwned && !isWord(tokens, at - 2, 'that')
  if (found.form !== 'present') return false
  const form = reportingForms.get(tokens.lower[at - 1] ?? '')?.form
  return form === 'past' && (isOwned || found.verb.lemma === 'report')
}
const standsAlone: ReadonlySet<string> = new Set('others another one many some all several both this these those'.split(' '))

function opensObject(tokens: Tokens, i: number): boolean {
  const wordClass = classOf(tokens, i)
  return isMark(tokens, i) || isCapital(tokens, i) || objectClasses.has(wordClass)
}
const objectClasses: ReadonlySet<WordClass> = new Set([
  WordClass.determiner,
  WordClass.relative,
  WordClass.pronoun,
  WordClass.possessive,
])

/** Who does it: the subject before the verb, the one it borrows from the verb before, or who is quoted ("cited an official as saying"). */
function findSubject(
  tokens: Tokens,
  at: number,
  found: ReportingForm,
  group: VerbGroup,
  sentence: TokenRange,
  earlier: readonly Report[],
): Subject | undefined {
  const last = group.first - 1
  if (found.form === 'gerund' && isWord(tokens, last, 'as')) return quotedPerson(tokens, last, sentence.first)
  if (found.verb.lemma === 'quote' && found.form === 'past' && !isWord(tokens, at + 1, 'from'))
    return subjectAfter(tokens, at + 1, sentence.end)
  const borrows = isWord(tokens, last, 'and') || isWord(tokens, last, 'but') || group.infinitive
  if ((found.form !== 'gerund' || group.passive) && !borrows) return subjectBefore(tokens, group.first, sentence.first)
  if (group.infinitive && isCapital(tokens, last)) return subjectBefore(tokens, group.first, sentence.first)
  if (!borrows && !isComma(tokens, last)) {
    const own = subjectBefore(tokens, group.first, sentence.first)
    if (
      own &&
      (own.source.first === sentence.first ||
        isComma(tokens, own.source.first - 1) ||
        isWord(tokens, own.source.first - 1, 'with'))
    )
      return own
  }
  return (
    sharedSubject(tokens, at, earlier) ??
    borrowedSubject(tokens, last + 1, sentence.first) ??
    (found.form === 'gerund' ? laterSubject(tokens, at, sentence) : undefined)
  )
}

/** "While denying that there was a crisis, the office …": the subject of the main clause behind the comma. */
function laterSubject(tokens: Tokens, at: number, sentence: TokenRange): Subject | undefined {
  if (at > sentence.first + 1) return undefined
  for (let i = at + 1; i < sentence.end && i - at < 40; i++) {
    if (!isComma(tokens, i) || !opensClause(tokens, i + 1, sentence.end)) continue
    return subjectAfter(tokens, i + 1, sentence.end)
  }
  return undefined
}

/** The subject of the report before in the same sentence, unless a new clause has begun since. */
function sharedSubject(tokens: Tokens, at: number, earlier: readonly Report[]): Subject | undefined {
  const last = earlier.at(-1)
  // "Venn said Kerr told her they had it, adding": what she was told is part of what she said.
  const outer =
    last &&
    earlier.findLast(
      ({ indirect, trails, words }) =>
        indirect && !trails && words.some(({ first, end }) => first < last.cue.first && last.cue.end <= end),
    )
  const previous = isComma(tokens, at - 1) && outer ? outer : last
  if (!previous?.source || !previous.head) return undefined
  for (let i = Math.max(previous.whole.end, previous.cue.end); i < at; i++) {
    if (tokens.words[i] === ';') return undefined
    const begins = isWord(tokens, i, 'but') || isWord(tokens, i, 'while') || isWord(tokens, i, 'and')
    if (begins && isComma(tokens, i - 1) && i < at - 3 && isNominal(tokens, i + 1) && !isFiniteVerb(tokens, i + 1))
      return undefined
  }
  return { source: previous.source, head: previous.head }
}
