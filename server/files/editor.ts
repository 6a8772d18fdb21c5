import { type Connection, RequestType } from 'vscode-languageserver'
import { pathIn } from '../folder/address.ts'
import type { Entry, Files, FileText } from './files.ts'
import type { Storage } from './storage.ts'

/** Server to client, where the client can: the text of a file of the open folders. */
export const readFileRequest = new RequestType<{ readonly uri: string; readonly mostBytes: number }, FileText, void>(
  'dateline/readFile',
)

/** Server to client: what lies in a folder. */
export const listFolderRequest = new RequestType<{ readonly uri: string }, readonly Entry[], void>('dateline/listFolder')

/** Server to client: a text that the editor keeps for the server, by its name; empty where there is none. */
export const loadRequest = new RequestType<{ readonly name: string }, string, void>('dateline/load')

/** Server to client: a text to keep. */
export const saveRequest = new RequestType<{ readonly name: string; readonly text: string }, void, void>('dateline/save')

/** The files as the editor sees them, wherever they lie. */
export function editorFiles(connection: Connection): Files {
  return {
    read: async (uri, within, mostBytes) => {
      if (pathIn(within, uri) === undefined) return { problem: 'The file lies outside of the folder and is not read.' }
      try {
        return await connection.sendRequest(readFileRequest, { uri, mostBytes })
      } catch {
        return { problem: 'The editor could not read the file.' }
      }
    },
    list: async uri => {
      try {
        return await connection.sendRequest(listFolderRequest, { uri })
      } catch {
        return []
      }
    },
  }
}

/** What the editor keeps for the server, wherever that is. */
export function editorStorage(connection: Connection): Storage {
  return {
    load: name => connection.sendRequest(loadRequest, { name }).catch(() => ''),
    save: (name, text) => connection.sendRequest(saveRequest, { name, text }).catch(() => {}),
  }
}

/** Files of this machine are read as such; all others through the editor, where it offers that. */
export function filesOf(disk: Files, editor: Files): Files {
  const filesFor = (uri: string) => (uri.startsWith('file:') ? disk : editor)
  return {
    read: (uri, within, mostBytes) => filesFor(uri).read(uri, within, mostBytes),
    list: (uri, within) => filesFor(uri).list(uri, within),
  }
}
