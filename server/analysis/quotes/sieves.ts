import { isMark, isWord, type TokenRange } from '../phrases.ts'
import { borrowedSubject, isComma, isStop } from '../reports/subjects.ts'
import type { Report } from '../reports.ts'
import type { Structure } from '../structure.ts'
import type { Tokens } from '../tokens.ts'
import type { Standing } from './kinds.ts'
import { type Cast, resolveSpeaker, type Speaker, tokenEnding } from './speakers.ts'

/** What the sieves found for one quotation. */
export interface Attribution {
  readonly range: TokenRange
  readonly standing: Standing
  readonly report?: Report
  readonly speaker?: Speaker
  /** The name of the sieve, in words for a reader. */
  readonly why?: string
}

/** What a sieve looks at: one quotation among those of its paragraph, and what was found before it. */
interface Question {
  readonly cast: Cast
  readonly paragraph: number
  readonly tokens: Tokens
  readonly reports: readonly Report[]
  readonly quote: TokenRange
  readonly earlier: readonly Attribution[]
  readonly paragraphBefore: readonly Attribution[]
}

/** What a sieve answers: a report of the paragraph, or a speaker found elsewhere. */
interface Answer {
  readonly standing: Standing
  readonly report?: Report
  readonly from?: Attribution
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
  { name: 'a colon introduces it', find: afterColon },
  { name: 'speaker of the sentence before', find: sentenceBefore },
  { name: 'same speaker as the paragraph before', find: sameAsParagraphBefore },
]

/** Finds the speakers of a paragraph's quotations, one answer for each of its stretches in order. */
export function sieveParagraph(
  cast: Cast,
  _structure: Structure,
  paragraph: number,
  paragraphBefore: readonly Attribution[],
  said: Speaker[],
): readonly Attribution[] {
  const { tokens, marks, reports } = cast.paragraphs[paragraph].reading
  const found: Attribution[] = []
  for (const stretch of marks.stretches) {
    const quote = { first: tokenEnding(tokens, stretch.start), end: tokenEnding(tokens, stretch.end) }
    if (stretch.depth > 0) {
      found.push({ range: quote, standing: 'alone' })
      continue
    }
    const attribution = answer({ cast, paragraph, tokens, reports, quote, earlier: found, paragraphBefore }, said)
    if (attribution.speaker) said.push(attribution.speaker)
    found.push(attribution)
  }
  return found
}

function answer(question: Question, said: readonly Speaker[]): Attribution {
  for (const { name, find } of sieves) {
    const found = find(question)
    if (!found) continue
    const { standing, report, from } = found
    const speaker = from ? from.speaker : report && speakerOf(question.cast, question.paragraph, report, said)
    return {
      range: question.quote,
      standing,
      ...(report ? { report } : from?.report && from.range && sameParagraph(question, from) && { report: from.report }),
      ...(speaker && { speaker, why: name }),
    }
  }
  return { range: question.quote, standing: 'alone' }
}

const sameParagraph = (question: Question, from: Attribution) => question.earlier.includes(from)

/** Who the source of a report is. */
export function speakerOf(
  cast: Cast,
  paragraph: number,
  { source, head }: Report,
  said: readonly Speaker[],
): Speaker | undefined {
  return source && head && resolveSpeaker(cast, { paragraph, source, head }, said)
}

/** "…," Jo Brand said. */
function namedAfter({ tokens, reports, quote }: Question): Answer | undefined {
  const next = isComma(tokens, quote.end) ? quote.end + 1 : quote.end
  const report = reports.find(({ whole }) => whole.first === next)
  if (!report) return undefined
  const last = isMark(tokens, quote.end - 1) ? quote.end - 2 : quote.end - 1
  const ended = tokens.words[last] === '.' && next === quote.end
  if (ended && !report.trails && report.cue.first > report.whole.first) return undefined
  return { standing: 'followed', report }
}

