import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { hasEndlessLine, longestLine } from '../server/analysis/limits.ts'
import { clean, cleanJson } from '../server/cli/clean.ts'
import { positionsOf } from '../server/cli/positions.ts'
import { decodeStory, encodeStory } from '../server/cli/read-file.ts'

const folder = mkdtempSync(join(tmpdir(), 'dateline-cli-'))
after(() => rmSync(folder, { recursive: true }))

const mangled = 'Quay burns\n\nPORT MERRIN, March 3 (Northwire) - The town"s quay burned down on Tuesday, the mayor said.\n'

test('check prints a problem a line, and says by its exit code whether there was a warning', () => {
  const bad = file('bad.txt', mangled)
  const good = file('good.txt', mangled.replace('"', "'"))
  const { stdout, status } = run('check', bad, good)
  const column = mangled.split('\n')[2].indexOf('"') + 1
  assert.ok(stdout.startsWith(`${bad}:3:${column}  warning  `), stdout)
  assert.match(stdout, / {2}double-mark-for-apostrophe\n$/)
  assert.equal(status, 1)
  assert.deepEqual(outcome(run('check', good)), { stdout: '', status: 0 })
})

test('check writes JSON and annotations, and passes what is not too loud', () => {
  const bad = file('bad, worse.txt', mangled)
  const column = mangled.split('\n')[2].indexOf('"') + 1
  const json = run('check', '--format', 'json', bad)
  const { line, rule, start, end } = JSON.parse(json.stdout)
  assert.deepEqual([line, rule, mangled.slice(start, end), json.status], [3, 'double-mark-for-apostrophe', '"', 1])
  const github = run('check', '--format', 'github', '--max-level', 'warning', bad)
  assert.ok(github.stdout.startsWith('::warning file='), github.stdout)
  assert.ok(
    github.stdout.includes(`bad%2C worse.txt,line=3,col=${column},endLine=3,endColumn=${column + 1},title=`),
    github.stdout,
  )
  assert.equal(github.status, 0)
})

test('check obeys the nearest dateline.json, and complains of what is wrong in it', () => {
  const team = join(folder, 'team')
  mkdirSync(join(team, 'march'), { recursive: true })
  const bad = file('team/march/bad.txt', mangled)
  file('team/dateline.json', '{ "rules": { "double-mark-for-apostrophe": "off" } }')
  assert.deepEqual(outcome(run('check', bad)), { stdout: '', status: 0 })
  const broken = file('team/dateline.json', '{\n  "rules": { "double-mark-for-apostrophe": "of" } }')
  const { stdout, stderr, status } = run('check', bad)
  assert.match(stdout, /double-mark-for-apostrophe/)
  assert.ok(stderr.includes(`${broken}:2:44 There is no level "of". Did you mean "off"?`), stderr)
  assert.equal(status, 2)
})

test('inspect prints a JSON object a line, in the order of the files; - is standard input', () => {
  const one = file('one.txt', mangled)
  const { stdout, status } = run('inspect', one, '-')
  const readings = stdout
    .trim()
    .split('\n')
    .map(line => JSON.parse(line))
  assert.deepEqual(
    readings.map(reading => [reading.version, reading.file]),
    [
      [1, one],
      [1, '-'],
    ],
  )
  assert.equal(status, 0)
})

test('a file that cannot be read is complained of, the others are done, the exit code is 2', () => {
  const good = file('good.txt', mangled.replace('"', "'"))
  const binary = file('binary.bin', Uint8Array.from([80, 75, 3, 4, 0, 0, 1, 2, 3]))
  const { stdout, stderr, status } = run('inspect', join(folder, 'none.txt'), binary, good)
  assert.equal(stdout.split('\n').length, 2)
  assert.match(stderr, /none\.txt does not exist/)
  assert.match(stderr, /binary\.bin is not text/)
  assert.equal(status, 2)
})

test('bad usage: exit code 2 and a word on stderr; help: 0', () => {
  for (const words of [[], ['inspect'], ['inspct', 'x'], ['check', '--no-such', 'x']]) {
    const { stdout, stderr, status } = run(...words)
    assert.deepEqual([status, stdout, stderr !== ''], [2, '', true], words.join(' '))
  }
  assert.match(run('--version').stdout, /^\d+\.\d+\.\d+\n$/)
  const { stdout, status } = run('--help')
  assert.match(stdout, /UTF-16 code units/)
  assert.equal(status, 0)
})

