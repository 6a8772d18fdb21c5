import { addressIn } from '../folder/address.ts'
import { digestOf } from '../folder/digest.ts'
import { recollect } from '../folder/readings.ts'
import { endingOf, readRecord, type StoryIndex, type StoryRecord, storyFiles } from '../folder/stories.ts'
import type { Files } from './files.ts'
import type { Storage } from './storage.ts'

/** Where stories come from, and where what is read of them goes. */
export interface StoryWorld {
  readonly files: Files
  readonly index: StoryIndex
  /** Where readings lie from one run to the next. */
  readonly storage: Storage
  /** Stands for the program that reads: the readings of another one are not taken. */
  readonly reader: string
}

/** How an indexing is watched and stopped. */
export interface IndexProgress {
  /** Called now and then with how many files have been looked at, of how many. */
  report(done: number, all: number): void
  /** Whether the folder is not to be read, or not to its end. */
  isCancelled(folder: string): boolean
}

const mostStories = 10_000
const mostFolders = 20_000
const mostBytes = 1_000_000
/** Milliseconds after which others get their turn. */
const slice = 8

/** Reads all stories of the folders into the index, the time between two requests at a time. A text that an earlier run has read is not read again. */
export async function indexStories(folders: readonly string[], world: StoryWorld, progress: IndexProgress): Promise<void> {
  const { files, index, storage, reader } = world
  const found = await storiesOf(folders, files, progress)
  const pauseWhenDue = pauses(done => progress.report(done, found.length))
  let done = 0
  for (const folder of folders) {
    const name = `stories-${digestOf(folder)}`
    const readings = recollect(reader, await storage.load(name))
    for (const { uri } of found.filter(each => each.folder === folder)) {
      if (progress.isCancelled(folder)) break
      await indexStory(uri, folder, files, index, readings.of)
      await pauseWhenDue(++done)
    }
    if (readings.areNew && !progress.isCancelled(folder)) await storage.save(name, readings.toText())
  }
}

/** Reads one file into the index anew; one that is gone, or is no story any more, is taken out. */
export async function indexStory(
  uri: string,
  folder: string,
  files: Files,
  index: StoryIndex,
  read: (uri: string, text: string) => StoryRecord | undefined = readRecord,
): Promise<void> {
  const found = await files.read(uri, folder, mostBytes)
  const record = 'text' in found ? read(uri, found.text) : undefined
  if (record) index.put(record)
  else index.remove(uri)
}

/** Whether a file may be a story, by its name. */
export function mayBeStory(uri: string): boolean {
  return storyFiles.includes(endingOf(uri))
}

async function storiesOf(folders: readonly string[], files: Files, progress: IndexProgress) {
  const found: { readonly uri: string; readonly folder: string }[] = []
  for (const folder of folders)
    for await (const uri of storiesIn(folder, files, progress)) {
      if (found.length >= mostStories) return found
      found.push({ uri, folder })
    }
  return found
}

/** The files that may be stories, in the folder and those below it. Links, hidden folders and those of packages are passed by. */
async function* storiesIn(folder: string, files: Files, { isCancelled }: IndexProgress): AsyncGenerator<string> {
  const waiting = [folder]
  for (let looked = 0; looked < mostFolders && !isCancelled(folder); looked++) {
    const next = waiting.shift()
    if (next === undefined) return
    for (const { name, kind } of await files.list(next, folder)) {
      if (kind === 'file' && mayBeStory(name)) yield addressIn(next, name)
      if (kind === 'folder' && !name.startsWith('.') && name !== 'node_modules') waiting.push(addressIn(next, name))
    }
  }
}

/** Gives others their turn whenever a slice of time is over, and tells then how far the work is. */
function pauses(report: (done: number) => void): (done: number) => Promise<void> {
  let end = performance.now() + slice
  return async done => {
    if (performance.now() < end) return
    report(done)
    await new Promise(resolve => setTimeout(resolve, 0))
    end = performance.now() + slice
  }
}
