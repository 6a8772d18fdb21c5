import { labelCount } from '../../server/analysis/names/labels.ts'
import type { Field } from './field.ts'
import { PackedWriter } from './packed.ts'

/** Packs a field as `unpackModel` reads it: weights in 255 steps, features that hardly weigh anything left out. */
export function packModel({ keys, weights, steps }: Field, evidence: Float32Array, least: number, most: number): string {
  const writer = new PackedWriter()
  const unit = most / 127
  writer.float(unit)
  for (const step of steps) writer.float(step)
  const whole = (weight: number) => Math.max(-127, Math.min(127, Math.round(weight / unit)))
  writer.number(evidence.length)
  for (const weight of evidence) writer.byte(whole(weight))
  const kept: { key: number; row: number[] }[] = []
  for (const [i, key] of keys.entries()) {
    const own = weights.subarray(i * labelCount, (i + 1) * labelCount)
    if (!own.some(weight => Math.abs(weight) >= least)) continue
    const row = [...own].map(weight => (Math.abs(weight) < least / 2 ? 0 : whole(weight)))
    if (row.some(weight => weight !== 0)) kept.push({ key, row })
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
