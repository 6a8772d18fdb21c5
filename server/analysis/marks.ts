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

/** Decides what each mark of a paragraph is. */
export function readMarks(text: string): Marks {
  const marks: { start: number; end: number; role: MarkRole; partner?: number; margin: number }[] = []
  const stretches: QuotedStretch[] = []
  let open: number | undefined
  for (const { index } of text.matchAll(/["“”'‘’]/g)) {
    const inWord = /\w/.test(text[index - 1] ?? '') && /\w/.test(text[index + 1] ?? '')
    const single = /['‘’]/.test(text[index])
    if (inWord || (single && open === undefined)) marks.push({ start: index, end: index + 1, role: 'apostrophe', margin: 1 })
    else if (open === undefined) {
      open = marks.length
      marks.push({ start: index, end: index + 1, role: 'opens', margin: 1 })
    } else {
      const close = marks.length
      marks.push({ start: index, end: index + 1, role: 'closes', partner: open, margin: 1 })
      marks[open].partner = close
      stretches.push({ start: marks[open].start, end: index + 1, open, close, depth: 0, margin: 1 })
      open = undefined
    }
  }
  return { marks, stretches }
}
