// The unit tests, in Node's test runner: node --import tsx tools/unit.mjs [WORDS_OF_A_FILE_NAME...]
// Prints what failed; the last line counts, for the one who called: {"passed":N,"failed":N}.
import { readdirSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join, relative } from 'node:path'
import { run } from 'node:test'
import { root } from './setup.mjs'

const wanted = process.argv.slice(2)
const folder = join(root, 'test')
// The suites in these folders run inside the editor.
const elsewhere = /^(extension|e2e)\b/
const files = readdirSync(folder, { recursive: true })
  .filter(file => file.endsWith('.test.ts') && !elsewhere.test(file))
  .filter(file => wanted.length === 0 || wanted.some(words => file.includes(words)))
  .sort()
  .map(file => join(folder, file))

const count = { passed: 0, failed: 0 }
for await (const { type, data } of run({ files, concurrency: Math.max(2, availableParallelism()) })) {
  if (type === 'test:stderr') process.stderr.write(data.message)
  if (type === 'test:pass' && data.details.type !== 'suite') count.passed++
  // A test with a failed one inside fails with it: that one has been told already.
  if (type === 'test:fail' && data.details.error.failureType !== 'subtestsFailed') fail(data)
}
console.log(JSON.stringify(count))
process.exitCode = count.failed > 0 ? 1 : 0

function fail({ name, file, line, details }) {
  count.failed++
  const { cause } = details.error
  const text = String(cause?.stack ?? cause ?? details.error)
  const own = text.split('\n').filter(words => !/^\s+at .*\(?node:/.test(words))
  console.log(`\nFAILED ${name}\n  ${file ? relative(root, file) : ''}${line ? `:${line}` : ''}`)
  console.log(own.map(words => `  ${words}`).join('\n'))
}
