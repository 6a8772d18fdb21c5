import { isLetterAt } from './characters.ts'
import type { Paragraph, PlacedParagraph } from './paragraph.ts'
import { type Speaker, spanOf } from './quotes/cast.ts'
import { countWords, kindOf, type QuoteKind } from './quotes/kinds.ts'
import { placeSaid } from './quotes/placing.ts'
import type { Attribution } from './quotes/sieves.ts'
import type { Span } from './span.ts'
import type { Speech } from './speech.ts'

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

/** Says of each quotation of a paragraph what kind it is and who speaks; offsets from the paragraph's start. */
export function quotesIn(reading: Paragraph, attributions: readonly Attribution[], isHeadline: boolean): readonly Quote[] {
  const { tokens, marks } = reading
  return attributions.map((attribution, index): Quote => {
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
}

/** The quotations of a story at their places. Those of its headlines that have no speaker of their own are said by whoever says the same words below. */
export function placeQuotes(speeches: readonly Speech[], paragraphs: readonly PlacedParagraph[]): readonly Quote[] {
  const quotes: Quote[] = []
  for (let paragraph = 0; paragraph < speeches.length; paragraph++) {
    const { quotes: said, isHeadline } = speeches[paragraph]
    for (const quote of said) {
      const spoken = isHeadline && isOpen(quote) ? withEcho(quote, paragraph, speeches) : quote
      quotes.push(placeSaid(spoken, paragraphs[paragraph].start, paragraph))
    }
  }
  return quotes
}

/** Whether a quotation of a headline still wants a named speaker. */
const isOpen = ({ kind, speaker }: Quote) => kind !== 'scare' && (!speaker || 'anonymous' in speaker)

/** A quotation of the headline is said by whoever says the same words in quotation marks in the story. */
function withEcho(quote: Quote, own: number, speeches: readonly Speech[]): Quote {
  const words = letters(lower(speeches[own], quote))
  for (let paragraph = 0; paragraph < speeches.length; paragraph++) {
    if (paragraph === own) continue
    const speech = speeches[paragraph]
    for (const other of speech.quotes) {
      const { speaker } = other
      if (!speaker || (quote.speaker && 'anonymous' in speaker) || !lower(speech, other).includes(words)) continue
      return { ...quote, speaker, why: 'same words in the story' }
    }
  }
  return quote
}

const lower = ({ voice }: Speech, { start, end }: Span) => voice.stage.reading.text.slice(start, end).toLowerCase()

/** From the first to the last letter. */
function letters(text: string): string {
  let start = 0
  let end = text.length
  while (start < end && !isLetterAt(text, start)) start++
  while (end > start && !isLetterAt(text, end - 1)) end--
  return text.slice(start, end)
}
