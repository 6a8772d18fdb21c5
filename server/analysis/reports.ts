import type { Marks } from './marks.ts'
import { classOf, isCapital, isFiniteVerb, isMark, isSubjectPronoun, isWord, type TokenRange } from './phrases.ts'
import { readFollowing, trimTail } from './reports/contents.ts'
import {
  borrowedSubject,
  isComma,
  isDash,
  isStop,
  type Subject,
  subjectAfter,
  subjectBefore,
  verbGroup,
} from './reports/subjects.ts'
import type { Sentence } from './sentences.ts'
import { TokenKind, type Tokens } from './tokens.ts'
import { WordClass } from './words/clause-words.ts'
import { type ReportingForm, type ReportingVerb, reportingForms } from './words/reporting-verbs.ts'

/**
 * A place of a paragraph that reports somebody's words: a cue with its source, and the stretches it reports, all as ranges of the paragraph's tokens.
 * It depends on the paragraph alone; who the source is, the story decides.
 */
export interface Report {
  readonly cue: TokenRange
  readonly verb: ReportingVerb
  /** The noun phrase of the one who speaks with its appositions, and without them; absent where nobody is named ("it was reported"). */
  readonly source?: TokenRange
  readonly head?: TokenRange
  /** From the first to the last token of cue and source. */
  readonly whole: TokenRange
  /** The reported words as the sentence's grammar tells, in order; one before and one behind where the report stands within them. */
  readonly words: readonly TokenRange[]
  /** Whether the words are indirect speech (so far as they are not all in quotation marks); else they are only where quoted words may stand. */
  readonly indirect: boolean
  /** Whether the words come before the report. */
  readonly trails: boolean
}

/** The verb of "according to". */
const according: ReportingVerb = { lemma: 'according to', class: 'neutral', frames: ['clause'], recipient: false }

/** For each token the outermost quotation that holds it, by its index in `marks.stretches`; -1 outside. */
export function quotedTokens(tokens: Tokens, marks: Marks): Int32Array {
  const quoted = new Int32Array(tokens.count).fill(-1)
  let i = 0
  marks.stretches.forEach((stretch, index) => {
    if (stretch.depth > 0) return
    while (i < tokens.count && tokens.starts[i] < stretch.start) i++
    while (i < tokens.count && tokens.ends[i] <= stretch.end) quoted[i++] = index
  })
  return quoted
}

/** Reads every report of a paragraph, in order. Linear: each search around a cue is bounded. */
export function readReports(tokens: Tokens, sentences: readonly Sentence[], marks: Marks): readonly Report[] {
  const quoted = quotedTokens(tokens, marks)
  const reports: Report[] = []
  for (const sentence of sentences) {
    const range = { first: afterDateline(tokens, sentence), end: sentence.endToken }
    const from = reports.length
    for (let i = range.first; i < range.end; i++) {
      if (quoted[i] >= 0 || tokens.kinds[i] !== TokenKind.word) continue
      const report =
        isWord(tokens, i, 'according') && isWord(tokens, i + 1, 'to')
          ? readAccording(tokens, i, range)
          : readVerb(tokens, i, range, reports.slice(from))
      if (report) {
        reports.push(report)
        i = report.cue.end - 1
      }
    }
    settle(tokens, reports, from)
  }
  return reports
}

/** Where the sentence itself begins: behind "KYIV, Feb 4 (Reuters) -". */
function afterDateline(tokens: Tokens, sentence: Sentence): number {
  for (let i = sentence.firstToken; i < sentence.endToken && i - sentence.firstToken < 16; i++)
    if (tokens.words[i] === ')' && (isDash(tokens, i + 1) || tokens.words[i + 1] === '-')) return i + 2
  return sentence.firstToken
}

