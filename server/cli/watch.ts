import { watch } from 'node:fs'
import { dirname } from 'node:path'
import { type CheckOptions, checkFiles } from './check.ts'
import { deskFiles } from './desks.ts'
import { namedFiles, statsOf } from './files.ts'
import { complain, exitCodes } from './output.ts'

/** How long files must have rested before they are read, in milliseconds: editors write in several steps. */
const rest = 100

/** `dateline check --watch`: checks all stories, then each one again that is written or comes anew, and all when a `dateline.json` or a people file changes, until it is interrupted. */
export async function watchFiles(names: readonly string[], options: CheckOptions): Promise<number> {
  let seen = look(names)
  const tell = (count: number) => complain(`${count === 1 ? '1 file' : `${count} files`} checked; waiting for changes`)
  const again = async () => {
    const now = look(names)
    const changed = changedStories(seen, now)
    seen = now
    if (changed.size === 0) return
    await checkFiles(names, { ...options, only: changed })
    // What was mended has been checked.
    if (options.fix) seen = look(names)
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
  const watchers = watchedFolders(names, seen).map(({ folder, recursive }) => watch(folder, { recursive }, soon))
  await checkFiles(names, options)
  if (options.fix) seen = look(names)
  tell(seen.stories.size)
  await new Promise<void>(resolve => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
  })
  clearTimeout(timer)
  for (const watcher of watchers) watcher.close()
  await running
  return exitCodes.fine
}

type Times = ReadonlyMap<string, number>

/** When each file that is there was last written: the stories, and what is laid down for them. */
interface Look {
  readonly stories: Times
  readonly desks: Times
}

function look(names: readonly string[]): Look {
  const stories = writtenTimes([...namedFiles(names)].map(({ file }) => file))
  return { stories, desks: writtenTimes(deskFiles([...stories.keys()])) }
}

function changedStories(before: Look, now: Look): ReadonlySet<string> {
  const isSame = (a: Times, b: Times) => a.size === b.size && [...a].every(([file, time]) => b.get(file) === time)
  if (!isSame(before.desks, now.desks)) return new Set(now.stories.keys())
  return new Set([...now.stories].filter(([file, time]) => before.stories.get(file) !== time).map(([file]) => file))
}

function writtenTimes(files: Iterable<string>): Times {
  const times = new Map<string, number>()
  for (const file of files) {
    const stats = statsOf(file)
    if (stats?.isFile()) times.set(file, stats.mtimeMs)
  }
  return times
}

/** The folders in which something can happen to the files that the arguments name, or to what is laid down for them. */
function watchedFolders(
  names: readonly string[],
  { desks }: Look,
): readonly { readonly folder: string; readonly recursive: boolean }[] {
  const folders = new Map<string, boolean>()
  for (const name of names) {
    const stats = statsOf(name)
    const isPattern = !stats && /[*?{[]/.test(name)
    const folder = stats?.isDirectory() ? name : dirname(isPattern ? name.slice(0, name.search(/[*?{[]/) + 1) : name)
    if (statsOf(folder)) folders.set(folder, folders.get(folder) || isPattern || folder === name)
  }
  for (const file of desks.keys()) folders.set(dirname(file), folders.get(dirname(file)) ?? false)
  return [...folders].map(([folder, recursive]) => ({ folder, recursive }))
}
