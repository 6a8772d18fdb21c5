import { commands, type Disposable } from 'vscode'
import type { Server } from '../server.ts'

/** The commands about the server itself. */
export function serverCommands(server: Server): readonly Disposable[] {
  return [
    commands.registerCommand('dateline.restart', () => server.restart()),
    commands.registerCommand('dateline.showOutput', () => server.showOutput()),
  ]
}