function readAccording(tokens: Tokens, at: number, sentence: TokenRange): Report | undefined {
  const subject = subjectAfter(tokens, at + 2, sentence.end)
  if (!subject) return undefined
  const cue = { first: at, end: at + 2 }
  const leads =
    at === sentence.first ||
    isWord(tokens, at - 1, 'but') ||
    isWord(tokens, at - 1, 'and') ||
    (isComma(tokens, at - 1) && at - sentence.first <= 3)
  let end = subject.source.end
  if (leads) {
    // "According to Reuters, the minister left": what follows the comma is an apposition only if another comma or a quotation ends it.
    if (subject.source.end > subject.head.end && !isComma(tokens, end) && !isMark(tokens, end)) end = subject.head.end
    const first = isComma(tokens, end) ? end + 1 : end
    const words = first < sentence.end && !isStop(tokens, first) ? [trimTail(tokens, { first, end: sentence.end })] : []
    return {
      cue,
      verb: according,
      ...subject,
      source: { first: subject.source.first, end },
      whole: { first: at, end },
      words,
      indirect: true,
      trails: false,
    }
  }
  const before = wordsBefore(tokens, at, sentence.first)
  const after =
    isComma(tokens, end) && !isStop(tokens, end + 1) && end + 1 < sentence.end && subject.source.end === subject.head.end
      ? [trimTail(tokens, { first: end + 1, end: sentence.end })]
      : []
  return {
    cue,
    verb: according,
    ...subject,
    whole: { first: at, end },
    words: [...before, ...after],
    indirect: true,
    trails: true,
  }
}

/** The words before a report that trails them, without the comma and an opening "But". */
function wordsBefore(tokens: Tokens, end: number, first: number): readonly TokenRange[] {
  let last = end
  while (last > first && (isComma(tokens, last - 1) || isDash(tokens, last - 1))) last--
  let start = first
  while (start < last && (leadingWords.has(tokens.lower[start]) || (isComma(tokens, start) && start > first))) start++
  for (let i = last - 1; i > start; i--) if (tokens.words[i] === ';') start = i + 1
  return start < last ? [{ first: start, end: last }] : []
}
const leadingWords: ReadonlySet<string> = new Set(['but', 'and', 'however', 'meanwhile', 'yet'])

function readVerb(tokens: Tokens, at: number, sentence: TokenRange, earlier: readonly Report[]): Report | undefined {
  const found = reportingForms.get(tokens.lower[at])
  if (!found || (isCapital(tokens, at) && at > sentence.first)) return undefined
  const group = verbGroup(tokens, at, sentence.first)
  if (!isVerbUse(tokens, at, found, group.first, sentence)) return undefined
  const cue = { first: at, end: particleEnd(tokens, at, found) }
  const { verb } = found
  const following = readFollowing(tokens, cue.end, sentence.end, verb)
  if (group.passive && found.form === 'past') return readPassive(tokens, cue, verb, group.first, sentence, following)
  const subject = findSubject(tokens, at, found, group.first, sentence, earlier, group.infinitive)
  const inverted = !subject ? invertedSubject(tokens, cue.end, at, sentence) : undefined
  if (inverted) return trailing(tokens, cue, verb, inverted, { first: at, end: inverted.source.end }, sentence)
  if (!subject) return undefined
  const ownSubject =
    subject.source.first < at &&
    subject.source.end <= at &&
    !earlier.some(report => report.source?.first === subject.source.first)
  const whole = { first: Math.min(subject.source.first, at), end: cue.end }
  if (following.by === 'nothing' && ownSubject && verb.frames.some(frame => frame === 'clause' || frame === 'that')) {
    const report = trailing(tokens, cue, verb, subject, { first: whole.first, end: Math.max(cue.end, following.first) }, sentence)
    if (report) return report
  }
  const indirect = reportsIndirectly(verb, following.by)
  const words = following.first < sentence.end ? [{ first: following.first, end: sentence.end }] : []
  return { cue, verb, ...subject, whole, words, indirect, trails: false }
}

/** Whether what follows a verb is the words themselves, by the verb's frames. */
function reportsIndirectly(verb: ReportingVerb, by: string): boolean {
  if (by === 'that') return verb.frames.some(frame => frame !== 'words') || verb.lemma === 'believe'
  if (by === 'clause') return verb.frames.includes('clause') || (verb.frames.includes('that') && verb.class !== 'judging')
  if (by === 'to') return verb.frames.includes('to')
  if (by === 'object') return verb.frames.includes('object')
  return false
}

