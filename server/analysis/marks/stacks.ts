import { Glyph } from './glyphs.ts'

/** An open quotation by the mark that opened it. `running` ones open a paragraph and are not closed in it. */
const Opener = {
  straightDouble: 0,
  curlyDouble: 1,
  lowDouble: 2,
  backticks: 3,
  doubledSingle: 4,
  straightSingle: 5,
  curlySingle: 6,
  lowSingle: 7,
  backtick: 8,
  leftGuillemet: 9,
  rightGuillemet: 10,
  leftAngle: 11,
  rightAngle: 12,
  lost: 13,
  runningDouble: 14,
  runningSingle: 15,
  runningGuillemet: 16,
} as const
type Opener = (typeof Opener)[keyof typeof Opener]

const openerCount = 17
const openerFamily: readonly number[] = [0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 3, 3, 4, 0, 1, 2]

// Index by glyph.
const openerOf: readonly Opener[] = [0, 1, 1, 2, 3, 4, 5, 6, 6, 7, 8, 8, 9, 10, 11, 12, 13]
const runningOf: readonly (Opener | undefined)[] = [
  14,
  14,
  14,
  14,
  14,
  14,
  15,
  15,
  15,
  15,
  15,
  15,
  16,
  16,
  undefined,
  undefined,
  undefined,
]

/** The stacks of open quotations that a paragraph can be in, as numbers: 0 is none. Quotations nest by changing the family, three deep only for plain double and single marks; the same marks within each other are a slip, allowed once. */
export interface Stacks {
  readonly count: number
  /** The stack with one more on top, by `stack * openerCount + opener`; -1 where that does not nest. */
  readonly push: Int16Array
  readonly parent: Int16Array
  readonly top: Int8Array
  readonly depth: Uint8Array
}

export const stacks: Stacks = listStacks()

function listStacks(): Stacks {
  const parent = [-1]
  const top = [-1]
  const depth = [0]
  const push: number[] = []
  for (let stack = 0; stack < parent.length; stack++)
    for (let opener = 0; opener < openerCount; opener++) {
      if (!nests(top, parent, depth, stack, opener)) {
        push.push(-1)
        continue
      }
      push.push(parent.length)
      parent.push(stack)
      top.push(opener)
      depth.push(depth[stack] + 1)
    }
  return {
    count: parent.length,
    push: Int16Array.from(push),
    parent: Int16Array.from(parent),
    top: Int8Array.from(top),
    depth: Uint8Array.from(depth),
  }
}

function nests(
  top: readonly number[],
  parent: readonly number[],
  depth: readonly number[],
  stack: number,
  opener: number,
): boolean {
  const isRunning = opener >= Opener.runningDouble
  if (depth[stack] === 0) return true
  if (isRunning) return false
  if (openerFamily[top[stack]] === openerFamily[opener]) return depth[stack] === 1 && opener === top[stack] && isPlain(opener)
  if (depth[stack] === 1) return true
  return depth[stack] === 2 && isPlain(opener) && isPlain(top[stack]) && isPlain(top[parent[stack]])
}

function isPlain(opener: number): boolean {
  return (
    opener === Opener.straightDouble ||
    opener === Opener.curlyDouble ||
    opener === Opener.straightSingle ||
    opener === Opener.curlySingle ||
    opener === Opener.runningDouble
  )
}

/** The stack after this glyph opens; -1 where it cannot. */
export const stackAfterOpening = (stack: number, glyph: number): number => stacks.push[stack * openerCount + openerOf[glyph]]

/** The stack after this glyph opens a quotation that is not closed in this paragraph; -1 where it cannot. */
export function stackAfterRunning(stack: number, glyph: number): number {
  const opener = runningOf[glyph]
  return opener === undefined || stack !== 0 ? -1 : stacks.push[opener]
}

/** What it costs that the stack's top stands within the one below it: little where the marks change, as they should, less with directed marks than without. */
export function nestingCost(stack: number): number {
  if (stacks.depth[stack] < 2) return 0
  if (openerFamily[stacks.top[stack]] !== openerFamily[stacks.top[stacks.parent[stack]]]) return 0.4
  return stacks.top[stack] === Opener.curlyDouble || stacks.top[stack] === Opener.curlySingle ? 2.5 : 5
}

/** Whether the stack's top runs on in the next paragraph. */
export const runsOn = (stack: number): boolean => stacks.top[stack] >= Opener.runningDouble

const mixed = 1.2

/** What it costs that this glyph closes the stack's top, beside what the glyph costs as a closing mark anyway; Infinity where it cannot. */
export function closingCost(stack: number, glyph: number): number {
  return stack === 0 ? Number.POSITIVE_INFINITY : matching[stacks.top[stack]][glyph]
}

const matching: readonly (readonly number[])[] = Array.from({ length: openerCount }, (_, opener) =>
  Array.from({ length: 17 }, (_, glyph) => matchingCost(opener as Opener, glyph as Glyph)),
)

function matchingCost(opener: Opener, glyph: Glyph): number {
  const no = Number.POSITIVE_INFINITY
  switch (opener) {
    case Opener.straightDouble:
      return glyph === Glyph.straightDouble
        ? 0
        : isAny(glyph, Glyph.openDouble, Glyph.closeDouble, Glyph.doubledSingle)
          ? mixed
          : no
    case Opener.curlyDouble:
      return isAny(glyph, Glyph.openDouble, Glyph.closeDouble)
        ? 0
        : isAny(glyph, Glyph.straightDouble, Glyph.doubledSingle)
          ? mixed
          : no
    case Opener.lowDouble:
      if (glyph === Glyph.openDouble) return -5
      return glyph === Glyph.closeDouble ? 0 : glyph === Glyph.straightDouble ? 0.6 : no
    case Opener.backticks:
      return glyph === Glyph.doubledSingle
        ? -0.2
        : isAny(glyph, Glyph.straightDouble, Glyph.closeDouble, Glyph.backticks)
          ? mixed
          : no
    case Opener.doubledSingle:
      return glyph === Glyph.doubledSingle ? 0 : no
    case Opener.straightSingle:
      return glyph === Glyph.straightSingle ? 0 : isAny(glyph, Glyph.openSingle, Glyph.closeSingle, Glyph.acute) ? mixed : no
    case Opener.curlySingle:
      return isAny(glyph, Glyph.openSingle, Glyph.closeSingle) ? 0 : isAny(glyph, Glyph.straightSingle, Glyph.acute) ? mixed : no
    case Opener.lowSingle:
      if (glyph === Glyph.openSingle) return -4
      return glyph === Glyph.closeSingle ? 0 : glyph === Glyph.straightSingle ? 0.6 : no
    case Opener.backtick:
      return isAny(glyph, Glyph.straightSingle, Glyph.closeSingle, Glyph.acute, Glyph.backtick) ? 0 : no
    case Opener.leftGuillemet:
      return glyph === Glyph.rightGuillemet ? 0 : no
    case Opener.rightGuillemet:
      return glyph === Glyph.leftGuillemet ? -1 : no
    case Opener.leftAngle:
      return glyph === Glyph.rightAngle ? 0 : no
    case Opener.rightAngle:
      return glyph === Glyph.leftAngle ? -1 : no
    case Opener.lost:
      return glyph === Glyph.lost ? 0 : no
    default:
      return no // a running one is not closed
  }
}

function isAny(glyph: Glyph, ...of: readonly Glyph[]): boolean {
  return of.includes(glyph)
}
