import { type DocumentHighlight, DocumentHighlightKind, DocumentHighlightRequest } from 'vscode-languageserver'
import type { Article } from '../analysis/article.ts'
import { type Span, spanAt } from '../analysis/span.ts'
import { answer, type Feature } from './feature.ts'
import { occurrencesAt } from './occurrences.ts'
import { offsetAt, rangeOf, type Story } from './story.ts'

/** On a name, all its mentions, the introduction as a write; on a quotation mark, the mark that it pairs with. */
export const documentHighlights: Feature = {
  capabilities: () => ({ documentHighlightProvider: true }),
  answers: [
    answer(DocumentHighlightRequest.type, (story, { position }) => {
      const offset = offsetAt(story, position)
      const pair = markPairAt(story.article, offset)
      if (pair) return pair.map(mark => ({ range: rangeOf(story, mark), kind: DocumentHighlightKind.Text }))
      return mentions(story, offset)
    }),
  ],
}

function mentions(story: Story, offset: number): DocumentHighlight[] | undefined {
  const found = occurrencesAt(story.article, offset)
  return found?.all.map(span => ({
    range: rangeOf(story, span),
    kind: span.start === found.introduction.start ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
  }))
}

/** The quotation mark at the offset and its partner, in the order of the text. */
function markPairAt({ paragraphs }: Article, offset: number): readonly Span[] | undefined {
  const paragraph = spanAt(paragraphs, offset)
  if (!paragraph) return undefined
  const { marks } = paragraph.reading.marks
  const mark = spanAt(marks, offset - paragraph.start)
  if (!mark || (mark.role !== 'opens' && mark.role !== 'closes')) return undefined
  const partner = mark.partner === undefined ? undefined : marks[mark.partner]
  return (partner ? [mark, partner] : [mark])
    .map(({ start, end }) => ({ start: paragraph.start + start, end: paragraph.start + end }))
    .sort((a, b) => a.start - b.start)
}
