import { deepEqual, doesNotMatch, ok } from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chdir } from 'node:process'
import { after, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { readBaseline } from '../server/cli/baseline.ts'
import { fileChecker } from '../server/cli/check-file.ts'
import { namedFiles } from '../server/cli/files.ts'
import { formatNames } from '../server/cli/formats.ts'
import { decodeStory } from '../server/cli/read-file.ts'
import { almostJson } from './almost-json.ts'
import { story } from './conversation.ts'

const program = fileURLToPath(new URL('../server/cli.ts', import.meta.url))
const loader = import.meta.resolve('tsx')
const folder = mkdtempSync(join(tmpdir(), 'dateline-cli-fuzz-'))
const home = process.cwd()
chdir(folder)
after(() => {
  chdir(home)
  rmSync(folder, { recursive: true })
})

/** What no terminal may be given: controls, directions, what has no width, half characters. */
const dangerous = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]|\p{Cs}/u

/** Stories in every encoding with some bytes changed, and bytes of any kind. */
const encoded = [
  Buffer.from(story),
  Buffer.from(`\ufeff${story}`),
  Buffer.from(`\ufeff${story}`, 'utf16le'),
  Buffer.from(story, 'latin1'),
]
const change = fc.record({ at: fc.nat(600), byte: fc.nat(255) })
const changed = fc.tuple(fc.constantFrom(...encoded), fc.array(change, { maxLength: 4 })).map(([bytes, changes]) => {
  const copy = Uint8Array.from(bytes)
  for (const { at, byte } of changes) copy[at % copy.length] = byte
  return copy
})
const bytes = fc.oneof(changed, fc.uint8Array({ maxLength: 300 }))

test('whatever lies in the files, each is checked within a second of work, mended whole or not at all, and nothing wild is written', () => {
  const files = {
    story: bytes,
    name: fc.constantFrom('story.txt', 'story.md', 'story.news'),
    desk: almostJson('"rules"', '"people"', '["people.json"]', '"ignore"', '"profile"', '"reuters"'),
    people: almostJson('"name"', '"Hanna Brixley"', '[{'),
    format: fc.constantFrom(...formatNames),
    fix: fc.boolean(),
  }
  fc.assert(
    fc.property(fc.record(files), ({ story, name, desk, people, format, fix }) => {
      writeFileSync(name, story)
      writeFileSync('dateline.json', desk)
      writeFileSync('people.json', people)
      const before = process.cpuUsage()
      const { lines, complaints } = fileChecker({ format, maxLevel: 'hint', fix })({ file: name })
      const { user, system } = process.cpuUsage(before)
      ok(user + system < 1e6, `${(user + system) / 1e6} s of work`)
      doesNotMatch([...lines, ...complaints.map(({ text }) => text)].join('\n'), dangerous)
      const written = readFileSync(name)
      if (Buffer.compare(written, story) !== 0) ok(fix && !('problem' in decodeStory(written)))
      rmSync(name)
      deepEqual(readdirSync('.').sort(), ['dateline.json', 'people.json'])
    }),
    { numRuns: 120, seed: 5 },
  )
})

test('a baseline is read, or refused with a reason', () => {
  fc.assert(
    fc.property(almostJson('"version"', '"stories"', '{"version":1,"stories":{"a":['), text => {
      writeFileSync('baseline.json', text)
      try {
        ok(readBaseline('baseline.json').known)
      } catch (error) {
        ok(error instanceof Error && error.message !== '')
      }
    }),
    { numRuns: 300 },
  )
})

test('any words name files, or none, within a second of work', () => {
  symlinkSync('circle', 'circle')
  const piece = fc.constantFrom(...'*?![]{}(),|+@-~a', '**', '{a,b}', '[!a]', 'story', '\u202e', '\ud800', '\\', '.txt')
  const word = fc.array(piece, { minLength: 1, maxLength: 40 }).map(pieces => pieces.join(''))
  fc.assert(
    fc.property(fc.array(word, { maxLength: 3 }), words => {
      const before = process.cpuUsage()
      for (const { file, problem } of namedFiles(words)) ok(file !== '' || problem !== undefined)
      const { user, system } = process.cpuUsage(before)
      ok(user + system < 1e6, `${(user + system) / 1e6} s of work`)
    }),
    { numRuns: 120, seed: 3 },
  )
})

test('names that no file can have are complained of, and no stack is shown', () => {
  writeFileSync('a.txt', story)
  const names = ['a.txt/b.txt', 'a'.repeat(5000), 'circle', '{'.repeat(3000), '\u001b[31m.txt', '*'.repeat(200), '[', '--', '']
  for (const args of [
    ['check', ...names],
    ['sources', ...names],
    ['check', '--baseline', 'a.txt/b', '--write-baseline', 'a.txt'],
  ]) {
    const { stderr, status } = spawnSync(process.execPath, ['--import', loader, program, ...args], {
      encoding: 'utf8',
      input: '',
    })
    deepEqual(status, 2, stderr)
    doesNotMatch(stderr, dangerous)
    doesNotMatch(stderr, /^\s+at /m)
  }
})
