// The VS Code that npm start and the tests run: installed from npm once, without a compiler and without install scripts.
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { announced, npm, root } from '../setup.mjs'

const folder = process.env.VSCODE_RUNTIME ?? join(root, 'tools/vscode/runtime')

/** The folder of VS Code and the Node.js that runs it: the packaged one where npm has one for this machine, else the user's own. */
export function runtime() {
  const own = join(folder, `node_modules/node-${process.platform}-${process.arch}/bin/node`)
  return { vscode: join(folder, 'node_modules/code-server/lib/vscode'), node: existsSync(own) ? own : process.execPath }
}

/** Installs the VS Code runtime where it is missing or of another version than its lock file says. */
export async function installRuntime() {
  const stamp = join(folder, 'node_modules/.stamp')
  const lock = readFileSync(join(folder, 'package-lock.json'))
  const wanted = createHash('sha256').update(lock).update(`${process.platform} ${process.arch}`).digest('hex')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  await announced('Installing VS Code (0.5 GB, once)', () => {
    npm(['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: folder })
    linkModules()
  })
  writeFileSync(stamp, wanted)
}

/** VS Code looks for its modules inside its own folder, the browser's over HTTP as well. */
function linkModules() {
  const modules = join(runtime().vscode, 'node_modules')
  rmSync(modules, { recursive: true, force: true })
  symlinkSync(join('..', '..', '..'), modules, 'junction')
}
