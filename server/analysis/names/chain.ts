import { begin, inside, isOpen, isStart, kindOf, kinds, labelCount, last, none, only, outcomes, outside } from './labels.ts'

/** What one step of a score or a weight is worth as a power of e. */
export const scoreUnit = 1 / 20

/** A share of everything, in whole steps. */
export const wholeShare = 1000

/**
 * The steps from label to label that may be: from a closed label to one that begins a name or to none, by the outcomes of both; and for each kind from its first
 * and from its inner label to the inner and to the last.
 */
export const stepCount = outcomes * outcomes + 4 * kinds.length
const enter = (from: number, to: number) => from * outcomes + to
const within = (kind: number) => outcomes * outcomes + 4 * kind

/** The number of the step from one label to another; -1 where there is none. */
export function stepOf(from: number, to: number): number {
  const goesOn = to !== outside && !isStart(to)
  if (!isOpen(from)) return goesOn ? -1 : enter(kindOf(from), kindOf(to))
  if (!goesOn || kindOf(from) !== kindOf(to)) return -1
  return within(kindOf(to)) + (isStart(from) ? 0 : 2) + (isOpen(to) ? 0 : 1)
}

/** The rows of the passes over the pieces of a zone, `labelCount` a piece; the first rows hold what the last pass wrote. */
interface Rows {
  readonly pieces: number
  /** How likely each label is by its own score: what a pass reads. */
  readonly own: Float64Array
  readonly forward: Float64Array
  readonly backward: Float64Array
  readonly best: Float64Array
  readonly from: Uint8Array
}

const makeRows = (pieces: number): Rows => ({
  pieces,
  own: new Float64Array(pieces * labelCount),
  forward: new Float64Array(pieces * labelCount),
  backward: new Float64Array(pieces * labelCount),
  best: new Float64Array(pieces * labelCount),
  from: new Uint8Array(pieces * labelCount),
})

/** Used again and again: a story has thousands of zones, and making room for each took longer than the passes. */
const rows = makeRows(256)
export const rowsFor = (pieces: number) => (pieces <= rows.pieces ? rows : makeRows(pieces))

/** The powers of e that scores can fall behind the best by. */
const powers = Float64Array.from({ length: 8192 }, (_, behind) => Math.exp(-behind * scoreUnit))

/**
 * Writes how likely each of `count` pieces from piece `first` on is to belong to a name of each kind, or to none: rows of `outcomes` shares that add up to
 * `wholeShare` or nearly so (forward-backward, Rabiner 1989), at the pieces' places in `shares`. `factors` are the steps' weights as powers of e.
 */
export function writeShares(scores: Int16Array, first: number, count: number, factors: Float64Array, shares: Int16Array): void {
  const { own, forward, backward } = rowsFor(count)
  for (let row = 0; row < count * labelCount; row += labelCount) {
    const from = first * labelCount + row
    let top = scores[from]
    for (let label = 1; label < labelCount; label++) if (scores[from + label] > top) top = scores[from + label]
    for (let label = 0; label < labelCount; label++)
      own[row + label] = powers[Math.min(top - scores[from + label], powers.length - 1)]
  }
  sweep(own, count, factors, forward, backward)
  for (let i = 0; i < count; i++) {
    const row = i * labelCount
    let total = 0
    for (let label = 0; label < labelCount; label++) total += forward[row + label] * backward[row + label]
    const scale = wholeShare / total
    const to = (first + i) * outcomes
    shares[to + none] = Math.round(forward[row] * backward[row] * scale)
    for (let kind = 0; kind < kinds.length; kind++) {
      let sum = 0
      for (let label = row + only(kind); label < row + labelCount; label += kinds.length) sum += forward[label] * backward[label]
      shares[to + kind] = Math.round(sum * scale)
    }
  }
}

/** Forward and backward sums over `count` pieces, nothing but text before and after; each piece's are scaled to add up to one. */
export function sweep(
  own: Float64Array,
  count: number,
  factors: Float64Array,
  forward: Float64Array,
  backward: Float64Array,
): void {
  for (let i = 0; i < count; i++) {
    if (i === 0) sums.set(beyond)
    else for (let outcome = 0; outcome < outcomes; outcome++) sums[outcome] = closedSum(forward, (i - 1) * labelCount, outcome)
    writeForward(own, i * labelCount, i > 0, factors, forward)
  }
  for (let i = count - 1; i >= 0; i--) {
    const isEnd = i === count - 1
    if (isEnd) sums.set(beyond)
    else
      for (let outcome = 0; outcome < outcomes; outcome++)
        sums[outcome] = openingSum(own, backward, (i + 1) * labelCount, outcome)
    writeBackward(own, i * labelCount, !isEnd, factors, backward)
  }
}

/** What the piece before or after says of each outcome; there is only text beyond the ends. */
const sums = new Float64Array(outcomes)
const beyond = Float64Array.from(sums, (_, outcome) => (outcome === none ? 1 : 0))

function writeForward(own: Float64Array, row: number, goesOn: boolean, factors: Float64Array, forward: Float64Array): void {
  const before = row - labelCount
  for (let to = 0; to < outcomes; to++) {
    let sum = 0
    for (let from = 0; from < outcomes; from++) sum += sums[from] * factors[enter(from, to)]
    if (to === none) forward[row] = sum * own[row]
    else {
      forward[row + only(to)] = sum * own[row + only(to)]
      forward[row + begin(to)] = sum * own[row + begin(to)]
    }
  }
  for (let kind = 0; kind < kinds.length; kind++) {
    const begun = goesOn ? forward[before + begin(kind)] : 0
    const inner = goesOn ? forward[before + inside(kind)] : 0
    const step = within(kind)
    forward[row + inside(kind)] = (begun * factors[step] + inner * factors[step + 2]) * own[row + inside(kind)]
    forward[row + last(kind)] = (begun * factors[step + 1] + inner * factors[step + 3]) * own[row + last(kind)]
  }
  scaleRow(forward, row)
}

