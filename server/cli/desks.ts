import { readFileSync, realpathSync, statSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type DatelineFile, datelineFileName, noDatelineFile, readDatelineFile } from '../folder/dateline-file.ts'
import { type Desk, noDesk } from '../folder/desk.ts'
import type { FileProblem } from '../folder/json.ts'
import { type People, readPeopleAtOnce } from '../folder/people.ts'
import { clean } from './clean.ts'
import { statsOf } from './files.ts'
import type { Complaint } from './outcome.ts'
import { positionsOf } from './positions.ts'

type Tell = (complaint: Complaint) => void

/**
 * Gives the desk of each story: what the nearest `dateline.json`, from the story's folder up, lays down. Where there is none, the people file of the working
 * directory holds for the stories in it, as that of a folder does that is open in an editor. Each file is read once, and told of where it is at fault.
 */
export function deskFinder(tell: Tell): (file: string) => Desk {
  const known = new Map<string, Desk>()
  const deskIn = (folder: string): Desk => {
    const before = known.get(folder)
    if (before) return before
    const parent = dirname(folder)
    const desk = readDesk(folder, tell) ?? (parent === folder ? noDesk : deskIn(parent))
    known.set(folder, desk)
    return desk
  }
  let workplace: Desk | undefined
  return file => {
    const folder = folderOf(file)
    const desk = deskIn(folder)
    if (desk !== noDesk || !isInWorkplace(folder)) return desk
    workplace ??= deskOf(resolve('.'), noDatelineFile, tell)
    return workplace
  }
}

/** The files that lay down something for the stories, those that are there. */
export function deskFiles(stories: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>()
  const folders = new Set(stories.map(folderOf))
  const add = (folder: string, { people = defaultPeople }: DatelineFile) => {
    for (const path of [join(folder, datelineFileName), ...people.map(name => join(folder, name))])
      if (isThere(path)) found.add(path)
  }
  for (const folder of folders) {
    if (isThere(join(folder, datelineFileName))) add(folder, fileIn(folder))
    else if (dirname(folder) !== folder) folders.add(dirname(folder))
  }
  add(resolve('.'), noDatelineFile)
  return found
}

/** No team needs a longer list of what to ignore. */
const mostBytes = 1_000_000
const mostBytesOfPeople = 100_000_000
const defaultPeople = ['people.json']

/** The desk of a folder that has a `dateline.json`. */
function readDesk(folder: string, tell: Tell): Desk | undefined {
  const path = join(folder, datelineFileName)
  try {
    const stats = statSync(path, { throwIfNoEntry: false })
    if (!stats) return undefined
    if (stats.size > mostBytes) throw new Error('it is over 1 MB')
    const text = readFileSync(path, 'utf8')
    const file = readDatelineFile(text)
    tellProblems(path, text, file.problems, tell)
    return deskOf(folder, file, tell)
  } catch (error) {
    tellFault(path, error, tell)
    return { folder: pathToFileURL(folder).href, file: noDatelineFile, people: [] }
  }
}

function deskOf(folder: string, file: DatelineFile, tell: Tell): Desk {
  return { folder: pathToFileURL(folder).href, file, people: readPeopleFiles(folder, file, tell) }
}

/** The people files that `dateline.json` names, or people.json beside it. One that leads out of the folder by a link is not read. */
function readPeopleFiles(folder: string, { people }: DatelineFile, tell: Tell): readonly People[] {
  return (people ?? defaultPeople).flatMap(name => {
    const path = join(folder, name)
    const stats = statsOf(path)
    if (!stats && !people) return []
    try {
      if (!realpathSync(path).startsWith(realpathSync(folder) + sep)) throw new Error('it lies outside of the folder')
      if (stats && stats.size > mostBytesOfPeople) throw new Error('it is over 100 MB')
      const text = readFileSync(path, 'utf8')
      const read = readPeopleAtOnce(pathToFileURL(path).href, text)
      tellProblems(path, text, read.file.problems, tell)
      return [read]
    } catch (error) {
      tellFault(path, error, tell)
      return []
    }
  })
}

function tellFault(path: string, error: unknown, tell: Tell): void {
  const reason = clean(error instanceof Error ? error.message : String(error))
  tell({ text: `${clean(path)} cannot be read: ${reason}`, unread: unreadDesk, isShared: true })
}

function tellProblems(path: string, text: string, problems: readonly FileProblem[], tell: Tell): void {
  const positionAt = positionsOf(text)
  for (const { start, message } of problems) {
    const { line, column } = positionAt(start)
    tell({ text: `${clean(path)}:${line}:${column} ${clean(message)}`, unread: unreadDesk, isShared: true })
  }
}

const unreadDesk = { file: 'dateline.json', problem: 'has a fault' }

const folderOf = (file: string) => (file === '-' ? resolve('.') : dirname(resolve(file)))
const isThere = (path: string) => statsOf(path) !== undefined
const isInWorkplace = (folder: string) => !/^\.\.|^(?:[a-z]:)?[\\/]/i.test(relative(resolve('.'), folder))

function fileIn(folder: string): DatelineFile {
  try {
    return readDatelineFile(readFileSync(join(folder, datelineFileName), 'utf8'))
  } catch {
    return noDatelineFile
  }
}
