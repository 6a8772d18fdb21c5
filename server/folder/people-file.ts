import { parse } from 'jsonc-parser'
import type { Span } from '../analysis/span.ts'
import { type FileProblem, readJson, within, withoutByteOrderMark } from './json.ts'

/** Where the entries of a people file lie, and what is wrong with it. */
export interface PeopleFile {
  readonly text: string
  /** The start and the end of each entry, in turn. */
  readonly places: Int32Array
  readonly count: number
  readonly problems: readonly FileProblem[]
}

/** One person as the desk has written them down, in the form of Popolo's Person (popoloproject.com/specs/person.html) with fields of our own. Nothing in it is to be trusted. */
export interface PersonEntry {
  readonly name: string
  readonly otherNames: readonly { readonly name: string; readonly note?: string }[]
  readonly prefix?: string
  /** YYYY, YYYY-MM or YYYY-MM-DD; so is `checked`. */
  readonly birthDate?: string
  readonly memberships: readonly { readonly role?: string; readonly organization?: string }[]
  /** With http or https addresses, and no others. */
  readonly links: readonly { readonly url: string; readonly note?: string }[]
  readonly pronunciation?: string
  readonly note?: string
  readonly checked?: string
}

/** How many entries are read before others get their turn. */
const turn = 500
const mostProblems = 100

/** Reads a people file: a list of entries, or Popolo's `{ "persons": [ … ] }`. Linear; pauses now and then. `take` gets all names of each entry that has one, with the entry's number. */
export function* readPeopleFile(
  text: string,
  take: (names: readonly string[], index: number) => void,
): Generator<undefined, PeopleFile> {
  const json = withoutByteOrderMark(text)
  const places: number[] = []
  const problems: FileProblem[] = []
  const found = findEntries(json)
  let read = 0
  for (let next = found.next(); ; next = found.next()) {
    if (++read % turn === 0) yield
    if (next.done) {
      if (next.value && problems.length < mostProblems) problems.push(next.value)
      break
    }
    const { start, end } = next.value
    const fields = readFields(json, next.value, problems.length < mostProblems ? problems : [])
    if (!fields) continue
    const others = listIn(fields, 'other_names').flatMap(other => textIn(other, 'name') ?? [])
    take([fields.name, ...others], places.length / 2)
    places.push(start, end)
  }
  return { text: json, places: new Int32Array(places), count: places.length / 2, problems: within(json, problems) }
}

