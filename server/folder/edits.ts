import { modify } from 'jsonc-parser'
import type { TextEdit } from '../rules/rule.ts'
import type { Ignore } from './dateline-file.ts'
import { readJson } from './json.ts'

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
  const written = made.reduceRight(
    (json, { offset, length, content }) => json.slice(0, offset) + content + json.slice(offset + length),
    source,
  )
  return [{ start: 0, end: text.length, text: `${written}${eol}` }]
}
