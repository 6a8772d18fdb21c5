import { type ExtensionContext, Uri, workspace } from 'vscode'
import { activateDateline, type Dateline } from './extension.ts'

/** Entry of the extension where there is no Node (vscode.dev, github.dev): the server is a web worker. */
export function activate(context: ExtensionContext): Dateline {
  const folder = Uri.joinPath(context.extensionUri, 'dist', 'code')
  let worker: Worker | undefined
  return activateDateline(context, async options => {
    const { BrowserMessageReader, BrowserMessageWriter, LanguageClient } = await import('vscode-languageclient/browser')
    const startServer = async () => {
      worker?.terminate()
      worker = await startWorker(folder)
      // VS Code wraps `Worker`, so the client would not know the worker for one: it gets reader and writer instead.
      return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) }
    }
    return new LanguageClient('dateline', 'Dateline', startServer, options)
  })
}

/**
 * Starts the server from a blob, wherever it lies: VS Code refuses `new Worker('vscode-remote://…')`, and where the extension is
 * served over HTTP, not every server calls a .cjs file JavaScript. What the server has learnt stands in front of it, in the variable that it looks for.
 */
async function startWorker(folder: Uri): Promise<Worker> {
  const read = async (name: string) => new Uint8Array(await workspace.fs.readFile(Uri.joinPath(folder, name)))
  const [learnt, code] = await Promise.all([read('learnt.json'), read('server.cjs')])
  const script = new Blob(['globalThis.learnt = ', learnt, '\n', code], { type: 'application/javascript' })
  return new Worker(URL.createObjectURL(script))
}

export { deactivateDateline as deactivate } from './extension.ts'
