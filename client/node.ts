import type { ExtensionContext } from 'vscode'
import { LanguageClient, TransportKind } from 'vscode-languageclient/node'
import { activateDateline, type Dateline } from './extension.ts'

/** Entry of the extension where there is Node: the server is a process of its own. */
export function activate(context: ExtensionContext): Dateline {
  const module = context.asAbsolutePath('dist/server.cjs')
  const transport = TransportKind.ipc
  return activateDateline(context, options => {
    const debug = { module, transport, options: { execArgv: ['--nolazy', '--inspect=6021'] } }
    return new LanguageClient('dateline', 'Dateline', { run: { module, transport }, debug }, options)
  })
}

export { deactivateDateline as deactivate } from './extension.ts'
