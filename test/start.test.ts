import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))

test('what V8 compiled is kept for the next start, is no longer used when it is damaged or of another code, and is not needed', context => {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-start-'))
  context.after(() => rmSync(folder, { recursive: true }))
  const bundle = join(folder, 'bundle.cjs')
  writeFileSync(bundle, 'console.log("runs in " + (require("node:path").basename(__dirname) && module.exports))')
  const start = (home: string) => {
    const script = `import { start } from './server/start.ts'; start(${JSON.stringify(bundle)})`
    const { stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, HOME: home, LOCALAPPDATA: home, XDG_CACHE_HOME: home, NODE_DISABLE_COMPILE_CACHE: '' },
    })
    assert.deepEqual([stdout, stderr], ['runs in [object Object]\n', ''])
  }
  const home = join(folder, 'home')
  const kept = () => {
    const [name] = readdirSync(home, { recursive: true, encoding: 'utf8' }).filter(name => name.includes('bundle.cjs-'))
    return join(home, name)
  }

  start(home)
  const first = readFileSync(kept())
  const { mtimeMs } = statSync(kept())
  start(home)
  assert.equal(statSync(kept()).mtimeMs, mtimeMs, 'what was there was good')
  const damaged = Buffer.from(first)
  damaged[damaged.length >> 1] ^= 1
  writeFileSync(kept(), damaged)
  start(home)
  assert.notDeepEqual(readFileSync(kept()), damaged)
  start(bundle)
  assert.ok(existsSync(bundle), 'a cache folder that is none is passed over')
})
