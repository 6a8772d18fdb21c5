// The language server beside one that does nothing: latencies, cold start, memory.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { dist } from './bundle.mjs'
import { startServer } from './client.mjs'
import { heading, median, note, row, timed } from './measure.mjs'
import { makeStory } from './stories.mjs'

const document = { textDocument: { uri: 'file:///story.news' } }
const product = join(dist, 'server.cjs')
const idler = join(dist, 'bench/nothing.cjs')

/** didChange to hover answered, for a letter in a plain word and for one in a name that comes again and again; tokens after an edit. */
export async function server(rounds) {
  const story = makeStory(100_000)
  const lines = story.split('\n')
  const line = lines.findIndex((text, index) => index > lines.length / 2 && /^[A-Z][a-z]+ said that the/.test(text))
  const dateline = await startServer(product)
  dateline.open('file:///story.news', story)
  const { data, resultId } = await dateline.request('textDocument/semanticTokens/full', document)
  const nothing = await startServer(idler, { TOKENS: String(data.length / 5) })
  nothing.open('file:///story.news', story)
  const contenders = { dateline, nothing }
  const tokens = { dateline: [], nothing: [] }
  let previousResultId = resultId
  let version = 1
  const ask = {
    dateline: async () => {
      const answer = await dateline.request('textDocument/semanticTokens/full/delta', { ...document, previousResultId })
      previousResultId = answer.resultId
    },
    nothing: () => nothing.request('textDocument/semanticTokens/full', document),
  }
  for (const [what, character] of [
    ['a plain word', lines[line].indexOf(' the ') + 2],
    ['a name', 2],
  ]) {
    const hovers = { dateline: [], nothing: [] }
    for (let round = 0; round < rounds * 10; round++) {
      version++
      for (const [name, contender] of Object.entries(contenders)) {
        contender.notify('textDocument/didChange', {
          textDocument: { uri: 'file:///story.news', version },
          contentChanges: [{ range: { start: { line, character }, end: { line, character } }, text: 'e' }],
        })
        const position = { line: line + 1, character: 3 }
        hovers[name].push(await timed(() => contender.request('textDocument/hover', { ...document, position })))
        tokens[name].push(await timed(ask[name]))
      }
    }
    report(`didChange to hover answered, a letter in ${what}`, hovers)
  }
  report(`semantic tokens after an edit, ${data.length / 5} of them (delta; the other server: in full)`, tokens)
  await Promise.all([dateline.stop(), nothing.stop()])
}

function report(what, times) {
  heading(what)
  const warm = { dateline: times.dateline.slice(10), nothing: times.nothing.slice(10) }
  for (const [name, list] of Object.entries(warm)) row(name, list, warm.nothing, 'a server that does nothing')
  note(what.replace(/,? \d+ of them.*/, ', 100 kB'), median(warm.dateline) / median(warm.nothing), 'x nothing', { most: 2 })
}

/** Process start to the first diagnostics of a 4 kB story: the first time, when nothing is kept of what V8 compiled, and later. */
export async function cold(rounds) {
  const story = makeStory(4_000, 3, { mangled: true })
  const home = mkdtempSync(join(tmpdir(), 'bench-'))
  const kept = { XDG_CACHE_HOME: home, HOME: home, LOCALAPPDATA: home, NODE_DISABLE_COMPILE_CACHE: '' }
  const contenders = {
    dateline: [product, kept],
    'the first time': [product, { NODE_DISABLE_COMPILE_CACHE: '1' }],
    nothing: [idler, {}],
  }
  const open = async ([file, environment]) => {
    const contender = await startServer(file, environment)
    const diagnostics = contender.diagnostics()
    contender.open('file:///story.news', story)
    await diagnostics
    return contender
  }
  await (await open(contenders.dateline)).end()
  const times = { dateline: [], 'the first time': [], nothing: [] }
  for (let round = 0; round < rounds; round++)
    for (const [name, contender] of Object.entries(contenders))
      times[name].push(
        await timed(
          () => open(contender),
          opened => opened.stop(),
        ),
      )
  rmSync(home, { recursive: true })
  heading('process start to first diagnostics of a 4 kB story')
  for (const name of Object.keys(contenders)) row(name, times[name], times.nothing, 'a server that does nothing')
  note('process start to first diagnostics, 4 kB', median(times.dateline) / median(times.nothing), 'x nothing', { most: 1.4 })
}

/** Resident memory of the server. */
export async function memory() {
  heading('memory of the server')
  for (const [what, sizes, most] of [
    ['ten stories of 4 kB open', Array(10).fill(4_000), 90],
    ['one story of 1.9 MB open', [1_900_000], 400],
  ]) {
    const contender = await startServer(product)
    for (const [index, size] of sizes.entries()) contender.open(`file:///story${index}.news`, makeStory(size, index + 1))
    const time = await timed(() =>
      contender.request('textDocument/documentSymbol', { textDocument: { uri: 'file:///story0.news' } }),
    )
    const megabytes = contender.memory()
    console.log(`  ${what.padEnd(32)} ${megabytes?.toFixed(0) ?? '?'} MB, outline after ${(time / 1000).toFixed(1)} s`)
    if (megabytes !== undefined) note(`memory, ${what}`, megabytes, 'MB', { most })
    await contender.stop()
  }
}
