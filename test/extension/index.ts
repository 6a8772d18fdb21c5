// The entry of the suite inside the editor's extension host, Node's and the web worker's alike: VS Code calls `run`.
// mocha's browser build needs nothing of Node; its ready-made global would read `location.search`, which a worker lacks.
import 'mocha/mocha.js'
import { env, UIKind, version } from 'vscode'

/** What the runner reads from the console, one line of JSON each, behind `@@`. */
export type Report =
  | { readonly test: string; readonly error?: string }
  | { readonly ended: { readonly host: 'node' | 'browser'; readonly version: string } }

/** Runs all tests and reports each as it ends. Throws when one failed, which VS Code turns into an exit code. */
export async function run(): Promise<void> {
  const mocha = new Mocha({ ui: 'bdd', timeout: 30_000, reporter: Mocha.reporters.Base })
  mocha.suite.emit('pre-require', globalThis, '', mocha)
  await import('./story.test.ts')
  await import('./people.test.ts')
  await import('./client.test.ts')
  const failures = await new Promise<number>(done => {
    const runner = mocha.run(done)
    runner.on('pass', test => report({ test: test.fullTitle() }))
    runner.on('fail', (test, error: Error) => report({ test: test.fullTitle(), error: error.stack ?? error.message }))
  })
  report({
    ended: { host: isNode() ? 'node' : 'browser', version: `${version}, ${env.uiKind === UIKind.Web ? 'web' : 'desktop'}` },
  })
  if (failures > 0) throw new Error(`${failures} failed`)
}

function isNode(): boolean {
  return typeof process !== 'undefined' && process.versions?.node !== undefined
}

function report(line: Report): void {
  console.log(`@@${JSON.stringify(line)}`)
}
