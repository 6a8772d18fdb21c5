// Starts the real VS Code server and makes the addresses of its workbench. It answers on 127.0.0.1 alone, and only to who has the token.
import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { createWriteStream, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { Failure, root, runQuietly } from '../setup.mjs'
import { runtime } from './install.mjs'

const { name, publisher, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))

/** The extension's id, as settings and the editor know it. */
export const extensionId = `${publisher}.${name}`

const calmSettings = {
  'chat.disableAIFeatures': true,
  'editor.minimap.enabled': false,
  'editor.wordWrap': 'on',
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'git.enabled': false,
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'window.commandCenter': false,
  'workbench.colorTheme': 'Default Dark Modern',
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.welcomePage.experimentalOnboarding': false,
}

/** The first port from `first` on that nobody listens to; any free one for 0. */
export async function freePort(first = 0) {
  for (let port = first; port <= 65535; port++) {
    const free = await listenedTo(port)
    if (free) return free
  }
  throw new Failure(`No free port from ${first} on.`)
}

/** The port that was listened to for a moment, or 0 where that cannot be. */
function listenedTo(port) {
  return new Promise(done => {
    const probe = createServer()
    probe.once('error', () => done(0))
    probe.listen(port, '127.0.0.1', () => {
      const { port: taken } = probe.address()
      probe.close(() => done(taken))
    })
  })
}

/**
 * Starts the server with the extension installed: linked from the checkout, or from the package file `vsix`.
 * `data` is the folder for its settings and state, a temporary one by default, which is removed at the end.
 * With `development` it also runs test suites inside the extension host.
 */
export async function startWorkbench({ port, data, vsix, development = false } = {}) {
  // Sockets live in the scratch folder: their paths must stay short.
  const scratch = mkdtempSync(join(tmpdir(), 'vscode-'))
  const at = data ?? scratch
  const folders = [
    '--server-data-dir',
    join(at, 'server'),
    '--user-data-dir',
    join(at, 'user'),
    '--extensions-dir',
    join(at, 'extensions'),
  ]
  const server = serverProcess(scratch, folders)
  const settings = settingsFile(join(at, 'user/User/settings.json'))
  const extension = installExtension(join(at, 'extensions'), vsix, server)
  const log = join(at, 'server.log')
  const token = randomBytes(16).toString('hex')
  const listening = port ?? (await freePort())
  const child = server.spawn(['--port', String(listening), '--connection-token', token, ...serverFlags(development)], log)
  const origin = `http://127.0.0.1:${listening}`
  const uri = path => `vscode-remote://127.0.0.1:${listening}${resolve(path)}`
  const stop = stopper(child, scratch)
  try {
    await answered(child, origin, log)
  } catch (error) {
    await stop(true)
    throw error
  }
  return {
    origin,
    uri,
    log,
    stop,
    settings,
    extension,
    /** The address that opens a folder, and a file in it, in the workbench. */
    address: ({ folder, file, payload = [] }) => {
      const opened = file ? [['openFile', uri(file)]] : []
      const all = [...opened, ['skipWelcome', 'true'], ['skipReleaseNotes', 'true'], ...payload]
      return `${origin}/?${new URLSearchParams({ tkn: token, folder: resolve(folder), payload: JSON.stringify(all) })}`
    },
  }
}

function serverFlags(development) {
  const telemetry = ['--disable-telemetry', '--telemetry-level', 'off', '--disable-update-check']
  const calm = ['--disable-workspace-trust', '--disable-getting-started-override', '--log', 'info']
  // Without this flag a built VS Code ignores the test suite that its address names, silently.
  return ['--host', '127.0.0.1', ...telemetry, ...calm, ...(development ? ['--enable-smoke-test-driver'] : [])]
}

/** How the server program is called: with no gallery of extensions to ask, and its sockets in the scratch folder. */
function serverProcess(scratch, folders) {
  const { node, vscode } = runtime()
  const path = `${dirname(node)}:${process.env.PATH}`
  const env = {
    ...process.env,
    EXTENSIONS_GALLERY: '{}',
    NODE_OPTIONS: '',
    TMPDIR: scratch,
    XDG_RUNTIME_DIR: scratch,
    PATH: path,
  }
  const main = [join(vscode, 'out/server-main.js'), '--accept-server-license-terms', ...folders]
  return {
    run: args => runQuietly(node, [...main, ...args], { env }),
    spawn: (args, log) => {
      // Its own process group, so that its extension hosts and language servers end with it.
      const child = spawn(node, [...main, ...args], { stdio: ['ignore', 'pipe', 'pipe'], detached: true, env })
      const sink = createWriteStream(log)
      child.stdout.pipe(sink, { end: false })
      child.stderr.pipe(sink, { end: false })
      return child
    },
  }
}

/** The user's settings on disk: written once, kept as the user changes them; `set` changes some. */
function settingsFile(path) {
  mkdirSync(dirname(path), { recursive: true })
  if (!existsSync(path)) writeFileSync(path, JSON.stringify(calmSettings, undefined, 2))
  return {
    set: changes => {
      const merged = { ...JSON.parse(readFileSync(path, 'utf8')), ...changes }
      writeFileSync(path, JSON.stringify(merged, undefined, 2))
    },
  }
}

/** Puts the extension into the folder of extensions and gives the place of its files. */
function installExtension(folder, vsix, server) {
  const place = join(folder, `${extensionId}-${version}`)
  mkdirSync(folder, { recursive: true })
  rmSync(place, { recursive: true, force: true })
  if (vsix) server.run(['--install-extension', resolve(vsix), '--force'])
  else symlinkSync(root, place, 'junction')
  return vsix ? place : root
}

async function answered(child, origin, log) {
  const patience = AbortSignal.timeout(60_000)
  while (
    !(await fetch(`${origin}/version`).then(
      answer => answer.ok,
      () => false,
    ))
  ) {
    if (child.exitCode !== null)
      throw new Failure(`The VS Code server ended with ${child.exitCode}.\n${readFileSync(log, 'utf8')}`)
    if (patience.aborted) throw new Failure(`The VS Code server does not answer.\n${readFileSync(log, 'utf8')}`)
    await new Promise(done => setTimeout(done, 50))
  }
}

/** Ends the server and all it started; its temporary folder goes too, unless it is to be kept. */
function stopper(child, scratch) {
  const ended = new Promise(done => child.once('exit', done))
  const signal = name => {
    try {
      process.kill(-child.pid, name)
    } catch {
      // The whole group has ended already.
    }
  }
  return async (keep = false) => {
    signal('SIGTERM')
    await Promise.race([ended, new Promise(done => setTimeout(done, 3000).unref())])
    signal('SIGKILL')
    if (!keep) rmSync(scratch, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
  }
}
