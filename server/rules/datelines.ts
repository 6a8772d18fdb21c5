import type { Article } from '../analysis/article.ts'
import type { Span } from '../analysis/span.ts'
import { months } from '../analysis/words/months.ts'

/** The word for the month in the story's dateline, and the number of the month. */
export function datelineMonth({ text, structure }: Article): (Span & { readonly month: number }) | undefined {
  const date = structure.dateline?.date
  if (!date) return undefined
  for (const { index, 0: word } of text.slice(date.start, date.end).matchAll(/\p{L}+\.?/gu)) {
    const month = months.get(word.toLowerCase())
    if (month !== undefined) return { start: date.start + index, end: date.start + index + word.length, month }
  }
  return undefined
}
