import { addressIn } from '../folder/address.ts'
import { readRecord, type StoryIndex, storyFiles } from '../folder/stories.ts'
import type { Files } from './files.ts'

/** How an indexing is watched and stopped. */
export interface IndexProgress {
  /** Called now and then with how many files have been looked at, of how many. */
  report(done: number, all: number): void
  isCancelled(): boolean
}

const mostStories = 10_000
const mostFolders = 20_000
const mostBytes = 1_000_000
/** Milliseconds after which others get their turn. */
const slice = 8

/** Reads all stories of the folders into the index, the time between two requests at a time. */
export async function indexStories(
  folders: readonly string[],
  files: Files,
  index: StoryIndex,
  progress: IndexProgress,
): Promise<void> {
  const found: { readonly uri: string; readonly folder: string }[] = []
  for (const folder of folders)
    for await (const uri of storiesIn(folder, files, progress)) {
      if (found.length >= mostStories) break
      found.push({ uri, folder })
    }
  let end = performance.now() + slice
  for (const [done, { uri, folder }] of found.entries()) {
    if (progress.isCancelled()) return
    await indexStory(uri, folder, files, index)
    if (performance.now() < end) continue
    progress.report(done, found.length)
    await new Promise(resolve => setTimeout(resolve, 0))
    end = performance.now() + slice
  }
}

/** Reads one file into the index anew; one that is gone, or is no story any more, is taken out. */
export async function indexStory(uri: string, folder: string, files: Files, index: StoryIndex): Promise<void> {
  const read = await files.read(uri, folder, mostBytes)
  const record = 'text' in read ? readRecord(uri, read.text) : undefined
  if (record) index.put(record)
  else index.remove(uri)
}

/** Whether a file may be a story, by its name. */
export function mayBeStory(uri: string): boolean {
  return storyFiles.includes(uri.slice(uri.lastIndexOf('.') + 1).toLowerCase())
}

/** The files that may be stories, in the folder and those below it. Links, hidden folders and those of packages are passed by. */
async function* storiesIn(folder: string, files: Files, { isCancelled }: IndexProgress): AsyncGenerator<string> {
  const waiting = [folder]
  for (let looked = 0; looked < mostFolders && !isCancelled(); looked++) {
    const next = waiting.shift()
    if (next === undefined) return
    for (const { name, kind } of await files.list(next, folder)) {
      if (kind === 'file' && mayBeStory(name)) yield addressIn(next, name)
      if (kind === 'folder' && !name.startsWith('.') && name !== 'node_modules') waiting.push(addressIn(next, name))
    }
  }
}
