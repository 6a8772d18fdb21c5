import type { PlacedParagraph } from './paragraph.ts'
import { type Speaker, spanOf } from './quotes/cast.ts'
import { countWords, kindOf, type QuoteKind } from './quotes/kinds.ts'
import { type Attribution, sieveParagraph } from './quotes/sieves.ts'
import type { Voices } from './quotes/speakers.ts'
import type { Span } from './span.ts'
import type { Structure } from './structure.ts'

export type { Speaker } from './quotes/cast.ts'
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
 * (after Muzny, Fang, Chang and Jurafsky 2017); what none of them holds has no speaker.
 */
export function attributeQuotes(paragraphs: readonly PlacedParagraph[], structure: Structure, voices: Voices): readonly Quote[] {
  const quotes: Quote[] = []
  let before: readonly Attribution[] = []
  const headlines = new Set(
    structure.parts.filter(({ kind }) => kind === 'headline' || kind === 'crosshead').map(({ paragraph }) => paragraph),
  )
  paragraphs.forEach((placed, paragraph) => {
    const previous =
      paragraph > 0 ? { paragraph: paragraphs[paragraph - 1].reading, speakers: voices.speakers[paragraph - 1] } : undefined
    const found = sieveParagraph(placed.reading, voices.speakers[paragraph], before, previous)
    before = found
    found.forEach((attribution, index) => {
      const { tokens, marks } = placed.reading
      const stretch = marks.stretches[index]
      const { range, standing } = attribution
      const kind = kindOf(placed.reading, range, headlines.has(paragraph) ? 'headline' : stretch.depth > 0 ? 'nested' : standing)
      const { speaker, report, why } = kind === 'scare' ? {} : attribution
      quotes.push({
        start: placed.start + stretch.start,
        end: placed.start + stretch.end,
        kind,
        paragraph,
        ...(speaker && { speaker, why }),
        ...(report && { cue: spanOf(placed, report.cue) }),
        // Where nobody speaks, the noun beside the verb is a thing that cannot, and no source.
        ...(speaker && report?.source && { source: spanOf(placed, report.source) }),
        words: countWords(tokens, range),
        closed: stretch.close !== undefined,
      })
    })
  })
  return quotes.map(quote => (headlines.has(quote.paragraph) && isOpen(quote) ? withEcho(quote, quotes, paragraphs) : quote))
}

/** Whether a quotation of a headline still wants a named speaker. */
const isOpen = ({ kind, speaker }: Quote) => kind !== 'scare' && (!speaker || 'anonymous' in speaker)

/** A quotation of the headline is said by whoever says the same words in quotation marks in the story. */
function withEcho(quote: Quote, quotes: readonly Quote[], paragraphs: readonly PlacedParagraph[]): Quote {
  const wordsOf = ({ paragraph, start, end }: Quote) => {
    const { start: from, reading } = paragraphs[paragraph]
    return reading.text
      .slice(start - from, end - from)
      .toLowerCase()
      .replace(/^\P{L}+|\P{L}+$/gu, '')
  }
  const words = wordsOf(quote)
  const echo = quotes.find(
    other =>
      other.speaker &&
      other.paragraph !== quote.paragraph &&
      !(quote.speaker && 'anonymous' in other.speaker) &&
      wordsOf(other).includes(words),
  )
  return echo?.speaker ? { ...quote, speaker: echo.speaker, why: 'same words in the story' } : quote
}
