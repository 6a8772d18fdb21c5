import type { TextDocumentEdit, WorkspaceEdit } from 'vscode-languageserver'
import { TextDocument } from 'vscode-languageserver-textdocument'
import type { FileEdits } from '../folder/edits.ts'
import type { Session } from './session.ts'
import { rangeOf } from './story.ts'

/** A file that the desk has laid into a folder, or that can be made there. */
export interface FileSource {
  readonly uri: string
  readonly text: string
  readonly isThere: boolean
}

/** The edits of such a file; undefined where it is broken or lies nowhere, or where the client cannot make a file that is not there. */
export function fileEdit(
  source: FileSource | undefined,
  edits: FileEdits,
  { client, encoding }: Session,
): WorkspaceEdit | undefined {
  if (!source || !edits) return undefined
  const { uri, text, isThere } = source
  const document = TextDocument.create(uri, 'json', 0, text)
  const changes = edits.map(edit => ({ range: rangeOf({ document, encoding }, edit), newText: edit.text }))
  const { documentChanges, resourceOperations } = client.workspace?.workspaceEdit ?? {}
  const change: TextDocumentEdit = { textDocument: { uri, version: null }, edits: changes }
  if (isThere) return documentChanges ? { documentChanges: [change] } : { changes: { [uri]: changes } }
  if (!documentChanges || !resourceOperations?.includes('create')) return undefined
  return { documentChanges: [{ kind: 'create', uri, options: { ignoreIfExists: true } }, change] }
}
