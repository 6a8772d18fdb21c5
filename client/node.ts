import type { ExtensionContext } from 'vscode'
import { activateDateline, type Dateline } from './extension.ts'

/** Entry of the extension where there is Node: the server is a process of its own. */
export function activate(context: ExtensionContext): Dateline {
  const module = context.asAbsolutePath('dist/server.cjs')
  return activateDateline(context, async options => {
    const { LanguageClient, TransportKind } = await import('vscode-languageclient/node')
    const run = { module, transport: TransportKind.ipc }
    const debug = { ...run, options: { execArgv: ['--nolazy', '--inspect=6021'] } }
    return new LanguageClient('dateline', 'Dateline', { run, debug }, options)
  })
}

export { deactivateDateline as deactivate } from './extension.ts'
