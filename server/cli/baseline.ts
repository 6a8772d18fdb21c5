import { readFileSync } from 'node:fs'
import { dirname, relative, resolve, sep } from 'node:path'
import { fingerprint } from '../folder/ignores.ts'
import type { FoundProblem } from '../rules/index.ts'
import type { BaselineRecord } from './outcome.ts'
import type { Story } from './stories.ts'
import { replaceFile } from './write-file.ts'

/** The problems that were there when a desk began to check, so that only new ones are told. Of each story its path from the baseline's folder, and its problems by rule and sentence. */
export interface Baseline {
  readonly path: string
  readonly known: ReadonlyMap<string, readonly string[]>
}

/** Reads a baseline; throws, with a reason for the user, where it is none. */
export function readBaseline(path: string): Baseline {
  const { version, stories } = JSON.parse(readFileSync(path, 'utf8')) ?? {}
  if (version !== 1 || typeof stories !== 'object' || stories === null) throw new Error('it is no baseline of version 1')
  const known = Object.entries<unknown>(stories).map(([story, problems]) => {
    if (!Array.isArray(problems)) throw new Error(`the problems of ${story} are no list`)
    return [story, problems.map(String)] as const
  })
  return { path, known: new Map(known) }
}

/** The problems of a story that the baseline does not know; one that it knows once is let pass once. */
export function newProblems({ path, known }: Baseline, story: Story, problems: readonly FoundProblem[]): readonly FoundProblem[] {
  const left = new Map<string, number>()
  for (const entry of known.get(storyIn(path, story)) ?? []) left.set(entry, (left.get(entry) ?? 0) + 1)
  return problems.filter(problem => {
    const entry = entryOf(story, problem)
    const times = left.get(entry) ?? 0
    if (times > 0) left.set(entry, times - 1)
    return times === 0
  })
}

/** What a baseline at the path holds of a story. */
export function recordOf(path: string, story: Story, problems: readonly FoundProblem[]): BaselineRecord {
  return [storyIn(path, story), problems.map(problem => entryOf(story, problem)).sort()]
}

/** Writes a baseline anew; throws where it cannot be written. Stories without problems take no room. */
export function writeBaseline(path: string, records: readonly BaselineRecord[]): void {
  const stories = records.filter(([, problems]) => problems.length > 0).sort(([a], [b]) => (a < b ? -1 : 1))
  replaceFile(path, `${JSON.stringify({ version: 1, stories: Object.fromEntries(stories) }, undefined, 2)}\n`)
}

const entryOf = ({ article }: Story, problem: FoundProblem) => `${problem.rule.id} ${fingerprint(article, problem)}`

const storyIn = (path: string, { file }: Story) =>
  file === '-'
    ? '-'
    : relative(dirname(resolve(path)), resolve(file))
        .split(sep)
        .join('/')
