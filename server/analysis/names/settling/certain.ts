import type { PlacedParagraph } from '../../paragraph.ts'
import { firstEndingAfter, type Span } from '../../span.ts'
import type { Structure } from '../../structure.ts'
import type { NameCandidates } from '../candidates.ts'
import { kinds, type NameKind } from '../labels.ts'
import { eachFreePiece, type FoundName } from './found.ts'

/** What dateline, bylines and credits say are names, by paragraph. */
export function readCertain(
  paragraphs: readonly PlacedParagraph[],
  { dateline, bylines, credits }: Structure,
): ReadonlyMap<number, readonly FoundName[]> {
  const certain = new Map<number, FoundName[]>()
  const add = (span: Span | undefined, kind: NameKind) => {
    const paragraph = span ? firstEndingAfter(paragraphs, span.start) : paragraphs.length
    if (!span || paragraph >= paragraphs.length) return
    const { start, reading } = paragraphs[paragraph]
    const { starts, ends, count } = reading.candidates.pieces
    let first = 0
    while (first < count && starts[first] < span.start - start) first++
    let last = first
    while (last < count && ends[last] < span.end - start) last++
    if (first >= count || last >= count || starts[first] !== span.start - start || ends[last] !== span.end - start) return
    const names = certain.get(paragraph) ?? []
    certain.set(paragraph, names)
    names.push({ first, end: last + 1, kind: kinds.indexOf(kind) })
  }
  for (const city of dateline?.cities ?? []) add(city, 'place')
  for (const region of dateline?.regions ?? []) add(region, 'place')
  add(dateline?.agency, 'organization')
  for (const { names } of [...bylines, ...credits]) for (const name of names) add(name, 'person')
  for (const { place } of [...bylines, ...credits]) add(place, 'place')
  return certain
}

/** The names of several words that are certain somewhere: their words' hashes and their kinds. */
export type SureNames = readonly { readonly hashes: readonly number[]; readonly kind: number }[]

export const sureNames = (
  paragraphs: readonly PlacedParagraph[],
  certain: ReadonlyMap<number, readonly FoundName[]>,
): SureNames =>
  [...certain].flatMap(([paragraph, names]) =>
    names
      .filter(({ first, end }) => end - first > 1)
      .map(({ first, end, kind }) => ({
        hashes: [...paragraphs[paragraph].reading.candidates.pieces.hashes.subarray(first, end)],
        kind,
      })),
  )

export const isSameSure = (some: SureNames, others: SureNames) =>
  some.length === others.length &&
  some.every(({ hashes, kind }, i) => kind === others[i].kind && hashes.join() === others[i].hashes.join())

/** What is certain takes the place of what was found there. */
export function insertCertain(names: FoundName[], certain: readonly FoundName[]): void {
  for (const name of certain) {
    let from = 0
    while (from < names.length && names[from].end <= name.first) from++
    let to = from
    while (to < names.length && names[to].first < name.end) to++
    names.splice(from, to - from, name)
  }
}

/** What the structure says is a name of several words is one in headlines and captions too, where nothing else was found. */
export function insertSure(names: FoundName[], candidates: NameCandidates, sure: SureNames): void {
  if (sure.length === 0) return
  const { hashes } = candidates.pieces
  eachFreePiece(candidates, names, (i, place) => {
    const found = sureAt(sure, hashes, i)
    if (!found || names[place]?.first < i + found.hashes.length) return
    names.splice(place, 0, { first: i, end: i + found.hashes.length, kind: found.kind })
  })
}

function sureAt(sure: SureNames, hashes: Int32Array, i: number): SureNames[number] | undefined {
  for (const name of sure)
    if (name.hashes[0] === hashes[i] && name.hashes.every((hash, at) => hashes[i + at] === hash)) return name
  return undefined
}
