import type { Paragraph } from '../paragraph.ts'
import { isFiniteVerb, isMark, isWord, sentenceOf, type TokenRange } from '../phrases.ts'
import { isLead } from '../reports/colons.ts'
import { isComma, isDash, isStop } from '../reports/subjects.ts'
import { type Report, reportsAround } from '../reports.ts'
import type { Speech } from '../speech.ts'
import type { Tokens } from '../tokens.ts'
import { isSameSpeaker, type Speaker, tokenFrom } from './cast.ts'
import type { Standing } from './kinds.ts'
import type { Voice } from './voices.ts'

/** What the sieves found for one quotation. */
export interface Attribution {
  readonly range: TokenRange
  readonly standing: Standing
  readonly report?: Report
  readonly speaker?: Speaker
  /** The name of the sieve, in words for a reader. */
  readonly why?: string
  /** Whether it is a question, which somebody else may answer. */
  readonly asks: boolean
}

/** What a sieve looks at: one quotation among those of its paragraph, and what was found before it. */
interface Question {
  readonly paragraph: Paragraph
  readonly tokens: Tokens
  readonly reports: readonly Report[]
  readonly quote: TokenRange
  /** What was found for the quotations of the paragraph before this one, and for those of the paragraph before. */
  readonly earlier: readonly Attribution[]
  readonly before: readonly Attribution[]
  readonly previous: Previous | undefined
}

/** The paragraph before this one with the speakers of its reports. */
interface Previous {
  readonly paragraph: Paragraph
  readonly speakers: readonly (Speaker | undefined)[]
}

/** What a sieve answers: a report of the paragraph, or a speaker found elsewhere. */
interface Answer {
  readonly standing: Standing
  readonly report?: Report
  readonly from?: Pick<Attribution, 'report' | 'speaker'>
}

/** One way to a speaker: its name, and what it finds. */
interface Sieve {
  readonly name: string
  readonly find: (question: Question) => Answer | undefined
}

/** The sieves from the surest to the weakest. */
export const sieves: readonly Sieve[] = [
  { name: 'named after the quotation', find: namedAfter },
  { name: 'named before the quotation', find: namedBefore },
  { name: 'within the reported words', find: withinReport },
  { name: 'the quotation goes on after an interruption', find: goesOn },
  { name: 'runs on from the paragraph before', find: runsOn },
  { name: 'introduced at the end of the paragraph before', find: introducedBefore },
  { name: 'speaker of the sentence before', find: sentenceBefore },
  { name: 'only speaker of the paragraph', find: onlySpeaker },
  { name: 'same speaker as the paragraph before', find: sameAsParagraphBefore },
  { name: 'told at the end of the paragraph before', find: toldBefore },
  { name: 'subject of the sentence before', find: subjectBefore },
]

/**
 * Finds the speakers of a paragraph's quotations. The ways to a speaker are tried from the surest to the weakest (after Muzny, Fang, Chang and Jurafsky 2017);
 * what none of them holds has no speaker. Gives one answer for each of the stretches in order. `last` is what is said in the paragraph before.
 */
export function sieveParagraph({ stage, speakers }: Voice, last: Speech | undefined): readonly Attribution[] {
  const paragraph = stage.reading
  const { tokens, marks, reports } = paragraph
  if (marks.stretches.length === 0) return nothing
  const before = last?.attributions ?? nothing
  const previous = last && { paragraph: last.voice.stage.reading, speakers: last.voice.speakers }
  const found: Attribution[] = []
  const speakerOf = new Map(reports.map((report, index) => [report, speakers[index]] as const))
  for (const stretch of marks.stretches) {
    const quote = { first: tokenFrom(tokens, stretch.start), end: tokenFrom(tokens, stretch.end) }
    const near = reportsAround(reports, quote)
    const question = { paragraph, tokens, reports: near, quote, earlier: found.slice(-8), before, previous }
    found.push(
      stretch.depth > 0
        ? { range: quote, standing: 'alone', asks: false }
        : { ...ask(question, speakerOf), asks: isQuestion(tokens, quote) },
    )
  }
  return found
}

const nothing: readonly Attribution[] = []

