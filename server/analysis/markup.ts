import type { Mark, Marks, QuotedStretch } from './marks.ts'
import type { Tokens } from './tokens.ts'

/** Stands for a sign of markup within a line: the word joiner, which is not seen. A word or quotation mark beside it is read as if it were not there. */
export const markupFiller = '\u2060'

/** A text without its fillers. `offsets[i]` is where its code unit `i` stands in the text with them; the last entry is that text's length. */
export interface ShownText {
  readonly text: string
  readonly offsets: Int32Array
}

/** Takes the fillers out of a text; undefined where it has none. */
export function withoutFillers(text: string): ShownText | undefined {
  if (!text.includes(markupFiller)) return undefined
  const offsets: number[] = []
  for (let i = 0; i < text.length; i++) if (text[i] !== markupFiller) offsets.push(i)
  offsets.push(text.length)
  return { text: text.replaceAll(markupFiller, ''), offsets: Int32Array.from(offsets) }
}

/** The marks of the shown text at their places in the text with fillers. */
export function placeMarks({ marks, stretches }: Marks, shown: ShownText): Marks {
  return {
    marks: marks.map((mark): Mark => ({ ...mark, ...place(mark, shown) })),
    stretches: stretches.map((stretch): QuotedStretch => ({ ...stretch, ...place(stretch, shown) })),
  }
}

/** The tokens of the shown text at their places in the text with fillers. */
export function placeTokens(tokens: Tokens, { offsets }: ShownText): Tokens {
  return {
    ...tokens,
    starts: tokens.starts.map(start => offsets[start]),
    ends: tokens.ends.map(end => offsets[end - 1] + 1),
  }
}

const place = ({ start, end }: Mark | QuotedStretch, { offsets }: ShownText) => ({
  start: offsets[start],
  end: offsets[end - 1] + 1,
})
