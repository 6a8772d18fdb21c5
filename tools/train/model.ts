import { scoreUnit } from '../../server/analysis/names/chain.ts'
import { labelCount } from '../../server/analysis/names/labels.ts'
import type { Field } from './field.ts'
import { PackedWriter } from './packed.ts'

/** The greatest weight of a feature, in steps. */
const most = 127

/** Features none of whose weights has this many steps are left out, and of the others the weights below the second number. */
const leastOfRow = 5
const leastOfWeight = 3

/** Packs a field and what evidence weighs as `unpackModel` reads them. */
export function packModel({ keys, weights, steps }: Field, evidence: Float32Array): string {
  const writer = new PackedWriter()
  const whole = (weight: number) => Math.max(-most, Math.min(most, Math.round(weight / scoreUnit)))
  for (const step of steps) writer.signed(Math.round(step / scoreUnit))
  writer.number(evidence.length)
  for (const weight of evidence) writer.signed(whole(weight))
  const kept: { key: number; row: number[] }[] = []
  for (const [i, key] of keys.entries()) {
    const row = Array.from(weights.subarray(i * labelCount, (i + 1) * labelCount), whole)
    if (row.some(weight => Math.abs(weight) >= leastOfRow))
      kept.push({ key, row: row.map(weight => (Math.abs(weight) < leastOfWeight ? 0 : weight)) })
  }
  writer.number(kept.length)
  let before = 0
  for (const { key, row } of kept) {
    writer.number(key - before)
    before = key
    const labels = row.reduce((bits, weight, label) => (weight === 0 ? bits : bits | (1 << label)), 0)
    writer.digit(labels >> 12)
    writer.pair(labels & 4095)
    for (const weight of row) if (weight !== 0) writer.signed(weight)
  }
  return writer.text()
}
