import { modify } from 'jsonc-parser'
import { applyEdits } from '../rules/fix.ts'
import type { TextEdit } from '../rules/rule.ts'
import type { Ignore } from './dateline-file.ts'
import { readJson } from './json.ts'
import type { FoundEntry, People } from './people.ts'

/** Edits of a file that keep its comments and its form; undefined where the file is broken, which nobody should write into unasked. */
export type FileEdits = readonly TextEdit[] | undefined

/** Adds to what `dateline.json` ignores. `note` says to people what the fingerprint stands for. */
export function withIgnore(text: string, ignore: Ignore & { readonly note?: string }): FileEdits {
  return change(text, 'ignore', ['ignore'], ignore)
}

/** Switches a rule off in `dateline.json`. */
export function withRuleOff(text: string, rule: string): FileEdits {
  const { root, problems } = readJson(text)
  if (problems.length > 0 || (root && root.type !== 'object')) return undefined
  return edits(text, ['rules', rule], 'off')
}

/** Adds an element to the list at the path, which is made where there is none. */
function change(text: string, list: string, path: readonly string[], element: object): FileEdits {
  const { root, problems } = readJson(text)
  if (problems.length > 0 || (root && root.type !== 'object')) return undefined
  const there = root?.children?.find(({ children }) => children?.[0]?.value === list)?.children?.[1]
  if (!there) return edits(text, path, [element])
  return there.type === 'array' ? edits(text, [...path, there.children?.length ?? 0], element) : undefined
}

/** The smallest edits that put the value at the path of the file, laid out as the file is. */
function edits(text: string, path: readonly (string | number)[], value: unknown): FileEdits {
  const eol = text.includes('\r\n') ? '\r\n' : '\n'
  const isTabbed = /^\t/m.test(text)
  const tabSize = /^( +)\S/m.exec(text)?.[1].length ?? 2
  const source = text.trim() === '' ? '{}' : text
  const made = modify(source, [...path], value, {
    formattingOptions: { insertSpaces: !isTabbed, tabSize, eol, insertFinalNewline: true },
    isArrayInsertion: typeof path.at(-1) === 'number',
  })
  if (source === text) return made.map(({ offset, length, content }) => ({ start: offset, end: offset + length, text: content }))
  const written = applyEdits(
    source,
    made.map(({ offset, length, content }) => ({ start: offset, end: offset + length, text: content })),
  )
  return [{ start: 0, end: text.length, text: `${written}${eol}` }]
}

/** Adds a person to a people file, or makes one with them. */
export function withPerson(people: People | undefined, person: { readonly name: string; readonly role?: string }): FileEdits {
  const entry = { name: person.name, ...(person.role !== undefined && { memberships: [{ role: person.role }] }) }
  if (!people) return [{ start: 0, end: 0, text: `${JSON.stringify([entry], undefined, 2)}\n` }]
  const { text, places, count } = people.file
  if (count > 0) {
    const start = places[2 * count - 1]
    const indent = indentAt(text, places[2 * count - 2])
    return [{ start, end: start, text: `,\n${JSON.stringify(entry, undefined, 2).replace(/^/gm, indent)}` }]
  }
  const { root, problems } = readJson(text)
  return problems.length > 0 || (root && root.type !== 'array')
    ? undefined
    : [{ start: 0, end: text.length, text: `${JSON.stringify([entry], undefined, 2)}\n` }]
}

/** Makes another name of an entry its name; what it was called is kept among the others. */
export function withOurName(found: FoundEntry, name: string): FileEdits {
  const others = found.entry.otherNames.filter(other => other.name !== name)
  return changeEntry(found, [
    [['name'], name],
    [['other_names'], [...others, { name: found.entry.name }]],
  ])
}

/** Writes down that somebody is also spelled so. */
export function withOtherName(found: FoundEntry, name: string): FileEdits {
  return changeEntry(found, [[['other_names'], [...found.entry.otherNames, { name }]]])
}

/** Changes one entry and reads no other: a people file may be large. */
function changeEntry({ people, index }: FoundEntry, changes: readonly (readonly [readonly string[], unknown])[]): FileEdits {
  const { text, places } = people.file
  const start = places[2 * index]
  const end = places[2 * index + 1]
  const indent = indentAt(text, start)
  let entry = indent + text.slice(start, end)
  for (const [path, value] of changes) entry = applyEdits(entry, edits(entry, path, value) ?? [])
  return [{ start, end, text: entry.slice(indent.length) }]
}

/** The spaces that the line of a place begins with. */
function indentAt(text: string, at: number): string {
  const line = text.slice(Math.max(text.lastIndexOf('\n', at - 1) + 1, at - 100), at)
  return /^[ \t]*/.exec(line)?.[0] ?? ''
}
