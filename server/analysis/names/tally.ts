/** Whole numbers under hashes, a row of `width` each, found by open addressing. A row of zeros is as good as none, so that what was added can be taken away again. */
export interface Tally {
  readonly width: number
  count: number
  keys: Int32Array
  rows: Int32Array
}

/** A tally with room for `most` rows before it must grow. */
export function createTally(width: number, most: number): Tally {
  let size = 64
  while (size < most * 2) size *= 2
  return { width, count: 0, keys: new Int32Array(size), rows: new Int32Array(size * width) }
}

export const copyTally = ({ width, count, keys, rows }: Tally): Tally => ({
  width,
  count,
  keys: keys.slice(),
  rows: rows.slice(),
})

/** Where the row of a hash begins in `rows`; a row of zeros where there is none. */
export const rowOf = (tally: Tally, hash: number): number => slotOf(tally.keys, hash === 0 ? 1 : hash) * tally.width

/** Where the row of a hash begins in `rows`, which may be new. True until the next call. */
export function makeRow(tally: Tally, hash: number): number {
  const key = hash === 0 ? 1 : hash
  const slot = slotOf(tally.keys, key)
  if (tally.keys[slot] !== 0) return slot * tally.width
  if (tally.count * 2 >= tally.keys.length) {
    grow(tally)
    return makeRow(tally, hash)
  }
  tally.keys[slot] = key
  tally.count++
  return slot * tally.width
}

/** Adds a number to a column of the row of a hash. */
export function addTo(tally: Tally, hash: number, column: number, number: number): void {
  const row = makeRow(tally, hash) // may put other rows in place of these
  tally.rows[row + column] += number
}

function slotOf(keys: Int32Array, key: number): number {
  const mask = keys.length - 1
  let slot = (key ^ (key >>> 16)) & mask
  while (keys[slot] !== key && keys[slot] !== 0) slot = (slot + 1) & mask
  return slot
}

/** Makes more room; rows of zeros go. */
function grow(tally: Tally): void {
  const { width, keys, rows } = tally
  const larger = createTally(width, tally.count * 2)
  for (let slot = 0; slot < keys.length; slot++) {
    if (keys[slot] === 0) continue
    const from = slot * width
    let isUsed = false
    for (let i = from; i < from + width && !isUsed; i++) isUsed = rows[i] !== 0
    if (!isUsed) continue
    const to = makeRow(larger, keys[slot])
    for (let i = 0; i < width; i++) larger.rows[to + i] = rows[from + i]
  }
  tally.keys = larger.keys
  tally.rows = larger.rows
  tally.count = larger.count
}
