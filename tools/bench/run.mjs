// npm run bench: installs the peers where they are missing, builds the product as it is packaged, and measures.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const here = fileURLToPath(new URL('.', import.meta.url))
const root = fileURLToPath(new URL('../..', import.meta.url))
const run = (command, parameters, cwd) => {
  const { status } = spawnSync(command, parameters, { cwd, stdio: 'inherit', shell: process.platform === 'win32' })
  if (status !== 0) process.exit(status ?? 1)
}

if (!existsSync(`${here}node_modules`)) run('npm', ['ci', '--ignore-scripts'], here)
run(process.execPath, ['esbuild.mjs', '--minify'], root)
run(process.execPath, [`${here}bench.mjs`, ...process.argv.slice(2)], root)
