import { commands, type Disposable, l10n, Range, WorkspaceEdit, window, workspace } from 'vscode'
import type { TextEdit } from 'vscode-languageclient'
import type { Server } from '../server.ts'

/** typographic and straight change the shape and keep single or double; double and single change which of the two quotes. */
type MarksStyle = 'typographic' | 'straight' | 'double' | 'single'

/** The commands that rewrite the quotation marks of the active story. */
export function marksCommands(server: Server): readonly Disposable[] {
  const convert = (to: MarksStyle) => () => convertMarks(server, to)
  return [
    commands.registerCommand('dateline.marks.typographic', convert('typographic')),
    commands.registerCommand('dateline.marks.straight', convert('straight')),
    commands.registerCommand('dateline.marks.double', convert('double')),
    commands.registerCommand('dateline.marks.single', convert('single')),
  ]
}

async function convertMarks(server: Server, to: MarksStyle): Promise<void> {
  const document = window.activeTextEditor?.document
  if (document === undefined) return
  const { uri, version } = document
  const answer = await server.ask<readonly TextEdit[]>('dateline/convertMarks', { uri: uri.toString(), to })
  // What was computed for an older text would hit the wrong characters.
  if (answer === undefined || document.version !== version) return
  if (answer.length === 0) {
    window.setStatusBarMessage(l10n.t('The quotation marks are already like that.'), 4000)
    return
  }
  const edit = new WorkspaceEdit()
  for (const { range, newText } of answer) {
    edit.replace(uri, new Range(range.start.line, range.start.character, range.end.line, range.end.character), newText)
  }
  await workspace.applyEdit(edit)
}
