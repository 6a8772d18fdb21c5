import { mkdir, readdir, readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Files, type FileText, tooLarge } from './files.ts'
import type { Storage } from './storage.ts'

/** What this machine offers a server that runs on it. */
export interface Disk {
  readonly files: Files
  /** Keeps texts in the folder, which need not be there yet. */
  storageIn(folder: string): Storage
}

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

/** Keeps each text in a file of the folder. A text is there as a whole or not at all, also when several servers write. */
export function diskStorage(folder: string): Storage {
  return {
    load: async name => {
      try {
        return await readFile(join(fileURLToPath(folder), name), 'utf8')
      } catch {
        return ''
      }
    },
    save: async (name, text) => {
      try {
        await mkdir(fileURLToPath(folder), { recursive: true })
        await replaceFile(join(fileURLToPath(folder), name), text)
      } catch {
        // A disk that is full or may not be written: the text is made anew the next time.
      }
    },
  }
}

async function replaceFile(path: string, text: string): Promise<void> {
  const beside = `${path}.${process.pid}`
  try {
    await writeFile(beside, text)
    await rename(beside, path)
  } catch (error) {
    await rm(beside, { force: true })
    throw error
  }
}

/** This machine, to the server that runs on it. */
export const disk: Disk = { files: diskFiles, storageIn: diskStorage }

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
