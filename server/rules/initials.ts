import type { Article } from '../analysis/article.ts'
import type { Span } from '../analysis/span.ts'
import { Shape } from '../analysis/tokens.ts'
import { isQuoted, type Prose, proseOf, sentenceAt } from './prose.ts'
import type { Problem } from './rule.ts'

/** A pair of initials in running text, alone or before a hyphen, and how the house writes it. */
export interface FoundInitials extends Span {
  readonly written: string
  readonly wanted: string
  readonly prose: Prose
  readonly token: number
}

/** The initials of the running text, outside quotation marks, that the house writes otherwise: U.S. in "the U.S." and in "U.S.-backed". */
export function* initialsIn(article: Article, wanted: ReadonlyMap<string, string>): Iterable<FoundInitials> {
  for (const prose of proseOf(article)) {
    const { tokens } = prose.reading
    for (let token = prose.firstToken; token < tokens.count; token++) {
      if ((tokens.shapes[token] & Shape.capital) === 0) continue
      const word = tokens.words[token]
      const hyphen = tokens.shapes[token] & Shape.hyphen ? word.indexOf('-') : -1
      const written = hyphen < 0 ? word : word.slice(0, hyphen)
      const house = wanted.get(written)
      if (house === undefined) continue
      const start = prose.start + tokens.starts[token]
      const span = { start, end: start + written.length }
      if (!isQuoted(article, span)) yield { ...span, written, wanted: house, prose, token }
    }
  }
}

/** The problem of initials that take no stops; a stop that also ends the sentence stays. */
export function tooManyStops({ start, end, wanted, prose, token }: FoundInitials): Problem {
  const text = sentenceAt(prose, token)?.endToken === token + 1 ? `${wanted}.` : wanted
  return {
    start,
    end,
    message: `Write ${wanted}, without stops.`,
    fixes: [{ title: `Write ${wanted}`, edits: [{ start, end, text }], safe: true }],
  }
}
