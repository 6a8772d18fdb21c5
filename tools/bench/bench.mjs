// npm run bench: Dateline and its peers in turn in the same run, as ratios. The machines are noisy: read the ratios, not the milliseconds.
//   npm run bench -- [--rounds N] [--only reading,editing,server,cold,memory,folder] [--readers dateline,wink-nlp,compromise,harper.js]
import { fork, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { build } from 'esbuild'
import { startServer } from './client.mjs'
import { makeStory, random } from './stories.mjs'

const here = fileURLToPath(new URL('.', import.meta.url))
const dist = join(here, '../../dist')
const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '9' },
    only: { type: 'string', default: '' },
    readers: { type: 'string', default: 'dateline,wink-nlp,compromise,harper.js' },
  },
})
const rounds = Number(values.rounds)
const sections = { reading, editing, server, cold, memory, folder }
const chosen = values.only ? values.only.split(',') : Object.keys(sections)

const allReaders = values.readers.split(',')
const document = { textDocument: { uri: 'file:///story.news' } }

await bundle()
console.log(
  `${cpus().length} cores, Node ${process.version}, ${rounds} rounds in turn; median, and half the spread between the quartiles`,
)
for (const name of chosen) await sections[name]()

/** A full reading with everything, warm. */
async function reading() {
  for (const [size, names] of [
    [4_000, allReaders],
    [100_000, allReaders],
    [1_000_000, ['dateline', 'wink-nlp']],
  ]) {
    const times = await inTurn(names, rounds, round => ({ read: makeStory(size, round + 1, { mangled: round % 2 === 1 }) }))
    heading(`full reading, ${size / 1000} kB, warm`)
    for (const name of names) row(name, times[name], times['wink-nlp'], 'wink-nlp')
  }
}

/** One letter typed in the middle: the new article and its problems by the default rules. */
async function editing() {
  for (const size of [100_000, 1_000_000]) {
    const times = await inTurn(['dateline', 'wink-nlp'], size > 200_000 ? rounds : rounds * 5, round => {
      const before = makeStory(size, 1 + (round % 3))
      const middle = (before.length >> 1) + round
      return { edit: [before, `${before.slice(0, middle)}e${before.slice(middle)}`] }
    })
    heading(`one letter typed in the middle of ${size / 1000} kB`)
    for (const name of ['dateline', 'wink-nlp']) row(name, times[name], times['wink-nlp'], 'wink-nlp')
  }
}

/** didChange to hover answered; tokens after an edit. */
async function server() {
  const story = makeStory(100_000)
  const lines = story.split('\n')
  const line = lines.findIndex((text, index) => index > lines.length / 2 && /^[A-Z][a-z]+ said/.test(text))
  const dateline = await startServer(join(dist, 'server.cjs'))
  dateline.open('file:///story.news', story)
  const { data } = await dateline.request('textDocument/semanticTokens/full', document)
  const nothing = await startServer(join(dist, 'bench/nothing.cjs'), { TOKENS: String(data.length / 5) })
  nothing.open('file:///story.news', story)
  const contenders = { dateline, nothing }
  const hovers = { dateline: [], nothing: [] }
  const tokens = { dateline: [], nothing: [] }
  let version = 1
  let result = {}
  for (let round = 0; round < rounds * 10; round++) {
    version++
    for (const [name, contender] of Object.entries(contenders)) {
      contender.notify('textDocument/didChange', {
        textDocument: { uri: 'file:///story.news', version },
        contentChanges: [{ range: { start: { line, character: 2 }, end: { line, character: 2 } }, text: 'e' }],
      })
      hovers[name].push(
        await timed(() => contender.request('textDocument/hover', { ...document, position: { line: line + 1, character: 3 } })),
      )
      const full = name === 'nothing' || !result.resultId
      const ask = () =>
        contender.request(`textDocument/semanticTokens/full${full ? '' : '/delta'}`, {
          ...document,
          previousResultId: result.resultId,
        })
      tokens[name].push(
        await timed(async () => {
          if (name === 'dateline') result = await ask()
          else await ask()
        }),
      )
    }
  }
  heading('didChange to hover answered, 100 kB')
  for (const name of ['dateline', 'nothing'])
    row(name, hovers[name].slice(10), hovers.nothing.slice(10), 'a server that does nothing')
  heading(`semantic tokens after an edit (delta), 100 kB; ${data.length / 5} tokens`)
  for (const name of ['dateline', 'nothing'])
    row(name, tokens[name].slice(10), tokens.nothing.slice(10), 'a full answer of a server that does nothing')
  await Promise.all([dateline.stop(), nothing.stop()])
}

