import type { Paragraph, PlacedParagraph } from '../paragraph.ts'
import type { Structure } from '../structure.ts'
import type { NameCandidates, Tagger } from './candidates.ts'
import { decideNames } from './deciding.ts'
import { addChanges, addEvidence, copyEvidence, createEvidence, type Evidence } from './evidence.ts'
import type { Lexicon } from './lexicon.ts'
import { besideWords } from './settling/beside.ts'
import { insertCertain, insertSure, isSameSure, readCertain, type SureNames, sureNames } from './settling/certain.ts'
import {
  addSurnames,
  addVotes,
  changedFamilies,
  type Families,
  familyWidth,
  isSurname,
  type Surnames,
} from './settling/families.ts'
import { type FoundName, person } from './settling/found.ts'
import { settleParagraph } from './settling/kinds.ts'
import { hasOpening, splitAtCapitals, trimmed } from './settling/trimming.ts'
import { copyTally, createTally } from './tally.ts'

/** A paragraph with its names, step by step. The same object, and the same lists, as in the settlement before as long as they are equal. */
export interface NamedParagraph {
  readonly reading: Paragraph
  /** What the scores and the evidence of the story make names. */
  readonly decided: readonly FoundName[]
  /** What datelines, bylines and credits say are names. */
  readonly certain: readonly FoundName[]
  /** What is decided, trimmed, with what is certain. */
  readonly proposed: readonly FoundName[]
  /** The same without openings of sentences: these names have a vote on their kinds. */
  readonly voting: readonly FoundName[]
  /** The names as the whole story settles them. */
  readonly names: readonly FoundName[]
}

/** The names of a story by paragraph, and what they were settled by. */
export interface Settlement {
  readonly paragraphs: readonly NamedParagraph[]
  readonly evidence: Evidence
  readonly sure: SureNames
  readonly surnames: Surnames
  readonly families: Families
}

/**
 * Settles the names of a story. Each step adds up what all paragraphs say, and then asks the sum what it says of each paragraph's words. Of the settlement before,
 * what a paragraph said is taken away and what it says now is added; only those paragraphs are opened again of whose words the sum says something else.
 */
export function settleNames(
  placed: readonly PlacedParagraph[],
  structure: Structure,
  tagger: Tagger,
  before?: Settlement,
): Settlement {
  const review = startReview(placed, before)
  const evidence = gatherEvidence(review)
  const certain = readCertain(placed, structure)
  const sure = sureNames(placed, certain)
  propose(review, evidence, tagger, certain, sure)
  const surnames = gatherSurnames(review)
  const families = gatherFamilies(review, evidence, surnames, tagger.lexicon)
  const story = { evidence, surnames, families }
  for (const [i, draft] of review.drafts) {
    const names = settleParagraph(draft.reading.candidates, draft.voting, draft.certain, story, tagger.lexicon)
    draft.names = same(draft.names, names)
    review.paragraphs[i] = finish(draft)
  }
  return { paragraphs: review.paragraphs, sure, ...story }
}

type Steps = { -readonly [Step in keyof NamedParagraph]: NamedParagraph[Step] }

/** A paragraph whose names are settled again: at first those of before. */
interface Draft extends Steps {
  /** The paragraph in the settlement before, where it was there. */
  readonly before: NamedParagraph | undefined
}

/** What becomes of the settlement before. */
interface Review {
  readonly before: Settlement | undefined
  /** The paragraphs as they are now; those that have a draft will be replaced by it. */
  readonly paragraphs: NamedParagraph[]
  /** The paragraphs that are open, by their indexes. */
  readonly drafts: Map<number, Draft>
  /** Paragraphs of before that are not there any more. */
  readonly gone: readonly NamedParagraph[]
  /** The hashes of words of which the story says something else than before. */
  readonly changed: Set<number>
}

const none: readonly FoundName[] = []
const noSteps = { decided: none, certain: none, proposed: none, voting: none, names: none }

/** Paragraphs at the beginning and at the end with the same readings are those of before; the others are open. */
function startReview(placed: readonly PlacedParagraph[], before: Settlement | undefined): Review {
  const old = before?.paragraphs ?? []
  const most = Math.min(old.length, placed.length)
  let head = 0
  while (head < most && old[head].reading === placed[head].reading) head++
  let tail = 0
  while (tail < most - head && old[old.length - 1 - tail].reading === placed[placed.length - 1 - tail].reading) tail++
  const come = placed.slice(head, placed.length - tail).map(({ reading }) => ({ reading, ...noSteps }))
  const gone = old.slice(head, old.length - tail)
  const drafts = new Map(come.map((paragraph, i) => [head + i, { ...paragraph, before: undefined }]))
  const paragraphs = old.slice(0, head).concat(come, old.slice(old.length - tail))
  return { before, paragraphs, drafts, gone, changed: new Set() }
}

function reopen({ paragraphs, drafts }: Review, i: number): Draft {
  const draft = drafts.get(i) ?? { ...paragraphs[i], before: paragraphs[i] }
  drafts.set(i, draft)
  return draft
}

/** Opens the paragraphs with a word in or beside their zones or names of which the story says something else. */
function openTouched(review: Review): void {
  const { paragraphs, changed, drafts } = review
  if (changed.size === 0 || drafts.size === paragraphs.length) return
  for (let i = 0; i < paragraphs.length; i++) {
    const { reading, proposed } = paragraphs[i]
    const { hashes } = reading.candidates.pieces
    if (holdAny(reading.candidates.zones, hashes, changed) || holdAny(proposed, hashes, changed)) reopen(review, i)
  }
}

