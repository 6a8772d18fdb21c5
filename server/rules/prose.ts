import type { Article } from '../analysis/article.ts'
import { kept } from '../analysis/kept.ts'
import type { Paragraph } from '../analysis/paragraph.ts'
import type { Sentence } from '../analysis/sentences.ts'
import { firstEndingAfter, type Span } from '../analysis/span.ts'
import type { TimeExpression } from '../analysis/times.ts'
import { quotedStretches, standsWithin } from './direct-speech.ts'

/** A paragraph of running text, the lead among them: `start` counts from the story's start, everything in `reading` from the paragraph's. */
export interface Prose {
  readonly start: number
  readonly reading: Paragraph
  /** The token that the text begins with, behind a dateline or the label of an interview. */
  readonly firstToken: number
}

/** The running text of a story: no headline, byline, dateline, crosshead, credits or note. Made once for an article. */
export const proseOf = kept(({ structure, paragraphs }: Article): readonly Prose[] =>
  structure.parts
    .filter(({ kind }) => kind === 'lead' || kind === 'paragraph')
    .map(part => {
      const { start, reading } = paragraphs[part.paragraph]
      const from = (part.voice ?? part.time)?.end ?? part.start
      return { start, reading, firstToken: from === start ? 0 : tokenFrom(reading, from - start) }
    }),
)

/** The first token that begins at the offset or after it. */
function tokenFrom({ tokens }: Paragraph, offset: number): number {
  let token = 0
  while (token < tokens.count && tokens.starts[token] < offset) token++
  return token
}

/** Where the tokens stand in the story. */
export function spanOfTokens({ start, reading: { tokens } }: Prose, first: number, end: number): Span {
  return { start: start + tokens.starts[first], end: start + tokens.ends[end - 1] }
}

/** The sentence that holds the token. */
export function sentenceAt({ reading: { sentences } }: Pick<Prose, 'reading'>, token: number): Sentence | undefined {
  let low = 0
  let high = sentences.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (sentences[middle].endToken > token) high = middle
    else low = middle + 1
  }
  return sentences[low]
}

/** The expressions of time and quantity that begin with one of the tokens, found by halving. */
export function timesWithin(
  { reading: { times, tokens } }: Pick<Prose, 'reading'>,
  firstToken: number,
  endToken: number,
): readonly TimeExpression[] {
  if (firstToken >= endToken) return []
  const from = firstEndingAfter(times, tokens.starts[firstToken])
  let to = from
  while (to < times.length && times[to].firstToken < endToken) to++
  return times.slice(from, to).filter(time => time.firstToken >= firstToken)
}

/** Whether the span stands in quotation marks of any kind: speech, the title of a work, a word held at arm's length. */
export function isQuoted(article: Article, span: Span): boolean {
  return standsWithin(quotedStretches(article), span)
}

/** Whether the span touches a name: Apollo 11, the Ten Commandments. */
export function isInName({ names }: Article, span: Span): boolean {
  const name = names[firstEndingAfter(names, span.start)]
  return name !== undefined && name.start < span.end
}
