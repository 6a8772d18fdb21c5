import { closeSync, fsyncSync, openSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

/** Replaces a file whole or not at all: whoever reads it meanwhile, or after a crash, has the old text or the new one. Keeps its permissions; throws where it cannot be written. */
export function replaceFile(file: string, content: string | Uint8Array): void {
  const isThere = statSync(file, { throwIfNoEntry: false }) !== undefined
  const target = isThere ? realpathSync(file) : file
  const draft = join(dirname(target), `.${basename(target)}.${process.pid}.tmp`)
  const mode = isThere ? statSync(target).mode & 0o7777 : 0o666
  try {
    const handle = openSync(draft, 'wx', mode)
    try {
      writeFileSync(handle, content)
      fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
    renameSync(draft, target)
  } catch (error) {
    rmSync(draft, { force: true })
    throw error
  }
}
