import { availableParallelism } from 'node:os'
import { parentPort, Worker, workerData } from 'node:worker_threads'
import type { NamedFile } from './files.ts'
import type { Outcome } from './outcome.ts'
import { type Task, workerOf } from './tasks.ts'

/** A thread has to learn all that the first one knows; that pays for this many files and more. */
const filesForThread = 60
/** How many files a thread may be ahead of the slowest, so that memory stays flat. */
const mostAhead = 16

/** The program, which is a thread as well. A thread needs a bundle: run from its sources the program stays alone. */
const program = import.meta.url.endsWith('.ts') ? undefined : import.meta.url

/** Does a task with each file and gives the outcomes in the order of the files, however many threads do it: `jobs`, or as many as pay. */
export async function* outcomesOf(task: Task, files: readonly NamedFile[], jobs?: number): AsyncGenerator<Outcome> {
  const count = Math.min(jobs ?? Math.min(availableParallelism(), Math.floor(files.length / filesForThread)), files.length)
  if (program !== undefined && count > 1) {
    const threads = Array.from({ length: count }, () => startThread(program, task))
    yield* outcomesOfThreads(threads, files)
    return
  }
  const work = workerOf(task)
  for (const named of files) yield work(named)
}

/** What a thread of `outcomesOf` does: it answers each file that it is sent with the outcome. */
export function serveThread(): void {
  const work = workerOf(workerData)
  parentPort?.on('message', (named: NamedFile) => parentPort?.postMessage(work(named)))
}

async function* outcomesOfThreads(threads: readonly Thread[], files: readonly NamedFile[]): AsyncGenerator<Outcome> {
  const asked: Promise<Outcome>[] = []
  let next = 0
  try {
    for (let told = 0; told < files.length; told++) {
      for (; next < Math.min(files.length, told + threads.length * mostAhead); next++) {
        const idlest = threads.reduce((a, b) => (b.waiting < a.waiting ? b : a))
        const outcome = idlest.ask(files[next])
        // Whoever awaits it learns of a fault; until then it is nobody's.
        outcome.catch(() => undefined)
        asked[next] = outcome
      }
      yield await asked[told]
      delete asked[told]
    }
  } finally {
    await Promise.all(threads.map(thread => thread.end()))
  }
}

interface Thread {
  /** How many files it has been sent whose outcome is not there yet. */
  readonly waiting: number
  ask(named: NamedFile): Promise<Outcome>
  end(): Promise<unknown>
}

/** Starts the program once more; as a thread it answers in the order in which it is asked. */
function startThread(program: string, task: Task): Thread {
  const worker = new Worker(program, { workerData: task })
  const waiting: { readonly resolve: (outcome: Outcome) => void; readonly reject: (fault: unknown) => void }[] = []
  worker.on('message', (outcome: Outcome) => waiting.shift()?.resolve(outcome))
  worker.on('error', fault => {
    for (const { reject } of waiting) reject(fault)
  })
  return {
    get waiting() {
      return waiting.length
    },
    ask: named =>
      new Promise((resolve, reject) => {
        waiting.push({ resolve, reject })
        worker.postMessage(named)
      }),
    end: () => worker.terminate(),
  }
}
