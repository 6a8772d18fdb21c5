import { FileType, Uri, workspace } from 'vscode'
import { type BaseLanguageClient, RequestType } from 'vscode-languageclient'

/**
 * Answers the server's questions about files that it cannot read itself, in a virtual workspace or where it is a web worker, and keeps for a worker in
 * `storage`, where there is such a folder, what it has read.
 */
export function answerForFiles(client: BaseLanguageClient, storage: Uri | undefined): void {
  client.onRequest(readFileRequest, ({ uri, mostBytes }) => readFile(Uri.parse(uri), mostBytes))
  client.onRequest(listFolderRequest, ({ uri }) => listFolder(Uri.parse(uri)))
  if (storage === undefined) return
  client.onRequest(loadRequest, async ({ name }) =>
    new TextDecoder().decode(await workspace.fs.readFile(Uri.joinPath(storage, name))),
  )
  client.onRequest(saveRequest, async ({ name, text }) => {
    await workspace.fs.createDirectory(storage)
    await workspace.fs.writeFile(Uri.joinPath(storage, name), new TextEncoder().encode(text))
  })
}

/** A file's text, that there is none, or why it is not read. */
type FileText = { readonly text: string } | { readonly missing: true } | { readonly problem: string }

/** What lies in a folder. */
interface Entry {
  readonly name: string
  readonly kind: 'file' | 'folder' | 'other'
}

const readFileRequest = new RequestType<{ readonly uri: string; readonly mostBytes: number }, FileText, void>('dateline/readFile')
const listFolderRequest = new RequestType<{ readonly uri: string }, readonly Entry[], void>('dateline/listFolder')

const loadRequest = new RequestType<{ readonly name: string }, string, void>('dateline/load')
const saveRequest = new RequestType<{ readonly name: string; readonly text: string }, void, void>('dateline/save')

/** Reads a file of the open folders, and no other. */
async function readFile(uri: Uri, mostBytes: number): Promise<FileText> {
  if (!workspace.getWorkspaceFolder(uri)) return { problem: 'The file lies outside of the folder and is not read.' }
  try {
    const { size, type } = await workspace.fs.stat(uri)
    if ((type & FileType.SymbolicLink) !== 0) return { problem: 'The file is a link and is not followed.' }
    if (size > mostBytes) return { problem: `The file has over ${Math.floor(mostBytes / 1_000_000)} MB and is not read.` }
    return { text: new TextDecoder().decode(await workspace.fs.readFile(uri)) }
  } catch {
    return { missing: true }
  }
}

async function listFolder(uri: Uri): Promise<readonly Entry[]> {
  if (!workspace.getWorkspaceFolder(uri)) return []
  const entries = await workspace.fs.readDirectory(uri)
  return entries.map(([name, type]) => ({
    name,
    kind: type === FileType.File ? 'file' : type === FileType.Directory ? 'folder' : 'other',
  }))
}
