import { readFileSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { datelineFileName, noDatelineFile, readDatelineFile } from '../folder/dateline-file.ts'
import { type Desk, noDesk } from '../folder/desk.ts'
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
    const positionAt = positionsOf(text)
    for (const { start, message } of file.problems) {
      const { line, column } = positionAt(start)
      complain(`${clean(path)}:${line}:${column} ${clean(message)}`)
      wrong()
    }
    return { folder: address, file }
  } catch (error) {
    complain(`${clean(path)} cannot be read: ${clean(error instanceof Error ? error.message : String(error))}`)
    wrong()
    return { folder: address, file: noDatelineFile }
  }
}
