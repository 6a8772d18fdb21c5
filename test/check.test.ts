import assert from 'node:assert/strict'
import { spawn, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { after, type TestContext, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import AjvDraft04 from 'ajv-draft-04'
import { buildSync } from 'esbuild'
import type { Log } from 'sarif'
import { namedFiles } from '../server/cli/files.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'dateline-check-'))
after(() => rmSync(folder, { recursive: true }))

const resolveHere = createRequire(import.meta.url).resolve
/** The command line as it is shipped: many runs of it start faster so. */
const program = [join(folder, 'dateline.cjs')]
buildSync({
  entryPoints: [join(root, 'server/cli.ts')],
  outfile: program[0],
  bundle: true,
  platform: 'node',
  mainFields: ['module', 'main'],
  define: { 'import.meta.url': '__filename' },
  format: 'cjs',
  logLevel: 'error',
})

const good = `Quay burns
By Ines Marlow
PORT MERRIN, March 3 (Northwire) - The town's quay burned down on Tuesday, the mayor said.
"We will build it again," said the mayor, Hanna Brixley.
(Reporting by Ines Marlow; Editing by Odile Tarn)
`
const bad = good.replace("'", '"')

test('a folder is searched for stories, what is no story is passed over; a pattern takes what it matches', () => {
  const files = ['one.news', 'two.txt', 'deep/three.md', 'deep/four.STORY']
  for (const file of files) write(`desk/${file}`, bad)
  write('desk/README.md', '# Desk\n\nRun make, and don"t run make install.\n')
  write('desk/node_modules/five.news', bad)
  write('desk/.hidden/six.news', bad)
  const { lines, status } = run('check', 'desk', 'desk/one.news')
  assert.deepEqual(
    lines.map(line => line.split(':')[0]),
    ['desk/deep/four.STORY', 'desk/deep/three.md', 'desk/one.news', 'desk/two.txt'].map(path => join(path)),
  )
  assert.equal(status, 1)
  const matched = run('check', 'desk/**/t*.{txt,md}')
  assert.deepEqual(
    matched.lines.map(line => line.split(':')[0]),
    ['desk/deep/three.md', 'desk/two.txt'],
  )
})

test('a pattern that matches nothing, and a folder without stories, are complained of', () => {
  mkdirSync(join(folder, 'empty'))
  const { stderr, status, lines } = run('check', 'nothing-*.txt', 'empty')
  assert.match(stderr, /nothing-\*\.txt matches no file/)
  assert.match(stderr, /empty holds no file of these: \.news/)
  assert.deepEqual([status, lines], [2, []])
})

test('a name with the signs of a pattern is a file where there is one', () => {
  const file = write('a[1].txt', bad)
  assert.deepEqual([...namedFiles([file])], [{ file }])
})

test('SARIF is valid by the schema of the standard, and says where, what and how to mend it', () => {
  write('space & co.txt', bad)
  const { stdout, status } = run('check', '--format', 'sarif', './space & co.txt', 'none.txt')
  const log: Log = JSON.parse(stdout)
  assertSarif(log)
  const [{ results = [], tool, invocations }] = log.runs
  const [{ ruleId, ruleIndex = -1, locations, fixes, level }] = results
  const { artifactLocation, region } = locations?.[0].physicalLocation ?? {}
  assert.deepEqual([ruleId, level, artifactLocation?.uri], ['double-mark-for-apostrophe', 'warning', 'space%20%26%20co.txt'])
  assert.equal(tool.driver.rules?.[ruleIndex].id, ruleId)
  const start = region?.charOffset ?? -1
  assert.equal(bad.slice(start, start + (region?.charLength ?? 0)), '"')
  const { deletedRegion, insertedContent } = fixes?.[0].artifactChanges[0].replacements[0] ?? {}
  assert.deepEqual([deletedRegion?.charOffset, insertedContent?.text], [start, "'"])
  assert.equal(invocations?.[0].executionSuccessful, false)
  assert.equal(status, 2)
})

test('SARIF of nothing is valid as well', () => {
  write('good.txt', good)
  const { stdout, status } = run('check', '--format', 'sarif', 'good.txt')
  const log: Log = JSON.parse(stdout)
  assertSarif(log)
  assert.deepEqual([log.runs[0].results, status], [[], 0])
})

test('JUnit counts failures and errors, and holds what is no XML at bay', () => {
  write('<&".txt', bad)
  write('good.txt', good)
  const { stdout, status } = run('check', '--format', 'junit', '<&".txt', 'good.txt', 'none.txt')
  assert.match(stdout, /^<\?xml version="1.0" encoding="UTF-8"\?>\n<testsuites name="dateline">\n/)
  assert.match(stdout, /<testsuite name="&lt;&amp;&quot;\.txt" tests="1" failures="1">/)
  assert.match(stdout, /<testcase classname="good\.txt" name="no problems"\/>/)
  assert.match(stdout, /<error message="does not exist; check the name"\/>/)
  assert.deepEqual(unbalanced(stdout), [])
  assert.equal(status, 2)
  const quiet = run('check', '--format', 'junit', '--max-level', 'warning', '<&".txt')
  assert.match(quiet.stdout, /failures="0"[\s\S]*<system-out>/)
  assert.equal(quiet.status, 0)
})

test('--fix mends what is safe, keeps encoding, line endings, permissions and links, and leaves nothing lying about', () => {
  const lines = bad.replaceAll('\n', '\r\n')
  const utf16 = write('fix/utf16.txt', Buffer.from(`\ufeff${lines}`, 'utf16le'))
  const western = write('fix/western.txt', Buffer.from(bad.replace('mayor', 'mayor \u00c9milie'), 'latin1'))
  writeFileSync(join(folder, 'fix/script.txt'), bad, { mode: 0o640 })
  symlinkSync('script.txt', join(folder, 'fix/link.txt'))
  const { status, lines: told } = run('check', '--fix', 'fix/utf16.txt', 'fix/western.txt', 'fix/link.txt')
  assert.deepEqual([told, status], [[], 0])
  assert.deepEqual(readFileSync(utf16), Buffer.from(`\ufeff${lines.replace('"', "'")}`, 'utf16le'))
  assert.deepEqual(readFileSync(western), Buffer.from(good.replace('mayor', 'mayor \u00c9milie'), 'latin1'))
  assert.equal(readFileSync(join(folder, 'fix/script.txt'), 'utf8'), good)
  assert.equal(statSync(join(folder, 'fix/script.txt')).mode & 0o777, 0o640)
  assert.deepEqual(readdirSync(join(folder, 'fix')).sort(), ['link.txt', 'script.txt', 'utf16.txt', 'western.txt'])
})

test('--fix leaves a file alone that it could not give back byte for byte', () => {
  const bytes = Buffer.concat([Buffer.from(`\ufeff${bad}`, 'utf16le'), Buffer.from([0x00, 0xd8, 0x41, 0x00])])
  const file = write('lone.txt', bytes)
  const { stderr, status } = run('check', '--fix', 'lone.txt')
  assert.deepEqual(readFileSync(file), bytes)
  assert.match(stderr, /holds bytes that are no text and is not mended/)
  assert.equal(status, 2)
})

test('a baseline lets pass what was there, wherever it moves, and tells what is new', () => {
  const file = write('old/story.txt', bad)
  assert.equal(run('check', '--baseline', 'old/base.json', '--write-baseline', 'old/story.txt').status, 0)
  assert.deepEqual(Object.keys(JSON.parse(readFileSync(join(folder, 'old/base.json'), 'utf8')).stories), ['story.txt'])
  writeFileSync(file, bad.replace('(Rep', 'The port is shut.\n(Rep'))
  assert.deepEqual(run('check', '--baseline', 'old/base.json', 'old/story.txt').status, 0)
  writeFileSync(file, `${bad}\nThe town"s mayor wept.\n`)
  const { lines, status } = run('check', '--baseline', 'old/base.json', 'old/story.txt')
  assert.match(lines[0], /story\.txt:7:9 {2}warning/)
  assert.deepEqual([lines.length, status], [1, 1])
  write('broken.json', '{')
  assert.equal(run('check', '--baseline', 'broken.json', 'old/story.txt').status, 2)
})

test('--profile asks for the rules of a house', () => {
  write('house.txt', good.replace('"We will build it again," said', '"We will build it again", claimed'))
  const rulesOf = (...words: string[]) =>
    run('check', '--format', 'json', ...words, 'house.txt').lines.map(line => JSON.parse(line).rule)
  assert.ok(rulesOf('--profile', 'reuters').length > rulesOf().length)
})

test('options that contradict each other, or are not known, are bad usage', () => {
  const wrong = [
    ['--fix', '-'],
    ['--write-baseline', 'x'],
    ['--watch', '-'],
    ['--watch', '--format', 'sarif', 'x'],
    ['--profile', 'times', 'x'],
    ['--jobs', '0', 'x'],
    ['--loud', 'x'],
  ]
  for (const words of wrong) {
    const { stdout, stderr, status } = run('check', ...words)
    assert.deepEqual([status, stdout, stderr !== ''], [2, '', true], words.join(' '))
  }
})

test('--watch checks a story again when it is written, until it is interrupted', async context => {
  const file = write('watched/story.txt', good)
  const { child, told, output } = watching(context, 'watched')
  await told(/1 file checked; waiting/)
  const again = told(/1 file checked; waiting/)
  writeFileSync(file, bad)
  await again
  assert.match(output(), /^watched.story\.txt:3:44 {2}warning/)
  const ended = new Promise(resolve => child.once('exit', resolve))
  child.kill('SIGINT')
  assert.equal(await ended, 0)
})

test('--watch checks all stories again when dateline.json or people.json changes', async context => {
  write('desk watched/dateline.json', '{ "rules": { "double-mark-for-apostrophe": "off" } }')
  write('desk watched/people.json', '[]')
  write('desk watched/march/one.txt', bad)
  write('desk watched/march/two.txt', bad)
  const { told, output } = watching(context, 'desk watched/march')
  await told(/2 files checked; waiting/)
  for (const [file, text] of [
    ['dateline.json', '{}'],
    ['people.json', '[{ "name": "Hanna Brixley" }]'],
  ]) {
    const again = told(/2 files checked; waiting/)
    write(`desk watched/${file}`, text)
    await again
  }
  assert.equal(output().match(/double-mark-for-apostrophe/g)?.length, 4)
})

test('any number of threads tells the same, in the same order', () => {
  write('crowd/dateline.json', '{ "rules": { "double-mark-for-apostrophe": "of" } }')
  for (let i = 0; i < 12; i++) write(`crowd/${i % 3}/${i}.txt`, i % 4 ? bad.replace('quay', `quay ${i}`) : good)
  write('binary.txt', Uint8Array.from([1, 0, 2]))
  for (const words of [
    ['check', 'crowd', 'binary.txt', 'crowd/none.txt'],
    ['check', '--format', 'sarif', 'crowd'],
    ['check', '--format', 'junit', 'crowd/0', 'crowd/none.txt'],
    ['inspect', 'crowd/0', 'crowd/none.txt', 'crowd/1'],
  ]) {
    const alone = run(...words, '--jobs', '1')
    const many = run(...words, '--jobs', '2')
    assert.deepEqual(many, alone)
    assert.ok(alone.stdout.length > 500 && alone.stderr !== '')
  }
  write('crowd/dateline.json', '{}')
  const [alone, many] = ['1', '2'].map(jobs => {
    run('check', 'crowd', '--baseline', `base-${jobs}.json`, '--write-baseline', '--jobs', jobs, '--profile', 'reuters')
    return run('check', 'crowd', '--baseline', `base-${jobs}.json`, '--jobs', jobs)
  })
  assert.deepEqual(many, alone)
})

test('without a dateline.json, the people.json of the working directory holds for the stories in it', () => {
  write('people.json', '[{ "name": "Hanna Brixlee", "other_names": [{ "name": "Hanna Brixley" }] }]')
  write('named.txt', good)
  const here = run('check', 'named.txt')
  rmSync(join(folder, 'people.json'))
  assert.match(here.stdout, /spells this name Brixlee/)
  assert.equal(run('check', 'named.txt').stdout, '')
})

/** A run that watches, and what it has written so far. `told` resolves when the words come on standard error. */
function watching(context: TestContext, ...names: readonly string[]) {
  const child = spawn(process.execPath, [...program, 'check', '--watch', ...names], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  context.after(() => child.kill())
  let output = ''
  child.stdout.on('data', chunk => {
    output += chunk
  })
  const told = (words: RegExp) =>
    new Promise<void>(resolve => {
      child.stderr.on('data', chunk => words.test(String(chunk)) && resolve())
    })
  return { child, told, output: () => output }
}

function write(name: string, content: string | Uint8Array): string {
  const path = join(folder, name)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, content)
  return path
}

function run(...words: readonly string[]) {
  const { stdout, stderr, status } = spawnSync(process.execPath, [...program, ...words], { cwd: folder, encoding: 'utf8' })
  return { stdout, stderr, status, lines: stdout.split('\n').filter(line => line !== '') }
}

function assertSarif(log: unknown): void {
  const lib = dirname(resolveHere('@microsoft/jest-sarif/package.json'))
  const schema = JSON.parse(readFileSync(join(lib, 'lib/schemas/sarif-2.1.0-rtm.5.json'), 'utf8'))
  const ajv = new AjvDraft04({ strict: false, validateFormats: false, unicodeRegExp: false })
  assert.ok(ajv.validate(schema, log), JSON.stringify(ajv.errors))
}

/** The elements of a piece of XML that are not closed, or closed without having been opened. */
function unbalanced(xml: string): readonly string[] {
  const open: string[] = []
  for (const [, slash, name, empty] of xml.matchAll(/<(\/?)([\w-]+)(?:\s+[\w-]+="[^"<&]*(?:&\w+;[^"<&]*)*")*(\/?)>/g)) {
    if (slash && open.at(-1) === name) open.pop()
    else if (!empty) open.push(slash + name)
  }
  return open
}
