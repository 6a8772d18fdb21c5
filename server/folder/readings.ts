import { digestOf } from './digest.ts'
import { endingOf, type PersonRecord, readRecord, type StoryRecord } from './stories.ts'

/** What was read of the stories of a folder, now or in an earlier run, by their content: a text that was read once need not be read again. */
export interface Readings {
  /** The reading of a file, as `readRecord` gives it. */
  of(uri: string, text: string): StoryRecord | undefined
  /** Whether a text had to be read that was not known. */
  readonly areNew: boolean
  /** The readings that were asked for, in the form that `recollect` takes. */
  toText(): string
}

/** What was made of a text: a story's record, or that it is none. */
interface Reading {
  readonly record?: StoryRecord
}

/**
 * The readings that another run has kept, a line each: the key of the content, a space, and what was made of it as JSON without an address. `reader`, the
 * first line, stands for the program that reads; what another one has read is forgotten, and so is what cannot be understood.
 */
export function recollect(reader: string, kept: string): Readings {
  const known = kept.startsWith(`${reader}\n`) ? linesByKey(kept) : new Map<string, string>()
  const asked = new Map<string, string>()
  let areNew = false
  return {
    of: (uri, text) => {
      const key = `${endingOf(uri)}-${digestOf(text)}-${text.length}`
      const line = known.get(key)
      const remembered = line === undefined ? undefined : understood(uri, line)
      if (line !== undefined && remembered) {
        asked.set(key, line)
        return remembered.record
      }
      areNew = true
      const record = readRecord(uri, text)
      asked.set(key, JSON.stringify({ record: record && { ...record, uri: '' } }))
      return record
    },
    get areNew() {
      return areNew
    },
    toText: () => `${[reader, ...[...asked].map(([key, line]) => `${key} ${line}`)].join('\n')}\n`,
  }
}

function linesByKey(kept: string): ReadonlyMap<string, string> {
  const lines = new Map<string, string>()
  for (let start = kept.indexOf('\n') + 1; start > 0 && start < kept.length; ) {
    const end = kept.indexOf('\n', start)
    const space = kept.indexOf(' ', start)
    // What was cut off while it was written has no end.
    if (end < 0 || space < 0) break
    lines.set(kept.slice(start, space), kept.slice(space + 1, end))
    start = end + 1
  }
  return lines
}

function understood(uri: string, line: string): Reading | undefined {
  try {
    const { record } = JSON.parse(line)
    if (record === undefined) return {}
    return isRecord(record) ? { record: { ...record, uri } } : undefined
  } catch {
    return undefined
  }
}

function isRecord(value: Partial<StoryRecord>): value is StoryRecord {
  const { headline, day, people } = value
  return typeof headline === 'string' && typeof day === 'number' && Array.isArray(people) && people.every(isPerson)
}

function isPerson(value: Partial<PersonRecord>): value is PersonRecord {
  const { name, line, character, quotes } = value
  return typeof name === 'string' && [line, character, quotes].every(number => typeof number === 'number')
}
