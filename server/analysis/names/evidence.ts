import { Shape, TokenKind } from '../tokens.ts'
import type { NameCandidates } from './candidates.ts'
import { mix } from './hash.ts'
import { aspects, aspectsOf, isOpen, isStart, kindOf, labelCount, outcomes, outside } from './labels.ts'
import { type Pieces, Writing } from './pieces.ts'
import type { Zone } from './zones.ts'

/**
 * What a story knows of the words that may be names in it: how often each stands where a name can be and as what, how often in small letters, and within which
 * longer names (after the second stage of Krishnan and Manning 2006). Plain data, the same for the same paragraphs.
 */
export interface Evidence {
  readonly words: Words
  /** How often two words stand side by side in a name, by their joint hash. */
  readonly pairs: ReadonlyMap<number, number>
}

/** How many features of evidence each piece has at most. */
export const evidenceFeatures = outcomes + 6

const shareBins = 6
const countBins = 3
const spanBins = 4
const smallBins = 4
const settings = 5
const fromSpans = outcomes * shareBins * countBins
const spanRoles = 5
const fromSmall = fromSpans + (spanRoles + 1) * spanBins
const fromAcronyms = fromSmall + smallBins * settings * 2
const fromPairs = fromAcronyms + 1
/** How many features of evidence there are. */
export const evidenceSize = fromPairs + 2

/** What a word is in a longer name: a person's last, a person's other, or part of an organisation, a place, something else. */
const roleOf = (kind: number, isLast: boolean) => (kind > 0 ? kind + 1 : isLast ? 0 : 1)

/** The words of a story as columns, found under their hashes by open addressing. */
interface Words {
  readonly hashes: Int32Array
  readonly counts: Uint32Array
  readonly small: Uint32Array
  readonly acronyms: Uint8Array
  /** Sums of the shares of each outcome, a row a word. */
  readonly shares: Float32Array
  /** Sums of the shares of the longer names in which the word has each role, a row a word. */
  readonly roles: Float32Array
}

/** Gathers the evidence of a story, given its paragraphs in order. Linear. */
export function readEvidence(paragraphs: readonly NameCandidates[]): Evidence {
  const total = paragraphs.reduce((sum, { labels }) => sum + labels.length, 0)
  const words = emptyWords(total * 1.5)
  const pairs = new Map<number, number>()
  for (const candidates of paragraphs) {
    addWords(words, candidates)
    addNames(words, pairs, candidates)
  }
  for (const candidates of paragraphs) addSmallWords(words, candidates)
  return { words, pairs }
}

/** How often a word that stands where a name can be is written small elsewhere in the story. */
export const timesSmall = ({ words }: Evidence, hash: number): number => words.small[findWord(words, hash)]

/**
 * Writes what the rest of the story says of the zone piece `at` (its place among the paragraph's zone pieces) to `out`: up to `evidenceFeatures` numbers below
 * `evidenceSize`, then -1. Says whether it says anything.
 */
export function writeEvidence(
  { words, pairs }: Evidence,
  candidates: NameCandidates,
  piece: number,
  at: number,
  out: Int32Array,
): boolean {
  out.fill(-1)
  const word = findWord(words, candidates.pieces.hashes[piece])
  return words.hashes[word] !== 0 && writeWord(words, word, pairs, candidates, piece, at, out)
}

/** The hashes of the words of a paragraph, and of pairs of them, of which two readings of a story say different things, added to `changed`. */
export function addChanges(before: Evidence, now: Evidence, candidates: NameCandidates, changed: Set<number>): void {
  const { hashes } = candidates.pieces
  for (const hash of hashes) if (!saysTheSame(before.words, now.words, hash)) changed.add(hash)
  eachName(candidates.zones, candidates.labels, (first, end, _at, kind) => {
    const initials = kind === 1 && end - first > 1 ? initialsOf(candidates.pieces, first, end) : 0
    if (initials !== 0 && !saysTheSame(before.words, now.words, initials)) changed.add(initials)
    for (let i = first + 1; i < end; i++) {
      const pair = mix(hashes[i - 1], hashes[i])
      if (before.pairs.get(pair) !== now.pairs.get(pair)) changed.add(pair)
    }
  })
}