/** Process start to the first diagnostics of a 4 kB story. */
async function cold() {
  const story = makeStory(4_000, 3, { mangled: true })
  const times = { dateline: [], nothing: [] }
  for (let round = 0; round < rounds; round++) {
    for (const [name, file] of [
      ['dateline', 'server.cjs'],
      ['nothing', 'bench/nothing.cjs'],
    ]) {
      times[name].push(
        await timed(
          async () => {
            const contender = await startServer(join(dist, file))
            const diagnostics = contender.diagnostics()
            contender.open('file:///story.news', story)
            await diagnostics
            return contender
          },
          contender => contender.stop(),
        ),
      )
    }
  }
  heading('process start to first diagnostics of a 4 kB story')
  for (const name of ['dateline', 'nothing']) row(name, times[name], times.nothing, 'a server that does nothing')
}

/** Resident memory of the server. */
async function memory() {
  heading('memory of the server')
  for (const [what, sizes] of [
    ['ten stories of 4 kB open', Array(10).fill(4_000)],
    ['one story of 9.9 MB open', [9_900_000]],
  ]) {
    const contender = await startServer(join(dist, 'server.cjs'))
    for (const [index, size] of sizes.entries()) contender.open(`file:///story${index}.news`, makeStory(size, index + 1))
    await contender.request('textDocument/documentSymbol', { textDocument: { uri: 'file:///story0.news' } })
    console.log(`  ${what.padEnd(32)} ${contender.memory()?.toFixed(0) ?? '?'} MB`)
    await contender.stop()
  }
}

/** The command line over a folder of 10,000 stories. */
async function folder() {
  const stories = mkdtempSync(join(tmpdir(), 'bench-'))
  const next = random(7)
  for (let i = 0; i < 10_000; i++) writeFileSync(join(stories, `${i}.news`), makeStory(2_000 + Math.floor(next() * 4_000), i + 1))
  const start = performance.now()
  const run = spawnSync(process.execPath, [join(dist, 'cli.cjs'), 'check', '--max-level', 'error', join(stories, '*.news')], {
    encoding: 'utf8',
    maxBuffer: 1 << 30,
  })
  const seconds = (performance.now() - start) / 1000
  rmSync(stories, { recursive: true })
  heading('command line over 10,000 stories')
  console.log(
    run.status === 0 || run.status === 1
      ? `  ${(10_000 / seconds).toFixed(0)} stories a second`
      : `  failed with ${run.status}: ${run.stderr.slice(0, 300)}`,
  )
}

/** Runs the contenders one after the other, round by round, each in its own process; the first two rounds warm up and do not count. */
async function inTurn(names, count, task) {
  const children = await Promise.all(
    names.map(async name => {
      const child = fork(join(here, 'contender.mjs'), [name])
      await answer(child)
      return child
    }),
  )
  const times = Object.fromEntries(names.map(name => [name, []]))
  for (let round = -2; round < count; round++) {
    for (const [index, child] of children.entries()) {
      child.send(task(round + 2))
      const time = await answer(child)
      if (round >= 0) times[names[index]].push(time)
    }
  }
  for (const child of children) child.kill()
  return times
}

function answer(child) {
  return new Promise((resolve, reject) => {
    child.once('message', resolve)
    child.once('exit', code => reject(new Error(`a contender ended with ${code}`)))
  })
}

async function timed(run, after) {
  const start = performance.now()
  const value = await run()
  const time = performance.now() - start
  await after?.(value)
  return time
}

function heading(text) {
  console.log(`\n${text}`)
}

function row(name, times, floor, floorName) {
  const at = share => [...times].sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))]
  const median = list => [...list].sort((a, b) => a - b)[list.length >> 1]
  const ratio = median(times) / median(floor)
  console.log(
    `  ${name.padEnd(14)} ${at(0.5).toFixed(2).padStart(10)} ms  ±${((at(0.75) - at(0.25)) / 2).toFixed(2).padStart(8)}  p95 ${at(0.95).toFixed(2).padStart(9)}  ${ratio.toFixed(3).padStart(8)} x ${floorName}`,
  )
}

async function bundle() {
  mkdirSync(join(dist, 'bench'), { recursive: true })
  const node = { bundle: true, minify: true, platform: 'node', target: 'node20', logLevel: 'warning' }
  await build({
    ...node,
    stdin: {
      contents:
        "export { readArticle } from './server/analysis/article.ts'; export { checkArticle, defaultRuleSettings } from './server/rules/index.ts'",
      resolveDir: join(here, '../..'),
    },
    format: 'esm',
    outfile: join(dist, 'bench/reader.mjs'),
  })
  await build({
    ...node,
    entryPoints: [join(here, 'nothing-server.mjs')],
    format: 'cjs',
    outfile: join(dist, 'bench/nothing.cjs'),
  })
}