/** A report behind or within its words: "…, X said.", "…, said X, …". Nothing where no words stand before it. */
function trailing(
  tokens: Tokens,
  cue: TokenRange,
  verb: ReportingVerb,
  subject: Subject,
  whole: TokenRange,
  sentence: TokenRange,
): Report | undefined {
  const before = wordsBefore(tokens, whole.first, sentence.first)
  if (before.length === 0) return undefined
  if (
    !isComma(tokens, whole.first - 1) &&
    !isMark(tokens, whole.first - 1) &&
    !isDash(tokens, whole.first - 1) &&
    !isStop(tokens, whole.first - 1)
  )
    return undefined
  const next = whole.end
  const goesOn =
    isComma(tokens, next) &&
    next + 2 < sentence.end &&
    !isMark(tokens, next + 1) &&
    !(tokens.lower[next + 1] ?? '').endsWith('ing')
  const after = goesOn ? [trimTail(tokens, { first: next + 1, end: sentence.end })] : []
  return { cue, verb, ...subject, whole, words: [...before, ...after], indirect: true, trails: true }
}

/** "it was reported that", "X was told by Y", "X was quoted as saying": the subject does not speak, an agent behind "by" may. */
function readPassive(
  tokens: Tokens,
  cue: TokenRange,
  verb: ReportingVerb,
  groupFirst: number,
  sentence: TokenRange,
  following: { first: number; by: string },
): Report | undefined {
  if (isWord(tokens, cue.end, 'as') && reportingForms.has(tokens.lower[cue.end + 1] ?? '')) return undefined
  const by = isWord(tokens, cue.end, 'by') ? subjectAfter(tokens, cue.end + 1, sentence.end) : undefined
  const impersonal = isWord(tokens, groupFirst - 1, 'it')
  const speaks = by ?? {}
  const first = by ? by.source.end : following.first
  const by2 = by && isWord(tokens, first, 'to') ? 'to' : by && isWord(tokens, first, 'that') ? 'that' : following.by
  const indirect =
    impersonal || by
      ? reportsIndirectly(verb, by2)
      : by2 === 'that' || by2 === 'clause'
        ? verb.recipient
        : by2 === 'to' && passiveSpeech.has(verb.lemma)
  if (!indirect && !by && !verb.frames.includes('words')) return undefined
  return {
    cue,
    verb,
    ...speaks,
    whole: by ? { first: cue.first, end: by.source.end } : cue,
    words: first < sentence.end ? [{ first, end: sentence.end }] : [],
    indirect,
    trails: false,
  }
}
const passiveSpeech: ReadonlySet<string> = new Set(['say', 'report', 'claim', 'allege', 'urge', 'ask', 'advise'])

/** Whether a form that could be a noun or an adjective is a verb here. */
function isVerbUse(tokens: Tokens, at: number, found: ReportingForm, groupFirst: number, sentence: TokenRange): boolean {
  const before = classOf(tokens, at - 1)
  if (at > sentence.first && groupFirst === at) {
    if (before === WordClass.determiner && !isWord(tokens, at - 1, 'that') && !standsAlone.has(tokens.lower[at - 1])) return false
    if (
      before === WordClass.possessive ||
      (tokens.kinds[at - 1] === TokenKind.possessive && found.form !== 'past' && tokens.starts[at] > tokens.ends[at - 1])
    )
      return false
    if (before === WordClass.preposition && found.form !== 'gerund') return false
    if (tokens.kinds[at - 1] === TokenKind.number && found.form === 'base') return false
  }
  if (found.form === 'present' && (isFiniteVerb(tokens, at + 1) || isWord(tokens, at + 1, 'of'))) return false
  if (found.form !== 'base') return true
  if (groupFirst < at) return true
  if (isSubjectPronoun(tokens, at - 1)) return true
  const isPlural =
    tokens.kinds[at - 1] === TokenKind.word && /(?:s|people|police|media|men|women|children)$/.test(tokens.lower[at - 1])
  if (found.verb.lemma === 'say') return at > sentence.first
  const next = classOf(tokens, at + 1)
  const opensObject =
    isMark(tokens, at + 1) ||
    next === WordClass.determiner ||
    next === WordClass.relative ||
    next === WordClass.pronoun ||
    isCapital(tokens, at + 1) ||
    next === WordClass.possessive
  return opensObject && (isPlural || isCapital(tokens, at - 1))
}
const standsAlone: ReadonlySet<string> = new Set('others another one many some all several both this these those'.split(' '))

