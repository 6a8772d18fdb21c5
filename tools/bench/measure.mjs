// How the benchmark measures and what it prints.
import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** Runs the contenders one after the other, round by round, each in its own process; the first two rounds warm up and do not count. */
export async function inTurn(names, count, task) {
  const children = await Promise.all(
    names.map(async name => {
      const child = fork(fileURLToPath(new URL('contender.mjs', import.meta.url)), [name])
      await answer(child)
      return child
    }),
  )
  const times = Object.fromEntries(names.map(name => [name, []]))
  for (let round = -2; round < count; round++) {
    for (const [index, child] of children.entries()) {
      const answered = answer(child)
      child.send(task(round + 2))
      const time = await answered
      if (round >= 0) times[names[index]].push(time)
    }
  }
  for (const child of children) child.kill()
  return times
}

function answer(child) {
  return new Promise((resolve, reject) => {
    const ended = code => reject(new Error(`a contender ended with ${code}`))
    child.once('exit', ended)
    child.once('message', message => {
      child.off('exit', ended)
      resolve(message)
    })
  })
}

/** How many milliseconds it takes; `after` gets what came of it and does not count. */
export async function timed(run, after) {
  const start = performance.now()
  const value = await run()
  const time = performance.now() - start
  await after?.(value)
  return time
}

/** The value that the share of the others does not exceed. */
export function at(share, values) {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]
}

export const median = values => at(0.5, values)

const reached = []

/** Prints what was measured of one contender: median, half the spread between the quartiles, 95th percentile, ratio to the floor. */
export function row(name, times, floor, floorName) {
  const spread = (at(0.75, times) - at(0.25, times)) / 2
  const ratio = median(times) / median(floor)
  console.log(
    `  ${name.padEnd(14)} ${median(times).toFixed(2).padStart(10)} ms  ±${spread.toFixed(2).padStart(8)}  p95 ${at(0.95, times).toFixed(2).padStart(9)}  ${ratio.toFixed(3).padStart(8)} x ${floorName}`,
  )
}

export function heading(text) {
  console.log(`\n${text}`)
}

/** Notes a figure for the table at the end: at most `most` of the unit, or at least `least`. */
export function note(what, figure, unit, { most, least }) {
  reached.push({ what, figure, unit, most, least })
}

/** The table of all figures that have a goal. */
export function printTable() {
  heading(`${'what'.padEnd(66)} ${'measured'.padStart(10)}   to reach`)
  for (const { what, figure, unit, most, least } of reached) {
    const isReached = most === undefined ? figure >= least : figure <= most
    const goal = most === undefined ? `at least ${least}` : `at most ${most}`
    console.log(`${isReached ? ' ' : '!'} ${what.padEnd(64)} ${digits(figure).padStart(10)}   ${goal} ${unit}`)
  }
}

const digits = figure => (figure >= 100 ? figure.toFixed(0) : figure.toPrecision(3))
