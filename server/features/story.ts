import type { Position, Range } from 'vscode-languageserver'
import type { TextDocument } from 'vscode-languageserver-textdocument'
import type { Article } from '../analysis/article.ts'
import type { Span } from '../analysis/span.ts'

/** What a column counts: UTF-16 code units, or bytes of UTF-8 where the client asked for them. */
export type Encoding = 'utf-16' | 'utf-8'

/** An open story as one request sees it: the document and the reading of exactly its text. */
export interface Story {
  readonly document: TextDocument
  readonly article: Article
  readonly encoding: Encoding
}

/** The range of a span of the story. Here, and nowhere else, offsets become positions. */
export function rangeOf(story: Omit<Story, 'article'>, span: Span): Range {
  return { start: positionAt(story, span.start), end: positionAt(story, span.end) }
}

export function positionAt({ document, encoding }: Omit<Story, 'article'>, offset: number): Position {
  const position = document.positionAt(offset)
  if (encoding === 'utf-16') return position
  return {
    line: position.line,
    character: bytesOf(document.getText({ start: { line: position.line, character: 0 }, end: position })),
  }
}

/** The offset of a position; one outside the text counts as the nearest inside. */
export function offsetAt({ document, encoding }: Omit<Story, 'article'>, position: Position): number {
  if (encoding === 'utf-16') return document.offsetAt(position)
  const line = document.getText(document.getLineRange(position.line))
  return document.offsetAt({ line: position.line, character: unitsOf(line, position.character) })
}

function bytesOf(text: string): number {
  let bytes = 0
  for (const character of text) bytes += byteLength(character)
  return bytes
}

/** How many code units of the line its first `bytes` bytes are. */
function unitsOf(line: string, bytes: number): number {
  let left = bytes
  let units = 0
  for (const character of line) {
    if (left <= 0) break
    left -= byteLength(character)
    units += character.length
  }
  return units
}

function byteLength(character: string): number {
  const code = character.codePointAt(0) ?? 0
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
}
