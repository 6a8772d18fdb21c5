// npm run bench: Dateline and its peers in turn in the same run, as ratios. The machines are noisy: read the ratios, not the milliseconds.
//   npm run bench -- [--rounds N] [--only reading,editing,names,server,cold,memory,folder,client] [--readers dateline,wink-nlp,compromise,harper.js]
import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import { bundle } from './bundle.mjs'
import { at, heading, inTurn, median, note, printTable, row } from './measure.mjs'
import { client, folder } from './programs.mjs'
import { cold, memory, server } from './servers.mjs'
import { makeStory } from './stories.mjs'

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '9' },
    only: { type: 'string', default: '' },
    readers: { type: 'string', default: 'dateline,wink-nlp,compromise,harper.js' },
  },
})
const rounds = Number(values.rounds)
const sections = { reading, editing, names, server, cold, memory, folder, client }
const chosen = values.only ? values.only.split(',') : Object.keys(sections)

await bundle()
console.log(
  `${cpus().length} cores, Node ${process.version}, ${rounds} rounds in turn; median, and half the spread between the quartiles`,
)
for (const name of chosen) await sections[name](rounds)
printTable()

/** A full reading with everything, warm. */
async function reading() {
  const readers = values.readers.split(',')
  const medians = {}
  for (const [size, names] of [
    [4_000, readers],
    [100_000, readers],
    [1_000_000, readers.filter(name => name === 'dateline' || name === 'wink-nlp')],
  ]) {
    const times = await inTurn(names, rounds, round => ({ read: makeStory(size, round + 1, { mangled: round % 2 === 1 }) }))
    heading(`full reading, ${size / 1000} kB, warm`)
    const floorName = names.includes('wink-nlp') ? 'wink-nlp' : names[0]
    for (const name of names) row(name, times[name], times[floorName], floorName)
    medians[size] = Object.fromEntries(names.map(name => [name, median(times[name])]))
  }
  const { dateline, ...peers } = medians[100_000]
  if (dateline === undefined) return
  for (const [name, time] of Object.entries(peers))
    if (name === 'wink-nlp') note('full reading, 100 kB, warm', dateline / time, 'x wink-nlp', { most: 1 })
    else note(`full reading, 100 kB: times faster than ${name}`, time / dateline, 'x', { least: 15 })
  note('full reading, 1 MB to 100 kB', medians[1_000_000].dateline / dateline, 'x', { most: 11 })
}

/** One letter typed in the middle: the new article and its problems by the default rules. */
async function editing() {
  for (const [size, most] of [
    [100_000, 4],
    [1_000_000, 20],
  ]) {
    const times = await inTurn(['dateline', 'wink-nlp'], size > 200_000 ? rounds : rounds * 5, round => {
      const before = makeStory(size, 1 + (round % 3))
      const middle = (before.length >> 1) + round
      return { edit: [before, `${before.slice(0, middle)}e${before.slice(middle)}`] }
    })
    heading(`one letter typed in the middle of ${size / 1000} kB`)
    for (const name of ['dateline', 'wink-nlp']) row(name, times[name], times['wink-nlp'], 'wink-nlp')
    note(`one letter typed in ${size / 1000} kB, 95th percentile`, at(0.95, times.dateline), 'ms', { most })
    if (size === 100_000)
      note('one letter typed in 100 kB', median(times.dateline) / median(times['wink-nlp']), 'x wink-nlp', { most: 0.067 })
  }
}

/** From tokens to names, warm, and how long what was learnt takes to load. */
async function names() {
  const times = await inTurn(['names'], rounds, round => ({ read: makeStory(100_000, round + 1) }))
  const perSecond = times.names.map(({ tokens, time }) => (tokens * 1000) / time)
  heading('names')
  console.log(`  ${median(perSecond).toFixed(0)} tokens a second`)
  note('tokens to names, one core, warm', median(perSecond), 'tokens a second', { least: 400_000 })
  const loads = []
  for (let round = 0; round < rounds; round++) loads.push(...(await inTurn(['load'], 1, () => ({}))).load)
  console.log(`  loaded in ${median(loads).toFixed(1)} ms`)
  note('what was learnt of names, loaded', median(loads), 'ms', { most: 30 })
}
