import { Shape, TokenKind } from '../tokens.ts'
import type { NameCandidates } from './candidates.ts'
import { wholeShare } from './chain.ts'
import { mix } from './hash.ts'
import { eachName, isOpen, isStart, kindOf, outcomes, outside } from './labels.ts'
import { type Pieces, Writing } from './pieces.ts'
import { addTo, copyTally, createTally, makeRow, rowOf, type Tally } from './tally.ts'

/**
 * What a story knows of the words that may be names in it: how often each stands where a name can be and as what, how often in small letters, and within which
 * longer names (after the second stage of Krishnan and Manning 2006). Sums of whole numbers over its paragraphs, so that their order does not matter.
 */
export interface Evidence {
  /** A row a word, in the order of `Of`. */
  readonly words: Tally
  /** How often two words stand side by side in a name, by their joint hash. */
  readonly pairs: Tally
}

/** What a word is in a longer name: a person's last, a person's other, or part of an organisation, a place, something else. */
const roles = 5
const roleOf = (kind: number, isLast: boolean) => (kind > 0 ? kind + 1 : isLast ? 0 : 1)

/**
 * The columns of a word's row: from `shares` on, sums of the shares of each outcome where the word counts, from `roles` on those of the longer names in which it
 * has each role; in how many places it counts, is written small, stands in a zone, and how many organisations have it for their initials.
 */
export const Of = { shares: 0, roles: outcomes, counts: 10, small: 11, zones: 12, initials: 13 } as const
const wordWidth = 14

export const createEvidence = (): Evidence => ({ words: createTally(wordWidth, 1024), pairs: createTally(1, 256) })

export const copyEvidence = ({ words, pairs }: Evidence): Evidence => ({ words: copyTally(words), pairs: copyTally(pairs) })

/** Adds what a paragraph tells so many times: once, or once less. */
export function addEvidence(evidence: Evidence, candidates: NameCandidates, times: 1 | -1): void {
  addWords(evidence.words, candidates, times)
  addNames(evidence, candidates, times)
}

function addWords(words: Tally, { pieces, zones, shares }: NameCandidates, times: number): void {
  let at = 0
  let next = 0
  for (const { first, end } of zones) {
    addSmallWords(words, pieces, next, first, times)
    next = end
    for (let i = first; i < end; i++, at++) {
      const row = makeRow(words, pieces.hashes[i])
      words.rows[row + Of.zones] += times
      if (!counts(pieces, i)) continue
      words.rows[row + Of.counts] += times
      for (let k = 0; k < outcomes; k++) words.rows[row + Of.shares + k] += times * shares[at * outcomes + k]
    }
  }
  addSmallWords(words, pieces, next, pieces.count, times)
}

function addSmallWords(words: Tally, { kinds, hashes }: Pieces, from: number, end: number, times: number): void {
  for (let i = from; i < end; i++) if (kinds[i] === TokenKind.word) addTo(words, hashes[i], Of.small, times)
}

function addNames({ words, pairs }: Evidence, candidates: NameCandidates, times: number): void {
  const { pieces, shares } = candidates
  eachLongName(candidates, (first, end, at, kind) => {
    for (let i = first; i < end; i++) {
      const share = shares[(at + i - first) * outcomes + kind]
      addTo(words, pieces.hashes[i], Of.roles + roleOf(kind, i === end - 1), times * share)
      if (i > first) addTo(pairs, mix(pieces.hashes[i - 1], pieces.hashes[i]), 0, times)
    }
    const initials = kind === 1 ? initialsOf(pieces, first, end) : 0
    if (initials !== 0) addTo(words, initials, Of.initials, times)
  })
}

/** How often a word is written small in the story. */
export const timesSmall = ({ words }: Evidence, hash: number): number => words.rows[rowOf(words, hash) + Of.small]

/** Adds to `changed` the words of a paragraph, and one word of each pair of them, of which two readings of a story say different things to the zones that they are in or beside. */
export function addChanges(before: Evidence, now: Evidence, candidates: NameCandidates, changed: Set<number>): void {
  const { pieces } = candidates
  const { hashes } = pieces
  const compare = (hash: number) => {
    if (!saysTheSame(before.words, now.words, hash)) changed.add(hash)
  }
  for (let i = 0; i < pieces.count; i++) compare(hashes[i])
  eachLongName(candidates, (first, end, _at, kind) => {
    const initials = kind === 1 ? initialsOf(pieces, first, end) : 0
    if (initials !== 0) compare(initials)
    for (let i = first + 1; i < end; i++) {
      const pair = mix(hashes[i - 1], hashes[i])
      const [a, b] = [before, now].map(({ pairs }) => Math.min(pairs.rows[rowOf(pairs, pair)], 2))
      if (a !== b) changed.add(rarest(now, hashes, i - 1, i + 1))
    }
  })
}

/** Of some words side by side the one that the story has least often: whoever has all of them has it. */
export function rarest({ words }: Evidence, hashes: Int32Array, first: number, end: number): number {
  let rarest = hashes[first]
  let least = Infinity
  for (let i = first; i < end; i++) {
    const row = rowOf(words, hashes[i])
    const times = words.rows[row + Of.zones] + words.rows[row + Of.small]
    if (times >= least) continue
    rarest = hashes[i]
    least = times
  }
  return rarest
}

