import type { Paragraph, PlacedParagraph } from '../paragraph.ts'
import type { Structure } from '../structure.ts'
import type { NameCandidates, Tagger } from './candidates.ts'
import { decideNames } from './deciding.ts'
import { addChanges, addEvidence, copyEvidence, createEvidence, type Evidence } from './evidence.ts'
import type { Lexicon } from './lexicon.ts'
import { insertCertain, insertSure, isSameSure, readCertain, type SureNames, sureNames } from './settling/certain.ts'
import {
  addChangedFamilies,
  addSurnames,
  addVotes,
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
 * what a paragraph said is taken away and what it says now is added; only those paragraphs are asked again of whose words the sum says something else.
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
  hearVotes(review, surnames, tagger.lexicon)
  const families = gatherFamilies(review, surnames, tagger.lexicon)
  const story = { evidence, surnames, families }
  const paragraphs = review.drafts.map(draft => {
    if (isNews(draft, review.changed)) {
      const names = settleParagraph(draft.reading.candidates, draft.voting, draft.certain, story, tagger.lexicon)
      draft.names = same(draft.names, names)
    }
    return finish(draft)
  })
  return { paragraphs, sure, ...story }
}

type Steps = { -readonly [Step in keyof NamedParagraph]: NamedParagraph[Step] }

/** A paragraph with its names on their way: at first those of before. */
interface Draft extends Steps {
  /** The paragraph in the settlement before, where it was there. */
  readonly before: NamedParagraph | undefined
}

/** What is new against the settlement before: the paragraphs, those that are gone, and the words of which the story says something else. */
interface Review {
  readonly before: Settlement | undefined
  readonly drafts: readonly Draft[]
  readonly gone: readonly NamedParagraph[]
  readonly changed: Set<number>
}

const none: readonly FoundName[] = []
const noSteps = { decided: none, certain: none, proposed: none, voting: none, names: none }

/** Paragraphs at the beginning and at the end with the same readings are those of before. */
function startReview(placed: readonly PlacedParagraph[], before: Settlement | undefined): Review {
  const old = before?.paragraphs ?? []
  const most = Math.min(old.length, placed.length)
  let head = 0
  while (head < most && old[head].reading === placed[head].reading) head++
  let tail = 0
  while (tail < most - head && old[old.length - 1 - tail].reading === placed[placed.length - 1 - tail].reading) tail++
  const shift = old.length - placed.length
  const drafts = placed.map(({ reading }, i) => {
    const known = i < head ? old[i] : i >= placed.length - tail ? old[i + shift] : undefined
    return { reading, before: known, ...(known ?? noSteps) }
  })
  return { before, drafts, gone: old.slice(head, old.length - tail), changed: new Set() }
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

/** Whether the paragraph is to be asked again: it was not there before, or the story says something else of a word in its zones or names. */
function isNews({ before, reading: { candidates }, proposed }: Draft, changed: ReadonlySet<number>): boolean {
  if (!before) return true
  if (changed.size === 0) return false
  const { hashes } = candidates.pieces
  const holdsChanged = ({ first, end }: { readonly first: number; readonly end: number }) => {
    for (let i = first; i < end; i++) if (changed.has(hashes[i])) return true
    return false
  }
  return candidates.zones.some(holdsChanged) || proposed.some(holdsChanged)
}

function gatherEvidence({ before, drafts, gone, changed }: Review): Evidence {
  const evidence = before ? copyEvidence(before.evidence) : createEvidence()
  const come = drafts.filter(draft => !draft.before)
  for (const { reading } of gone) addEvidence(evidence, reading.candidates, -1)
  for (const { reading } of come) addEvidence(evidence, reading.candidates, 1)
  if (before) for (const { reading } of [...gone, ...come]) addChanges(before.evidence, evidence, reading.candidates, changed)
  return evidence
}

function propose(
  { before, drafts, changed }: Review,
  evidence: Evidence,
  tagger: Tagger,
  certain: ReadonlyMap<number, readonly FoundName[]>,
  sure: SureNames,
): void {
  const isSure = before !== undefined && isSameSure(before.sure, sure)
  for (const [i, draft] of drafts.entries()) {
    const { candidates } = draft.reading
    if (isNews(draft, changed)) draft.decided = same(draft.decided, decideNames(candidates, evidence, tagger))
    draft.certain = same(draft.certain, certain.get(i) ?? none)
    if (isSure && draft.decided === draft.before?.decided && draft.certain === draft.before.certain) continue
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
      if (rest) names.push(rest)
    }
  insertCertain(names, certain)
  insertSure(names, candidates, sure)
  return names
}

/** How often each word is a surname; what has become one or is none any more is changed. */
function gatherSurnames({ before, drafts, gone, changed }: Review): Surnames {
  const surnames = before ? copyTally(before.surnames) : createTally(1, 128)
  const news = drafts.filter(draft => draft.proposed !== draft.before?.proposed)
  const old = [...gone, ...news.flatMap(draft => draft.before ?? [])]
  for (const { reading, proposed } of old) addSurnames(surnames, reading.candidates.pieces, proposed, -1)
  for (const { reading, proposed } of news) addSurnames(surnames, reading.candidates.pieces, proposed, 1)
  if (!before) return surnames
  for (const { reading, proposed } of [...old, ...news])
    for (const { end, kind } of proposed) {
      const hash = reading.candidates.pieces.hashes[end - 1]
      if (kind === person && isSurname(before.surnames, hash) !== isSurname(surnames, hash)) changed.add(hash)
    }
  return surnames
}

function hearVotes({ drafts, changed }: Review, surnames: Surnames, lexicon: Lexicon): void {
  for (const draft of drafts) {
    if (draft.proposed === draft.before?.proposed && !isNews(draft, changed)) continue
    const { pieces } = draft.reading.candidates
    const voting = draft.proposed.map(name =>
      hasOpening(name, pieces, surnames, lexicon) ? { ...name, first: name.first + 1 } : name,
    )
    draft.voting = same(draft.voting, voting)
  }
}

/** What the story says of each family of names; a word of each that is changed is changed. */
function gatherFamilies({ before, drafts, gone, changed }: Review, surnames: Surnames, lexicon: Lexicon): Families {
  const families = before ? copyTally(before.families) : createTally(familyWidth, 512)
  const isChanged = (draft: Draft) =>
    draft.voting !== draft.before?.voting || draft.certain !== draft.before.certain || isNews(draft, changed)
  const news = drafts.filter(isChanged)
  const add = ({ reading, voting, certain }: NamedParagraph, own: Surnames, times: 1 | -1) =>
    addVotes(families, reading.candidates.pieces, voting, certain, own, lexicon, times)
  const old = [...gone, ...news.flatMap(draft => draft.before ?? [])]
  if (before) for (const paragraph of old) add(paragraph, before.surnames, -1)
  for (const draft of news) add(draft, surnames, 1)
  if (before)
    for (const { reading, voting } of [...old, ...news])
      addChangedFamilies(before.families, families, reading.candidates.pieces, voting, changed)
  return families
}
