// npm test: everything that is checked, and one line at the end that counts it.
//
//   npm test                       all parts            npm test -- unit e2e     some of them
//   npm test -- --vsix FILE        the editor runs the package instead of this folder
import { spawn } from 'node:child_process'
import { copyFileSync, cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs, stripVTControlCharacters } from 'node:util'
import { announced, buildAll, Failure, installPackages, root, runMain } from './setup.mjs'
import { installChromium, launchBrowser } from './vscode/chromium.mjs'
import { installRuntime } from './vscode/install.mjs'
import { runSuite } from './vscode/suite.mjs'
import { startWorkbench } from './vscode/workbench.mjs'

const shots = join(root, 'shots')
const bin = name => join(root, 'node_modules', name)
const tsc = bin('typescript/bin/tsc')

/** Each part runs its tests and tells of each as it ends: report(name), or report(name, error). */
const parts = {
  types: async report => {
    await program(report, 'the whole project', [tsc, '-p', '.'])
    await program(report, 'analysis alone, without Node and DOM', [tsc, '-p', 'server/analysis'])
  },
  lint: report => program(report, 'biome', [bin('@biomejs/biome/bin/biome'), 'check', '--reporter=summary', '.']),
  unit,
  node: (report, editor) => suite(report, editor, 'node'),
  browser: (report, editor) => suite(report, editor, 'browser'),
  nvim: report =>
    foreignEditor(report, 'Neovim', 'nvim', [
      '--clean',
      '--headless',
      '-c',
      `luafile ${join(root, 'test/editors/nvim.lua')}`,
      '-c',
      'cquit',
    ]),
  emacs: report => foreignEditor(report, 'Emacs', 'emacs', ['--batch', '-Q', '-l', join(root, 'test/editors/eglot.el')]),
  e2e,
}
const inEditor = ['node', 'browser', 'e2e']

await runMain(async () => {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { vsix: { type: 'string' } } })
  const unknown = positionals.find(name => !Object.hasOwn(parts, name))
  if (unknown) throw new Failure(`There is no part ${unknown}: ${Object.keys(parts).join(', ')}`)
  const wanted = Object.keys(parts).filter(name => positionals.length === 0 || positionals.includes(name))
  await installPackages()
  await announced('Building', buildAll)
  const editor = editorOf(values.vsix && resolve(values.vsix))
  const total = { passed: 0, failed: 0 }
  try {
    if (wanted.some(name => inEditor.includes(name))) await prepareEditor()
    for (const name of wanted) await runPart(name, editor, total)
  } finally {
    await editor.close(total.failed > 0)
  }
  console.log(`\n${total.passed} passed, ${total.failed} failed`)
  return total.failed > 0 ? 1 : 0
})

async function runPart(name, editor, total) {
  const start = performance.now()
  const failures = []
  let passed = 0
  let note = ''
  const report = (test, error) => {
    if (error === undefined) passed++
    else failures.push(`  FAILED ${test}\n${told(error).replace(/^/gm, '    ')}`)
  }
  try {
    note = (await parts[name](report, editor)) ?? ''
  } catch (error) {
    report(name, error instanceof Failure ? error.message : error)
  }
  total.passed += passed
  total.failed += failures.length
  const seconds = `${((performance.now() - start) / 1000).toFixed(1)} s`.padStart(7)
  const failed = failures.length > 0 ? `, ${failures.length} failed` : ''
  console.log(`${name.padEnd(8)}${seconds}  ${passed} passed${failed}${note && `  (${note})`}`)
  for (const failure of failures) console.log(failure)
}

/** What an error says, and of its stack the places in the tests. */
function told(error) {
  const lines = stripVTControlCharacters(String(error?.stack ?? error)).split('\n')
  return lines.filter(line => !/^\s+at /.test(line) || /\btest\//.test(line)).join('\n')
}

/** A program that counts as one test: passed when it ends with 0. */
async function program(report, name, args) {
  const { status, output } = await runToEnd(process.execPath, args)
  report(name, status === 0 ? undefined : output)
}

/** Runs a program to its end, or for ten minutes at most; the two streams come as one text. */
function runToEnd(command, args) {
  return new Promise((done, failed) => {
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], timeout: 600_000 })
    const chunks = []
    child.stdout.on('data', chunk => chunks.push(chunk))
    child.stderr.on('data', chunk => chunks.push(chunk))
    child.once('error', failed)
    child.once('close', status => done({ status, output: Buffer.concat(chunks).toString().trimEnd() }))
  })
}

/** The unit tests run in a process of their own, which prints what failed and, at last, the counts. */
async function unit(report) {
  const { output } = await runToEnd(process.execPath, ['--import', 'tsx', 'tools/unit.mjs'])
  const lines = output.split('\n')
  const counts = lines.findLast(line => /^\{"passed":\d+,"failed":\d+\}$/.test(line))
  if (!counts) throw new Failure(output)
  const { passed, failed } = JSON.parse(counts)
  for (let i = 0; i < passed; i++) report('unit')
  const told = lines.filter(line => line !== counts).join('\n')
  for (let i = 0; i < failed; i++) report('unit', i === 0 ? told : 'told above')
}

async function suite(report, editor, host) {
  const { browser, workbench, folder } = await editor.open()
  mkdirSync(shots, { recursive: true })
  const failureShot = join(shots, `failure-${host}.png`)
  const onResult = ({ test, error }) => report(test, error)
  const { version } = await runSuite(browser, workbench, { host, folder, onResult, failureShot })
  return `VS Code ${version}`
}

async function e2e(report, editor) {
  const { story } = await import('../test/e2e/story.mjs')
  await story(report, { ...(await editor.open()), shots })
  return 'pictures in shots'
}

/** A foreign editor talks to the server over stdio, where it is installed; gives its version. */
async function foreignEditor(report, name, command, args) {
  const { status, output } = await runToEnd(command, args).catch(() => ({}))
  if (output === undefined) return 'not installed'
  report(`${name} over stdio`, status === 0 ? undefined : output)
  return output.match(/(?:nvim|Emacs) \d[\d.]*/i)?.[0]
}

async function prepareEditor() {
  await installRuntime()
  await installChromium()
}

/** One VS Code and one Chromium for all parts that need them, started when the first one does; with the stories in a folder of their own. */
function editorOf(vsix) {
  let opened
  const start = async () => {
    const folder = mkdtempSync(join(tmpdir(), 'stories-'))
    for (const source of ['examples', 'test/extension/workspace']) cpSync(join(root, source), folder, { recursive: true })
    const workbench = await startWorkbench({ vsix, development: true })
    return { folder, workbench, browser: await launchBrowser() }
  }
  return {
    open: () => (opened ??= start()),
    close: async keepLog => {
      if (!opened) return
      const { folder, workbench, browser } = await opened
      await browser.close()
      if (keepLog) copyFileSync(workbench.log, join(shots, 'server.log'))
      await workbench.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
