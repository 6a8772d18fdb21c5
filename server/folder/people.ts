import { fold, skeleton } from '../analysis/people/naming.ts'
import type { HousePeople, HousePerson } from '../rules/rule.ts'
import { distance } from './nearest.ts'
import { entryAt, type PeopleFile, type PersonEntry, readPeopleFile } from './people-file.ts'

/** The people of a people file, found by the words of their names. The entries themselves are read when they are asked for, so that 100,000 of them take little more room than their text. */
export interface People {
  readonly uri: string
  readonly file: PeopleFile
  /** The numbers of the entries with a word in one of their names, by the word as it is compared. */
  readonly byWord: ReadonlyMap<string, readonly number[] | number>
  /** The words of the names that are spelled alike, by what they have in common. */
  readonly bySkeleton: ReadonlyMap<string, readonly string[] | string>
}

/** An entry that was found, with its number in the file. */
export interface FoundEntry {
  readonly people: People
  readonly index: number
  readonly entry: PersonEntry
}

/** Reads a people file and makes its index; pauses now and then. */
export function* readPeople(uri: string, text: string): Generator<undefined, People> {
  const byWord = new Map<string, number[] | number>()
  const bySkeleton = new Map<string, string[] | string>()
  const file = yield* readPeopleFile(text, (names, index) => {
    for (const name of names)
      for (const word of wordsOf(name)) {
        if (!byWord.has(word)) add(bySkeleton, skeleton(word), word)
        add(byWord, word, index)
      }
  })
  return { uri, file, byWord, bySkeleton }
}

/** Reads a people file without a pause, where nobody waits meanwhile. */
export function readPeopleAtOnce(uri: string, text: string): People {
  const reading = readPeople(uri, text)
  for (;;) {
    const { done, value } = reading.next()
    if (done) return value
  }
}

function add<Value extends string | number>(map: Map<string, Value[] | Value>, key: string, value: Value): void {
  const before = map.get(key)
  if (before === undefined) map.set(key, value)
  else if (!Array.isArray(before)) {
    if (before !== value) map.set(key, [before, value])
  } else if (before.at(-1) !== value) before.push(value)
}

const listed = <Value>(values: readonly Value[] | Value | undefined): readonly Value[] =>
  values === undefined ? [] : Array.isArray(values) ? values : [values as Value]

/** The words of a name as they are compared. */
function wordsOf(name: string): readonly string[] {
  return name
    .slice(0, longestName)
    .toLowerCase()
    .split(/[\s,]+/)
    .map(fold)
    .filter(word => word !== '')
}

const longestName = 200

/** The entry of the person whom a story calls so; undefined where it is not in the files, or where two people are. Looks for the very name before others that are spelled alike. */
export function findPerson(files: readonly People[], name: string): FoundEntry | undefined {
  const words = wordsOf(name)
  if (words.length === 0) return undefined
  for (const isFit of words.length > 1 ? [isSame, isPart, isAlike] : [isSame]) {
    for (const people of files) {
      const fitting = candidates(people, words).flatMap(index => {
        const entry = entryAt(people.file, index)
        return entry && formsOf(entry).some(form => isFit(form, words)) ? [{ people, index, entry }] : []
      })
      if (fitting.length > 1) return undefined
      if (fitting.length === 1) return fitting[0]
    }
  }
  return undefined
}

/** The entries with a word that is spelled like the rarest of the words, the last or the first. */
function candidates({ byWord, bySkeleton }: People, words: readonly string[]): readonly number[] {
  const entriesOf = (word: string) => [
    ...new Set(listed(bySkeleton.get(skeleton(word))).flatMap(alike => listed(byWord.get(alike)))),
  ]
  const last = entriesOf(words[words.length - 1])
  if (words.length === 1 || last.length < fewest) return last.slice(0, mostCandidates)
  const first = new Set(entriesOf(words[0]))
  return last.filter(index => first.has(index)).slice(0, mostCandidates)
}

const fewest = 20
/** Who shares both names with as many is not found. */
const mostCandidates = 500

/** All names of an entry; a single other name is also a surname. */
function formsOf({ name, otherNames }: PersonEntry): readonly (readonly string[])[] {
  const words = wordsOf(name)
  const others = otherNames.map(other => wordsOf(other.name))
  const surnames = others
    .filter(other => other.length === 1 && words.length > 1)
    .map(([surname]) => [...words.slice(0, -1), surname])
  return [words, ...others, ...surnames]
}

const isSame = (form: readonly string[], words: readonly string[]) =>
  form.length === words.length && form.every((word, index) => word === words[index])

/** First and last are the same, and one of the two has no names between them. */
const isPart = (form: readonly string[], words: readonly string[]) =>
  form.length > 1 && form[0] === words[0] && form.at(-1) === words.at(-1) && (form.length === 2 || words.length === 2)

const isAlike = (form: readonly string[], words: readonly string[]) =>
  form.length === words.length && form.every((word, index) => skeleton(word) === skeleton(words[index]))

/** The people files as the rules see them. */
export function housePeople(files: readonly People[]): HousePeople {
  return {
    called: name => {
      const found = findPerson(files, name)
      return found && housePerson(found.entry)
    },
  }
}

function housePerson(entry: PersonEntry): HousePerson {
  const ours = entry.name.split(/[\s,]+/).filter(word => word !== '')
  const folded = ours.map(word => fold(word.toLowerCase()))
  const known = new Set(entry.otherNames.flatMap(({ name }) => wordsOf(name)))
  return {
    name: entry.name,
    ...(entry.birthDate && { birthDate: entry.birthDate }),
    ours: written => {
      const word = fold(written.toLowerCase())
      if (word.length < shortest || folded.includes(word)) return undefined
      const at = folded.findIndex(own => skeleton(own) === skeleton(word))
      if (at >= 0) return { word: ours[at], isKnown: known.has(word) }
      const near = known.has(word) ? folded.findIndex(own => own.length >= shortest && distance(own, word) <= 2) : -1
      return near < 0 ? undefined : { word: ours[near], isKnown: true }
    },
    knows: written => {
      const word = fold(written.toLowerCase())
      return folded.includes(word) || known.has(word)
    },
  }
}

/** Shorter words differ by a letter without being one name. */
const shortest = 4

/** Names of the files that have a word which begins so, in the order of the files; no more than `most`. */
export function peopleStarting(files: readonly People[], typed: string, most: number): readonly FoundEntry[] {
  const start = fold(typed.toLowerCase())
  const found: FoundEntry[] = []
  for (const people of files) {
    const indices = new Set<number>()
    for (const [word, entries] of people.byWord) {
      if (!word.startsWith(start)) continue
      for (const index of listed(entries)) indices.add(index)
      if (indices.size > most * 20) break
    }
    for (const index of indices) {
      if (found.length >= most) return found
      const entry = entryAt(people.file, index)
      if (entry && wordsOf(entry.name).some(word => word.startsWith(start))) found.push({ people, index, entry })
    }
  }
  return found
}
