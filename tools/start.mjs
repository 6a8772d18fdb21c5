// npm start: VS Code in the browser, with Dateline and a story open. Nothing to set up.
//
//   npm start [-- FILE_OR_FOLDER]   another story than the example     PORT=8123   another port
//   npm start -- --desktop [FILE]   the VS Code of this computer       OPEN=0      only print the address
import { spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import { delimiter, dirname, join, resolve } from 'node:path'
import { announced, buildAll, Failure, installPackages, root, runMain } from './setup.mjs'
import { installRuntime } from './vscode/install.mjs'
import { freePort, startWorkbench } from './vscode/workbench.mjs'

await runMain(async args => {
  const options = args.filter(arg => arg.startsWith('--'))
  const unknown = options.find(option => option !== '--desktop')
  if (unknown) throw new Failure(`Unknown option ${unknown}. npm start [-- [--desktop] FILE_OR_FOLDER]`)
  const story = openedStory(args.find(arg => !arg.startsWith('--')))
  await installPackages()
  await announced('Building', buildAll)
  return options.includes('--desktop') ? startDesktop(story) : startInBrowser(story)
})

/** The folder and the file to open: the examples, or what the user names. */
function openedStory(path) {
  if (!path) return { folder: join(root, 'examples'), file: join(root, 'examples/talks-in-the-harbour.txt') }
  const full = resolve(process.env.INIT_CWD ?? '', path)
  if (!existsSync(full)) throw new Failure(`There is no ${full}`)
  return statSync(full).isDirectory() ? { folder: full } : { folder: dirname(full), file: full }
}

async function startInBrowser(story) {
  await installRuntime()
  const wanted = Number(process.env.PORT ?? 8123)
  if (!Number.isInteger(wanted) || wanted < 1 || wanted > 65534) throw new Failure(`PORT=${process.env.PORT} is no port.`)
  const port = await freePort(wanted)
  if (port !== wanted) console.log(`Port ${wanted} is taken, so ${port} it is.`)
  const data = join(root, '.vscode-data')
  mkdirSync(data, { recursive: true })
  const workbench = await announced('Starting VS Code', async () => startWorkbench({ data, port: await freePort(port + 1) }))
  const { address, close } = await shortAddress(port, workbench.address(story))
  console.log(`\n  Dateline in VS Code: ${address}\n\n  Ctrl+C ends it.\n`)
  if (process.env.OPEN !== '0') openBrowser(address)
  await interrupted()
  close()
  await workbench.stop()
  process.exit(0)
}

/** Serves one short address that leads to the workbench's long one; it holds a secret, as that does. */
async function shortAddress(port, target) {
  const path = `/${randomBytes(6).toString('hex')}`
  const server = createServer((request, response) => {
    if (request.url === path) response.writeHead(302, { location: target, 'cache-control': 'no-store' }).end()
    else response.writeHead(404, { 'content-type': 'text/plain' }).end('The address that npm start printed is longer.\n')
  })
  await new Promise((done, failed) => server.once('error', failed).listen(port, '127.0.0.1', done))
  return { address: `http://127.0.0.1:${port}${path}`, close: () => server.close() }
}

function openBrowser(address) {
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) return
  const [command, ...args] = { darwin: ['open'], win32: ['cmd', '/c', 'start', '""'] }[process.platform] ?? ['xdg-open']
  spawn(command, [...args, address], { stdio: 'ignore', detached: true })
    .on('error', () => console.log(`  (${command} is not there; open the address yourself.)`))
    .unref()
}

function interrupted() {
  return new Promise(done => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, done)
  })
}

/** Opens the story in a window of the user's own VS Code that has the extension from this folder. */
function startDesktop({ folder, file }) {
  const names = process.platform === 'win32' ? ['code.cmd', 'code.exe'] : ['code']
  const onPath = (process.env.PATH ?? '').split(delimiter).some(place => names.some(name => existsSync(join(place, name))))
  if (!onPath) throw new Failure('There is no “code” on the PATH. Without --desktop, npm start brings its own VS Code.')
  const args = ['--new-window', `--extensionDevelopmentPath=${root}`, folder, ...(file ? [file] : [])]
  return spawnSync('code', args, { stdio: 'inherit', shell: process.platform === 'win32' }).status ?? 1
}
