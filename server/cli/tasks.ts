import { inspect } from '../inspect.ts'
import { type Checking, fileChecker } from './check-file.ts'
import { cleanJson } from './clean.ts'
import type { NamedFile } from './files.ts'
import type { Complaint, Outcome } from './outcome.ts'
import { readNamed } from './stories.ts'

/** What is done with each of many files; plain data, so that it can be sent to a thread. */
export type Task = { readonly kind: 'inspect' } | { readonly kind: 'check'; readonly how: Checking }

/** Makes what does the task with one file after the other. */
export function workerOf(task: Task): (named: NamedFile) => Outcome {
  return task.kind === 'check' ? fileChecker(task.how) : inspectFile
}

function inspectFile(named: NamedFile): Outcome {
  const complaints: Complaint[] = []
  const story = readNamed(named, complaint => complaints.push(complaint))
  return { complaints, lines: story ? [cleanJson(inspect(story.file, story.article))] : [], fails: false }
}
