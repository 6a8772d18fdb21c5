import { type ExtensionContext, Uri, workspace } from 'vscode'
import { activateDateline, type Dateline } from './extension.ts'

/** Entry of the extension where there is no Node (vscode.dev, github.dev): the server is a web worker. */
export function activate(context: ExtensionContext): Dateline {
  const script = Uri.joinPath(context.extensionUri, 'dist', 'browser', 'server.js')
  let worker: Worker | undefined
  return activateDateline(context, async options => {
    const { BrowserMessageReader, BrowserMessageWriter, LanguageClient } = await import('vscode-languageclient/browser')
    const startServer = async () => {
      worker?.terminate()
      worker = await startWorker(script)
      // VS Code wraps `Worker`, so the client would not know the worker for one: it gets reader and writer instead.
      return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) }
    }
    return new LanguageClient('dateline', 'Dateline', startServer, options)
  })
}

/** VS Code refuses `new Worker('vscode-remote://…')`, so the script of an extension that lives on a remote is started from a blob. */
async function startWorker(script: Uri): Promise<Worker> {
  if (script.scheme === 'http' || script.scheme === 'https') return new Worker(script.toString(true))
  const code = await workspace.fs.readFile(script)
  return new Worker(URL.createObjectURL(new Blob([new Uint8Array(code)], { type: 'application/javascript' })))
}

export { deactivateDateline as deactivate } from './extension.ts'