test('encodings: UTF-8 with and without a mark, UTF-16 with one, Windows-1252', () => {
  const text = 'Zoë said: “Yes”'
  const utf16 = Buffer.from(`\ufeff${text}`, 'utf16le')
  const swapped = Buffer.from(utf16).swap16()
  const utf8 = Buffer.from(text)
  const marked = Buffer.from(`\ufeff${text}`)
  const encodings = [
    [utf8, 'utf-8'],
    [marked, 'utf-8 with mark'],
    [utf16, 'utf-16le'],
    [swapped, 'utf-16be'],
  ] as const
  for (const [bytes, encoding] of encodings) {
    assert.deepEqual(decodeStory(bytes), { text, encoding })
    assert.deepEqual(Buffer.from(encodeStory(text, encoding) ?? []), bytes, encoding)
  }
  const western = Uint8Array.from([...Buffer.from('Zo'), 0xeb, ...Buffer.from(' said: '), 0x93, ...Buffer.from('Yes'), 0x94])
  const encoding = 'windows-1252'
  assert.deepEqual(decodeStory(western), { text, encoding, note: 'is not UTF-8; read as Windows-1252' })
  assert.deepEqual(Uint8Array.from(encodeStory(text, encoding) ?? []), western)
  assert.equal(encodeStory('Łódź', encoding), undefined, 'there is no place for it')
})

test('what cannot be read says what it looks like', () => {
  const problem = (bytes: Uint8Array) => {
    const read = decodeStory(bytes)
    return 'problem' in read ? read.problem : read.text
  }
  assert.match(problem(Buffer.from('A story of the day', 'utf16le')), /UTF-16 without a byte order mark/)
  assert.match(problem(Uint8Array.from([0xcf, 0xe5, 0xf0, 0xe2, 0xfb, 0xe9, 0x20, 0xe4, 0xe5, 0xed, 0xfc])), /Windows-1251/)
  assert.match(problem(Uint8Array.from([0x93, 0xfa, 0x96, 0x7b, 0x8c, 0xea, 0x81, 0x41])), /East Asian/)
  assert.match(problem(new Uint8Array(3 * 1024 * 1024).fill(65)), /over 2 MB/)
})

test('a line that is longer than any paragraph is not read, and that is said', () => {
  const { stdout, stderr, status } = run('inspect', file('endless.txt', 'Ada Venn '.repeat(60_000)))
  assert.deepEqual([stdout, status], ['', 2])
  assert.match(stderr, /endless\.txt has a line of over 200,000 characters/)
  assert.ok(hasEndlessLine(`Short.\n${'a'.repeat(longestLine + 1)}\nShort.`))
  for (const lineBreak of ['\n', '\r', '\r\n']) {
    assert.ok(!hasEndlessLine(`${'a'.repeat(longestLine)}${lineBreak}`.repeat(3)), JSON.stringify(lineBreak))
    assert.ok(!hasEndlessLine(`Ada Venn left.${lineBreak}`.repeat(100_000)), JSON.stringify(lineBreak))
  }
})

test('no story makes the terminal do anything', () => {
  const hostile = 'a\u001b[31mred\u0007\u009b2J\u202egnp.exe\u200b\ud800\nnext'
  assert.equal(clean(hostile), 'a\\u001b[31mred\\u0007\\u009b2J\\u202egnp.exe\\u200b\\ud800 next')
  const json = cleanJson({ hostile })
  assert.doesNotMatch(json, /[\u0000-\u001f\u007f-\u009f\u202e]/)
  assert.deepEqual(JSON.parse(json), { hostile })
})

test('places: LF, CR LF and CR end a line; columns count UTF-16 code units', () => {
  const text = 'a\nb\r\n😀c\rd'
  const positionAt = positionsOf(text)
  const at = (letter: string) => Object.values(positionAt(text.indexOf(letter))).join(':')
  assert.deepEqual(['a', 'b', 'c', 'd'].map(at), ['1:1', '2:1', '3:3', '4:1'])
})

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

function run(...words: readonly string[]) {
  const { stdout, stderr, status } = spawnSync(process.execPath, ['--import', 'tsx', 'server/cli.ts', ...words], {
    encoding: 'utf8',
    input: mangled,
  })
  return { stdout, stderr, status }
}

const outcome = ({ stdout, status }: { readonly stdout: string; readonly status: number | null }) => ({ stdout, status })
