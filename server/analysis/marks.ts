import { writeCosts } from './marks/costs.ts'
import { decideMarks } from './marks/decide.ts'
import { findMarks } from './marks/glyphs.ts'
import { readSurroundings } from './marks/surroundings.ts'
import type { Span } from './span.ts'

/** What a mark that could quote turns out to be. `prime` stands for inches, feet, minutes; `other` for a stray that means nothing. */
export type MarkRole = 'opens' | 'closes' | 'apostrophe' | 'prime' | 'other'

/** One quotation mark or apostrophe of a paragraph, offsets from the paragraph's start. Usually one code unit; two for a doubled backtick, more for bytes of a lost encoding. */
export interface Mark extends Span {
  readonly role: MarkRole
  /** Index in `Marks.marks` of the mark it pairs with; absent where it has none. */
  readonly partner?: number
  /** How much dearer the next best reading is, in the units of the cost table; small is unsure. */
  readonly margin: number
}

/** A stretch within quotation marks, both marks inside. */
export interface QuotedStretch extends Span {
  /** Index in `Marks.marks`; absent where no mark opens it (it then starts with the paragraph). */
  readonly open?: number
  /** Index in `Marks.marks`; absent where no mark closes it (it then ends with the paragraph). */
  readonly close?: number
  /** 0 for an outermost quotation, 1 for one within it, and so on. */
  readonly depth: number
  /** The smaller margin of its two marks. */
  readonly margin: number
}

/** The marks of one paragraph, decided together. `stretches` are sorted by start, outer before inner. */
export interface Marks {
  readonly marks: readonly Mark[]
  readonly stretches: readonly QuotedStretch[]
}

const roleNames: readonly MarkRole[] = ['opens', 'closes', 'apostrophe', 'prime', 'other']

/** Longer rows of marks than any writer's paragraph are decided piece by piece, so that memory stays bounded. */
const pieceLength = 1000

/** Decides what each mark of a paragraph is: the cheapest reading of all of them together. Linear in the text. */
export function readMarks(text: string): Marks {
  const written = findMarks(text)
  if (written.length === 0) return noMarks
  const surroundings = readSurroundings(text, written)
  const costs = new Float64Array(written.length * 5)
  for (let i = 0; i < written.length; i++) writeCosts(text, written[i], surroundings[i], costs, i * 5)
  const marks: DecidedMark[] = []
  let stack = 0
  for (let from = 0; from < written.length; from += pieceLength) {
    const to = Math.min(written.length, from + pieceLength)
    const decision = decideMarks(written, costs, from, to, stack, to === written.length)
    for (let i = from; i < to; i++) {
      const role = roleNames[decision.roles[i - from]]
      marks.push({ start: written[i].start, end: written[i].end, role, margin: decision.margins[i - from] })
    }
    stack = decision.stack
  }
  return { marks, stretches: pairMarks(text, marks) }
}

const noMarks: Marks = { marks: [], stretches: [] }

type DecidedMark = { -readonly [Key in keyof Mark]: Mark[Key] }

/** Gives paired marks their partners and lists the stretches between them. */
function pairMarks(text: string, marks: readonly DecidedMark[]): readonly QuotedStretch[] {
  const stretches: QuotedStretch[] = []
  const open: number[] = []
  for (let i = 0; i < marks.length; i++) {
    if (marks[i].role === 'opens') open.push(i)
    if (marks[i].role !== 'closes') continue
    const opener = open.pop()
    if (opener === undefined) {
      // Only a closing mark at the very end is sure to end a quotation that an earlier paragraph began.
      if (marks[i].end === text.length && stretches.length === 0)
        stretches.push({ start: 0, end: text.length, close: i, depth: 0, margin: marks[i].margin })
      continue
    }
    marks[opener].partner = i
    marks[i].partner = opener
    const margin = Math.min(marks[opener].margin, marks[i].margin)
    stretches.push({ start: marks[opener].start, end: marks[i].end, open: opener, close: i, depth: open.length, margin })
  }
  for (const [depth, opener] of open.entries()) {
    const { start, margin } = marks[opener]
    stretches.push({ start, end: text.length, open: opener, depth, margin })
  }
  return stretches.sort((a, b) => a.start - b.start || b.end - a.end)
}
