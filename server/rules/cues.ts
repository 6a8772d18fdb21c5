import type { Article } from '../analysis/article.ts'
import { contains, type Span } from '../analysis/span.ts'

/** The verbs that report speech in a story, each once, in order, with the verb in lower case; none that stands inside a direct quotation. */
export function cuesOf({ text, quotes, statements }: Article): readonly (Span & { readonly verb: string })[] {
  const byStart = new Map<number, Span>()
  for (const { cue } of [...quotes, ...statements]) if (cue) byStart.set(cue.start, cue)
  const direct = quotes.filter(quote => quote.kind === 'direct')
  return [...byStart.values()]
    .filter(cue => !direct.some(quote => contains(quote, cue)))
    .sort((a, b) => a.start - b.start)
    .map(({ start, end }) => ({ start, end, verb: text.slice(start, end).toLowerCase() }))
}
