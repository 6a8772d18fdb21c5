import { type NameCandidates, shippedTagger, type Tagger } from './names/candidates.ts'
import {
  addChanges,
  addEvidence,
  type Evidence,
  eachName,
  evidenceFeatures,
  isTouched,
  readEvidence,
  timesSmall,
  writeEvidence,
} from './names/evidence.ts'
import { kinds, type NameKind } from './names/labels.ts'
import { type SettledName, settleNames } from './names/settling.ts'
import { writeLabels } from './names/tagger.ts'
import type { Paragraph, PlacedParagraph } from './paragraph.ts'
import { firstEndingAfter, type Span } from './span.ts'
import type { Structure } from './structure.ts'

export type { NameKind } from './names/labels.ts'

/** A name of the story as the whole story decides it. The name alone: no title, no possessive ending. Names are sorted and disjoint; offsets from the story's start. */
export interface Name extends Span {
  readonly kind: NameKind
  /** Index of its paragraph in `Article.paragraphs`, and its tokens there. A name may begin or end within a token: U.S. in "U.S.-backed". */
  readonly paragraph: number
  readonly firstToken: number
  readonly endToken: number
}

/** The names of a story before they are placed in it, with what they were decided by, so that the next reading need not decide them all again. */
export interface Naming {
  readonly evidence: Evidence
  readonly paragraphs: readonly NamedParagraph[]
}

/** A paragraph with its names: the same object as long as both are the same. */
export interface NamedParagraph {
  readonly reading: Paragraph
  /** The first piece, the piece behind the last one, and the kind (an index in `kinds`) of each name, one name after the other. */
  readonly names: readonly number[]
}

/**
 * Decides over the whole story which candidates are names and of which kind: each paragraph's scores, moved by what the other mentions of the same words
 * look like. Linear in the story. Of the reading before, the names of paragraphs are taken over of whose words the story still says the same.
 */
export function decideNames(readings: readonly Paragraph[], before?: Naming, tagger = shippedTagger()): Naming {
  const evidence = readEvidence(readings.map(({ candidates }) => candidates))
  const decide = (reading: Paragraph) => ({ reading, names: reconsider(reading.candidates, evidence, tagger) })
  if (!before) return { evidence, paragraphs: readings.map(decide) }
  const kept = sameEnds(before.paragraphs, readings)
  const shift = before.paragraphs.length - readings.length
  const changed = new Set<number>()
  for (let i = kept.head; i < before.paragraphs.length - kept.tail; i++)
    addChanges(before.evidence, evidence, before.paragraphs[i].reading.candidates, changed)
  for (let i = kept.head; i < readings.length - kept.tail; i++)
    addChanges(before.evidence, evidence, readings[i].candidates, changed)
  const paragraphs = readings.map((reading, i) => {
    const isKept = i < kept.head || i >= readings.length - kept.tail
    if (!isKept || isTouched(reading.candidates, changed)) return decide(reading)
    return before.paragraphs[i < kept.head ? i : i + shift]
  })
  return { evidence, paragraphs }
}

/** How many paragraphs at the beginning and at the end are those of before. */
function sameEnds(
  before: readonly NamedParagraph[],
  now: readonly Paragraph[],
): { readonly head: number; readonly tail: number } {
  const most = Math.min(before.length, now.length)
  let head = 0
  while (head < most && before[head].reading === now[head]) head++
  let tail = 0
  while (tail < most - head && before[before.length - 1 - tail].reading === now[now.length - 1 - tail]) tail++
  return { head, tail }
}

/** The names at their places in the story, as its structure and all of their mentions together settle them. */
export function placeNames(
  { evidence, paragraphs }: Naming,
  placed: readonly PlacedParagraph[],
  structure: Structure,
): readonly Name[] {
  const certain = certainNames(placed, structure)
  const unsettled = paragraphs.map(({ names, reading: { candidates } }, paragraph) => ({
    candidates,
    names: rowsOf(names),
    certain: certain.get(paragraph) ?? [],
  }))
  settleNames(unsettled, shippedTagger().lexicon, hash => timesSmall(evidence, hash))
  const found: Name[] = []
  for (let paragraph = 0; paragraph < placed.length; paragraph++) {
    const { start } = placed[paragraph]
    const { candidates, names } = unsettled[paragraph]
    const { starts, ends, tokens } = candidates.pieces
    for (const { first, end, kind } of names)
      found.push({
        start: start + starts[first],
        end: start + ends[end - 1],
        kind: kinds[kind],
        paragraph,
        firstToken: tokens[first],
        endToken: tokens[end - 1] + 1,
      })
  }
  return found
}

function rowsOf(names: readonly number[]): SettledName[] {
  const rows: SettledName[] = []
  for (let at = 0; at < names.length; at += 3) rows.push({ first: names[at], end: names[at + 1], kind: names[at + 2] })
  return rows
}

/** What dateline, bylines and credits say are names, by paragraph. */
function certainNames(
  placed: readonly PlacedParagraph[],
  { dateline, bylines, credits }: Structure,
): ReadonlyMap<number, readonly SettledName[]> {
  const certain = new Map<number, SettledName[]>()
  const add = (span: Span | undefined, kind: NameKind) => {
    const paragraph = span ? firstEndingAfter(placed, span.start) : placed.length
    if (!span || paragraph >= placed.length) return
    const { start, reading } = placed[paragraph]
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

/** The names of a paragraph with the labels that the evidence of the story makes likeliest. */
function reconsider(candidates: NameCandidates, evidence: Evidence, { model }: Tagger): readonly number[] {
  const labels = candidates.labels.slice()
  const scores = candidates.scores.slice()
  let at = 0
  for (const { first, end } of candidates.zones) {
    const zoneStart = at
    let isMoved = false
    for (let i = first; i < end; i++, at++) {
      if (!writeEvidence(evidence, candidates, i, at, features)) continue
      for (const feature of features) addEvidence(scores, at, feature, model.evidence)
      isMoved = true
    }
    if (isMoved) writeLabels(scores, zoneStart, end - first, model.steps, labels)
  }
  const names: number[] = []
  eachName(candidates.zones, labels, (first, end, _at, kind) => names.push(first, end, kind))
  return names
}

/** What one piece is told by the evidence, written anew for each. */
const features = new Int32Array(evidenceFeatures)
