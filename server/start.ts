import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { homedir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { arch, cpuUsage, env, pid, platform, versions } from 'node:process'
import { Script } from 'node:vm'

/**
 * Runs a bundle with what V8 made of it the last time, so that nothing is compiled twice: a quarter of a cold start. At the end of the first run that did
 * some work it is kept in the user's cache folder, one file for each bundle and each V8. Where that cannot be read or written, or NODE_DISABLE_COMPILE_CACHE
 * is set, the bundle is compiled anew. The bundle is CommonJS in ASCII.
 */
export function start(bundle: string): void {
  const code = readFileSync(bundle, 'latin1')
  const file = env.NODE_DISABLE_COMPILE_CACHE ? undefined : join(cacheFolder(), `${basename(bundle)}-${versions.v8}-${arch}`)
  const cachedData = file === undefined ? undefined : readCompiled(file, code)
  const wrapped = `(function (exports, require, module, __filename, __dirname) {${code}\n})`
  const script = new Script(wrapped, { filename: bundle, cachedData })
  if (file !== undefined && (!cachedData || script.cachedDataRejected))
    process.once('exit', () => {
      if (cpuUsage().user > leastWork) keepCompiled(file, code, script.createCachedData())
    })
  const module = { exports: {} }
  script.runInThisContext()(module.exports, createRequire(bundle), module, bundle, dirname(bundle))
}

/** Who has worked less, in microseconds, has not run what others will need. */
const leastWork = 250_000

/** V8 itself looks only at versions and lengths, so that a digest of the code and of what was made of it stands before the latter. */
function digestOf(code: string, compiled: Uint8Array): Buffer {
  return createHash('sha1').update(code, 'latin1').update(compiled).digest()
}

const digestLength = 20

function readCompiled(file: string, code: string): Buffer | undefined {
  try {
    const kept = readFileSync(file)
    const compiled = kept.subarray(digestLength)
    return digestOf(code, compiled).equals(kept.subarray(0, digestLength)) ? compiled : undefined
  } catch {
    return undefined
  }
}

/** Others that start meanwhile find the old file or the new one, whole. */
function keepCompiled(file: string, code: string, compiled: Uint8Array): void {
  const draft = `${file}.${pid}`
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
    try {
      writeFileSync(draft, Buffer.concat([digestOf(code, compiled), compiled]), { mode: 0o600 })
      renameSync(draft, file)
    } finally {
      rmSync(draft, { force: true })
    }
  } catch {
    // A disk that is full or may not be written: the next start compiles again.
  }
}

function cacheFolder(): string {
  if (platform === 'win32') return join(env.LOCALAPPDATA ?? homedir(), 'dateline', 'Cache')
  if (platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'dateline')
  return join(env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'dateline')
}