function holdAny(
  stretches: readonly { readonly first: number; readonly end: number }[],
  hashes: Int32Array,
  changed: ReadonlySet<number>,
): boolean {
  for (const { first, end } of stretches)
    for (let i = Math.max(first - 1, 0); i <= end && i < hashes.length; i++) if (changed.has(hashes[i])) return true
  return false
}

/** The paragraph of before where nothing of it is new. */
function finish({ before, reading, decided, certain, proposed, voting, names }: Draft): NamedParagraph {
  return before &&
    decided === before.decided &&
    certain === before.certain &&
    proposed === before.proposed &&
    voting === before.voting &&
    names === before.names
    ? before
    : { reading, decided, certain, proposed, voting, names }
}

/** The list of before where it is equal. */
function same(before: readonly FoundName[], now: readonly FoundName[]): readonly FoundName[] {
  const isSame = ({ first, end, kind }: FoundName, i: number) =>
    first === before[i].first && end === before[i].end && kind === before[i].kind
  return before.length === now.length && now.every(isSame) ? before : now
}

/** What the open paragraphs said before, and what is gone. */
function saidBefore({ drafts, gone }: Review): readonly NamedParagraph[] {
  return [...gone, ...[...drafts.values()].flatMap(({ before }) => before ?? [])]
}

function gatherEvidence(review: Review): Evidence {
  const { before, drafts, gone, changed } = review
  const evidence = before ? copyEvidence(before.evidence) : createEvidence()
  const come = [...drafts.values()]
  for (const { reading } of gone) addEvidence(evidence, reading.candidates, -1)
  for (const { reading } of come) addEvidence(evidence, reading.candidates, 1)
  if (before) for (const { reading } of [...gone, ...come]) addChanges(before.evidence, evidence, reading.candidates, changed)
  openTouched(review)
  return evidence
}

function propose(
  review: Review,
  evidence: Evidence,
  tagger: Tagger,
  certain: ReadonlyMap<number, readonly FoundName[]>,
  sure: SureNames,
): void {
  const { before, paragraphs, drafts } = review
  const isSure = before !== undefined && isSameSure(before.sure, sure)
  for (let i = 0; i < paragraphs.length; i++) {
    const own = same(paragraphs[i].certain, certain.get(i) ?? none)
    if (!isSure || own !== paragraphs[i].certain) reopen(review, i).certain = own
  }
  for (const draft of drafts.values()) {
    const { candidates } = draft.reading
    draft.decided = same(draft.decided, decideNames(candidates, evidence, tagger))
    draft.proposed = same(draft.proposed, proposedNames(candidates, draft.decided, draft.certain, sure, tagger.lexicon))
  }
}

function proposedNames(
  candidates: NameCandidates,
  decided: readonly FoundName[],
  certain: readonly FoundName[],
  sure: SureNames,
  lexicon: Lexicon,
): readonly FoundName[] {
  const { pieces } = candidates
  const names: FoundName[] = []
  for (const name of decided)
    for (const part of splitAtCapitals(name, pieces)) {
      const rest = trimmed(part, pieces, lexicon)
      if (rest) names.push(...besideWords(rest, pieces, lexicon, names.at(-1)?.end ?? 0))
    }
  insertCertain(names, certain)
  insertSure(names, candidates, sure)
  return names
}

/** How often each word is a surname. Of what has become one or is none any more, the story says something else. */
function gatherSurnames(review: Review): Surnames {
  const { before, drafts, changed } = review
  const surnames = before ? copyTally(before.surnames) : createTally(1, 128)
  const old = saidBefore(review)
  for (const { reading, proposed } of old) addSurnames(surnames, reading.candidates.pieces, proposed, -1)
  for (const { reading, proposed } of drafts.values()) addSurnames(surnames, reading.candidates.pieces, proposed, 1)
  if (!before) return surnames
  for (const { reading, proposed } of [...old, ...drafts.values()])
    for (const { end, kind } of proposed) {
      const hash = reading.candidates.pieces.hashes[end - 1]
      if (kind === person && isSurname(before.surnames, hash) !== isSurname(surnames, hash)) changed.add(hash)
    }
  openTouched(review)
  return surnames
}

/** Without a plain word that only opens the sentence. */
function votingNames({ reading, proposed }: Draft, surnames: Surnames, lexicon: Lexicon): readonly FoundName[] {
  const { pieces } = reading.candidates
  return proposed.map(name => (hasOpening(name, pieces, surnames, lexicon) ? { ...name, first: name.first + 1 } : name))
}

/** What the story says of each family of names. */
function gatherFamilies(review: Review, evidence: Evidence, surnames: Surnames, lexicon: Lexicon): Families {
  const { before, drafts, changed } = review
  const families = before ? copyTally(before.families) : createTally(familyWidth, 512)
  const add = ({ reading, voting, certain }: NamedParagraph, own: Surnames, times: 1 | -1) =>
    addVotes(families, reading.candidates.pieces, voting, certain, own, lexicon, times)
  const old = saidBefore(review)
  if (before) for (const paragraph of old) add(paragraph, before.surnames, -1)
  for (const draft of drafts.values()) {
    draft.voting = same(draft.voting, votingNames(draft, surnames, lexicon))
    add(draft, surnames, 1)
  }
  if (!before) return families
  for (const { reading, voting } of [...old, ...drafts.values()])
    for (const word of changedFamilies(before.families, families, evidence, reading.candidates.pieces, voting)) changed.add(word)
  openTouched(review)
  return families
}
