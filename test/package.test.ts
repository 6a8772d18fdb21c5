import { deepEqual, equal, ok } from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join, posix } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const read = (file: string) => readFileSync(join(root, file), 'utf8')
const manifest: Readonly<Record<string, unknown>> = JSON.parse(read('package.json'))

/** The files of the .vsix, as .vscodeignore names them: everything is left out but these. */
function packaged(): readonly string[] {
  const [first, ...others] = read('.vscodeignore')
    .split('\n')
    .filter(line => line !== '' && !line.startsWith('#'))
  equal(first, '**')
  return others.map(line => line.replace(/^!/, ''))
}

/** Each file of the checkout that a string of the manifest names; of a folder, the files in it. */
function named(value: unknown): readonly string[] {
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(named)
  if (typeof value !== 'string' || !/^[\w./-]+$/.test(value)) return []
  const path = posix.normalize(value)
  if (/^dist\//.test(path)) return [path]
  if (!existsSync(join(root, path))) return []
  return statSync(join(root, path)).isDirectory() ? readdirSync(join(root, path)).map(file => posix.join(path, file)) : [path]
}

test('the .vsix holds all that the manifest names', () => {
  const { main, browser, icon, l10n, contributes } = manifest
  const translations = readdirSync(root).filter(file => /^package\.nls(\.\w+)?\.json$/.test(file))
  const missing = [...named([main, browser, icon, l10n, contributes]), ...translations].filter(file => !packaged().includes(file))
  deepEqual(missing, [])
})

test('the .vsix holds no file by a pattern, none that is not there, no test and no source map', () => {
  for (const file of packaged()) {
    ok(!/[*?[\]{}!]/.test(file), file)
    ok(!/^(test|tools|server|client)\/|\.map$/.test(file), file)
    ok(file.startsWith('dist/') || existsSync(join(root, file)), `${file} is not there`)
  }
})

test('the npm package holds the command line and the server, and nothing else', () => {
  const args = ['pack', '--dry-run', '--json', '--ignore-scripts']
  const shell = process.platform === 'win32'
  const [{ files }] = JSON.parse(
    execFileSync('npm', args, { cwd: root, encoding: 'utf8', shell, stdio: ['ignore', 'pipe', 'ignore'] }),
  )
  const packed = files.map(({ path }: { readonly path: string }) => path)
  const allowed = ['CHANGELOG.md', 'LICENSE', 'NOTICE', 'README.md', 'dist/cli.cjs', 'dist/server.cjs', 'package.json']
  deepEqual(
    packed.filter((path: string) => !allowed.includes(path)),
    [],
  )
})
