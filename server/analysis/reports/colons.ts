import { classOf, isCapital, isFiniteVerb, isMark, type TokenRange } from '../phrases.ts'
import type { Report } from '../reports.ts'
import type { Tokens } from '../tokens.ts'
import { WordClass } from '../words/clause-words.ts'
import type { ReportingVerb } from '../words/reporting-verbs.ts'
import { isComma, subjectBefore, verbGroup } from './subjects.ts'

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

/**
 * "X has given her reasons. "…"": a sentence without a report before one that opens with a quotation. Its subject may speak there, if it is a person;
 * `words` is empty, since none are reported here.
 */
export function readLead(tokens: Tokens, sentence: TokenRange, earlier: readonly Report[]): Report | undefined {
  if (earlier.length > 0 || !isMark(tokens, sentence.end)) return undefined
  const first = sentence.end + (/^(?:\.|…)/.test(tokens.words[sentence.end + 1] ?? '') ? 2 : 1)
  if (!opensSpeech(tokens, first, first + 8)) return undefined
  const verb = mainVerb(tokens, sentence.first, sentence.end)
  const group = verbGroup(tokens, verb, sentence.first)
  if (verb >= sentence.end || group.passive) return undefined
  const subject = subjectBefore(tokens, group.first, sentence.first)
  if (!subject) return undefined
  const cue = { first: verb, end: verb + 1 }
  return { cue, verb: lead, ...subject, whole: { first: group.first, end: cue.end }, words: [], indirect: false, trails: false }
}
const lead: ReportingVerb = { lemma: '', class: 'neutral', frames: ['words'], recipient: false }

/** Whether a report only says whom the sentence before a quotation is about. */
export const isLead = ({ verb }: Report) => verb === lead

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
