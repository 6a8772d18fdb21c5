import { SelectionRange, SelectionRangeRequest } from 'vscode-languageserver'
import type { Article } from '../analysis/article.ts'
import type { Paragraph } from '../analysis/paragraph.ts'
import { contains, type Span, spanAt } from '../analysis/span.ts'
import { TokenKind } from '../analysis/tokens.ts'
import { answer, type Feature } from './feature.ts'
import { nameAt } from './lookup.ts'
import { sectionsOf } from './sections.ts'
import { offsetAt, rangeOf, type Story } from './story.ts'

/** Widens a selection as an editor thinks: word, name, clause, quotation, sentence, paragraph, section, story. */
export const selectionRanges: Feature = {
  capabilities: () => ({ selectionRangeProvider: true }),
  answers: [
    answer(SelectionRangeRequest.type, (story, { positions }) =>
      positions.map(position => nested(story, spansAround(story.article, offsetAt(story, position)))),
    ),
  ],
}

function nested(story: Story, spans: readonly Span[]): SelectionRange {
  const [whole, ...narrower] = spans.map(span => rangeOf(story, span)).reverse()
  return narrower.reduce((parent, range) => SelectionRange.create(range, parent), SelectionRange.create(whole))
}

/** The spans around an offset, each within the next; the last is the story. */
function spansAround(article: Article, offset: number): readonly Span[] {
  const story = { start: 0, end: article.text.length }
  const candidates = [
    ...withinParagraph(article, offset),
    nameAt(article, offset),
    ...quotationsAround(article, offset),
    spanAt(article.paragraphs, offset),
    spanAt(sectionsOf(article), offset),
    story,
  ]
  const sorted = candidates.filter(span => span !== undefined).sort((a, b) => lengthOf(a) - lengthOf(b))
  const wider: Span[] = []
  for (const span of sorted) {
    const last = wider.at(-1)
    if (!last || (contains(span, last) && lengthOf(span) > lengthOf(last))) wider.push(span)
  }
  return wider
}

/** Word, clause and sentence. */
function withinParagraph({ paragraphs }: Article, offset: number): readonly Span[] {
  const paragraph = spanAt(paragraphs, offset)
  if (!paragraph) return []
  const { reading, start } = paragraph
  const sentence = spanAt(reading.sentences, offset - start)
  const token = tokenAt(reading, offset - start)
  return [token, sentence && clauseAround(reading, sentence, offset - start), sentence]
    .filter(span => span !== undefined)
    .map(span => ({ start: start + span.start, end: start + span.end }))
}

/** The word or number at the offset. */
function tokenAt({ tokens }: Paragraph, offset: number): Span | undefined {
  for (let i = 0; i < tokens.count && tokens.starts[i] <= offset; i++) {
    const isWord = tokens.kinds[i] === TokenKind.word || tokens.kinds[i] === TokenKind.number
    if (isWord && offset <= tokens.ends[i]) return { start: tokens.starts[i], end: tokens.ends[i] }
  }
  return undefined
}

/** What stands between two commas, semicolons, colons, dashes or quotation marks. */
function clauseAround(
  { tokens }: Paragraph,
  sentence: { readonly firstToken: number; readonly endToken: number },
  offset: number,
) {
  let first = sentence.firstToken
  let end = sentence.endToken
  for (let i = sentence.firstToken; i < sentence.endToken; i++) {
    const divides = tokens.kinds[i] === TokenKind.mark || /^(?:[,;:.!?–—]|--?)$/.test(tokens.words[i])
    if (!divides) continue
    if (tokens.ends[i] <= offset) first = i + 1
    else if (tokens.starts[i] >= offset) {
      end = i
      break
    }
  }
  return first < end ? { start: tokens.starts[first], end: tokens.ends[end - 1] } : undefined
}

/** The quotations around an offset, each without its marks and with them. */
function quotationsAround({ paragraphs }: Article, offset: number): readonly Span[] {
  const paragraph = spanAt(paragraphs, offset)
  if (!paragraph) return []
  const { marks, stretches } = paragraph.reading.marks
  const at = offset - paragraph.start
  return stretches
    .filter(stretch => stretch.start <= at && at <= stretch.end)
    .flatMap(({ start, end, open, close }) => [
      { start: open === undefined ? start : marks[open].end, end: close === undefined ? end : marks[close].start },
      { start, end },
    ])
    .map(({ start, end }) => ({ start: paragraph.start + start, end: paragraph.start + end }))
}

const lengthOf = ({ start, end }: Span) => end - start
