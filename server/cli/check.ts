import { type Baseline, readBaseline, writeBaseline } from './baseline.ts'
import type { Checking } from './check-file.ts'
import { clean } from './clean.ts'
import { namedFiles } from './files.ts'
import { formats } from './formats.ts'
import { doTask, type Labour } from './labour.ts'
import type { BaselineRecord, Outcome, Unread } from './outcome.ts'
import { complain, exitCodes, writeLine } from './output.ts'

export interface CheckOptions extends Omit<Checking, 'baseline'>, Labour {
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
  const { head, tail, separator } = formats[options.format]
  let hasFailed = false
  let isFirst = true
  if (head !== undefined) await writeLine(head)
  const unread = await check(names, options, baseline, async ({ lines, fails }) => {
    for (const line of lines) {
      await writeLine(isFirst || separator === undefined ? line : separator + line)
      isFirst = false
    }
    hasFailed ||= fails
  })
  if (tail) await writeLine(tail(unread))
  return unread.length > 0 ? exitCodes.badInput : hasFailed ? exitCodes.problems : exitCodes.fine
}

async function writeNewBaseline(names: readonly string[], path: string, options: CheckOptions): Promise<number> {
  const records: BaselineRecord[] = []
  const unread = await check(names, options, path, async ({ record }) => {
    if (record) records.push(record)
  })
  if (unread.length > 0) return exitCodes.badInput
  try {
    writeBaseline(path, records)
    return exitCodes.fine
  } catch (error) {
    complain(`${clean(path)} cannot be written: ${clean(error instanceof Error ? error.message : String(error))}`)
    return exitCodes.badInput
  }
}

/** Checks all files, or those that are looked at only. What is mended is mended by one: two names may mean one file. */
function check(
  names: readonly string[],
  { format, maxLevel, profile, fix, only, jobs, quiet }: CheckOptions,
  baseline: Baseline | string | undefined,
  tell: (outcome: Outcome) => Promise<void>,
): Promise<readonly Unread[]> {
  const files = [...namedFiles(names)].filter(({ file }) => !only || only.has(file))
  const how = { format, maxLevel, profile, fix, baseline }
  return doTask({ kind: 'check', how }, files, { jobs: fix ? 1 : jobs, quiet }, tell)
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
