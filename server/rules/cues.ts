import type { Article } from '../analysis/article.ts'
import type { Span } from '../analysis/span.ts'
import { directSpeech, standsWithin } from './direct-speech.ts'

/** The verbs that report speech in a story, each once, in order, with the verb in lower case; none that stands inside a direct quotation. */
export function cuesOf(article: Article): readonly (Span & { readonly verb: string })[] {
  const { text, quotes, statements } = article
  const byStart = new Map<number, Span>()
  for (const { cue } of [...quotes, ...statements]) if (cue) byStart.set(cue.start, cue)
  const direct = directSpeech(article)
  return [...byStart.values()]
    .filter(cue => !standsWithin(direct, cue))
    .sort((a, b) => a.start - b.start)
    .map(({ start, end }) => ({ start, end, verb: text.slice(start, end).toLowerCase() }))
}
