import {
  type Position,
  type SemanticTokens,
  type SemanticTokensDelta,
  SemanticTokensDeltaRequest,
  type SemanticTokensLegend,
  SemanticTokensRangeRequest,
  SemanticTokensRequest,
} from 'vscode-languageserver'
import type { TextDocument } from 'vscode-languageserver-textdocument'
import { overlaps, type Span } from '../analysis/span.ts'
import { answer, type Feature } from './feature.ts'
import { type Highlight, highlights } from './highlights.ts'
import { offsetAt, rangeOf, type Story } from './story.ts'

/** The types and modifiers of our tokens, in the order of their numbers. The manifest names the same ones; a test compares them. */
export const legend = {
  tokenTypes: [
    'person',
    'organization',
    'place',
    'name',
    'role',
    'date',
    'number',
    'quotation',
    'fragment',
    'scare',
    'cue',
    'headline',
    'dateline',
    'byline',
    'crosshead',
    'credits',
    'source',
  ],
  tokenModifiers: ['firstMention', 'unnamed', 'heading'],
} as const satisfies SemanticTokensLegend

export type TokenType = (typeof legend.tokenTypes)[number]

/** Colours for what the grammar alone cannot know. Full, by range, and as the difference from what was sent last. */
export const semanticTokens: Feature = {
  capabilities: () => ({
    semanticTokensProvider: {
      legend: { tokenTypes: [...legend.tokenTypes], tokenModifiers: [...legend.tokenModifiers] },
      full: { delta: true },
      range: true,
    },
  }),
  answers: [
    answer(SemanticTokensRequest.type, story => send(story)),
    answer(SemanticTokensDeltaRequest.type, (story, { previousResultId }) => {
      const before = sent.get(story.document)
      const now = send(story)
      return before && before.resultId === previousResultId ? difference(before, now) : now
    }),
    answer(SemanticTokensRangeRequest.type, (story, { range }) => {
      const wanted = { start: offsetAt(story, range.start), end: offsetAt(story, range.end) }
      return {
        data: encode(
          story,
          highlights(story.article).filter(highlight => overlaps(highlight, wanted)),
        ),
      }
    }),
  ],
}

interface Sent extends SemanticTokens {
  readonly resultId: string
}

/** What was sent last for each open document, to tell the difference by. */
const sent = new WeakMap<TextDocument, Sent>()

function send(story: Story): Sent {
  const number = Number(sent.get(story.document)?.resultId ?? 0) + 1
  const tokens = { resultId: String(number), data: encode(story, highlights(story.article)) }
  sent.set(story.document, tokens)
  return tokens
}

/** One edit: what both have in common at the start and at the end is left out. */
function difference(before: Sent, now: Sent): SemanticTokensDelta {
  const shorter = Math.min(before.data.length, now.data.length)
  let start = 0
  while (start < shorter && before.data[start] === now.data[start]) start++
  let same = 0
  while (same < shorter - start && before.data.at(-1 - same) === now.data.at(-1 - same)) same++
  const deleteCount = before.data.length - start - same
  const data = now.data.slice(start, now.data.length - same)
  return { resultId: now.resultId, edits: deleteCount || data.length ? [{ start, deleteCount, data }] : [] }
}

/** The protocol's form: five numbers a token, places counted from the token before; a token ends with its line. */
function encode(story: Story, found: readonly Highlight[]): number[] {
  const data: number[] = []
  const lineStart = (line: number) => story.document.offsetAt({ line, character: 0 })
  let line = 0
  let column = 0
  const push = (start: Position, length: number, highlight: Highlight) => {
    data.push(start.line - line, start.line === line ? start.character - column : start.character)
    data.push(length, typeNumbers[highlight.type], modifierBits(highlight))
    line = start.line
    column = start.character
  }
  // Places are counted along with the lines; only where a line ends, and where columns are bytes, has the document to be asked.
  let at = 0
  let atStart = 0
  let atEnd = lineStart(1)
  for (const highlight of found) {
    const { start, end } = highlight
    for (; start >= atEnd && atEnd < story.article.text.length; atEnd = lineStart(at + 1)) {
      at++
      atStart = atEnd
    }
    if (end < atEnd - 1 && story.encoding === 'utf-16') push({ line: at, character: start - atStart }, end - start, highlight)
    else for (const part of lines(story, highlight)) push(part.start, part.end.character - part.start.character, highlight)
  }
  return data
}

const typeNumbers = Object.fromEntries(legend.tokenTypes.map((type, number) => [type, number])) as Readonly<
  Record<TokenType, number>
>

function lines(story: Story, span: Span) {
  const whole = rangeOf(story, span)
  if (whole.start.line === whole.end.line) return whole.start.character < whole.end.character ? [whole] : []
  const { document } = story
  const parts = []
  for (let line = whole.start.line; line <= whole.end.line; line++) {
    const own = document.getLineRange(line)
    const start = Math.max(span.start, document.offsetAt(own.start))
    const end = Math.min(span.end, document.offsetAt(own.end))
    if (start < end) parts.push(rangeOf(story, { start, end }))
  }
  return parts
}

function modifierBits({ firstMention, unnamed, heading }: Highlight): number {
  return (firstMention ? 1 : 0) | (unnamed ? 2 : 0) | (heading ? 4 : 0)
}