/** The entry of a number, read anew from the text, which is all that is kept of it. */
export function entryAt({ text, places }: PeopleFile, index: number): PersonEntry | undefined {
  const fields = readFields(text, { start: places[2 * index], end: places[2 * index + 1] }, [])
  if (!fields) return undefined
  return {
    name: fields.name,
    otherNames: listIn(fields, 'other_names').flatMap(other => withNote(other, 'name')),
    prefix: textIn(fields, 'honorific_prefix'),
    birthDate: dateIn(fields, 'birth_date'),
    memberships: listIn(fields, 'memberships').map(membership => ({
      role: textIn(membership, 'role'),
      organization: textIn(membership, 'organization') ?? textIn(fieldsOf(membership.organization) ?? {}, 'name'),
    })),
    links: listIn(fields, 'links').flatMap(link => withNote(link, 'url').filter(({ url }) => /^https?:\/\//i.test(url))),
    pronunciation: textIn(fields, 'pronunciation'),
    note: textIn(fields, 'note'),
    checked: dateIn(fields, 'checked'),
  }
}

/** The values of the list, one after the other; gives at the end what is wrong with the list itself. */
function* findEntries(json: string): Generator<Span, FileProblem | undefined> {
  const opening = nextStructure(json, 0)
  if (opening >= json.length) return undefined
  const list = json[opening] === '[' ? opening : json[opening] === '{' ? listOfPersons(json, opening) : -1
  if (list < 0) return problem(opening, opening + 1, 'A list of people [ … ] belongs here.')
  let depth = 0
  let start = -1
  for (let at = nextStructure(json, list + 1); at < json.length; at = nextStructure(json, at + 1)) {
    const code = json.charCodeAt(at)
    if (depth === 0 && code === Code.closeBracket) return undefined
    if (code === Code.openBrace || code === Code.openBracket) {
      if (depth++ === 0) start = at
    } else if (code === Code.closeBrace || code === Code.closeBracket) {
      depth = Math.max(0, depth - 1)
      if (depth === 0 && start >= 0) {
        yield { start, end: at + 1 }
        start = -1
      }
    } else if (code === Code.quote) {
      const end = endOfString(json, at)
      if (depth === 0) yield { start: at, end }
      at = end - 1
    } else if (depth === 0 && code !== Code.comma) {
      const end = endOfStray(json, at)
      yield { start: at, end }
      at = end - 1
    }
  }
  if (start < 0) return problem(json.length, json.length, 'A closing bracket ] is missing.')
  const [first] = readJson(json.slice(start, start + longestEntry)).problems
  return problem(start + (first?.start ?? 0), start + (first?.end ?? 1), first?.message ?? 'This entry never ends.')
}

/** In code units; one that is broken takes as long as a story. */
const longestRead = 1_000_000

/** So far is an entry that never ends looked at for what is wrong. */
const longestEntry = 20_000

const Code = {
  quote: 34,
  comma: 44,
  slash: 47,
  openBracket: 91,
  backslash: 92,
  closeBracket: 93,
  openBrace: 123,
  closeBrace: 125,
} as const

/** The next character that is neither space nor comment; the length of the text where there is none. By hand, since a scanner of all tokens takes three times as long. */
function nextStructure(json: string, from: number): number {
  let at = from
  for (; at < json.length; at++) {
    const code = json.charCodeAt(at)
    if (code <= 32) continue
    if (code !== Code.slash) return at
    const isBlock = json[at + 1] === '*'
    if (!isBlock && json[at + 1] !== '/') return at
    const end = isBlock ? json.indexOf('*/', at + 2) : json.indexOf('\n', at + 2)
    if (end < 0) return json.length
    at = isBlock ? end + 1 : end
  }
  return at
}

function endOfString(json: string, start: number): number {
  let at = start + 1
  for (; at < json.length; at++) {
    const code = json.charCodeAt(at)
    if (code === Code.quote) return at + 1
    if (code === Code.backslash) at++
  }
  return json.length
}

/** Where a number, a word or whatever else is no entry ends. */
function endOfStray(json: string, start: number): number {
  const behind = /[,"[\]{}]/g
  behind.lastIndex = start + 1
  return behind.exec(json)?.index ?? json.length
}

/** Where the list `persons` of an object begins; -1 where there is none. */
function listOfPersons(json: string, object: number): number {
  let depth = 0
  for (let at = object; at < json.length; at = nextStructure(json, at + 1)) {
    const code = json.charCodeAt(at)
    if (code === Code.openBrace || code === Code.openBracket) depth++
    else if (code === Code.closeBrace || code === Code.closeBracket) depth--
    else if (code === Code.quote) {
      const end = endOfString(json, at)
      if (depth === 1 && end - at === 9 && json.startsWith('"persons"', at)) {
        const colon = nextStructure(json, end)
        const list = nextStructure(json, colon + 1)
        if (json[colon] === ':' && json[list] === '[') return list
      }
      at = end - 1
    }
  }
  return -1
}

/** The fields of an entry; undefined where it has no name. */
function readFields(
  json: string,
  { start, end }: Span,
  problems: FileProblem[],
): (Fields & { readonly name: string }) | undefined {
  if (end - start > longestRead) {
    problems.push(problem(start, start + 1, 'This entry is longer than any person needs; it is not read.'))
    return undefined
  }
  const fields = fieldsOf(valueIn(json, start, end, problems))
  const name = fields && textIn(fields, 'name')
  if (!name) {
    problems.push(problem(start, Math.min(end, start + 200), 'This entry has no name.'))
    return undefined
  }
  for (const field of ['birth_date', 'checked'])
    if (fields[field] !== undefined && !dateIn(fields, field))
      problems.push(problem(start, end, `The ${field} of ${name.slice(0, 60)} is no date; write it as 1978-01-25.`))
  return { ...fields, name }
}

/** The value in plain JSON, or else with comments and trailing commas. */
function valueIn(json: string, start: number, end: number, problems: FileProblem[]): unknown {
  const own = json.slice(start, end)
  try {
    return JSON.parse(own)
  } catch {
    const wrong = readJson(own).problems
    problems.push(...wrong.map(each => problem(start + each.start, start + each.end, each.message)))
    return wrong.length === 0 ? parse(own, [], { allowTrailingComma: true }) : undefined
  }
}

type Fields = Readonly<Record<string, unknown>>

const fieldsOf = (value: unknown): Fields | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : undefined

function textIn(fields: Fields, field: string): string | undefined {
  const value = fields[field]
  return typeof value === 'string' && value.trim() !== '' ? value.slice(0, longestText) : undefined
}

/** No card shows more. */
const longestText = 2000

function dateIn(fields: Fields, field: string): string | undefined {
  const text = textIn(fields, field)
  return text !== undefined && /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/.test(text) ? text : undefined
}

function listIn(fields: Fields, field: string): readonly Fields[] {
  const list = fields[field]
  return Array.isArray(list) ? list.slice(0, longestList).flatMap(each => listedFields(each)) : []
}

function listedFields(value: unknown): readonly Fields[] {
  const fields = fieldsOf(value)
  return fields ? [fields] : []
}

/** Nobody has more names or jobs. */
const longestList = 50

/** One text of an element with the note beside it; nothing where the text is missing. */
function withNote<Key extends string>(fields: Fields, key: Key): readonly (Record<Key, string> & { readonly note?: string })[] {
  const text = textIn(fields, key)
  return text === undefined
    ? []
    : [{ [key]: text, note: textIn(fields, 'note') } as Record<Key, string> & { readonly note?: string }]
}

const problem = (start: number, end: number, message: string): FileProblem => ({ start, end, message })
