import type { Article } from './article.ts'
import { firstEndingAfter, type Span } from './span.ts'

/** The text of a span as a reader should see it: what stands for an apostrophe is one. */
export function legible({ text, paragraphs }: Article, span: Span): string {
  const paragraph = paragraphs[firstEndingAfter(paragraphs, span.start)]
  if (!paragraph || paragraph.end < span.end) return text.slice(span.start, span.end)
  let shown = ''
  let last = span.start
  const { marks } = paragraph.reading.marks
  for (let i = firstEndingAfter(marks, span.start - paragraph.start); i < marks.length; i++) {
    const start = paragraph.start + marks[i].start
    const end = paragraph.start + marks[i].end
    if (end > span.end) break
    if (marks[i].role !== 'apostrophe' || start < span.start || text.slice(start, end) === '’') continue
    shown += `${text.slice(last, start)}'`
    last = end
  }
  return shown + text.slice(last, span.end)
}
