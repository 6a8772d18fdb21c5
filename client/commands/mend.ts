import { commands, type Disposable } from 'vscode'

/** The command that mends every problem of the active story that may be mended without being looked at. */
export function mendCommands(): readonly Disposable[] {
  return [
    commands.registerCommand('dateline.fixAll', () =>
      commands.executeCommand('editor.action.sourceAction', { kind: 'source.fixAll.dateline', apply: 'first' }),
    ),
  ]
}
