import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Article } from '../analysis/article.ts'
import { checkForDesk } from '../folder/desk.ts'
import { defaultRuleSettings, type FoundProblem } from '../rules/index.ts'
import type { Level, Profile } from '../rules/rule.ts'
import { type Baseline, newBaseline, newProblems, readBaseline } from './baseline.ts'
import { clean } from './clean.ts'
import { deskFinder } from './desks.ts'
import { mendStory } from './fix.ts'
import { placed } from './format.ts'
import { type FormatName, formats } from './formats.ts'
import { complain, exitCodes, writeLine } from './output.ts'
import { readStories, type Story, type Unread } from './stories.ts'

/** The levels, the quietest first. */
export const levels: readonly Level[] = ['off', 'hint', 'information', 'warning', 'error']

export interface CheckOptions {
  readonly format: FormatName
  /** The loudest level that is let pass; `information` by default, so that a warning fails. */
  readonly maxLevel: Level
  /** The house, whatever `dateline.json` says. */
  readonly profile?: Profile
  /** Whether what is safe is mended in the files first. */
  readonly fix?: boolean
  /** A file with the problems that are let pass. */
  readonly baseline?: string
  /** Whether the baseline is written anew from what is found, and nothing is told. */
  readonly writeBaseline?: boolean
  /** Of all files that are named, those that are looked at. */
  readonly only?: ReadonlySet<string>
}

/** `dateline check`: prints the problems of each story. Gives the exit code: 1 where one is louder than allowed, 2 where a file, or a `dateline.json`, could not be read. */
export async function checkFiles(names: readonly string[], options: CheckOptions): Promise<number> {
  const { baseline: path, writeBaseline } = options
  if (path !== undefined && writeBaseline) return writeNewBaseline(names, path, options)
  const baseline = path === undefined ? undefined : openBaseline(path)
  return baseline === 'unreadable' ? exitCodes.badInput : printProblems(names, options, baseline)
}

async function printProblems(names: readonly string[], options: CheckOptions, baseline: Baseline | undefined): Promise<number> {
  const { head, tail, separator, linesOf } = formats[options.format]
  const fails = ({ level }: FoundProblem) => levels.indexOf(level) > levels.indexOf(options.maxLevel)
  const unread: Unread[] = []
  let hasFailed = false
  let isFirst = true
  if (head !== undefined) await writeLine(head)
  for (const { story, problems } of checkedStories(names, options, unread)) {
    const found = placed(story, baseline ? newProblems(baseline, story, problems) : problems, fails)
    for (const line of linesOf(story, found)) {
      await writeLine(isFirst || separator === undefined ? line : separator + line)
      isFirst = false
    }
    hasFailed ||= found.some(problem => problem.fails)
  }
  if (tail) await writeLine(tail(unread))
  return unread.length > 0 ? exitCodes.badInput : hasFailed ? exitCodes.problems : exitCodes.fine
}

async function writeNewBaseline(names: readonly string[], path: string, options: CheckOptions): Promise<number> {
  const unread: Unread[] = []
  const baseline = newBaseline(path)
  for (const { story, problems } of checkedStories(names, options, unread)) baseline.add(story, problems)
  if (unread.length > 0) return exitCodes.badInput
  try {
    baseline.write()
    return exitCodes.fine
  } catch (error) {
    complain(`${clean(path)} cannot be written: ${clean(error instanceof Error ? error.message : String(error))}`)
    return exitCodes.badInput
  }
}

/** The stories with their problems, mended before where the options say so. What cannot be read or written is added to `unread`. */
function* checkedStories(
  names: readonly string[],
  { profile, fix, only }: CheckOptions,
  unread: Unread[],
): Generator<{ readonly story: Story; readonly problems: readonly FoundProblem[] }> {
  const deskOf = deskFinder(() => unread.push({ file: 'dateline.json', problem: 'has a fault' }))
  for (const read of readStories(names, what => unread.push(what), only)) {
    const { file } = read
    const found = deskOf(file)
    const desk = profile === undefined ? found : { ...found, file: { ...found.file, profile } }
    const address = pathToFileURL(resolve(file)).href
    const check = (article: Article) => checkForDesk(article, address, desk, defaultRuleSettings)
    const isMended = fix && file !== '-'
    const story = isMended ? mendStory(read, check, problem => unread.push({ file, problem })) : read
    yield { story, problems: check(story.article) }
  }
}

function openBaseline(path: string): Baseline | 'unreadable' {
  try {
    return readBaseline(path)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    complain(`the baseline ${clean(path)} cannot be read: ${clean(reason)}; make one with --write-baseline`)
    return 'unreadable'
  }
}