function writeBackward(own: Float64Array, row: number, goesOn: boolean, factors: Float64Array, backward: Float64Array): void {
  const next = row + labelCount
  for (let from = 0; from < outcomes; from++) {
    let sum = 0
    for (let to = 0; to < outcomes; to++) sum += sums[to] * factors[enter(from, to)]
    if (from === none) backward[row] = sum
    else {
      backward[row + only(from)] = sum
      backward[row + last(from)] = sum
    }
  }
  for (let kind = 0; kind < kinds.length; kind++) {
    const inner = goesOn ? own[next + inside(kind)] * backward[next + inside(kind)] : 0
    const ending = goesOn ? own[next + last(kind)] * backward[next + last(kind)] : 0
    const step = within(kind)
    backward[row + begin(kind)] = inner * factors[step] + ending * factors[step + 1]
    backward[row + inside(kind)] = inner * factors[step + 2] + ending * factors[step + 3]
  }
  scaleRow(backward, row)
}

const closedSum = (forward: Float64Array, row: number, outcome: number) =>
  outcome === none ? forward[row] : forward[row + only(outcome)] + forward[row + last(outcome)]

const openingSum = (own: Float64Array, backward: Float64Array, row: number, outcome: number) =>
  outcome === none
    ? own[row] * backward[row]
    : own[row + only(outcome)] * backward[row + only(outcome)] + own[row + begin(outcome)] * backward[row + begin(outcome)]

function scaleRow(row: Float64Array, first: number): void {
  let total = 0
  for (let label = first; label < first + labelCount; label++) total += row[label]
  const scale = 1 / total
  for (let label = first; label < first + labelCount; label++) row[label] *= scale
}

/**
 * Writes the likeliest row of labels for `count` pieces, with nothing but text before and after (Viterbi 1967). Their rows of scores begin at piece `first`, and
 * so do the labels.
 */
export function writeLabels(
  scores: Int16Array | Int32Array,
  first: number,
  count: number,
  steps: Int16Array,
  labels: Uint8Array,
): void {
  const { best, from } = rowsFor(count)
  top.fill(never)
  topLabel.fill(outside)
  top[none] = 0
  for (let i = 0; i < count; i++) {
    if (i > 0) readTop(best, (i - 1) * labelCount)
    writeBest(best, from, i * labelCount, i > 0, steps)
    for (let label = 0; label < labelCount; label++) best[i * labelCount + label] += scores[(first + i) * labelCount + label]
  }
  readTop(best, (count - 1) * labelCount)
  let label = topLabel[bestInto(none, steps)]
  for (let i = count - 1; i >= 0; i--) {
    labels[first + i] = label
    label = from[i * labelCount + label]
  }
}

/** The best closed label of each outcome at the piece before, and the sum of the best row of labels that ends with it. */
const top = new Float64Array(outcomes)
const topLabel = new Uint8Array(outcomes)
const never = -Infinity

/** The best sum of each label of a piece without its own score, and the label before it. */
function writeBest(best: Float64Array, from: Uint8Array, row: number, goesOn: boolean, steps: Int16Array): void {
  for (let to = 0; to < outcomes; to++) {
    const outcome = bestInto(to, steps)
    const sum = top[outcome] + steps[enter(outcome, to)]
    const label = row + (to === none ? outside : only(to))
    best[label] = sum
    from[label] = topLabel[outcome]
    if (to === none) continue
    best[row + begin(to)] = sum
    from[row + begin(to)] = topLabel[outcome]
  }
  for (let kind = 0; kind < kinds.length; kind++) {
    const begun = goesOn ? best[row - labelCount + begin(kind)] : never
    const inner = goesOn ? best[row - labelCount + inside(kind)] : never
    const step = within(kind)
    best[row + inside(kind)] = Math.max(begun + steps[step], inner + steps[step + 2])
    from[row + inside(kind)] = begun + steps[step] >= inner + steps[step + 2] ? begin(kind) : inside(kind)
    best[row + last(kind)] = Math.max(begun + steps[step + 1], inner + steps[step + 3])
    from[row + last(kind)] = begun + steps[step + 1] >= inner + steps[step + 3] ? begin(kind) : inside(kind)
  }
}

/** The outcome from which the best step into another one leads. */
function bestInto(to: number, steps: Int16Array): number {
  let best = 0
  let most = never
  for (let outcome = 0; outcome < outcomes; outcome++) {
    const sum = top[outcome] + steps[enter(outcome, to)]
    if (sum <= most) continue
    most = sum
    best = outcome
  }
  return best
}

/** The best closed label of each outcome in a row of sums. */
function readTop(best: Float64Array, row: number): void {
  top[none] = best[row]
  topLabel[none] = outside
  for (let kind = 0; kind < kinds.length; kind++) {
    const isLast = best[row + last(kind)] > best[row + only(kind)]
    topLabel[kind] = isLast ? last(kind) : only(kind)
    top[kind] = best[row + topLabel[kind]]
  }
}
