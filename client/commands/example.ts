import { commands, type Disposable, type ExtensionContext, Uri, window, workspace } from 'vscode'

/** The commands for the first minutes: a story to try things on, and the walkthrough. */
export function exampleCommands(context: ExtensionContext): readonly Disposable[] {
  return [
    commands.registerCommand('dateline.openExample', async () => {
      const example = Uri.joinPath(context.extensionUri, 'examples', 'talks-in-the-harbour.txt')
      const content = new TextDecoder().decode(await workspace.fs.readFile(example))
      // An untitled copy: whoever tries things out changes no file.
      await window.showTextDocument(await workspace.openTextDocument({ content, language: 'news' }))
    }),
    commands.registerCommand('dateline.openWalkthrough', () =>
      commands.executeCommand('workbench.action.openWalkthrough', `${context.extension.id}#dateline.start`, false),
    ),
  ]
}