/** The first answer of a sieve, from the surest on. */
function ask(question: Question, speakerOf: ReadonlyMap<Report, Speaker | undefined>): Omit<Attribution, 'asks'> {
  const range = question.quote
  for (const { name, find } of sieves) {
    const found = find(question)
    if (!found) continue
    const { standing, report, from } = found
    if (report && isLead(report)) {
      const speaker = speakerOf.get(report)
      return speaker && 'person' in speaker ? { range, standing, speaker, why: name } : { range, standing }
    }
    if (report) {
      const speaker = speakerOf.get(report)
      return { range, standing, report, ...(speaker && { speaker, why: name }) }
    }
    const beside = from?.report && question.earlier.some(attribution => attribution === from) ? from.report : undefined
    return { range, standing, ...(beside && { report: beside }), ...(from?.speaker && { speaker: from.speaker, why: name }) }
  }
  return { range, standing: 'alone' }
}

const isQuestion = (tokens: Tokens, { end }: TokenRange) => tokens.words[end - 1] === '?' || tokens.words[end - 2] === '?'

/** "…," Ada Venn said. */
function namedAfter({ tokens, reports, quote }: Question): Answer | undefined {
  const next = isComma(tokens, quote.end) || isDash(tokens, quote.end) ? quote.end + 1 : quote.end
  const report = reports.find(({ whole, trails, cue }) => whole.first === next || (trails && cue.first === next))
  if (!report || isPassedOn(report, reports, quote)) return undefined
  const last = isMark(tokens, quote.end - 1) ? quote.end - 2 : quote.end - 1
  const pauses = next > quote.end || isComma(tokens, last) || isStop(tokens, last) || report.trails
  const ended = tokens.words[last] === '.' && next === quote.end
  if (!pauses || (ended && !report.trails && report.cue.first > report.whole.first)) return undefined
  return { standing: 'followed', report }
}

/** "Ada Venn said it was "…", according to the Herald": what the Herald passes on is said by her. */
function isPassedOn(report: Report, reports: readonly Report[], { first }: TokenRange): boolean {
  if (report.verb.lemma !== 'according to' || !report.words[0]) return false
  const from = report.words[0].first
  return reports.some(
    ({ trails, whole, words }) =>
      !trails && whole.first >= from && words.some(range => range.first <= first && first < range.end),
  )
}

/** Ada Venn said: "…" */
function namedBefore({ tokens, reports, quote, earlier }: Question): Answer | undefined {
  const report = reports.findLast(
    ({ words, trails, whole }) =>
      !trails && whole.end <= quote.first && words.some(({ first }) => opens(tokens, first, quote.first)),
  )
  if (!report) return undefined
  const interrupts = earlier.at(-1)?.report === report
  return { standing: interrupts ? 'followed' : 'introduced', report: speaking(reports, report) }
}

/** "Ada Venn said she felt …": what she felt is what she said, so that the saying is the cue. */
function speaking(reports: readonly Report[], report: Report): Report {
  if (report.verb.class !== 'thinking') return report
  const outer = reports.findLast(
    ({ indirect, trails, words }) =>
      indirect && !trails && words.some(({ first, end }) => first <= report.whole.first && report.cue.first < end),
  )
  return outer ?? report
}

/** Whether nothing but "that", commas and colons stands between where the words begin and the mark. */
function opens(tokens: Tokens, first: number, mark: number): boolean {
  if (first > mark || mark - first > 3) return false
  for (let i = first; i < mark; i++)
    if (!isWord(tokens, i, 'that') && !isComma(tokens, i) && tokens.words[i] !== ':') return false
  return true
}

/** Ada Venn said it was "…". */
function withinReport({ reports, quote }: Question): Answer | undefined {
  const holds = ({ words }: Report) => words.some(({ first, end }) => first <= quote.first && quote.first < end)
  // In "Ada Venn said it was "…", according to the Herald" the inner report is hers.
  const last = reports.findLast(holds)
  const report = (last?.trails && reports.findLast(candidate => !candidate.trails && holds(candidate))) || last
  return report && { standing: 'within', report: speaking(reports, report) }
}

/** "…," Ada Venn said. "…" */
function goesOn({ tokens, quote, earlier, paragraph }: Question): Answer | undefined {
  const from = earlier.findLast(({ report }) => report)
  const cue = from?.report?.cue.first ?? 0
  if (!from?.report || from.report.whole.end > quote.first || cue < from.range.first) return undefined
  if (quote.first > paragraph.sentences[sentenceOf(paragraph.sentences, cue)].endToken) return undefined
  if (!isPause(tokens, from.report.whole.end, quote.first)) return undefined
  const resumes = isStop(tokens, quote.first - 1) || isComma(tokens, quote.first - 1)
  return { standing: resumes ? 'followed' : 'within', from }
}