/** Whether two rows give all pieces of the word the same features, whatever the pieces' own parts in the sums. */
function saysTheSame(before: Tally, now: Tally, hash: number): boolean {
  const a = before.rows.subarray(rowOf(before, hash)).subarray(0, wordWidth)
  const b = now.rows.subarray(rowOf(now, hash)).subarray(0, wordWidth)
  if (b[Of.zones] === 0) return true
  if (Math.min(a[Of.small], mostSmall) !== Math.min(b[Of.small], mostSmall)) return false
  if (a[Of.initials] > 0 !== b[Of.initials] > 0) return false
  for (let role = Of.roles; role < Of.roles + roles; role++)
    if (a[role] !== b[role] && Math.min(a[role], b[role]) < highRole + wholeShare) return false
  if (a[Of.counts] !== b[Of.counts] && Math.min(a[Of.counts], b[Of.counts]) <= countBins) return false
  for (let outcome = 0; outcome < outcomes; outcome++) {
    if (a[Of.counts] === b[Of.counts] && a[outcome] === b[outcome]) continue
    const bin = steadyBin(a[outcome], a[Of.counts])
    if (bin < 0 || bin !== steadyBin(b[outcome], b[Of.counts])) return false
  }
  return true
}

/** The bin of the mean of all shares but one, whichever that is; -1 where it may be one bin or another. */
function steadyBin(sum: number, count: number): number {
  const bin = binOfShare(sum / (count - 1) / wholeShare)
  return bin === binOfShare((sum - wholeShare) / (count - 1) / wholeShare) ? bin : -1
}

const shareBins = 6
const countBins = 3
const roleBins = 4
const smallBins = 4
const mostSmall = smallBins - 1
const settings = 5
const fromRoles = outcomes * shareBins * countBins
const fromSmall = fromRoles + roles * roleBins
const fromInitials = fromSmall + smallBins * settings * 2
const fromPairs = fromInitials + 1
/** How many features of evidence there are. */
export const evidenceSize = fromPairs + 2

/** How many features of evidence each piece has at most. */
export const evidenceFeatures = outcomes + roles + 4

/**
 * Writes what the rest of the story says of the zone piece `at` (its place among the paragraph's zone pieces) to `out`: up to `evidenceFeatures` numbers below
 * `evidenceSize`. Gives how many.
 */
export function writeEvidence(
  { words, pairs }: Evidence,
  { pieces, shares, labels }: NameCandidates,
  piece: number,
  at: number,
  out: Int32Array,
): number {
  const row = rowOf(words, pieces.hashes[piece])
  const own = counts(pieces, piece) ? 1 : 0
  const others = words.rows[row + Of.counts] - own
  const small = Math.min(words.rows[row + Of.small], mostSmall)
  let next = 0
  if (others > 0)
    for (let k = 0; k < outcomes; k++) {
      const mean = (words.rows[row + Of.shares + k] - own * shares[at * outcomes + k]) / others
      out[next++] = (k * shareBins + binOfShare(mean / wholeShare)) * countBins + Math.min(others, countBins) - 1
    }
  const kind = kindOf(labels[at])
  const ownRole = inLongName(labels[at]) ? roleOf(kind, !isOpen(labels[at])) : roles
  for (let role = 0; role < roles; role++) {
    const rest = words.rows[row + Of.roles + role] - (role === ownRole ? shares[at * outcomes + kind] : 0)
    if (rest > 0.2 * wholeShare) out[next++] = fromRoles + role * roleBins + binOfRole(rest)
  }
  if (others > 0 || small > 0) out[next++] = fromSmall + (small * settings + settingOf(pieces, piece)) * 2 + (others > 0 ? 1 : 0)
  if (words.rows[row + Of.initials] > 0 && pieces.shapes[piece] & Shape.allCapitals && pieces.writing !== Writing.capitals)
    out[next++] = fromInitials
  if (piece > 0 && at > 0 && isPair(pairs, pieces, labels, piece - 1, at - 1)) out[next++] = fromPairs
  if (piece + 1 < pieces.count && isPair(pairs, pieces, labels, piece, at)) out[next++] = fromPairs + 1
  return next
}

/** Whether the piece and the next one stand together in a name elsewhere. */
function isPair(pairs: Tally, { hashes }: Pieces, labels: Uint8Array, piece: number, at: number): boolean {
  return pairs.rows[rowOf(pairs, mix(hashes[piece], hashes[piece + 1]))] > (isOpen(labels[at]) ? 1 : 0)
}

/** Calls back for each name of several words in the zones of a paragraph: its pieces, its place among the zone pieces, its kind. */
function eachLongName(
  { zones, labels }: NameCandidates,
  found: (first: number, end: number, at: number, kind: number) => void,
): void {
  let at = 0
  for (const { first: zoneFirst, end: zoneEnd } of zones) {
    const shift = zoneFirst - at
    eachName(labels, at, zoneEnd - shift, (first, end, kind) => {
      if (end - first > 1) found(first + shift, end + shift, first, kind)
    })
    at = zoneEnd - shift
  }
}

/** Words of the text count; in capitals only their neighbours tell, so that a crosshead gives no evidence. */
const counts = (pieces: Pieces, i: number) =>
  pieces.writing < Writing.title &&
  pieces.kinds[i] === TokenKind.word &&
  (pieces.shapes[i] & (Shape.capital | Shape.innerCapital | Shape.allCapitals)) !== 0

const inLongName = (label: number) => label !== outside && !(isStart(label) && !isOpen(label))

const binOfShare = (share: number) =>
  share < 0.05 ? 0 : share < 0.25 ? 1 : share < 0.5 ? 2 : share < 0.75 ? 3 : share < 0.95 ? 4 : 5

const binOfRole = (sum: number) => (sum < 0.6 * wholeShare ? 0 : sum < 0.95 * wholeShare ? 1 : sum < highRole ? 2 : 3)
/** Sums of shares from here on are all alike. */
const highRole = 2 * wholeShare

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
