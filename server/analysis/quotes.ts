import { kept } from './kept.ts'
import type { PlacedParagraph } from './paragraph.ts'
import { isSameSpeaker, type Speaker, spanOf } from './quotes/cast.ts'
import { countWords, kindOf, type QuoteKind } from './quotes/kinds.ts'
import { placeSaid } from './quotes/placing.ts'
import { type Attribution, sieveParagraph } from './quotes/sieves.ts'
import type { Voice } from './quotes/voices.ts'
import type { Span } from './span.ts'
import type { Structure } from './structure.ts'

export { isSameSpeaker, type Speaker } from './quotes/cast.ts'
export type { QuoteKind } from './quotes/kinds.ts'

/** A quotation from its opening to its closing mark, both inside; offsets from the story's start. */
export interface Quote extends Span {
  readonly kind: QuoteKind
  readonly paragraph: number
  readonly speaker?: Speaker
  /** The reporting verb. */
  readonly cue?: Span
  /** The noun phrase of the speaker beside it. */
  readonly source?: Span
  /** The name of the sieve that found the speaker. */
  readonly why?: string
  /** Number of words inside the marks. */
  readonly words: number
  /** False where it has no closing mark (it runs on in the next paragraph, or the mark is missing). */
  readonly closed: boolean
}

/**
 * Says of each quotation what kind it is and who speaks. The ways to a speaker are tried from the surest to the weakest, as sieves
 * (after Muzny, Fang, Chang and Jurafsky 2017); what none of them holds has no speaker. A paragraph is not sieved again while it and the one before are
 * as they were.
 */
export function attributeQuotes(
  paragraphs: readonly PlacedParagraph[],
  structure: Structure,
  voices: readonly Voice[],
): readonly Quote[] {
  const headlines = new Set(
    structure.parts.filter(({ kind }) => kind === 'headline' || kind === 'crosshead').map(({ paragraph }) => paragraph),
  )
  let before: Quoting | undefined
  const quotings = voices.map((voice, paragraph) => {
    before = quotingOf(voice, headlines.has(paragraph), before)
    return before
  })
  const quotes: Quote[] = []
  quotings.forEach((quoting, paragraph) => {
    for (const quote of placeSaid(quoting.quotes, paragraphs[paragraph].start, paragraph))
      quotes.push(headlines.has(paragraph) && isOpen(quote) ? withEcho(quote, paragraphs[paragraph], quotings) : quote)
  })
  return quotes
}

/** The quotations of a paragraph, with offsets from its start. The same object as long as they are the same, wherever it stands. */
interface Quoting {
  readonly voice: Voice
  readonly attributions: readonly Attribution[]
  readonly quotes: readonly Quote[]
}

/** What the quotations of a paragraph were found with last, and what they are. */
interface Found {
  readonly isHeadline: boolean
  readonly before: Quoting | undefined
  readonly quoting: Quoting
}

const known = new WeakMap<Voice, Found>()

function quotingOf(voice: Voice, isHeadline: boolean, before: Quoting | undefined): Quoting {
  const last = known.get(voice)
  if (last?.isHeadline === isHeadline && last.before === before) return last.quoting
  const attributions = sieveParagraph(voice, before)
  const isSame = last?.isHeadline === isHeadline && areSame(last.quoting.attributions, attributions)
  const quoting = isSame ? last.quoting : readQuoting(voice, attributions, isHeadline)
  known.set(voice, { isHeadline, before, quoting })
  return quoting
}

function areSame(a: readonly Attribution[], b: readonly Attribution[]): boolean {
  return a.every((one, i) => {
    const other = b[i]
    const isSameWay = one.standing === other.standing && one.report === other.report && one.why === other.why
    return isSameWay && isSameSpeaker(one.speaker, other.speaker)
  })
}

function readQuoting(voice: Voice, attributions: readonly Attribution[], isHeadline: boolean): Quoting {
  const { reading } = voice.stage
  const { tokens, marks } = reading
  const quotes = attributions.map((attribution, index): Quote => {
    const stretch = marks.stretches[index]
    const { range, standing } = attribution
    const kind = kindOf(reading, range, isHeadline ? 'headline' : stretch.depth > 0 ? 'nested' : standing)
    const { speaker, report, why } = kind === 'scare' ? {} : attribution
    return {
      start: stretch.start,
      end: stretch.end,
      kind,
      paragraph: 0,
      ...(speaker && { speaker, why }),
      ...(report && { cue: spanOf(tokens, report.cue) }),
      // Where nobody speaks, the noun beside the verb is a thing that cannot, and no source.
      ...(speaker && report?.source && { source: spanOf(tokens, report.source) }),
      words: countWords(tokens, range),
      closed: stretch.close !== undefined,
    }
  })
  return { voice, attributions, quotes }
}

/** Whether a quotation of a headline still wants a named speaker. */
const isOpen = ({ kind, speaker }: Quote) => kind !== 'scare' && (!speaker || 'anonymous' in speaker)

/** A quotation of the headline is said by whoever says the same words in quotation marks in the story. */
function withEcho(quote: Quote, { start, reading }: PlacedParagraph, quotings: readonly Quoting[]): Quote {
  const words = plainWords(reading.text.slice(quote.start - start, quote.end - start))
  for (const [paragraph, quoting] of quotings.entries()) {
    if (paragraph === quote.paragraph) continue
    const echo = quoting.quotes.find(
      ({ speaker }, index) =>
        speaker && !(quote.speaker && 'anonymous' in speaker) && quotedWords(quoting)[index].includes(words),
    )
    if (echo?.speaker) return { ...quote, speaker: echo.speaker, why: 'same words in the story' }
  }
  return quote
}

/** The words of each quotation of a paragraph. */
const quotedWords = kept(({ voice, quotes }: Quoting): readonly string[] =>
  quotes.map(({ start, end }) => plainWords(voice.stage.reading.text.slice(start, end))),
)

const plainWords = (text: string) => text.toLowerCase().replace(/^\P{L}+|\P{L}+$/gu, '')
