import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
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
  const code = ['cli.cjs', 'server.cjs', 'code/cli.cjs', 'code/learnt.json', 'code/server.cjs'].map(file => `dist/${file}`)
  const allowed = ['CHANGELOG.md', 'LICENSE', 'NOTICE', 'README.md', ...code, 'package.json']
  deepEqual(
    packed.filter((path: string) => !allowed.includes(path)),
    [],
  )
})

test('npx dateline works from the package, in an empty folder', context => {
  if (!existsSync(join(root, 'dist/cli.cjs'))) execFileSync(process.execPath, ['esbuild.mjs'], { cwd: root })
  const folder = mkdtempSync(join(tmpdir(), 'dateline-npx-'))
  context.after(() => rmSync(folder, { recursive: true }))
  const shell = process.platform === 'win32'
  const npm = (cwd: string, ...args: string[]) => spawnSync('npm', args, { cwd, encoding: 'utf8', shell })
  const packed = npm(root, 'pack', '--ignore-scripts', '--json', '--pack-destination', folder)
  const [{ filename }] = JSON.parse(packed.stdout)
  writeFileSync(
    join(folder, 'story.txt'),
    'Quay burns\n\nPORT MERRIN, March 3 (Northwire) - The town"s quay burned, the mayor said.\n',
  )
  const npx = ['exec', '--yes', '--offline', `--package=./${filename}`, '--cache', join(folder, '.npm'), '--']
  const { stdout, status } = npm(folder, ...npx, 'dateline', 'check', 'story.txt')
  match(stdout, /^story\.txt:3:44 {2}warning/)
  equal(status, 1)
})
