// npm run accuracy: how well the reading does on the gold stories, for each way of writing quotation marks.
//
// Fails when a figure falls under its floor in test/accuracy-floor.json; -- --raise lifts the floors to a little under the figures.
import { execFile } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { buildAll, Failure, installPackages, root, runMain } from './setup.mjs'

const shared = join(root, '../shared')
const gold = join(shared, 'gold/dev')
const score = join(shared, 'tools/score.mjs')
const floorFile = join(root, 'test/accuracy-floor.json')
const variants = ['straight', 'curly', 'mangled', 'single']
/** How far, in points, a floor lies under the figure it was raised from. */
const slack = 0.5

await runMain(async args => {
  if (!existsSync(gold)) throw new Failure(`The gold stories are not here (${gold}).`)
  await installPackages()
  buildAll()
  const results = Object.fromEntries(await Promise.all(variants.map(async variant => [variant, await figuresOf(variant)])))
  printTable(results)
  if (args.includes('--raise')) return raise(results)
  return tooLow(results)
})

/** The figures of one variant by name: F, or the share that is right, in per cent. */
async function figuresOf(variant) {
  const command = [process.execPath, join(root, 'dist/cli.cjs'), 'inspect']
  const args = [score, '--gold', gold, '--variant', variant, '--json', '--', ...command]
  const { stdout } = await promisify(execFile)(process.execPath, args, { maxBuffer: 1 << 28 })
  const { names, people, quotes, statements } = JSON.parse(stdout)
  return Object.fromEntries(
    Object.entries({ names, people, quotes, statements }).flatMap(([group, figures]) =>
      Object.entries(figures).map(([name, { F, right }]) => [`${group}: ${words(name)}`, F ?? right]),
    ),
  )
}

function words(name) {
  return name.replace(/[A-Z]/g, letter => ` ${letter.toLowerCase()}`)
}

function printTable(results) {
  const row = (name, cells) => console.log(name.padEnd(36), ...cells.map(cell => String(cell).padStart(9)))
  row('per cent', variants)
  for (const name of Object.keys(results.straight))
    row(
      name,
      variants.map(variant => results[variant][name].toFixed(1)),
    )
}

function tooLow(results) {
  if (!existsSync(floorFile)) throw new Failure('There is no floor yet: npm run accuracy -- --raise writes it.')
  const floor = JSON.parse(readFileSync(floorFile, 'utf8'))
  let fallen = 0
  for (const variant of variants) {
    for (const [name, figure] of Object.entries(results[variant])) {
      if (figure >= (floor[variant]?.[name] ?? 0)) continue
      fallen++
      console.log(`Too low: ${name}, ${variant}: ${figure}, floor ${floor[variant][name]}`)
    }
  }
  console.log(fallen > 0 ? `${fallen} figures fell under their floor.` : 'No figure is under its floor.')
  return fallen > 0 ? 1 : 0
}

/** Lifts each floor to a little under its figure; none sinks. */
function raise(results) {
  const floor = existsSync(floorFile) ? JSON.parse(readFileSync(floorFile, 'utf8')) : {}
  const lifted = (variant, name, figure) => Math.max(floor[variant]?.[name] ?? 0, Math.round((figure - slack) * 10) / 10)
  const raised = Object.fromEntries(
    variants.map(variant => [
      variant,
      Object.fromEntries(Object.entries(results[variant]).map(([name, figure]) => [name, lifted(variant, name, figure)])),
    ]),
  )
  writeFileSync(floorFile, `${JSON.stringify(raised, undefined, 2)}\n`)
  console.log('The floors are raised.')
  return 0
}