function saysTheSame(before: Words, now: Words, hash: number): boolean {
  const a = findWord(before, hash)
  const b = findWord(now, hash)
  if (before.hashes[a] !== now.hashes[b] || before.counts[a] !== now.counts[b] || before.small[a] !== now.small[b]) return false
  if (before.acronyms[a] !== now.acronyms[b]) return false
  for (let k = 0; k < outcomes; k++) if (before.shares[a * outcomes + k] !== now.shares[b * outcomes + k]) return false
  for (let role = 0; role < spanRoles; role++)
    if (before.roles[a * spanRoles + role] !== now.roles[b * spanRoles + role]) return false
  return true
}

/** Whether one of the hashes is that of a word in the paragraph's zones, or of such a word with the next one. */
export function isTouched({ pieces: { hashes }, zones }: NameCandidates, changed: ReadonlySet<number>): boolean {
  for (const { first, end } of zones)
    for (let i = first; i < end; i++) {
      if (changed.has(hashes[i])) return true
      if (i + 1 < hashes.length && changed.has(mix(hashes[i], hashes[i + 1]))) return true
    }
  return false
}

function emptyWords(most: number): Words {
  let size = 64
  while (size <= most) size *= 2
  return {
    hashes: new Int32Array(size),
    counts: new Uint32Array(size),
    small: new Uint32Array(size),
    acronyms: new Uint8Array(size),
    shares: new Float32Array(size * outcomes),
    roles: new Float32Array(size * spanRoles),
  }
}

/** The slot of a word; a free slot where it is not known. */
function findWord({ hashes }: Words, hash: number): number {
  const mask = hashes.length - 1
  let slot = hash & mask
  while (hashes[slot] !== hash && hashes[slot] !== 0) slot = (slot + 1) & mask
  return slot
}

function addWords(words: Words, candidates: NameCandidates): void {
  const { pieces, zones, shares } = candidates
  let at = 0
  for (const { first, end } of zones)
    for (let i = first; i < end; i++, at++) {
      if (!counts(pieces, i)) continue
      const word = findWord(words, pieces.hashes[i])
      words.hashes[word] = pieces.hashes[i]
      words.counts[word]++
      for (let k = 0; k < outcomes; k++) words.shares[word * outcomes + k] += shares[at * outcomes + k]
    }
}

function addNames(words: Words, pairs: Map<number, number>, candidates: NameCandidates): void {
  const { pieces, shares } = candidates
  eachName(candidates.zones, candidates.labels, (first, end, at, kind) => {
    if (end - first < 2) return
    for (let i = first; i < end; i++) {
      const word = findWord(words, pieces.hashes[i])
      words.hashes[word] = pieces.hashes[i]
      words.roles[word * spanRoles + roleOf(kind, i === end - 1)] += shares[(at + i - first) * outcomes + kind]
      if (i === first) continue
      const pair = mix(pieces.hashes[i - 1], pieces.hashes[i])
      pairs.set(pair, (pairs.get(pair) ?? 0) + 1)
    }
    const initials = kind === 1 ? initialsOf(pieces, first, end) : 0
    if (initials === 0) return
    const word = findWord(words, initials)
    words.hashes[word] = initials
    words.acronyms[word] = 1
  })
}

/** Counts the small words between the zones, those that may be names elsewhere. */
function addSmallWords(words: Words, { pieces, zones }: NameCandidates): void {
  let zone = 0
  for (let i = 0; i < pieces.count; i++) {
    while (zone < zones.length && zones[zone].end <= i) zone++
    if (pieces.kinds[i] !== TokenKind.word || (zone < zones.length && zones[zone].first <= i)) continue
    const word = findWord(words, pieces.hashes[i])
    if (words.hashes[word] !== 0) words.small[word]++
  }
}