/** Whether between the report and the quotation nothing new is said: no verb, no "and". */
function isPause(tokens: Tokens, first: number, end: number): boolean {
  for (let i = first; i < end; i++) {
    if (isStop(tokens, i)) return true
    if (isFiniteVerb(tokens, i) || isWord(tokens, i, 'and')) return false
  }
  return true
}

/** A quotation that the paragraph before leaves open goes on. */
function runsOn({ quote, before, previous }: Question): Answer | undefined {
  const from = before.at(-1)
  const last = previous?.paragraph.marks.stretches.findLast(({ depth }) => depth === 0)
  const isOpen = last !== undefined && last.close === undefined
  return from && isOpen && quote.first === 0 ? { standing: 'followed', from } : undefined
}

/** Ada Venn wrote on Chirper:¶ "…" */
function introducedBefore({ quote, previous }: Question): Answer | undefined {
  if (!previous || quote.first > 0) return undefined
  const { tokens } = previous.paragraph
  const last = tokens.words[tokens.count - 1]
  return last === ':' || last === ',' ? lastTold(previous) : undefined
}

/** Who says something in the last sentence of a paragraph, outermost and last. */
function lastTold({ paragraph, speakers }: Previous): Answer | undefined {
  const { reports, sentences } = paragraph
  const since = sentences.at(-1)?.firstToken ?? 0
  const last = reports.slice(-8).filter(report => !isLead(report))
  const isInside = ({ cue }: Report) =>
    last.some(({ indirect, trails, words }) => {
      return indirect && !trails && words.some(({ first, end }) => first < cue.first && cue.end <= end)
    })
  const told = last.findLast(report => report.source && report.cue.first >= since && !isInside(report))
  const speaker = told && speakers[reports.indexOf(told)]
  return speaker && { standing: 'introduced', from: { speaker } }
}

/** Ada Venn said she was glad. "…" */
function sentenceBefore({ reports, quote, earlier, paragraph }: Question): Answer | undefined {
  const { sentences } = paragraph
  const here = sentenceOf(sentences, quote.first)
  if (here <= 0 || sentences[here].firstToken !== quote.first) return undefined
  const since = sentences[here - 1].firstToken
  const report = reports.findLast(
    found => found.source && found.cue.first < quote.first && found.cue.first >= since && !isLead(found),
  )
  if (report) return { standing: 'followed', report }
  const before = earlier.at(-1)
  return before && before.range.end > since ? { standing: 'followed', from: before } : undefined
}

/** A quotation that is a sentence of its own in a paragraph where one person alone speaks. */
function onlySpeaker({ quote, earlier, paragraph }: Question): Answer | undefined {
  if (paragraph.sentences[sentenceOf(paragraph.sentences, quote.first)].firstToken !== quote.first) return undefined
  const [from] = earlier.filter(({ speaker }) => speaker)
  return from && earlier.every(({ speaker }) => !speaker || isSameSpeaker(speaker, from.speaker))
    ? { standing: 'followed', from }
    : undefined
}

/** A paragraph that is a quotation and names nobody goes on with the speaker before. */
function sameAsParagraphBefore({ tokens, quote, before, earlier }: Question): Answer | undefined {
  if (quote.first > 0 || quote.end < tokens.count - 1 || earlier.length > 0) return undefined
  const from = before.at(-1)
  return from?.speaker && !from.asks ? { standing: 'followed', from } : undefined
}

/** Ada Venn said she was glad.¶ "…" */
function toldBefore({ tokens, quote, before, reports, previous }: Question): Answer | undefined {
  if (!previous || quote.first > 0 || quote.end < tokens.count - 1 || reports.length > 0) return undefined
  const since = previous.paragraph.sentences.at(-1)?.firstToken ?? 0
  const quoted = before.at(-1)
  return quoted && quoted.range.end > since ? undefined : lastTold(previous)
}

/** Ada Venn has given her reasons. "…" */
function subjectBefore({ reports, quote, paragraph }: Question): Answer | undefined {
  const { sentences } = paragraph
  const here = sentenceOf(sentences, quote.first)
  if (here <= 0 || sentences[here].firstToken !== quote.first) return undefined
  const report = reports.findLast(found => found.cue.first < quote.first && found.cue.first >= sentences[here - 1].firstToken)
  return report && isLead(report) ? { standing: 'alone', report } : undefined
}
