import { readdir, readFile, realpath, stat } from 'node:fs/promises'
import { sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Files, type FileText, tooLarge } from './files.ts'

/** The files of this machine: those that lie in the folder named, after every link is followed. */
export const diskFiles: Files = {
  read: async (uri, within, mostBytes) => {
    try {
      return await readInside(await realpath(fileURLToPath(uri)), await realpath(fileURLToPath(within)), mostBytes)
    } catch (error) {
      return isMissing(error) ? { missing: true } : { problem: 'The file cannot be read.' }
    }
  },
  list: async (uri, within) => {
    try {
      const folder = await realpath(fileURLToPath(uri))
      if (!isInside(folder, await realpath(fileURLToPath(within)))) return []
      const entries = await readdir(folder, { withFileTypes: true })
      return entries.map(entry => ({
        name: entry.name,
        kind: entry.isFile() ? 'file' : entry.isDirectory() ? 'folder' : 'other',
      }))
    } catch {
      return []
    }
  },
}

async function readInside(file: string, folder: string, mostBytes: number): Promise<FileText> {
  if (!isInside(file, folder)) return { problem: 'The file lies outside of the folder and is not read.' }
  const stats = await stat(file)
  if (!stats.isFile()) return { problem: 'This is no file.' }
  if (stats.size > mostBytes) return tooLarge(stats.size, mostBytes)
  return { text: await readFile(file, 'utf8') }
}

function isInside(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep)
}

function isMissing(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  return code === 'ENOENT' || code === 'ENOTDIR'
}
