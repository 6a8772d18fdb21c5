// What has to be there before anything runs: the packages of this project. Nothing but Node's own modules in here.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The checkout's own folder. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** Ends the program with a message that a person can act on, without a stack. */
export class Failure extends Error {}

/** Runs a program quietly to its end; what it printed is shown only when it fails. */
export function runQuietly(command, args, options = {}) {
  const { status, error, stdout, stderr } = spawnSync(command, args, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    shell: process.platform === 'win32',
    ...options,
  })
  if (error) throw new Failure(`Could not run ${command}: ${error.message}`)
  if (status !== 0) throw new Failure(`${[command, ...args].join(' ')} ended with ${status}\n${stdout}${stderr}`.trimEnd())
  return stdout
}

/** Runs npm; the same npm that runs the script, where there is one. */
export function npm(args, options) {
  const own = process.env.npm_execpath
  return own ? runQuietly(process.execPath, [own, ...args], { shell: false, ...options }) : runQuietly('npm', args, options)
}

/** Says what takes long while it is done, and how long it took. */
export async function announced(what, work) {
  const start = performance.now()
  process.stdout.write(`${what} … `)
  const result = await work()
  process.stdout.write(`${((performance.now() - start) / 1000).toFixed(1)} s\n`)
  return result
}

/** Installs the project's packages where one is missing or of another version than package-lock.json names. */
export async function installPackages() {
  if (!packagesAreCurrent())
    await announced('Installing packages', () => npm(['ci', '--no-audit', '--no-fund', '--loglevel=error']))
}

function packagesAreCurrent() {
  const installed = join(root, 'node_modules/.package-lock.json')
  if (!existsSync(installed)) return false
  const packagesOf = file => JSON.parse(readFileSync(file, 'utf8')).packages
  const present = packagesOf(installed)
  return Object.entries(packagesOf(join(root, 'package-lock.json'))).every(
    ([path, { version, optional }]) => path === '' || optional || present[path]?.version === version,
  )
}

/** Installs a package that only few need apart from the project's own, in .cache, where it is not there yet; gives its folder. */
export async function installApart(name, version) {
  const folder = join(root, '.cache', `${name.replace(/\W+/g, '-')}-${version}`)
  const place = join(folder, 'node_modules', name)
  if (existsSync(place)) return place
  mkdirSync(folder, { recursive: true })
  const flags = ['--no-save', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']
  await announced(`Installing ${name}`, () =>
    npm(['install', '--prefix', folder, ...flags, `${name}@${version}`], { cwd: folder }),
  )
  return place
}

/** Builds everything that runs. */
export function buildAll() {
  runQuietly(process.execPath, ['esbuild.mjs'])
}

/** Runs a script's main function: a failure meant for people is printed as it is, any other with its stack. */
export async function runMain(main) {
  try {
    process.exitCode = (await main(process.argv.slice(2))) ?? 0
  } catch (error) {
    process.stdout.write('\n')
    console.error(error instanceof Failure ? error.message : error)
    process.exitCode = 1
  }
}
