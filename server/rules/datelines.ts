import type { Article } from '../analysis/article.ts'
import type { Span } from '../analysis/span.ts'
import { months } from '../analysis/words/months.ts'
import type { Problem } from './rule.ts'

/** The problem of a dateline whose month is not written as the house does it. `houseMonths` are the house's forms, from January. */
export function* monthProblems(article: Article, houseMonths: readonly string[]): Iterable<Problem> {
  const found = datelineMonth(article)
  if (!found) return
  const { start, end, month } = found
  const text = houseMonths[month - 1]
  if (article.text.slice(start, end) === text) return
  const title = `Write ${text}`
  yield {
    start,
    end,
    message: `${title}: so the house has the month in a dateline.`,
    fixes: [{ title, edits: [{ start, end, text }], safe: true }],
  }
}

/** The word for the month in the story's dateline, and the number of the month. */
function datelineMonth({ text, structure }: Article): (Span & { readonly month: number }) | undefined {
  const date = structure.dateline?.date
  if (!date) return undefined
  for (const { index, 0: word } of text.slice(date.start, date.end).matchAll(/\p{L}+\.?/gu)) {
    const month = months.get(word.toLowerCase())
    if (month !== undefined) return { start: date.start + index, end: date.start + index + word.length, month }
  }
  return undefined
}
