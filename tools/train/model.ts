import { labelCount } from '../../server/analysis/names/labels.ts'
import type { Field } from './field.ts'
import { PackedWriter } from './packed.ts'

/** The greatest weight, and into how many steps it is cut. */
const most = 6
const stepsOfWeight = 127

/** Features none of whose weights has this many steps are left out, and of the others the weights below the second number. */
const leastOfRow = 5
const leastOfWeight = 3

/** Packs a field and what evidence weighs as `unpackModel` reads them. */
export function packModel({ keys, weights, steps }: Field, evidence: Float32Array): string {
  const writer = new PackedWriter()
  const unit = most / stepsOfWeight
  const whole = (weight: number) => Math.max(-stepsOfWeight, Math.min(stepsOfWeight, Math.round(weight / unit)))
  writer.float(unit)
  for (const step of steps) writer.float(step)
  writer.number(evidence.length)
  for (const weight of evidence) writer.byte(whole(weight))
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
    writer.number(row.reduce((bits, weight, label) => (weight === 0 ? bits : bits | (1 << label)), 0))
    for (const weight of row) if (weight !== 0) writer.byte(weight)
  }
  return writer.base64()
}