/** Jo Brand said: "…" */
function namedBefore({ tokens, reports, quote }: Question): Answer | undefined {
  const report = reports.findLast(
    ({ words, trails, whole }) =>
      !trails && whole.end <= quote.first && words.some(({ first }) => opens(tokens, first, quote.first)),
  )
  return report && { standing: 'introduced', report }
}

/** Whether nothing but "that", commas and colons stands between where the words begin and the mark. */
function opens(tokens: Tokens, first: number, mark: number): boolean {
  if (first > mark) return false
  for (let i = first; i < mark; i++)
    if (!isWord(tokens, i, 'that') && !isComma(tokens, i) && tokens.words[i] !== ':') return false
  return true
}

/** Jo Brand said it was "…". */
function withinReport({ reports, quote }: Question): Answer | undefined {
  const report = reports.findLast(({ words }) => words.some(({ first, end }) => first <= quote.first && quote.first < end))
  return report && { standing: 'within', report }
}

/** "…," Jo Brand said. "…" */
function goesOn({ tokens, quote, earlier, cast, paragraph }: Question): Answer | undefined {
  const from = earlier.at(-1)
  if (!from?.report || from.report.whole.end > quote.first || from.report.cue.first < from.range.first) return undefined
  const { sentences } = cast.paragraphs[paragraph].reading
  const sentence = sentences.find(({ endToken }) => endToken > (from.report?.cue.first ?? 0))
  if (!sentence || quote.first > sentence.endToken) return undefined
  return { standing: startsAfter(tokens, quote.first) ? 'followed' : 'within', from }
}

const startsAfter = (tokens: Tokens, first: number) => isStop(tokens, first - 1) || isComma(tokens, first - 1)

/** A quotation that the paragraph before leaves open goes on. */
function runsOn({ quote, cast, paragraph, paragraphBefore }: Question): Answer | undefined {
  const from = paragraphBefore.at(-1)
  if (!from || quote.first > 0 || paragraph === 0) return undefined
  const last = cast.paragraphs[paragraph - 1].reading.marks.stretches.at(-1)
  return last && last.close === undefined ? { standing: 'followed', from } : undefined
}

/** Jo Brand praised her: "…" */
function afterColon({ tokens, quote, cast, paragraph }: Question): Answer | undefined {
  if (tokens.words[quote.first - 1] !== ':' && tokens.words[quote.first - 1] !== ';') return undefined
  const sentence = cast.paragraphs[paragraph].reading.sentences.find(({ endToken }) => endToken > quote.first)
  const subject = sentence && borrowedSubject(tokens, quote.first - 1, sentence.firstToken)
  if (!subject) return undefined
  const cue = { first: quote.first - 1, end: quote.first }
  return {
    standing: 'introduced',
    report: {
      cue,
      verb: colon,
      ...subject,
      whole: { first: subject.source.first, end: quote.first },
      words: [],
      indirect: false,
      trails: false,
    },
  }
}
const colon = { lemma: ':', class: 'neutral', frames: ['words'], recipient: false } as const

/** Jo Brand said she was glad. "…" */
function sentenceBefore({ tokens, reports, quote, earlier, cast, paragraph }: Question): Answer | undefined {
  const { sentences } = cast.paragraphs[paragraph].reading
  const here = sentences.findIndex(({ endToken }) => endToken > quote.first)
  if (here <= 0 || !isMark(tokens, sentences[here].firstToken) || sentences[here].firstToken !== quote.first) return undefined
  const before = earlier.at(-1)
  const report = reports.findLast(
    ({ cue, source }) => source && cue.first < quote.first && cue.first >= sentences[here - 1].firstToken,
  )
  if (report) return { standing: 'followed', report }
  return before && before.range.end > sentences[here - 1].firstToken ? { standing: 'followed', from: before } : undefined
}

/** A paragraph that is a quotation and names nobody goes on with the speaker before. */
function sameAsParagraphBefore({ tokens, quote, paragraphBefore, earlier }: Question): Answer | undefined {
  if (quote.first > 0 || quote.end < tokens.count - 1 || earlier.length > 0) return undefined
  const from = paragraphBefore.findLast(({ speaker }) => speaker)
  return from && { standing: 'followed', from }
}
