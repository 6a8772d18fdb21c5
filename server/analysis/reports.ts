import type { Marks } from './marks.ts'
import { classOf, isFiniteVerb, isMark, isWord, type TokenRange } from './phrases.ts'
import { readAccording } from './reports/according.ts'
import { readColon, readLead } from './reports/colons.ts'
import { trimTail } from './reports/contents.ts'
import { mayOpenCue } from './reports/cues.ts'
import { isComma, isDash, verbGroup } from './reports/subjects.ts'
import { readVerb } from './reports/verbs.ts'
import type { Sentence } from './sentences.ts'
import { TokenKind, type Tokens } from './tokens.ts'
import { WordClass } from './words/clause-words.ts'
import type { ReportingVerb } from './words/reporting-verbs.ts'

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

/** Reads every report of a paragraph, in order; `quoted` as in `quotedTokens`. Linear: each search around a cue is bounded. */
export function readReports(tokens: Tokens, sentences: readonly Sentence[], quoted: Int32Array): readonly Report[] {
  const reports: Report[] = []
  for (const range of stretchesToRead(tokens, sentences)) {
    const own: Report[] = []
    for (let i = range.first; i < range.end; i++) {
      if (quoted[i] >= 0 || tokens.kinds[i] !== TokenKind.word || !mayOpenCue(tokens.lower[i])) continue
      const report =
        isWord(tokens, i, 'according') || isWord(tokens, i, 'words')
          ? readAccording(tokens, i, range)
          : readVerb(tokens, i, range, own)
      if (!report) continue
      own.push(report)
      i = report.cue.end - 1
    }
    const colon = readColon(tokens, range, own) ?? readLead(tokens, range, own)
    if (colon) own.push(colon)
    own.sort((a, b) => a.cue.first - b.cue.first)
    settle(tokens, own)
    reports.push(...own)
  }
  return reports
}

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

/** The reports whose cues stand near a stretch of tokens: those that can be about it. Searched by halving, never more than a few. */
export function reportsAround(reports: readonly Report[], { first, end }: TokenRange): readonly Report[] {
  let low = 0
  let high = reports.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (reports[middle].cue.first >= first) high = middle
    else low = middle + 1
  }
  let after = low
  while (after < reports.length && after < low + 6 && reports[after].cue.first < end + 60) after++
  return reports.slice(Math.max(0, low - 12), after)
}

/** No sentence is read in longer stretches than this: what keeps the reading linear in a text without a full stop. */
const longest = 256

/** The sentences behind their datelines, the endless ones in parts. */
function stretchesToRead(tokens: Tokens, sentences: readonly Sentence[]): readonly TokenRange[] {
  return sentences.flatMap(sentence => {
    const first = afterDateline(tokens, sentence)
    if (sentence.endToken - first <= longest) return [{ first, end: sentence.endToken }]
    const parts: TokenRange[] = []
    for (let at = first; at < sentence.endToken; at += longest)
      parts.push({ first: at, end: Math.min(at + longest, sentence.endToken) })
    return parts
  })
}

/** Where the sentence itself begins: behind "KYIV, Feb 4 (Reuters) -". */
function afterDateline(tokens: Tokens, sentence: Sentence): number {
  for (let i = sentence.firstToken; i < sentence.endToken && i - sentence.firstToken < 16; i++)
    if (
      tokens.kinds[i] === TokenKind.punctuation &&
      tokens.words[i] === ')' &&
      (isDash(tokens, i + 1) || tokens.words[i + 1] === '-')
    )
      return i + 2
  return sentence.firstToken
}

/** Ends the words of each report of a sentence where the next one takes over, and trims them; a report inside them stays inside. */
function settle(tokens: Tokens, reports: Report[]): void {
  for (let n = 0; n < reports.length; n++) {
    const report = reports[n]
    if (report.trails) continue
    const cut = firstCut(tokens, reports, n)
    const words: TokenRange[] = []
    for (const range of report.words) {
      const whole = cut !== undefined && cut > range.first ? { first: range.first, end: Math.min(cut, range.end) } : range
      const trimmed = trimTail(tokens, whole)
      if (trimmed.end > trimmed.first) words.push(trimmed)
    }
    reports[n] = { ...report, words }
  }
}

/** The first place behind a report's cue where another takes over. */
function firstCut(tokens: Tokens, reports: readonly Report[], n: number): number | undefined {
  for (let next = n + 1; next < reports.length && next < n + 8; next++) {
    const cut = takesOver(tokens, reports[next], reports[n])
    if (cut !== undefined) return cut
  }
  return undefined
}

/** Where the next report takes over from this one: at the comma or conjunction before it; undefined where it stands within this one's words. */
function takesOver(tokens: Tokens, next: Report, report: Report): number | undefined {
  const first =
    next.source && next.source.first > report.cue.first
      ? next.whole.first
      : verbGroup(tokens, next.cue.first, report.cue.end).first
  if (next.trails && next.words[0] && next.words[0].first > report.cue.end) return next.words[0].first - 2
  if (!next.indirect && !next.words.some(range => isMark(tokens, range.first))) return undefined
  let at = leadBefore(tokens, first, report.cue.end)
  while (at > report.cue.end && (classOf(tokens, at - 1) === WordClass.adverb || joints.has(tokens.lower[at - 1]))) at--
  const joined = at < first
  if (isComma(tokens, at - 1) || tokens.words[at - 1] === ';') return at - 1
  return joined ? at : undefined
}
/** Before "for the first time" and the like between a comma and the subject. */
function leadBefore(tokens: Tokens, first: number, limit: number): number {
  for (let i = first - 1; i > limit && first - i < 7; i--) {
    if (isMark(tokens, i) || isFiniteVerb(tokens, i)) return first
    if (isComma(tokens, i - 1)) return classOf(tokens, i) === WordClass.preposition ? i : first
  }
  return first
}
const joints: ReadonlySet<string> = new Set(['and', 'but', 'while', 'although', 'though', 'whereas'])