/** The cue with its particle: "pointed out", "called for", "made clear" is found by its own. */
function particleEnd(tokens: Tokens, at: number, found: ReportingForm): number {
  const particles = particlesOf.get(found.verb.lemma)
  return particles?.includes(tokens.lower[at + 1] ?? '') ? at + 2 : at + 1
}
const particlesOf: ReadonlyMap<string, readonly string[]> = new Map([
  ['point', ['out']],
  ['call', ['for', 'on']],
  ['refer', ['to']],
])

/** Who does it: the subject before the verb, or the one it borrows from the verb before. */
function findSubject(
  tokens: Tokens,
  at: number,
  found: ReportingForm,
  groupFirst: number,
  sentence: TokenRange,
  earlier: readonly Report[],
  infinitive: boolean,
): Subject | undefined {
  const last = groupFirst - 1
  const previous = earlier.findLast(
    report => !report.trails || isComma(tokens, report.whole.end) || isWord(tokens, report.whole.end, 'in'),
  )
  const shared = previous?.source && previous.head && { source: previous.source, head: previous.head }
  if (
    isWord(tokens, last, 'and') ||
    isWord(tokens, last, 'but') ||
    (isComma(tokens, last) && found.form === 'gerund') ||
    infinitive
  )
    return shared ?? borrowedSubject(tokens, last + 1, sentence.first)
  if (found.form !== 'gerund') return subjectBefore(tokens, groupFirst, sentence.first)
  const own = subjectBefore(tokens, groupFirst, sentence.first)
  const opens =
    own &&
    (own.source.first === sentence.first || isComma(tokens, own.source.first - 1) || isWord(tokens, own.source.first - 1, 'with'))
  if (own && opens) return own
  return shared ?? borrowedSubject(tokens, at, sentence.first) ?? own
}

/** The subject behind the verb, only where the words or a comma stand before it. */
function invertedSubject(tokens: Tokens, after: number, at: number, sentence: TokenRange): Subject | undefined {
  if (
    at > sentence.first &&
    !isMark(tokens, at - 1) &&
    !isComma(tokens, at - 1) &&
    !isDash(tokens, at - 1) &&
    !isStop(tokens, at - 1)
  )
    return undefined
  if (isWord(tokens, after, 'that')) return undefined
  return subjectAfter(tokens, after, sentence.end)
}

/** Ends the words of each report of a sentence where the next one takes over, and trims them; a report inside them stays inside. */
function settle(tokens: Tokens, reports: Report[], from: number): void {
  for (let n = from; n < reports.length; n++) {
    const report = reports[n]
    if (report.trails) continue
    const cuts = reports.slice(n + 1, n + 4).map(next => takesOver(tokens, next, report))
    const cut = cuts.find(at => at !== undefined)
    const words = report.words.flatMap(range => {
      const whole = cut !== undefined && cut > range.first ? { first: range.first, end: Math.min(cut, range.end) } : range
      const trimmed = trimTail(tokens, whole)
      return trimmed.end > trimmed.first ? [trimmed] : []
    })
    reports[n] = { ...report, words }
  }
}

/** Where the next report takes over from this one: at the comma or conjunction before it; undefined where it stands within this one's words. */
function takesOver(tokens: Tokens, next: Report, report: Report): number | undefined {
  const first =
    next.source && next.source.first > report.cue.first
      ? next.whole.first
      : verbGroup(tokens, next.cue.first, report.cue.end).first
  let at = first
  while (at > report.cue.end && (classOf(tokens, at - 1) === WordClass.adverb || joints.has(tokens.lower[at - 1]))) at--
  const joined = at < first
  if (isComma(tokens, at - 1) || tokens.words[at - 1] === ';') return at - 1
  return joined ? at : undefined
}
const joints: ReadonlySet<string> = new Set(['and', 'but', 'while', 'although', 'though', 'whereas'])
