import { pathIn } from '../folder/address.ts'
import { type IndexProgress, indexStories, indexStory, mayBeStory, type StoryWorld } from './indexing.ts'

/** Keeps the index of the stories of the open folders. */
export interface StoryKeeping {
  /** Begins to read all stories, if that has not begun. */
  begin(): void
  /** Takes in that a file has changed, come or gone. */
  changed(uri: string): void
  /** Names the folders that are open now: the stories of new ones are read, those of others forgotten. */
  openFolders(uris: readonly string[]): void
}

/** What the user sees of an indexing, and stops it with. */
export interface IndexDisplay extends Omit<IndexProgress, 'isCancelled'> {
  isCancelled(): boolean
  close(): void
}

/** Keeps an index in the background, one thing after the other; `failed` is told what went wrong, and the work goes on. */
export function keepStories(
  world: StoryWorld,
  openDisplay: () => Promise<IndexDisplay>,
  failed: (fault: unknown) => void,
): StoryKeeping {
  const { files, index } = world
  let folders: readonly string[] = []
  /** Resolves when all is done that was begun; absent where nothing was. */
  let work: Promise<void> | undefined
  const folderOf = (uri: string) => folders.find(folder => pathIn(folder, uri) !== undefined)
  const forgetOthers = () => index.retain(uri => folderOf(uri) !== undefined)
  const next = (step: () => Promise<void>) => {
    work = (work ?? Promise.resolve()).then(step).catch(failed)
  }
  const readAll = async (wanted: readonly string[]) => {
    const display = await openDisplay()
    const isCancelled = (folder: string) => display.isCancelled() || !folders.includes(folder)
    await indexStories(wanted, world, { report: display.report, isCancelled }).finally(() => display.close())
  }
  return {
    begin: () => {
      const wanted = folders
      if (!work && wanted.length > 0) next(() => readAll(wanted))
    },
    changed: uri => {
      if (!work || !mayBeStory(uri)) return
      next(async () => {
        const folder = folderOf(uri)
        if (folder !== undefined) await indexStory(uri, folder, files, index)
      })
    },
    openFolders: uris => {
      const added = uris.filter(uri => !folders.includes(uri))
      folders = uris
      if (!work) return
      forgetOthers()
      // A file of a folder that has gone may just be being read.
      next(async () => forgetOthers())
      if (added.length > 0) next(() => readAll(added))
    },
  }
}
