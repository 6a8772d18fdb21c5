import { addressIn, folderOf, pathIn, plainAddress } from '../folder/address.ts'
import { datelineFileName, noDatelineFile, readDatelineFile, staysInside } from '../folder/dateline-file.ts'
import { type Desk, noDesk } from '../folder/desk.ts'
import type { FileProblem } from '../folder/json.ts'
import { type People, readPeople } from '../folder/people.ts'
import type { Files } from './files.ts'
import { inSlices } from './slices.ts'

/** The desks of the open folders, each read when the first story of its folder is opened and again when its files change. */
export interface Desks {
  /** The desk of a file, as far as it has been read. */
  of(uri: string): Desk
  /** Reads what the desk of the file needs; resolves when `of` tells all. */
  visit(uri: string): Promise<void>
  /** Takes in that a file has changed, come or gone. */
  changed(uri: string): Promise<void>
  /** Whether the file is one that a desk has laid into a folder, and no story. */
  knows(uri: string): boolean
  openFolders(uris: readonly string[]): void
}

/** What the desks need of their surroundings. */
export interface Surroundings {
  readonly files: Files
  /** The text of a file that is open in the editor, saved or not. */
  openText(uri: string): string | undefined
  /** The paths of the people files, from the folder, where `dateline.json` names none. */
  peoplePaths(): readonly string[]
  /** Called after each reading with all problems of the file; `text` is what their offsets count in. */
  report(uri: string, text: string, problems: readonly FileProblem[]): void
  /** Called when what a desk tells has changed. */
  renewed(): void
}

/** No team needs a longer list of what to ignore. */
const mostBytes = 1_000_000
/** A hundred thousand people with everything that is known of them. */
const mostBytesOfPeople = 100_000_000
/** No desk keeps more files of people. */
const mostPeopleFiles = 10

/** A `dateline.json` that was read, or the folder that might have one. */
type DeskFile = Omit<Desk, 'people'>

/** Keeps the desks of the folders. */
export function keepDesks({ files, openText, peoplePaths, report: tell, renewed }: Surroundings): Desks {
  let folders: readonly string[] = []
  /** By the plain address of each `dateline.json` looked for; undefined where there is none. */
  const known = new Map<string, DeskFile | undefined>()
  /** By the plain address of each people file looked for; undefined where there is none. */
  const people = new Map<string, People | undefined>()
  const reading = new Map<string, Promise<void>>()
  /** The files of which problems were told. */
  const faulty = new Set<string>()

  const report = (uri: string, text: string, problems: readonly FileProblem[]) => {
    if (problems.length > 0) faulty.add(uri)
    else faulty.delete(uri)
    tell(uri, text, problems)
  }

  const rootOf = (uri: string) =>
    folders.filter(folder => pathIn(folder, uri) !== undefined).sort((a, b) => b.length - a.length)[0]

  /** The places where the `dateline.json` of a file may lie, the nearest first. */
  function* placesFor(uri: string): Iterable<{ readonly uri: string; readonly folder: string }> {
    const root = rootOf(uri)
    let folder = folderOf(uri)
    while (root !== undefined && folder !== undefined && pathIn(root, `${folder}/`) !== undefined) {
      yield { uri: addressIn(folder, datelineFileName), folder }
      folder = folderOf(folder)
    }
  }

  async function read(uri: string, folder: string): Promise<void> {
    const open = openText(uri)
    const found = open === undefined ? await files.read(uri, rootOf(uri) ?? folder, mostBytes) : { text: open }
    const key = plainAddress(uri)
    if ('missing' in found) known.set(key, undefined)
    else if ('text' in found) {
      const file = readDatelineFile(found.text)
      known.set(key, { folder, file, source: { uri, text: found.text, isThere: true } })
      report(uri, found.text, file.problems)
      return
    } else known.set(key, { folder, file: noDatelineFile })
    report(uri, '', 'problem' in found ? [{ start: 0, end: 0, message: found.problem }] : [])
  }

  async function readPeopleFile(uri: string, folder: string): Promise<void> {
    const open = openText(uri)
    const found = open === undefined ? await files.read(uri, rootOf(uri) ?? folder, mostBytesOfPeople) : { text: open }
    if ('text' in found) {
      const read = await inSlices(readPeople(uri, found.text))
      people.set(plainAddress(uri), read)
      report(uri, found.text, read.file.problems)
      return
    }
    people.set(plainAddress(uri), undefined)
    report(uri, '', 'problem' in found ? [{ start: 0, end: 0, message: found.problem }] : [])
  }

  /** Reads a file that is being read already no second time. */
  function readOnce(uri: string, folder: string, how: typeof read): Promise<void> {
    const key = plainAddress(uri)
    const before = reading.get(key)
    if (before) return before
    const now = how(uri, folder).finally(() => reading.delete(key))
    reading.set(key, now)
    return now
  }

  function deskFileOf(uri: string): DeskFile | undefined {
    let top: { readonly uri: string; readonly folder: string } | undefined
    for (const place of placesFor(uri)) {
      const desk = known.get(plainAddress(place.uri))
      if (desk) return desk
      top = place
    }
    return top && { folder: top.folder, file: noDatelineFile, source: { uri: top.uri, text: '', isThere: false } }
  }

  function peopleUris({ folder, file }: DeskFile): readonly string[] {
    if (folder === undefined) return []
    const paths = (file.people ?? peoplePaths()).filter(staysInside).slice(0, mostPeopleFiles)
    return paths.map(path => addressIn(folder, path))
  }

  return {
    of: uri => {
      const desk = deskFileOf(uri)
      if (!desk) return noDesk
      const uris = peopleUris(desk)
      return { ...desk, people: uris.flatMap(each => people.get(plainAddress(each)) ?? []), peopleUri: uris[0] }
    },
    visit: async uri => {
      const unread = [...placesFor(uri)].filter(place => !known.has(plainAddress(place.uri)))
      await Promise.all(unread.map(place => readOnce(place.uri, place.folder, read)))
      const desk = deskFileOf(uri)
      const unreadPeople = desk ? peopleUris(desk).filter(each => !people.has(plainAddress(each))) : []
      await Promise.all(unreadPeople.map(each => readOnce(each, desk?.folder ?? '', readPeopleFile)))
      if (unread.some(place => known.get(plainAddress(place.uri))) || unreadPeople.some(each => people.get(plainAddress(each))))
        renewed()
    },
    changed: async uri => {
      const folder = folderOf(uri)
      const address = plainAddress(uri)
      const how = known.has(address) ? read : people.has(address) ? readPeopleFile : undefined
      if (folder === undefined || !how) return
      await reading.get(address)
      await readOnce(uri, folder, how)
      renewed()
    },
    knows: uri => known.has(plainAddress(uri)) || people.has(plainAddress(uri)),
    openFolders: uris => {
      folders = uris.map(uri => uri.replace(/\/$/, ''))
      known.clear()
      people.clear()
      for (const uri of faulty) report(uri, '', [])
    },
  }
}
