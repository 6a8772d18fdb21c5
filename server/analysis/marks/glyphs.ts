import type { Span } from '../span.ts'

/** The characters, or runs of characters, that are written as quotation marks, by what was typed. `lost` is a mark that a conversion has turned into "?" or U+FFFD. */
export const Glyph = {
  straightDouble: 0,
  openDouble: 1,
  closeDouble: 2,
  lowDouble: 3,
  backticks: 4,
  doubledSingle: 5,
  straightSingle: 6,
  openSingle: 7,
  closeSingle: 8,
  lowSingle: 9,
  backtick: 10,
  acute: 11,
  leftGuillemet: 12,
  rightGuillemet: 13,
  leftAngle: 14,
  rightAngle: 15,
  lost: 16,
} as const
export type Glyph = (typeof Glyph)[keyof typeof Glyph]

/** Which marks can pair with each other: double ones, single ones, guillemets, single guillemets, lost ones. Index by glyph. */
export const familyOf: readonly number[] = [0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 2, 2, 3, 3, 4]

/** A mark as it is written; offsets from the paragraph's start. */
export interface WrittenMark extends Span {
  readonly glyph: Glyph
}

const written: ReadonlyMap<string, Glyph> = new Map([
  ['"', Glyph.straightDouble],
  ['\uff02', Glyph.straightDouble],
  ['“', Glyph.openDouble],
  ['‟', Glyph.openDouble],
  ['”', Glyph.closeDouble],
  ['„', Glyph.lowDouble],
  ['``', Glyph.backticks],
  ["''", Glyph.doubledSingle],
  ['’’', Glyph.doubledSingle],
  ['‘‘', Glyph.openDouble],
  ["'", Glyph.straightSingle],
  ['\uff07', Glyph.straightSingle],
  ['‘', Glyph.openSingle],
  ['‛', Glyph.openSingle],
  ['’', Glyph.closeSingle],
  ['‚', Glyph.lowSingle],
  ['`', Glyph.backtick],
  ['´', Glyph.acute],
  ['«', Glyph.leftGuillemet],
  ['»', Glyph.rightGuillemet],
  ['‹', Glyph.leftAngle],
  ['›', Glyph.rightAngle],
  ['\ufffd', Glyph.lost],
  ['?', Glyph.lost],
  // UTF-8 read as Windows-1252 or as Latin-1
  ['â€œ', Glyph.openDouble],
  ['â\u0080\u009c', Glyph.openDouble],
  ['â€\u009d', Glyph.closeDouble],
  ['â€\ufffd', Glyph.closeDouble],
  ['â\u0080\u009d', Glyph.closeDouble],
  ['â€', Glyph.closeDouble],
  ['â€˜', Glyph.openSingle],
  ['â\u0080\u0098', Glyph.openSingle],
  ['â€™', Glyph.closeSingle],
  ['â\u0080\u0099', Glyph.closeSingle],
])

// "â€“" and "â€”" are a dash of the lost encoding, not marks, and are passed over whole.
const pattern =
  /â€[œ˜™\u009d\ufffd]|â\u0080[\u0098\u0099\u009c\u009d]|â€[“”¦]|â\u0080[\u0093\u0094\u00a6]|â€|``|''|’’|‘‘|["“”„‟'‘’‚‛`´«»‹›?\uff02\uff07\ufffd]/g
const cheapPattern = /["'“”‘’„‚‛‟«»‹›`´?â\uff02\uff07\ufffd]/

/** All that may be a quotation mark in a paragraph, in order. A question mark counts only where it plainly stands for a lost mark. */
export function findMarks(text: string): readonly WrittenMark[] {
  if (!cheapPattern.test(text)) return []
  const marks: WrittenMark[] = []
  let hasLostOpening = false
  for (const match of text.matchAll(pattern)) {
    const start = match.index
    const end = start + match[0].length
    if (match[0] === '?') {
      const opens = isLostOpening(text, start)
      hasLostOpening ||= opens
      if (!opens && !hasLostOpening && !isLostApostrophe(text, start)) continue
    }
    const glyph = written.get(match[0])
    if (glyph !== undefined) marks.push({ start, end, glyph })
  }
  return marks
}

/** A question mark never stands after a space and before a letter, save for a lost opening mark. */
const isLostOpening = (text: string, at: number) => (at === 0 || /[\s(]/.test(text[at - 1])) && /\p{L}/u.test(text[at + 1] ?? '')

/** "don?t", "Kyiv?s", but neither "page?s=1" nor "really?so". */
const isLostApostrophe = (text: string, at: number) =>
  at > 0 && /\p{L}/u.test(text[at - 1]) && /^(?:s|t|re|ve|ll|d|m)(?![\p{L}\p{N}_=&/-])/u.test(text.slice(at + 1, at + 4))
