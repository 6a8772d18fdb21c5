import { rules } from '../rules/index.ts'
import type { Level, Profile } from '../rules/rule.ts'
import { type FileProblem, type JsonNode, membersOf, problemAt, readJson, stringOf, within } from './json.ts'
import { nearest } from './nearest.ts'

/** What a team has laid down in `dateline.json` for the stories of its folder. What could not be understood is in `problems` and nowhere else. */
export interface DatelineFile {
  readonly profile?: Profile
  /** By the ids of rules, all of them known. */
  readonly levels: Readonly<Record<string, Level>>
  /** Paths of people files, from the folder of `dateline.json`; each stays inside it. */
  readonly people?: readonly string[]
  readonly ignores: readonly Ignore[]
  readonly problems: readonly FileProblem[]
}

/** A problem that somebody wants to hear no more of: of one rule, in one sentence wherever it stands, or in a whole story. */
export interface Ignore {
  readonly rule: string
  /** The sentence by its fingerprint. */
  readonly sentence?: string
  /** The story by its path from the folder of `dateline.json`. */
  readonly story?: string
}

export const datelineFileName = 'dateline.json'
export const profiles: readonly Profile[] = ['none', 'reuters', 'ap', 'british']
export const levels: readonly Level[] = ['error', 'warning', 'information', 'hint', 'off']

/** A folder that has no `dateline.json`. */
export const noDatelineFile: DatelineFile = { levels: {}, ignores: [], problems: [] }

/** Reads `dateline.json`. Any text gives an answer: what is wrong is told with its place, the rest holds. */
export function readDatelineFile(text: string): DatelineFile {
  const { root, problems } = readJson(text)
  if (!root) return { ...noDatelineFile, problems: within(text, problems) }
  if (root.type !== 'object')
    return { ...noDatelineFile, problems: within(text, [...problems, problemAt(root, 'An object { … } belongs here.')]) }
  const found: FileProblem[] = [...problems]
  const read: {
    profile?: Profile
    levels: Readonly<Record<string, Level>>
    people?: readonly string[]
    ignores: readonly Ignore[]
  } = {
    levels: {},
    ignores: [],
  }
  for (const { name, key, value } of membersOf(root)) {
    if (!value) continue
    if (name === 'profile') read.profile = oneOf(value, profiles, 'profile', found)
    else if (name === 'rules') read.levels = readLevels(value, found)
    else if (name === 'people') read.people = readPaths(value, found)
    else if (name === 'ignore') read.ignores = readIgnores(value, found)
    else if (name !== '$schema') found.push(unknown(key, name, 'setting', fields))
  }
  return { ...read, problems: within(text, found).toSorted((a, b) => a.start - b.start) }
}

const fields: readonly string[] = ['profile', 'rules', 'people', 'ignore', '$schema']
const ruleIds: readonly string[] = rules.map(rule => rule.id)

function readLevels(node: JsonNode, problems: FileProblem[]): Readonly<Record<string, Level>> {
  if (node.type !== 'object') problems.push(problemAt(node, 'The rules with their levels belong here: { "rule": "level" }.'))
  const read: [string, Level][] = []
  for (const { name, key, value } of membersOf(node)) {
    if (!ruleIds.includes(name)) problems.push(unknown(key, name, 'rule', ruleIds))
    else if (value) {
      const level = oneOf(value, levels, 'level', problems)
      if (level) read.push([name, level])
    }
  }
  return Object.fromEntries(read)
}

function readPaths(node: JsonNode, problems: FileProblem[]): readonly string[] {
  const paths = elementsOf(node, 'The paths of people files belong here: ["people.json"].', problems)
  return paths.flatMap(path => {
    const written = stringOf(path)
    if (written !== undefined && staysInside(written)) return [written]
    problems.push(
      problemAt(
        path,
        written === undefined
          ? 'A path in double quotation marks belongs here.'
          : 'This path leaves the folder; the file is not read.',
      ),
    )
    return []
  })
}

function readIgnores(node: JsonNode, problems: FileProblem[]): readonly Ignore[] {
  return elementsOf(node, 'A list of what is ignored belongs here: [{ "rule": …, "sentence": … }].', problems).flatMap(entry => {
    const members = new Map(membersOf(entry).map(({ name, value }) => [name, value]))
    const rule = stringOf(members.get('rule'))
    const sentence = stringOf(members.get('sentence'))
    const story = stringOf(members.get('story'))
    if (rule === undefined || (sentence === undefined) === (story === undefined)) {
      problems.push(problemAt(entry, 'A rule belongs here, with either a sentence or a story.'))
      return []
    }
    if (!ruleIds.includes(rule)) {
      problems.push(unknown(members.get('rule') ?? entry, rule, 'rule', ruleIds))
      return []
    }
    return [sentence === undefined ? { rule, story } : { rule, sentence }]
  })
}

/** Whether a path is one within its folder: relative, with no step up and no address. */
export function staysInside(path: string): boolean {
  return path !== '' && !/^[/\\~]|:|\0/.test(path) && !path.split(/[/\\]/).includes('..')
}

function elementsOf(node: JsonNode, what: string, problems: FileProblem[]): readonly JsonNode[] {
  if (node.type === 'array') return node.children ?? []
  problems.push(problemAt(node, what))
  return []
}

function oneOf<T extends string>(node: JsonNode, known: readonly T[], what: string, problems: FileProblem[]): T | undefined {
  const value = known.find(each => each === node.value)
  if (value === undefined)
    problems.push(
      typeof node.value === 'string'
        ? unknown(node, node.value, what, known)
        : problemAt(node, `A ${what} belongs here: ${known.join(', ')}.`),
    )
  return value
}

/** Says that a name is not known, and which one may have been meant. */
function unknown(node: JsonNode, name: string, what: string, known: readonly string[]): FileProblem {
  const meant = nearest(name, known)
  const shown = name.length > 60 ? `${name.slice(0, 60)}…` : name
  return problemAt(node, `There is no ${what} "${shown}".${meant === undefined ? '' : ` Did you mean "${meant}"?`}`)
}
