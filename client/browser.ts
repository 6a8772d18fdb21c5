import { type ExtensionContext, Uri, workspace } from 'vscode'
import { activateDateline, type Dateline } from './extension.ts'

/** Entry of the extension where there is no Node (vscode.dev, github.dev): the server is a web worker. */
export function activate(context: ExtensionContext): Dateline {
  const script = Uri.joinPath(context.extensionUri, 'dist', 'server.cjs')
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

/**
 * Starts the script from a blob, wherever it lies: VS Code refuses `new Worker('vscode-remote://…')`, and where the extension is
 * served over HTTP, not every server calls a .cjs file JavaScript.
 */
async function startWorker(script: Uri): Promise<Worker> {
  const code = await workspace.fs.readFile(script)
  return new Worker(URL.createObjectURL(new Blob([new Uint8Array(code)], { type: 'application/javascript' })))
}

export { deactivateDateline as deactivate } from './extension.ts'
