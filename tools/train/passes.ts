import { rowsFor, sweep } from '../../server/analysis/names/chain.ts'
import { labelCount } from '../../server/analysis/names/labels.ts'

/** Forward and backward sums over the pieces of a zone, given their label scores as powers of e; the rows are true until the next call. */
export function passOver(scores: Float32Array, count: number, factors: Float64Array): ReturnType<typeof rowsFor> {
  const rows = rowsFor(count)
  for (let row = 0; row < count * labelCount; row += labelCount) {
    let top = scores[row]
    for (let label = 1; label < labelCount; label++) top = Math.max(top, scores[row + label])
    for (let label = 0; label < labelCount; label++) rows.own[row + label] = Math.exp(scores[row + label] - top)
  }
  sweep(rows.own, count, factors, rows.forward, rows.backward)
  return rows
}
