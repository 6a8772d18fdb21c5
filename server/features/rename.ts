import {
  ErrorCodes,
  PrepareRenameRequest,
  RenameRequest,
  ResponseError,
  type TextDocumentEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver'
import { answer, type Feature } from './feature.ts'
import { textOf } from './lookup.ts'
import { type Renaming, renamableAt, rename } from './renaming.ts'
import type { Session } from './session.ts'
import { offsetAt, rangeOf, type Story } from './story.ts'

/** A new name for somebody in all mentions, in the right form. What stands in direct quotations changes only when the user confirms it. */
export const renaming: Feature = {
  capabilities: client => ({ renameProvider: client.textDocument?.rename?.prepareSupport ? { prepareProvider: true } : true }),
  answers: [
    answer(PrepareRenameRequest.type, (story, { position }) => {
      const found = renamableAt(story.article, offsetAt(story, position))
      return found && { range: rangeOf(story, found.here), placeholder: textOf(story.article, found.here) }
    }),
    answer(RenameRequest.type, (story, { position, newName }, session) => {
      const found = renamableAt(story.article, offsetAt(story, position))
      const renamings = found ? rename(story.article, found, newName) : 'Only a name can be renamed.'
      if (typeof renamings === 'string') throw new ResponseError(ErrorCodes.InvalidRequest, renamings)
      return editOf(story, renamings, session)
    }),
  ],
}

/** The annotation of what stands in quotations. */
const quoted = 'quoted'

/** Without annotations, the mentions in quotations stay as they are. */
function editOf(story: Story, renamings: readonly Renaming[], { client }: Session): WorkspaceEdit {
  const { uri, version } = story.document
  const supported = client.workspace?.workspaceEdit
  const editFor = (renaming: Renaming) => ({ range: rangeOf(story, renaming), newText: renaming.text })
  const plain = renamings.filter(renaming => !renaming.isQuoted).map(editFor)
  if (!supported?.documentChanges) return { changes: { [uri]: plain } }
  const annotated = supported.changeAnnotationSupport
    ? renamings.filter(renaming => renaming.isQuoted).map(renaming => ({ ...editFor(renaming), annotationId: quoted }))
    : []
  const change: TextDocumentEdit = { textDocument: { uri, version }, edits: [...plain, ...annotated] }
  if (annotated.length === 0) return { documentChanges: [change] }
  const label = 'In a direct quotation'
  const description = 'These are words that somebody said. Change them only if they were taken down wrong.'
  return { documentChanges: [change], changeAnnotations: { [quoted]: { label, description, needsConfirmation: true } } }
}
