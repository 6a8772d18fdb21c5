import type { Span } from './span.ts'

/** A line of text without the white space at its ends. `indent` is the white space before it, in code units. */
interface Line extends Span {
  readonly indent: number
}

/** Copy is wrapped by hand or by a wire at 60 to 80 columns; a line longer than this is a paragraph of its own. */
const widest = 100
const narrowest = 40

/**
 * The stretches of a text that are paragraphs, without the white space at their ends. A blank line always parts two paragraphs; a block of lines
 * without blank ones holds a paragraph a line, unless its own lines show that they were wrapped at a column: then it holds one paragraph, or
 * one for each indented or short line. A line whose first letter is at one of the offsets `alone` is a paragraph by itself. Together they cover all that is
 * no white space. Looks at no more than one block at a time. Linear.
 */
export function splitParagraphs(text: string, alone: ReadonlySet<number> = new Set()): readonly Span[] {
  const paragraphs: Span[] = []
  let block: Line[] = []
  const finish = () => {
    if (block.length > 0) addBlock(text, block, paragraphs)
    block = []
  }
  let feed = -1
  let carriage = -1
  for (let from = 0; from < text.length; ) {
    if (feed < from) feed = nextOf(text, '\n', from)
    if (carriage < from) carriage = nextOf(text, '\r', from)
    const to = Math.min(feed, carriage)
    let start = from
    while (start < to && isSpaceAt(text, start)) start++
    let end = to
    while (end > start && isSpaceAt(text, end - 1)) end--
    if (start === end || alone.has(start)) finish()
    if (start < end) block.push({ start, end, indent: start - from })
    if (alone.has(start)) finish()
    from = feed === carriage + 1 ? feed + 1 : to + 1
  }
  finish()
  return paragraphs
}

function addBlock(text: string, block: readonly Line[], paragraphs: Span[]): void {
  const width = wrapWidth(text, block)
  let start = block[0].start
  for (let i = 0; i < block.length; i++) {
    if (i + 1 < block.length && width > 0 && joins(text, block[i], block[i + 1], width)) continue
    paragraphs.push({ start, end: block[i].end })
    start = block[i + 1]?.start ?? start
  }
}

/** The column at which the block was wrapped; 0 where its lines are paragraphs. */
function wrapWidth(text: string, block: readonly Line[]): number {
  let width = 0
  let long = 0
  for (const { start, end } of block) {
    if (end - start > widest) long++
    else width = Math.max(width, end - start)
  }
  if (block.length < 2 || width < narrowest || long * 4 > block.length) return 0
  let inSentence = 0
  let against = 0
  for (let i = 1; i < block.length; i++) {
    if (goesOn(text, block[i - 1], block[i])) inSentence += isFull(text, block[i - 1], block[i], width) ? 2 : -1
    else if (isFull(text, block[i - 1], block[i], width) && endsInSentence(text, block[i - 1]))
      inSentence += endsSentence(text, block[block.length - 1]) ? 1 : 0
    else if (!endsSentence(text, block[i - 1])) against++
  }
  return inSentence > against ? width : 0
}

function joins(text: string, line: Line, next: Line, width: number): boolean {
  if (next.indent > line.indent + 1 || opensPart(text, next) || isCapitals(text, line) !== isCapitals(text, next)) return false
  return (
    line.end - line.start > widest ||
    isFull(text, line, next, width) ||
    (goesOn(text, line, next) && line.end - line.start >= narrowest)
  )
}

/** Whether the next line's first word would not have fitted: the mark of a line that a machine broke. */
function isFull(text: string, line: Line, next: Line, width: number): boolean {
  let word = next.start
  while (word < next.end && word - next.start < widest && !isSpaceAt(text, word)) word++
  return line.end - line.start + 1 + word - next.start > width - 3
}

/** Whether a sentence runs from one line into the next beyond doubt. */
function goesOn(text: string, line: Line, next: Line): boolean {
  return endsInSentence(text, line) && /\p{Ll}/u.test(text[next.start] ?? '')
}

const endsInSentence = (text: string, { end }: Line) => !/[.!?:;"”'’)\]*_]/.test(text[end - 1] ?? '')
const endsSentence = (text: string, { end }: Line) => /[.!?"”'’)\]]/.test(text[end - 1] ?? '')

/** Whether a line begins a part of its own whatever stands before it: a byline, credits, a list entry, a label. */
const opensPart = (text: string, { start }: Line) =>
  /^(?:By \p{Lu}|\((?:Reporting|Additional|Writing|Editing)|[-*•–—] |[QA][.:] |\p{Lu}[\p{L}' ]{1,22}: )/u.test(
    text.slice(start, start + 26),
  )

function isCapitals(text: string, { start, end }: Line): boolean {
  const line = text.slice(start, Math.min(end, start + widest))
  return line === line.toUpperCase() && line !== line.toLowerCase()
}

/** Where a character comes next; the text's end where it does not. */
function nextOf(text: string, character: string, from: number): number {
  const at = text.indexOf(character, from)
  return at < 0 ? text.length : at
}

/** What trimming takes for white space, the common cases first, and the word joiner, which stands for markup. */
function isSpaceAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  if (code === 32 || (code >= 9 && code <= 13)) return true
  return code >= 0xa0 && (code === 0x2060 || text[at].trim() === '')
}
