import { Shape, TokenKind } from '../tokens.ts'
import type { NameCandidates } from './candidates.ts'
import { mix } from './hash.ts'
import { isOpen, isStart, kindOf, none, outcomes, outside } from './labels.ts'
import { Writing } from './pieces.ts'

/**
 * What a story knows of the words that may be names in it, word by word: how often each stands where a name can be and as what, how often in small letters,
 * and within which longer names. Filled paragraph by paragraph, then asked; both linear (after the second stage of Krishnan and Manning 2006).
 */
export interface Evidence {
  add(candidates: NameCandidates): void
  /** Counts the small words of a paragraph; only after all have been added. */
  addSmall(candidates: NameCandidates): void
  /** Writes the features of the zone piece `at` (its place among all zone pieces) to `out`, `evidenceFeatures` numbers below `evidenceSize`; -1 for none. Whether the story knows more than the paragraph does. */
  write(candidates: NameCandidates, piece: number, at: number, out: Int32Array): boolean
}

/** How many features of evidence each piece has at most. */
export const evidenceFeatures = outcomes + 6

const shareBins = 6
const counts = 3
const spanBins = 4
const smallBins = 4
const settings = 5
const fromSpans = outcomes * shareBins * counts
const spanRoles = 6
const fromSmall = fromSpans + spanRoles * spanBins
const fromAcronyms = fromSmall + smallBins * settings * 2
const fromPairs = fromAcronyms + 1
/** How many features of evidence there are. */
export const evidenceSize = fromPairs + 2

/** What a word is in a longer name: a person's last, a person's other, then part of an organisation, a place, something else. */
const role = { lastOfPerson: 0, ofPerson: 1, firstOfOther: 2 } as const

interface Word {
  count: number
  small: number
  readonly shares: Float64Array
  /** The best share of a longer name in which the word has each role, and the next best. */
  readonly roles: Float64Array
  acronym: boolean
}

/** Nothing known yet. */
export function createEvidence(): Evidence {
  const words = new Map<number, Word>()
  const pairs = new Map<number, number>()
  const wordOf = (hash: number): Word => {
    const found = words.get(hash)
    if (found) return found
    const made: Word = {
      count: 0,
      small: 0,
      shares: new Float64Array(outcomes),
      roles: new Float64Array(spanRoles),
      acronym: false,
    }
    words.set(hash, made)
    return made
  }

  return {
    add(candidates) {
      const { pieces, zones, shares } = candidates
      let at = 0
      for (const { first, end } of zones)
        for (let i = first; i < end; i++, at++) {
          if (!counted(candidates, i)) continue
          const word = wordOf(pieces.hashes[i])
          word.count++
          for (let k = 0; k < outcomes; k++) word.shares[k] += shares[at * outcomes + k]
        }
      eachSpan(candidates, (first, end, at, kind) => {
        if (end - first < 2) return
        for (let i = first; i < end; i++) {
          const share = shares[(at + i - first) * outcomes + kind]
          const which = kind > 0 ? role.firstOfOther + kind - 1 : i === end - 1 ? role.lastOfPerson : role.ofPerson
          wordOf(pieces.hashes[i]).roles[which] += share
          if (i > first) {
            const pair = mix(pieces.hashes[i - 1], pieces.hashes[i])
            pairs.set(pair, (pairs.get(pair) ?? 0) + 1)
          }
        }
        if (kind === 1) {
          const initials = initialsOf(candidates, first, end)
          if (initials !== 0) wordOf(initials).acronym = true
        }
      })
    },
    addSmall({ pieces, zones }) {
      let zone = 0
      for (let i = 0; i < pieces.count; i++) {
        while (zone < zones.length && zones[zone].end <= i) zone++
        if (pieces.kinds[i] !== TokenKind.word || (zone < zones.length && zones[zone].first <= i)) continue
        const word = words.get(pieces.hashes[i])
        if (word) word.small++
      }
    },
    write(candidates, piece, at, out) {
      out.fill(-1)
      const { pieces, shares, labels } = candidates
      const word = words.get(pieces.hashes[piece])
      if (!word) return false
      const own = counted(candidates, piece) ? 1 : 0
      const others = word.count - own
      if (others === 0 && word.small === 0 && !word.acronym && word.roles.every(value => value === 0)) return false
      let next = 0
      if (others > 0)
        for (let k = 0; k < outcomes; k++) {
          const mean = (word.shares[k] - own * shares[at * outcomes + k]) / others
          out[next++] = (k * shareBins + binOfShare(mean)) * counts + Math.min(others, counts) - 1
        }
      const kind = kindOf(labels[at])
      for (let r = 0; r < spanRoles - 1; r++) {
        const isOwn = inLongName(labels, at) && kind < none && (kind === 0 ? r < 2 : r === kind + 1)
        const rest = word.roles[r] - (isOwn ? shares[at * outcomes + kind] : 0)
        if (rest > 0.2 && next < evidenceFeatures - 3)
          out[next++] = fromSpans + r * spanBins + (rest < 0.6 ? 0 : rest < 0.95 ? 1 : rest < 2 ? 2 : 3)
      }
      if (others > 0 || word.small > 0)
        out[next++] =
          fromSmall + (Math.min(word.small, smallBins - 1) * settings + settingOf(candidates, piece)) * 2 + (others > 0 ? 1 : 0)
      if (word.acronym && (pieces.shapes[piece] & Shape.allCapitals) !== 0 && pieces.writing !== Writing.capitals)
        out[next++] = fromAcronyms
      if (next < evidenceFeatures && pairElsewhere(candidates, piece - 1, at - 1)) out[next++] = fromPairs
      if (next < evidenceFeatures && pairElsewhere(candidates, piece, at)) out[next++] = fromPairs + 1
      return true
    },
  }

  /** Whether the piece and the next one stand together in a name elsewhere. */
  function pairElsewhere({ pieces, labels }: NameCandidates, piece: number, at: number): boolean {
    if (piece < 0 || piece + 1 >= pieces.count || at < 0) return false
    const seen = pairs.get(mix(pieces.hashes[piece], pieces.hashes[piece + 1])) ?? 0
    return seen > (isOpen(labels[at]) ? 1 : 0)
  }
}

/** Calls back for each name of the tagger: its pieces, its place among the zone pieces, its kind. */
export function eachSpan(
  { zones, labels }: NameCandidates,
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
const counted = ({ pieces }: NameCandidates, i: number) =>
  pieces.writing < Writing.title &&
  pieces.kinds[i] === TokenKind.word &&
  (pieces.shapes[i] & (Shape.capital | Shape.innerCapital | Shape.allCapitals)) !== 0

const inLongName = (labels: Uint8Array, at: number) => labels[at] !== outside && !(isStart(labels[at]) && !isOpen(labels[at]))

const binOfShare = (share: number) =>
  share < 0.05 ? 0 : share < 0.25 ? 1 : share < 0.5 ? 2 : share < 0.75 ? 3 : share < 0.95 ? 4 : 5

/** How the piece stands: in capitals, in a title, as an abbreviation in capitals, at the start of a sentence, or in its middle. */
function settingOf({ pieces }: NameCandidates, i: number): number {
  if (pieces.writing === Writing.capitals) return 0
  if (pieces.writing === Writing.title) return 1
  if (pieces.shapes[i] & Shape.allCapitals) return 2
  return pieces.initial[i] ? 3 : 4
}

/** The hash of the initials of an organisation's capitalised words, as `hashWord` gives it; 0 where they are fewer than two. */
function initialsOf({ pieces }: NameCandidates, first: number, end: number): number {
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
