import {
  classOf,
  isCapital,
  isFiniteVerb,
  isMark,
  isNominal,
  isSubjectPronoun,
  isWord,
  nounPhraseAfter,
  nounPhraseBefore,
  type TokenRange,
} from '../phrases.ts'
import type { Report } from '../reports.ts'
import type { Tokens } from '../tokens.ts'
import { WordClass } from '../words/clause-words.ts'
import { type ReportingForm, type ReportingVerb, reportingForms } from '../words/reporting-verbs.ts'
import { type Following, isInfinitive } from './contents.ts'
import { reportsIndirectly } from './frames.ts'
import { isComma, type Subject, subjectAfter, subjectBefore, type VerbGroup, verbGroup } from './subjects.ts'

/** Whether a past form is a passive: behind a form of "be", or alone before "as", "by", "to be" ("the plan, described as"). */
export function isPassive(tokens: Tokens, at: number, found: ReportingForm, group: VerbGroup, end: number): boolean {
  if (found.form !== 'past') return false
  if (group.passive) return true
  if (group.first < at) return false
  if (found.verb.lemma === 'tell')
    return isWord(tokens, end, 'of') || isWord(tokens, end, 'that') || isInfinitive(tokens, end) || lacksRecipient(tokens, end)
  if (isWord(tokens, end, 'as') || (isWord(tokens, end, 'by') && !isComma(tokens, at - 1)))
    return isNominal(tokens, at - 1) || isComma(tokens, at - 1)
  return (
    isWord(tokens, end, 'to') &&
    (isWord(tokens, end + 1, 'be') || isWord(tokens, end + 1, 'have')) &&
    found.verb.frames.includes('clause')
  )
}

/** "Inquiry told warnings were ignored": a clause right behind "told" leaves nobody who is told but the subject. */
function lacksRecipient(tokens: Tokens, first: number): boolean {
  if (isSubjectPronoun(tokens, first)) return isFiniteVerb(tokens, first + 1)
  const phrase = nounPhraseAfter(tokens, first, first + 12)
  if (!phrase || isMark(tokens, phrase.end) || !isFiniteVerb(tokens, phrase.end)) return false
  for (let i = first + 1; i < phrase.end; i++) if (possessors.has(classOf(tokens, i))) return false
  return phrase.end - first === 1 || !(isCapital(tokens, phrase.end - 1) || isCapital(tokens, first))
}

/** Before these a new noun phrase begins: "told media his shop was full". */
const possessors: ReadonlySet<WordClass> = new Set([WordClass.possessive, WordClass.determiner])

/** "it was reported that", "X was told by Y", "X, described by Y as": the subject does not speak, an agent behind "by" may. */
export function readPassive(
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
  // "a statement read by an aide": the words are not the aide's.
  if (direct && verb.lemma === 'read') return undefined
  const first = direct ? direct.source.end : following.first
  const by = direct && isInfinitive(tokens, first) ? 'to' : direct && isWord(tokens, first, 'that') ? 'that' : following.by
  const told: Following =
    verb.lemma === 'tell' && lacksRecipient(tokens, cue.end) ? { first: cue.end, by: 'clause' } : { first, by }
  const impersonal = isWord(tokens, groupFirst - 1, 'it') || direct !== undefined
  const indirect =
    impersonal || told.by === 'to'
      ? reportsIndirectly(tokens, verb, told, cue) || (told.by === 'to' && toldTo(verb))
      : (told.by === 'that' || told.by === 'clause') && verb.recipient
  if (!indirect && !agent && !verb.frames.includes('words')) return undefined
  const whole = direct ? { first: cue.first, end: direct.source.end } : cue
  return {
    cue,
    verb,
    ...agent,
    whole,
    words: told.first < sentence.end ? [{ first: told.first, end: sentence.end }] : [],
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
  if (isWord(tokens, end, 'by')) {
    const agent = subjectAfter(tokens, end + 1, limit)
    // "characterized by the small "bomblets"": the noun itself is in quotation marks.
    const isCut = agent && isMark(tokens, agent.head.end) && classOf(tokens, agent.head.first) === WordClass.determiner
    return isCut && !isCapital(tokens, agent.head.end - 1) ? undefined : agent
  }
  for (let i = end; i < limit && i - end < 40; i++)
    if (isMark(tokens, i) && isWord(tokens, i + 1, 'by')) return subjectAfter(tokens, i + 2, limit)
  return undefined
}

/** Who is quoted in "quoted Y as saying" (Y) and "Y was quoted by X as saying" (Y): `as` is the token "as". */
export function quotedPerson(tokens: Tokens, as: number, limit: number): Subject | undefined {
  const verb = quotingVerb(tokens, as, limit)
  if (verb === undefined) return undefined
  const group = verbGroup(tokens, verb, limit)
  if (group.passive) return subjectBefore(tokens, group.first, limit)
  if (isComma(tokens, as - 1)) return subjectBefore(tokens, as, verb + 1)
  const head = nounPhraseBefore(tokens, as, verb + 1)
  return head && { source: { first: verb + 1, end: as }, head: { first: verb + 1, end: as } }
}

/** The first token of "Reuters quoted Y as saying" and "Y was quoted as saying". */
export function quotingFrom(tokens: Tokens, as: number, limit: number): number | undefined {
  const verb = quotingVerb(tokens, as, limit)
  return verb === undefined ? undefined : subjectBefore(tokens, verbGroup(tokens, verb, limit).first, limit)?.source.first
}

/** "quoted", "cited" or "reported" before the token "as". */
function quotingVerb(tokens: Tokens, as: number, limit: number): number | undefined {
  for (let i = as - 1; i >= limit && as - i < 16; i--) {
    if (isMark(tokens, i)) return undefined
    const form = reportingForms.get(tokens.lower[i])
    if (form && quoting.has(form.verb.lemma)) return i
  }
  return undefined
}

/** Whether a verb before the token `first` only quotes somebody "as saying". */
export function leadsToSaying(tokens: Tokens, verb: ReportingVerb, first: number, end: number): boolean {
  if (!quoting.has(verb.lemma)) return false
  for (let i = first; i < end - 1 && i - first < 15 && !isMark(tokens, i) && !isFiniteVerb(tokens, i); i++)
    if (isWord(tokens, i, 'as') && reportingForms.get(tokens.lower[i + 1])?.form === 'gerund') return true
  return false
}
const quoting: ReadonlySet<string> = new Set(['quote', 'cite', 'report'])
