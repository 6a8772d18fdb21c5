import type { Article } from '../analysis/article.ts'
import type { Person } from '../analysis/people.ts'
import type { Span } from '../analysis/span.ts'
import { introduction, mentionAt, nameAt, textOf } from './lookup.ts'

/** Everywhere that the story speaks of the one under the cursor: a person by name or pronoun, anything else by the same name. */
export interface Occurrences {
  readonly here: Span
  readonly all: readonly Span[]
  /** Where the story names it most fully for the first time. */
  readonly introduction: Span
  readonly person?: Person
}

/** The occurrences of the name or pronoun at the offset. */
export function occurrencesAt(article: Article, offset: number): Occurrences | undefined {
  const mentioned = mentionAt(article, offset)
  if (mentioned) {
    const { person, mention } = mentioned
    return { here: mention, all: person.mentions, introduction: introduction(person) ?? person.mentions[0], person }
  }
  const here = nameAt(article, offset)
  if (!here) return undefined
  const form = textOf(article, here)
  const all = article.names.filter(({ kind, start, end }) => kind === here.kind && article.text.slice(start, end) === form)
  return { here, all, introduction: all[0] }
}
