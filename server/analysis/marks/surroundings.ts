import { isLetterAt, isSpaceAt } from '../characters.ts'
import type { WrittenMark } from './glyphs.ts'

/** What stands beside a mark. */
export const Beside = {
  edge: 0,
  space: 1,
  letter: 2,
  digit: 3,
  stop: 4,
  colon: 5,
  openBracket: 6,
  closeBracket: 7,
  dash: 8,
  hyphen: 9,
  ellipsis: 10,
  slash: 11,
  symbol: 12,
} as const
export type Beside = (typeof Beside)[keyof typeof Beside]

/** What stands on both sides of a mark, other marks that touch it left out. `before` and `after` are the offsets of those characters, -1 and the text's length at its edges. */
export interface Surroundings {
  readonly before: number
  readonly after: number
  readonly left: Beside
  readonly right: Beside
}

/** The surroundings of all marks of a paragraph. Linear, also for marks that touch each other in long rows. */
export function readSurroundings(text: string, marks: readonly WrittenMark[]): readonly Surroundings[] {
  const before: number[] = []
  for (let i = 0; i < marks.length; i++)
    before.push(i > 0 && marks[i - 1].end === marks[i].start ? before[i - 1] : marks[i].start - 1)
  const after: number[] = new Array(marks.length)
  for (let i = marks.length - 1; i >= 0; i--)
    after[i] = i + 1 < marks.length && marks[i + 1].start === marks[i].end ? after[i + 1] : marks[i].end
  return marks.map((_, i) => ({
    before: before[i],
    after: after[i],
    left: besideAt(text, before[i], -1),
    right: besideAt(text, after[i], 1),
  }))
}

function besideAt(text: string, at: number, step: 1 | -1): Beside {
  if (at < 0 || at >= text.length) return Beside.edge
  if (isLetterAt(text, at)) return Beside.letter
  const character = text[at]
  if (isSpaceAt(text, at) || /[\u200b\u2060]/.test(character)) return Beside.space
  if (/\p{N}/u.test(character)) return Beside.digit
  if (character === '.') return text[at + step] === '.' ? Beside.ellipsis : Beside.stop
  if (',!?'.includes(character)) return Beside.stop
  if (':;'.includes(character)) return Beside.colon
  if ('([{'.includes(character)) return Beside.openBracket
  if (')]}'.includes(character)) return Beside.closeBracket
  if ('–—―'.includes(character)) return Beside.dash
  if (character === '-') return text[at + step] === '-' ? Beside.dash : Beside.hyphen
  if (character === '…') return Beside.ellipsis
  if (character === '/') return Beside.slash
  return Beside.symbol
}
