import { Role } from './costs.ts'
import { closingCost, nestingCost, stackAfterOpening, stackAfterRunning, stacks } from './stacks.ts'

/** What a mark can do: take one of the roles, or open the paragraph and run on in the next one. */
export const runningMove = 5
export const moveCount = 6

/** The role of a move. */
export const roleOfMove = (move: number): number => (move === runningMove ? Role.opens : move)

/** What it costs that a mark within a quotation means nothing, beside what it costs anywhere. */
const strayWithin = 0.5
/** What it costs that a quotation which opens a paragraph is not closed in it. */
const runningOn = 3
/** What a closing mark costs that nothing opened. */
const unopened = 4.5

/**
 * The stacks that a set of glyphs can reach, as columns, and all moves between them. At `(glyph * width + column) * moveCount + move` stand
 * the column after the move, -1 where it is not possible, and what the move costs beside the role of the mark by its surroundings.
 */
export interface Moves {
  readonly width: number
  readonly stacks: readonly number[]
  /** The column of a stack; -1 where it cannot be reached. */
  readonly columnOf: Int16Array
  readonly next: Int16Array
  readonly price: Float64Array
}

/** The moves of the glyphs whose bits are set, from a stack on. */
export function movesOf(glyphs: number, stack: number): Moves {
  if (stack !== 0) return listMoves(glyphs, stack)
  const known = remembered.get(glyphs)
  if (known) return known
  const moves = listMoves(glyphs, stack)
  if (remembered.size < 100) remembered.set(glyphs, moves)
  return moves
}

// Nearly all paragraphs share a few sets of glyphs. The tables depend on nothing else.
const remembered = new Map<number, Moves>()

const glyphCount = 17

function listMoves(glyphs: number, stack: number): Moves {
  const { reached, columnOf } = reachStacks(glyphs, stack)
  const width = reached.length
  const next = new Int16Array(glyphCount * width * moveCount).fill(-1)
  const price = new Float64Array(glyphCount * width * moveCount)
  for (let glyph = 0; glyph < glyphCount; glyph++) {
    if ((glyphs & (1 << glyph)) === 0) continue
    for (const [column, from] of reached.entries()) {
      const at = (glyph * width + column) * moveCount
      const set = (move: number, to: number, cost: number) => {
        next[at + move] = to < 0 ? -1 : columnOf[to]
        price[at + move] = cost
      }
      const opened = stackAfterOpening(from, glyph)
      set(Role.opens, opened, opened < 0 ? 0 : nestingCost(opened))
      const closing = from === 0 ? unopened : closingCost(from, glyph)
      set(Role.closes, from === 0 ? 0 : Number.isFinite(closing) ? stacks.parent[from] : -1, closing)
      set(Role.apostrophe, from, 0)
      set(Role.prime, from, 0)
      set(Role.other, from, from === 0 ? 0 : strayWithin)
      set(runningMove, stackAfterRunning(from, glyph), runningOn)
    }
  }
  return { width, stacks: reached, columnOf, next, price }
}

function reachStacks(glyphs: number, stack: number): { reached: readonly number[]; columnOf: Int16Array } {
  const reached: number[] = []
  const columnOf = new Int16Array(stacks.count).fill(-1)
  const reach = (next: number) => {
    if (next < 0 || columnOf[next] >= 0) return
    columnOf[next] = reached.length
    reached.push(next)
  }
  for (let s = stack; s >= 0; s = stacks.parent[s]) reach(s)
  for (let column = 0; column < reached.length; column++)
    for (let glyph = 0; glyph < glyphCount; glyph++) {
      if ((glyphs & (1 << glyph)) === 0) continue
      reach(stackAfterOpening(reached[column], glyph))
      reach(stackAfterRunning(reached[column], glyph))
    }
  return { reached, columnOf }
}
