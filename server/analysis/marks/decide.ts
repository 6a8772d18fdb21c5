import type { WrittenMark } from './glyphs.ts'
import { type Moves, moveCount, movesOf, roleOfMove, runningMove } from './moves.ts'
import { runsOn, stacks } from './stacks.ts'

/** The cheapest reading of a row of marks: a role each, the margin to the next best role, and the stack of open quotations at the end. */
export interface Decision {
  readonly roles: Uint8Array
  readonly margins: Float64Array
  readonly stack: number
}

const roleCount = 5
/** What it costs that a paragraph ends within a quotation. */
const unclosed = 4.6
/** A stack that is so much dearer than the cheapest is not followed any more: no mark that is still to come can make up for it. */
const hopeless = 14

/**
 * Finds the cheapest reading of the marks from the costs of their roles (`costs[i * 5 + role]`) and the rule that quotations pair and nest:
 * the Viterbi algorithm over the stacks of open quotations, run forward and backward (min-sum), so that each mark learns how much dearer
 * the best reading is in which it has another role. Linear in the marks. `isLast` says that the paragraph ends with these marks.
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
  let glyphs = 0
  for (let i = from; i < to; i++) glyphs |= 1 << marks[i].glyph
  const moves = movesOf(glyphs, stack)
  const width = moves.width
  const row: Row = {
    marks,
    costs,
    moves,
    forward: new Float64Array((size + 1) * width),
    best: new Uint8Array(size * width),
    from,
  }
  row.forward.fill(Number.POSITIVE_INFINITY)
  row.forward[moves.columnOf[stack]] = 0
  for (let i = 0; i < size; i++) goForward(row, i)

  let later = new Float64Array(moves.stacks.map(isLast ? endCost : () => 0))
  let earlier = new Float64Array(width)
  const margins = new Float64Array(size)
  for (let i = size - 1; i >= 0; i--) {
    margins[i] = goBackward(row, i, later, earlier)
    ;[later, earlier] = [earlier, later]
  }

  const roles = new Uint8Array(size)
  let column = moves.columnOf[stack]
  for (let i = 0; i < size; i++) {
    const move = row.best[i * width + column]
    roles[i] = roleOfMove(move)
    column = moves.next[(marks[from + i].glyph * width + column) * moveCount + move]
  }
  return { roles, margins, stack: moves.stacks[column] }
}

interface Row {
  readonly marks: readonly WrittenMark[]
  readonly costs: Float64Array
  readonly moves: Moves
  /** The cheapest cost to be in a column before a mark, by `mark * width + column`. */
  readonly forward: Float64Array
  /** The cheapest move from there on. */
  readonly best: Uint8Array
  /** The index of the row's first mark. */
  readonly from: number
}

/** How many moves a mark has: only one that opens the paragraph, perhaps after another, can run on. */
function movesAt({ marks, from }: Row, i: number): number {
  const opensParagraph = marks[from + i].start === 0 || (from + i === 1 && marks[0].end === marks[1].start)
  return opensParagraph ? moveCount : runningMove
}

function goForward(row: Row, i: number): void {
  const { marks, costs, moves, forward, from } = row
  const width = moves.width
  const count = movesAt(row, i)
  const after = (i + 1) * width
  let cheapest = Number.POSITIVE_INFINITY
  for (let column = 0; column < width; column++) {
    const reached = forward[i * width + column]
    if (reached === Number.POSITIVE_INFINITY) continue
    const at = (marks[from + i].glyph * width + column) * moveCount
    for (let move = 0; move < count; move++) {
      const next = moves.next[at + move]
      if (next < 0) continue
      const cost = reached + moves.price[at + move] + costs[(from + i) * roleCount + roleOfMove(move)]
      if (cost < forward[after + next]) forward[after + next] = cost
      if (cost < cheapest) cheapest = cost
    }
  }
  for (let column = after; column < after + width; column++)
    if (forward[column] > cheapest + hopeless) forward[column] = Number.POSITIVE_INFINITY
}

/** Fills `earlier` and `row.best` from `later`, and gives the mark's margin. */
function goBackward(row: Row, i: number, later: Float64Array, earlier: Float64Array): number {
  const { marks, costs, moves, forward, best, from } = row
  const width = moves.width
  const count = movesAt(row, i)
  byRole.fill(Number.POSITIVE_INFINITY)
  earlier.fill(Number.POSITIVE_INFINITY)
  for (let column = 0; column < width; column++) {
    const reached = forward[i * width + column]
    if (reached === Number.POSITIVE_INFINITY) continue
    const at = (marks[from + i].glyph * width + column) * moveCount
    for (let move = 0; move < count; move++) {
      const next = moves.next[at + move]
      if (next < 0) continue
      const role = roleOfMove(move)
      const rest = moves.price[at + move] + costs[(from + i) * roleCount + role] + later[next]
      if (rest < earlier[column]) {
        earlier[column] = rest
        best[i * width + column] = move
      }
      if (reached + rest < byRole[role]) byRole[role] = reached + rest
    }
  }
  return marginOf(byRole)
}

// Filled anew for each mark.
const byRole = new Float64Array(roleCount)

function endCost(stack: number): number {
  let cost = 0
  for (let s = stack; s > 0; s = stacks.parent[s]) cost += runsOn(s) ? 0 : unclosed
  return cost
}

function marginOf(costs: Float64Array): number {
  let first = Number.POSITIVE_INFINITY
  let second = Number.POSITIVE_INFINITY
  for (const cost of costs)
    if (cost < first) {
      second = first
      first = cost
    } else if (cost < second) second = cost
  return Math.round((second - first) * 100) / 100
}
