import { readFileSync, realpathSync, statSync } from 'node:fs'
import { dirname, join, resolve, sep } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type DatelineFile, datelineFileName, noDatelineFile, readDatelineFile } from '../folder/dateline-file.ts'
import { type Desk, noDesk } from '../folder/desk.ts'
import type { FileProblem } from '../folder/json.ts'
import { type People, readPeople } from '../folder/people.ts'
import { clean } from './clean.ts'
import { complain } from './output.ts'
import { positionsOf } from './positions.ts'

/** Gives the desk of each story: what the nearest `dateline.json`, from the story's folder up, lays down. Each is read once; `wrong` is called where one is at fault. */
export function deskFinder(wrong: () => void): (file: string) => Desk {
  const known = new Map<string, Desk>()
  const deskIn = (folder: string): Desk => {
    const before = known.get(folder)
    if (before) return before
    const parent = dirname(folder)
    const desk = readDesk(folder, wrong) ?? (parent === folder ? noDesk : deskIn(parent))
    known.set(folder, desk)
    return desk
  }
  return file => deskIn(file === '-' ? resolve('.') : dirname(resolve(file)))
}

/** No team needs a longer list of what to ignore. */
const mostBytes = 1_000_000
const mostBytesOfPeople = 100_000_000

/** The desk of a folder that has a `dateline.json`. What is wrong with the file is complained of. */
function readDesk(folder: string, wrong: () => void): Desk | undefined {
  const path = join(folder, datelineFileName)
  const address = pathToFileURL(folder).href
  try {
    const stats = statSync(path, { throwIfNoEntry: false })
    if (!stats) return undefined
    if (stats.size > mostBytes) throw new Error('it is over 1 MB')
    const text = readFileSync(path, 'utf8')
    const file = readDatelineFile(text)
    tell(path, text, file.problems, wrong)
    return { folder: address, file, people: readPeopleFiles(folder, file, wrong) }
  } catch (error) {
    complain(`${clean(path)} cannot be read: ${clean(error instanceof Error ? error.message : String(error))}`)
    wrong()
    return { folder: address, file: noDatelineFile, people: [] }
  }
}

/** The people files that `dateline.json` names, or people.json beside it. One that leads out of the folder by a link is not read. */
function readPeopleFiles(folder: string, { people }: DatelineFile, wrong: () => void): readonly People[] {
  return (people ?? ['people.json']).flatMap(name => {
    const path = join(folder, name)
    const stats = statSync(path, { throwIfNoEntry: false })
    if (!stats && !people) return []
    try {
      if (!realpathSync(path).startsWith(realpathSync(folder) + sep)) throw new Error('it lies outside of the folder')
      if (stats && stats.size > mostBytesOfPeople) throw new Error('it is over 100 MB')
      const text = readFileSync(path, 'utf8')
      const reading = readPeople(pathToFileURL(path).href, text)
      let next = reading.next()
      while (!next.done) next = reading.next()
      tell(path, text, next.value.file.problems, wrong)
      return [next.value]
    } catch (error) {
      complain(`${clean(path)} cannot be read: ${clean(error instanceof Error ? error.message : String(error))}`)
      wrong()
      return []
    }
  })
}

function tell(path: string, text: string, problems: readonly FileProblem[], wrong: () => void): void {
  const positionAt = positionsOf(text)
  for (const { start, message } of problems) {
    const { line, column } = positionAt(start)
    complain(`${clean(path)}:${line}:${column} ${clean(message)}`)
    wrong()
  }
}
