import { createScanner, type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser'
import type { Span } from '../analysis/span.ts'

/** What is wrong with a file that the desk lays into a folder; offsets from the file's start. */
export interface FileProblem extends Span {
  readonly message: string
}

/** A value of a JSON file at its place. */
export type JsonNode = Node

/** Nothing that a desk writes is nested as deep. */
const deepest = 50

/** Reads JSON with comments and trailing commas as far as it can be read. Any string gives an answer. */
export function readJson(text: string): { readonly root?: JsonNode; readonly problems: readonly FileProblem[] } {
  const json = withoutByteOrderMark(text)
  if (json.trim() === '') return { problems: [] }
  const abyss = tooDeepAt(json)
  if (abyss) return { problems: [abyss] }
  const errors: ParseError[] = []
  const root = parseTree(json, errors, { allowTrailingComma: true })
  return { root, problems: firstError(errors) }
}

/** The file with its byte order mark, which JSON does not know, blanked, so that offsets stay true. */
export function withoutByteOrderMark(text: string): string {
  return text.startsWith('\ufeff') ? ` ${text.slice(1)}` : text
}

/** The tokens that nest and the end of the file, in the numbers of jsonc-parser, whose names for them TypeScript keeps to itself. */
export const JsonToken = {
  openBrace: 1,
  closeBrace: 2,
  openBracket: 3,
  closeBracket: 4,
  comma: 5,
  colon: 6,
  string: 10,
  end: 17,
} as const

function tooDeepAt(json: string): FileProblem | undefined {
  const scanner = createScanner(json, true)
  let depth = 0
  for (let token: number = scanner.scan(); token !== JsonToken.end; token = scanner.scan()) {
    if (token === JsonToken.openBrace || token === JsonToken.openBracket) depth++
    if (token === JsonToken.closeBrace || token === JsonToken.closeBracket) depth--
    if (depth <= deepest) continue
    const start = scanner.getTokenOffset()
    return { start, end: start + scanner.getTokenLength(), message: 'This is nested too deep; the file is not read.' }
  }
  return undefined
}

/** The first error alone, since one missing comma draws others after it. */
function firstError(errors: readonly ParseError[]): readonly FileProblem[] {
  return errors.slice(0, 1).map(({ error, offset, length }) => ({
    start: offset,
    end: offset + length,
    message: messages[printParseErrorCode(error)] ?? 'This is no JSON.',
  }))
}

const messages: Readonly<Record<string, string>> = {
  InvalidNumberFormat: 'This is no number.',
  PropertyNameExpected: 'A name in double quotation marks belongs here.',
  ValueExpected: 'A value is missing here.',
  ColonExpected: 'A colon is missing here.',
  CommaExpected: 'A comma is missing here.',
  CloseBraceExpected: 'A closing brace } is missing.',
  CloseBracketExpected: 'A closing bracket ] is missing.',
  EndOfFileExpected: 'The file should have ended here.',
  UnexpectedEndOfComment: 'This comment never ends.',
  UnexpectedEndOfString: 'A closing quotation mark is missing.',
  InvalidCharacter: 'This character has no place in JSON.',
}

/** The members of an object, in order: the node of each name and of its value. */
export function membersOf(
  node: JsonNode,
): readonly { readonly name: string; readonly key: JsonNode; readonly value?: JsonNode }[] {
  return (node.children ?? []).flatMap(({ children }) => {
    const [key, value] = children ?? []
    return key && typeof key.value === 'string' ? [{ name: key.value, key, value }] : []
  })
}

/** A problem at the place of a value. */
export function problemAt({ offset, length }: JsonNode, message: string): FileProblem {
  return { start: offset, end: offset + length, message }
}

/** The value where it is a string. */
export function stringOf(node: JsonNode | undefined): string | undefined {
  return typeof node?.value === 'string' ? node.value : undefined
}

/** The problems within the text: the parser lets what never ends reach beyond it. */
export function within({ length }: string, problems: readonly FileProblem[]): readonly FileProblem[] {
  return problems.map(({ start, end, message }) => ({ start: Math.min(start, length), end: Math.min(end, length), message }))
}
