import {
  classOf,
  isCapital,
  isFiniteVerb,
  isMark,
  isNominal,
  isSubjectPronoun,
  isWord,
  nounPhraseBefore,
  opensClause,
  type TokenRange,
} from '../phrases.ts'
import type { Report } from '../reports.ts'
import { TokenKind, type Tokens } from '../tokens.ts'
import { WordClass } from '../words/clause-words.ts'
import { type ReportingForm, type ReportingVerb, reportingForms } from '../words/reporting-verbs.ts'
import { evidenceNouns, speechObjects } from '../words/source-nouns.ts'
import { type Following, isInfinitive, readFollowing, wordsAfter, wordsBefore } from './contents.ts'
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
  if (isPassive(tokens, at, found, group, cue.end)) return readPassive(tokens, cue, found.verb, group.first, sentence, following)
  if (group.modal && !group.negated && following.by !== 'that' && following.by !== 'clause' && following.by !== 'to')
    return undefined
  const subject = findSubject(tokens, at, found, group, sentence, earlier)
  if (!subject) return readInverted(tokens, cue, found.verb, sentence, earlier)
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

/** "made clear", "made it clear", "as she put it": cues of more than a verb. */
function idiom(tokens: Tokens, at: number): ReportingForm | undefined {
  const word = tokens.lower[at]
  if (makes.has(word) && (isWord(tokens, at + 1, 'clear') || (isWord(tokens, at + 1, 'it') && isWord(tokens, at + 2, 'clear'))))
    return { verb: makeClear, form: word === 'making' ? 'gerund' : 'past' }
  return (word === 'put' || word === 'puts') && isWord(tokens, at + 1, 'it') ? { verb: putIt, form: 'past' } : undefined
}
const makes: ReadonlySet<string> = new Set(['make', 'makes', 'made', 'making'])
const makeClear: ReportingVerb = { lemma: 'make clear', class: 'supporting', frames: ['that'], recipient: false }
const putIt: ReportingVerb = { lemma: 'put it', class: 'neutral', frames: ['clause'], recipient: false }

/** The end of the cue with its particle: "pointed out", "called for". */
function cueEnd(tokens: Tokens, at: number, found: ReportingForm): number {
  if (found.verb === makeClear) return isWord(tokens, at + 1, 'clear') ? at + 2 : at + 3
  if (found.verb === putIt) return at + 2
  return particles.get(found.verb.lemma)?.includes(tokens.lower[at + 1] ?? '') ? at + 2 : at + 1
}
const particles: ReadonlyMap<string, readonly string[]> = new Map([
  ['point', ['out']],
  ['call', ['for', 'on']],
  ['refer', ['to']],
])

/** Whether what follows a verb is the words themselves, by the verb's frames. */
function reportsIndirectly(tokens: Tokens, verb: ReportingVerb, { by, first }: Following, cue: TokenRange): boolean {
  if (verb.lemma === 'call' && cue.end - cue.first === 2) return by === 'to' || by === 'object' || by === 'clause'
  switch (by) {
    case 'that':
      return verb.class !== 'thinking' && (!verb.frames.includes('words') || verb.lemma === 'express')
    case 'clause':
      return verb.frames.includes('clause') || verb.frames.includes('that')
    case 'to':
      return verb.frames.includes('to')
    case 'object':
      return verb.frames.includes('object') || (!verb.frames.includes('words') && namesSpeech(tokens, first))
    default:
      return false
  }
}

/** "The poll found that", "the autopsies suggest": evidence shows something, it reports no speech. */
function isEvidence(tokens: Tokens, head: TokenRange, verb: ReportingVerb): boolean {
  if (!showing.has(verb.lemma)) return false
  for (let i = head.first; i < head.end; i++) {
    if (evidenceNouns.has(tokens.lower[i])) return true
    if (classOf(tokens, i) === WordClass.preposition) return false
  }
  return false
}
const showing: ReadonlySet<string> = new Set([
  'suggest',
  'indicate',
  'reveal',
  'find',
  'demonstrate',
  'illustrate',
  'imply',
  'confirm',
  'predict',
])

