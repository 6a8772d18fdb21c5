import type { NamedFile } from './files.ts'
import type { Outcome, Unread } from './outcome.ts'
import { complain } from './output.ts'
import { showProgress } from './progress.ts'
import type { Task } from './tasks.ts'
import { outcomesOf } from './threads.ts'

/** How much work many files may be, and who sees it. */
export interface Labour {
  /** How many threads do it; as many as pay where it is not said. */
  readonly jobs?: number
  /** Whether no progress is shown. */
  readonly quiet?: boolean
}

/** Does a task with all files and has each outcome told, in the order of the files. Gives those that could not be read; of what many stories share, each complaint is made once. */
export async function doTask(
  task: Task,
  files: readonly NamedFile[],
  { jobs, quiet }: Labour,
  tell: (outcome: Outcome) => Promise<void>,
): Promise<readonly Unread[]> {
  const unread: Unread[] = []
  const shared = new Set<string>()
  const progress = await showProgress(quiet ? 0 : files.length)
  for await (const outcome of outcomesOf(task, files, jobs)) {
    if (outcome.complaints.length > 0 || outcome.lines.length > 0) progress.giveWay()
    for (const { text, isShared, unread: what } of outcome.complaints) {
      if (isShared && shared.has(text)) continue
      if (isShared) shared.add(text)
      if (what) unread.push(what)
      complain(text)
    }
    await tell(outcome)
    progress.advance()
  }
  progress.end()
  return unread
}
