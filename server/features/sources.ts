import { type Range, RequestType } from 'vscode-languageserver'
import { readSources, type SourceKind } from '../analysis/sources.ts'
import type { Span } from '../analysis/span.ts'
import type { Feature } from './feature.ts'
import { firstWords, plain } from './markdown.ts'
import { rangeOf } from './story.ts'

/** A source of the story as the client lists it, with all that rests on it in the order of the story. */
export interface ListedSource {
  readonly kind: SourceKind | 'nobody'
  readonly name: string
  readonly description: string
  readonly said: readonly { readonly range: Range; readonly words: string }[]
}

/** Asks on whom and on what the open story rests. A request of our own: the client lists the answer, and each entry leads to its place. */
export const sourcesRequest = new RequestType<{ readonly uri: string }, readonly ListedSource[], void>('dateline/sources')

/** The sources of a story, opened from the lens above its headline. */
export const sources: Feature = {
  capabilities: () => ({}),
  answers: [
    {
      method: sourcesRequest.method,
      nothing: [],
      answer(params, session) {
        const story = session.story((params as { uri: string }).uri)
        if (!story) return []
        const { text } = story.article
        const said = (spans: readonly Span[]) =>
          [...spans]
            .sort((a, b) => a.start - b.start)
            .map(span => ({ range: rangeOf(story, span), words: firstWords(text.slice(span.start, span.end), 80) }))
        const ledger = readSources(story.article)
        const named = ledger.sources.map(source => ({
          kind: source.kind,
          name: plain(source.name),
          description: plain(source.description ?? ''),
          said: said([...source.quotations, ...source.statements]),
        }))
        const { quotations, statements } = ledger.withoutSource
        const rest = said([...quotations, ...statements])
        return rest.length > 0 ? [...named, { kind: 'nobody' as const, name: '', description: '', said: rest }] : named
      },
    },
  ],
}
