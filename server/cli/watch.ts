import { statSync, watch } from 'node:fs'
import { dirname } from 'node:path'
import { type CheckOptions, checkFiles } from './check.ts'
import { namedFiles } from './files.ts'
import { complain, exitCodes } from './output.ts'

/** How long files must have rested before they are read, in milliseconds: editors write in several steps. */
const rest = 100

/** `dateline check --watch`: checks all stories, then each one again that is written or comes anew, until it is interrupted. */
export async function watchFiles(names: readonly string[], options: CheckOptions): Promise<number> {
  let seen = writtenTimes(names)
  const tell = (count: number) => complain(`${count === 1 ? '1 file' : `${count} files`} checked; waiting for changes`)
  const again = async () => {
    const now = writtenTimes(names)
    const changed = new Set([...now].filter(([file, time]) => seen.get(file) !== time).map(([file]) => file))
    seen = now
    if (changed.size === 0) return
    await checkFiles(names, { ...options, only: changed })
    // What was mended has been checked.
    if (options.fix) seen = writtenTimes(names)
    tell(changed.size)
  }
  let running = Promise.resolve()
  let timer: ReturnType<typeof setTimeout> | undefined
  const soon = () => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      running = running.then(again)
    }, rest)
  }
  const watchers = watchedFolders(names).map(({ folder, recursive }) => watch(folder, { recursive }, soon))
  await checkFiles(names, options)
  if (options.fix) seen = writtenTimes(names)
  tell(seen.size)
  await new Promise<void>(resolve => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
  })
  clearTimeout(timer)
  for (const watcher of watchers) watcher.close()
  await running
  return exitCodes.fine
}

/** When each file that is there was last written. */
function writtenTimes(names: readonly string[]): ReadonlyMap<string, number> {
  const times = new Map<string, number>()
  for (const { file } of namedFiles(names)) {
    const stats = statSync(file, { throwIfNoEntry: false })
    if (stats?.isFile()) times.set(file, stats.mtimeMs)
  }
  return times
}

/** The folders in which something can happen to the files that the arguments name. */
function watchedFolders(names: readonly string[]): readonly { readonly folder: string; readonly recursive: boolean }[] {
  const folders = new Map<string, boolean>()
  for (const name of names) {
    const stats = statSync(name, { throwIfNoEntry: false })
    const isPattern = !stats && /[*?{[]/.test(name)
    const folder = stats?.isDirectory() ? name : dirname(isPattern ? name.slice(0, name.search(/[*?{[]/) + 1) : name)
    if (statSync(folder, { throwIfNoEntry: false })) folders.set(folder, folders.get(folder) || isPattern || folder === name)
  }
  return [...folders].map(([folder, recursive]) => ({ folder, recursive }))
}