function writeWord(
  words: Words,
  word: number,
  pairs: ReadonlyMap<number, number>,
  candidates: NameCandidates,
  piece: number,
  at: number,
  out: Int32Array,
): boolean {
  const { pieces, shares, labels } = candidates
  const own = counts(pieces, piece) ? 1 : 0
  const others = words.counts[word] - own
  const small = words.small[word]
  let next = 0
  if (others > 0)
    for (let k = 0; k < outcomes; k++) {
      const mean = (words.shares[word * outcomes + k] - own * shares[at * outcomes + k]) / others
      out[next++] = (k * shareBins + binOfShare(mean)) * countBins + Math.min(others, countBins) - 1
    }
  const kind = kindOf(labels[at])
  const ownRole = inLongName(labels, at) ? roleOf(kind, !isOpen(labels[at])) : spanRoles
  for (let role = 0; role < spanRoles && next < evidenceFeatures - 3; role++) {
    const rest = words.roles[word * spanRoles + role] - (role === ownRole ? shares[at * outcomes + kind] : 0)
    if (rest > 0.2) out[next++] = fromSpans + role * spanBins + (rest < 0.6 ? 0 : rest < 0.95 ? 1 : rest < 2 ? 2 : 3)
  }
  if (others > 0 || small > 0)
    out[next++] = fromSmall + (Math.min(small, smallBins - 1) * settings + settingOf(pieces, piece)) * 2 + (others > 0 ? 1 : 0)
  if (words.acronyms[word] && pieces.shapes[piece] & Shape.allCapitals && pieces.writing !== Writing.capitals)
    out[next++] = fromAcronyms
  if (next < evidenceFeatures && piece > 0 && at > 0 && isPair(pairs, candidates, piece - 1, at - 1)) out[next++] = fromPairs
  if (next < evidenceFeatures && isPair(pairs, candidates, piece, at)) out[next++] = fromPairs + 1
  return next > 0
}

/** Whether the piece and the next one stand together in a name elsewhere. */
function isPair(pairs: ReadonlyMap<number, number>, { pieces, labels }: NameCandidates, piece: number, at: number): boolean {
  if (piece + 1 >= pieces.count) return false
  const seen = pairs.get(mix(pieces.hashes[piece], pieces.hashes[piece + 1])) ?? 0
  return seen > (isOpen(labels[at]) ? 1 : 0)
}

/** Adds what one feature of evidence weighs to the label scores of the piece in row `row`; nothing where the feature is -1. */
export function addEvidence(scores: Float32Array, row: number, feature: number, weights: Float32Array): void {
  if (feature < 0) return
  for (let i = 0; i < movedLabels.length; i++)
    scores[row * labelCount + movedLabels[i]] += weights[feature * aspects + movingAspects[i]]
}

/** Each label with each of its aspects, side by side. */
const movedLabels = Uint8Array.from(aspectsOf.flatMap((own, label) => own.map(() => label)))
const movingAspects = Uint8Array.from(aspectsOf.flat())

/** Calls back for each name of the tagger: its pieces, its place among the zone pieces, its kind. */
export function eachName(
  zones: readonly Zone[],
  labels: Uint8Array,
  found: (first: number, end: number, at: number, kind: number) => void,
): void {
  let at = 0
  for (const zone of zones)
    for (let i = zone.first; i < zone.end; i++, at++) {
      if (labels[at] === outside || !isStart(labels[at])) continue
      let length = 1
      while (isOpen(labels[at + length - 1])) length++
      found(i, i + length, at, kindOf(labels[at]))
    }
}

/** Words of the text count; in capitals only their neighbours tell, so that a crosshead gives no evidence. */
const counts = (pieces: Pieces, i: number) =>
  pieces.writing < Writing.title &&
  pieces.kinds[i] === TokenKind.word &&
  (pieces.shapes[i] & (Shape.capital | Shape.innerCapital | Shape.allCapitals)) !== 0

const inLongName = (labels: Uint8Array, at: number) => labels[at] !== outside && !(isStart(labels[at]) && !isOpen(labels[at]))

const binOfShare = (share: number) =>
  share < 0.05 ? 0 : share < 0.25 ? 1 : share < 0.5 ? 2 : share < 0.75 ? 3 : share < 0.95 ? 4 : 5

/** How the piece stands: in capitals, in a title, as an abbreviation in capitals, at the start of a sentence, or in its middle. */
function settingOf(pieces: Pieces, i: number): number {
  if (pieces.writing === Writing.capitals) return 0
  if (pieces.writing === Writing.title) return 1
  if (pieces.shapes[i] & Shape.allCapitals) return 2
  return pieces.initial[i] ? 3 : 4
}

/** The hash of the initials of an organisation's capitalised words, as `hashWord` gives it; 0 where they are fewer than two. */
function initialsOf(pieces: Pieces, first: number, end: number): number {
  let hash = 0x811c9dc5 | 0
  let letters = 0
  for (let i = first; i < end; i++) {
    if (!(pieces.shapes[i] & Shape.capital)) continue
    hash = Math.imul(hash ^ pieces.lower[i].charCodeAt(0), 0x01000193)
    letters++
  }
  hash ^= hash >>> 16
  return letters < 2 ? 0 : hash
}
