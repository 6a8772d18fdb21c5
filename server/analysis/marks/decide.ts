import { Role } from './costs.ts'
import type { WrittenMark } from './glyphs.ts'
import { closingCost, nestingCost, runsOn, stackAfterOpening, stackAfterRunning, stacks } from './stacks.ts'

/** The cheapest reading of a row of marks: a role each, the margin to the next best role, and the stack of open quotations at the end. */
export interface Decision {
  readonly roles: Uint8Array
  readonly margins: Float64Array
  readonly stack: number
}

const roleCount = 5
/** What it costs that a mark within a quotation means nothing, beside what it costs anywhere. */
const strayWithin = 0.5
/** What it costs that a paragraph ends within a quotation: less where the mark that opens it opens the paragraph too. */
const runningOn = 3
const unclosed = 4.6
/** What a closing mark costs that nothing opened. */
const unopened = 4.5

/**
 * Finds the cheapest reading of the marks from the costs of their roles (`costs[i * 5 + role]`) and the rule that quotations pair and nest:
 * the Viterbi algorithm over the stacks of open quotations, run forward and backward (min-sum), so that each mark learns how much dearer
 * the best reading is in which it has another role. Linear in the marks.
 */
export function decideMarks(
  marks: readonly WrittenMark[],
  costs: Float64Array,
  from: number,
  to: number,
  stack: number,
  isLast: boolean,
): Decision {
  const size = to - from
  const width = stacks.count
  const forward = new Float64Array((size + 1) * width).fill(Number.POSITIVE_INFINITY)
  forward[stack] = 0
  const step: Step = { marks, costs, next: new Int16Array(roleCount + 1), price: new Float64Array(roleCount + 1) }
  for (let i = 0; i < size; i++) relax(step, from + i, forward, i * width)

  let backward = new Float64Array(width)
  for (let s = 0; s < width; s++) backward[s] = isLast ? endCost(s) : 0
  const roles = new Uint8Array(size)
  const margins = new Float64Array(size)
  // The role of each mark on the one cheapest path is chosen by following the path forward once all backward costs are known.
  const best = new Uint8Array(size * width)
  for (let i = size - 1; i >= 0; i--) {
    const earlier = new Float64Array(width).fill(Number.POSITIVE_INFINITY)
    const byRole = new Float64Array(roleCount).fill(Number.POSITIVE_INFINITY)
    for (let s = 0; s < width; s++) {
      const reached = forward[i * width + s]
      if (reached === Number.POSITIVE_INFINITY) continue
      fanOut(step, from + i, s)
      for (let move = 0; move <= roleCount; move++) {
        const next = step.next[move]
        if (next < 0) continue
        const rest = step.price[move] + backward[next]
        if (rest < earlier[s]) {
          earlier[s] = rest
          best[i * width + s] = move
        }
        const role = move === roleCount ? Role.opens : move
        if (reached + rest < byRole[role]) byRole[role] = reached + rest
      }
    }
    margins[i] = marginOf(byRole)
    backward = earlier
  }
  let at = stack
  for (let i = 0; i < size; i++) {
    const move = best[i * width + at]
    roles[i] = move === roleCount ? Role.opens : move
    fanOut(step, from + i, at)
    at = step.next[move]
  }
  return { roles, margins, stack: at }
}

interface Step {
  readonly marks: readonly WrittenMark[]
  readonly costs: Float64Array
  /** The stack after each move, -1 where it is not possible: the roles, and last "opens and runs on". */
  readonly next: Int16Array
  readonly price: Float64Array
}

/** All moves from a stack at a mark. */
function fanOut({ marks, costs, next, price }: Step, i: number, stack: number): void {
  const { glyph, start } = marks[i]
  const at = i * roleCount
  for (let role = Role.apostrophe as number; role < roleCount; role++) {
    next[role] = stack
    price[role] = costs[at + role]
  }
  if (stack !== 0) price[Role.other] += strayWithin
  const opened = stackAfterOpening(stack, glyph)
  next[Role.opens] = opened
  price[Role.opens] = costs[at + Role.opens] + (opened < 0 ? 0 : nestingCost(opened))
  const closing = closingCost(stack, glyph)
  if (stack === 0) {
    next[Role.closes] = 0
    price[Role.closes] = costs[at + Role.closes] + unopened
  } else {
    next[Role.closes] = closing === Number.POSITIVE_INFINITY ? -1 : stacks.parent[stack]
    price[Role.closes] = costs[at + Role.closes] + closing
  }
  next[roleCount] = start === 0 || (i === 1 && marks[0].end === start) ? stackAfterRunning(stack, glyph) : -1
  price[roleCount] = costs[at + Role.opens] + runningOn
}

function relax(step: Step, i: number, forward: Float64Array, at: number): void {
  const width = stacks.count
  for (let s = 0; s < width; s++) {
    const reached = forward[at + s]
    if (reached === Number.POSITIVE_INFINITY) continue
    fanOut(step, i, s)
    for (let move = 0; move <= roleCount; move++) {
      const next = step.next[move]
      if (next < 0) continue
      const cost = reached + step.price[move]
      if (cost < forward[at + width + next]) forward[at + width + next] = cost
    }
  }
}

function endCost(stack: number): number {
  let cost = 0
  for (let s = stack; s > 0; s = stacks.parent[s]) cost += runsOn(s) ? 0 : unclosed
  return cost
}

function marginOf(byRole: Float64Array): number {
  let first = Number.POSITIVE_INFINITY
  let second = Number.POSITIVE_INFINITY
  for (const cost of byRole)
    if (cost < first) {
      second = first
      first = cost
    } else if (cost < second) second = cost
  return Math.round((second - first) * 100) / 100
}
