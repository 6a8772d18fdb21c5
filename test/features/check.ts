import type { ClientCapabilities, Position, Range, TextEdit } from 'vscode-languageserver'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { features } from '../../server/features/index.ts'
import { Session } from '../../server/features/session.ts'
import { readSettings } from '../../server/features/settings.ts'

/** A story as an editor has it open, to be asked like a server but without one. */
export interface OpenStory {
  readonly uri: string
  readonly text: string
  readonly session: Session
  readonly document: TextDocument
  /** Where the caret `‸` stood in the marked text; its beginning where there is none. */
  readonly caret: Position
  ask<Result>(method: string, params?: object): Result
}

/** How a test opens a story, where it matters. */
export interface Opening {
  readonly client?: ClientCapabilities
  readonly settings?: unknown
}

/** Opens a marked story. `‸` is the cursor; what stands between `⟦` and `⟧` is what an answer must point to. Both are taken out. */
export function openMarked(marked: string, { client = {}, settings }: Opening = {}): OpenStory {
  const withCaret = marked.replace(/[⟦⟧]/g, '')
  const text = withCaret.replace('‸', '')
  const uri = 'file:///stories/harbour.news'
  const session = new Session(client)
  session.configure(readSettings(settings))
  session.open({ uri, languageId: 'news', version: 1, text })
  const document = TextDocument.create(uri, 'news', 1, text)
  const caret = document.positionAt(Math.max(0, withCaret.indexOf('‸')))
  return {
    uri,
    text,
    session,
    document,
    caret,
    ask: (method, params = {}) => {
      const answer = features.flatMap(feature => feature.answers).find(each => each.method === method)
      if (!answer) throw new Error(`nobody answers ${method}`)
      return answer.answer({ textDocument: { uri }, position: caret, ...params }, session) as never
    },
  }
}

/** The text with `⟦` and `⟧` around each range, as in a marked story without its caret. */
export function withRanges({ text, document }: OpenStory, ranges: readonly Range[]): string {
  const edges = ranges
    .flatMap(({ start, end }) => [
      { offset: document.offsetAt(start), mark: '⟦' },
      { offset: document.offsetAt(end), mark: '⟧' },
    ])
    .sort((a, b) => b.offset - a.offset || (a.mark < b.mark ? -1 : 1))
  return edges.reduce((marked, { offset, mark }) => marked.slice(0, offset) + mark + marked.slice(offset), text)
}

/** The text of the story after the edits. */
export function edited({ document }: OpenStory, edits: readonly TextEdit[]): string {
  return TextDocument.applyEdits(document, [...edits])
}