/** "his intention to …", "the aim of …": an object that holds what was said. */
function namesSpeech(tokens: Tokens, first: number): boolean {
  for (let i = first; i < first + 3; i++) if (speechObjects.has(tokens.lower[i])) return true
  return false
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
  return subject && readTrailing(tokens, cue, verb, subject, { first: cue.first, end: subject.source.end }, sentence, earlier)
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

/** Whether a past form is a passive: behind a form of "be", or alone before "as", "by", "to be" ("the plan, described as"). */
function isPassive(tokens: Tokens, at: number, found: ReportingForm, group: VerbGroup, end: number): boolean {
  if (found.form !== 'past') return false
  if (group.passive) return true
  if (group.first < at) return false
  if (isWord(tokens, end, 'as') || (isWord(tokens, end, 'by') && !isComma(tokens, at - 1)))
    return isNominal(tokens, at - 1) || isComma(tokens, at - 1)
  return (
    isWord(tokens, end, 'to') &&
    (isWord(tokens, end + 1, 'be') || isWord(tokens, end + 1, 'have')) &&
    found.verb.frames.includes('clause')
  )
}

/** "it was reported that", "X was told by Y", "X, described by Y as": the subject does not speak, an agent behind "by" may. */
function readPassive(
  tokens: Tokens,
  cue: TokenRange,
  verb: ReportingVerb,
  groupFirst: number,
  sentence: TokenRange,
  following: Following,
): Report | undefined {
  if (quotesSomebody(tokens, cue, verb)) {
    const quoted =
      verb.lemma === 'quote' && !reportingForms.has(tokens.lower[cue.end + 1] ?? '')
        ? subjectBefore(tokens, groupFirst, sentence.first)
        : undefined
    return (
      quoted && {
        cue,
        verb,
        ...quoted,
        whole: { first: quoted.source.first, end: cue.end },
        words: [{ first: cue.end + 1, end: sentence.end }],
        indirect: false,
        trails: false,
      }
    )
  }
  const agent = findAgent(tokens, cue.end, sentence.end)
  const direct = agent && agent.source.first === cue.end + 1 ? agent : undefined
  const first = direct ? direct.source.end : following.first
  const by = direct && isInfinitive(tokens, first) ? 'to' : direct && isWord(tokens, first, 'that') ? 'that' : following.by
  const told = { first, by }
  const impersonal = isWord(tokens, groupFirst - 1, 'it') || direct !== undefined
  const indirect =
    impersonal || by === 'to'
      ? reportsIndirectly(tokens, verb, told, cue) || (by === 'to' && toldTo(verb))
      : (by === 'that' || by === 'clause') && verb.recipient
  if (!indirect && !agent && !verb.frames.includes('words')) return undefined
  const whole = direct ? { first: cue.first, end: direct.source.end } : cue
  return {
    cue,
    verb,
    ...agent,
    whole,
    words: first < sentence.end ? [{ first, end: sentence.end }] : [],
    indirect,
    trails: false,
  }
}

/** "were told to leave", "is said to be": not "is estimated to cost". */
const toldTo = (verb: ReportingVerb) =>
  (verb.recipient && verb.lemma !== 'encourage') || ['say', 'report', 'claim', 'allege'].includes(verb.lemma)

const quotesSomebody = (tokens: Tokens, { end }: TokenRange, verb: ReportingVerb) =>
  (verb.lemma === 'quote' || verb.lemma === 'cite') && (isWord(tokens, end, 'as') || isWord(tokens, end, 'by'))

/** The agent of a passive: behind "by" right after the verb, or after the quoted words ("described as "…" by X"). */
function findAgent(tokens: Tokens, end: number, limit: number): Subject | undefined {
  if (isWord(tokens, end, 'by')) return subjectAfter(tokens, end + 1, limit)
  for (let i = end; i < limit && i - end < 40; i++)
    if (isMark(tokens, i) && isWord(tokens, i + 1, 'by')) return subjectAfter(tokens, i + 2, limit)
  return undefined
}

/** Whether a form that could be a noun or an adjective is a verb here. */
function isVerbUse(tokens: Tokens, at: number, found: ReportingForm, groupFirst: number, sentence: TokenRange): boolean {
  const before = classOf(tokens, at - 1)
  if (at > sentence.first && groupFirst === at) {
    if (before === WordClass.determiner && !isWord(tokens, at - 1, 'that') && !standsAlone.has(tokens.lower[at - 1])) return false
    if (before === WordClass.possessive || (tokens.kinds[at - 1] === TokenKind.possessive && found.form !== 'past')) return false
    if (before === WordClass.preposition && found.form !== 'gerund' && !isWord(tokens, at - 1, 'as')) return false
    if (tokens.kinds[at - 1] === TokenKind.number && found.form === 'base') return false
  }
  if (found.form === 'present')
    return (
      !isFiniteVerb(tokens, at + 1) &&
      !isWord(tokens, at + 1, 'of') &&
      reportingForms.get(tokens.lower[at + 1] ?? '')?.form !== 'base'
    )
  if (found.form !== 'base' || groupFirst < at || isSubjectPronoun(tokens, at - 1)) return true
  if (found.verb.lemma === 'say') return at > sentence.first
  const isPlural =
    tokens.kinds[at - 1] === TokenKind.word && /(?:s|people|police|media|men|women|children)$/.test(tokens.lower[at - 1])
  return (isPlural || isCapital(tokens, at - 1)) && (opensObject(tokens, at + 1) || opensClause(tokens, at + 1, sentence.end))
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
  if (found.form !== 'gerund' && !borrows) return subjectBefore(tokens, group.first, sentence.first)
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
  const previous = earlier.at(-1)
  if (!previous?.source || !previous.head) return undefined
  for (let i = Math.max(previous.whole.end, previous.cue.end); i < at; i++) {
    if (tokens.words[i] === ';') return undefined
    const begins = isWord(tokens, i, 'but') || isWord(tokens, i, 'while') || isWord(tokens, i, 'and')
    if (begins && isComma(tokens, i - 1) && i < at - 3 && isNominal(tokens, i + 1) && !isFiniteVerb(tokens, i + 1))
      return undefined
  }
  return { source: previous.source, head: previous.head }
}

/** Who is quoted in "quoted Y as saying" (Y) and "Y was quoted by X as saying" (Y): `as` is the token "as". */
function quotedPerson(tokens: Tokens, as: number, limit: number): Subject | undefined {
  for (let i = as - 1; i >= limit && as - i < 16; i--) {
    const form = reportingForms.get(tokens.lower[i])
    if (form?.verb.lemma !== 'quote' && form?.verb.lemma !== 'cite') continue
    const group = verbGroup(tokens, i, limit)
    if (group.passive) return subjectBefore(tokens, group.first, limit)
    const head = nounPhraseBefore(tokens, as, i + 1)
    return head && { source: { first: i + 1, end: as }, head: { first: i + 1, end: as } }
  }
  return undefined
}

/** "X paid tribute to her: "…"": a colon before a quotation makes the sentence's subject its speaker, whatever the verb, where no report of the sentence does. */
export function readColon(tokens: Tokens, sentence: TokenRange, earlier: readonly Report[]): Report | undefined {
  for (let i = sentence.first + 1; i < sentence.end - 1; i++) {
    if (
      !isMark(tokens, i + 1) ||
      !(tokens.words[i] === ':' || (isComma(tokens, i) && earlier.length === 0 && opensSpeech(tokens, i + 2, sentence.end)))
    )
      continue
    if (earlier.some(({ words, trails }) => !trails && words.some(({ first }) => first === i || first === i + 1)))
      return undefined
    const told = earlier.findLast(({ trails, cue }) => !trails && cue.first < i)
    const verb = told ? told.cue.first : mainVerb(tokens, sentence.first, i)
    const subject =
      told?.source && told.head
        ? { source: told.source, head: told.head }
        : subjectBefore(tokens, verbGroup(tokens, verb, sentence.first).first, sentence.first)
    if (!subject) return undefined
    const cue = told?.cue ?? { first: verb, end: verb + 1 }
    return {
      cue,
      verb: colon,
      ...subject,
      whole: { first: i, end: i + 1 },
      words: [{ first: i, end: i + 2 }],
      indirect: false,
      trails: false,
    }
  }
  return undefined
}
const colon: ReportingVerb = { lemma: ':', class: 'neutral', frames: ['words'], recipient: false }

/** Words in quotation marks behind a bare comma are speech if they run to the sentence's end and are more than a title. */
function opensSpeech(tokens: Tokens, first: number, end: number): boolean {
  if (!isCapital(tokens, first) || end - first < 8) return false
  for (let i = first; i < end - 2; i++) if (isMark(tokens, i)) return false
  return true
}

/** The first finite verb of a sentence that is in no relative clause. */
function mainVerb(tokens: Tokens, first: number, end: number): number {
  let relative = 0
  for (let i = first; i < end; i++) {
    if (classOf(tokens, i) === WordClass.relative) relative++
    if (isFiniteVerb(tokens, i) && relative-- <= 0) return i
  }
  return end
}
