/** No story is larger, in code units; what is kept of one takes some hundred and fifty times its size. */
export const largestStory = 2_000_000

/** Nobody writes a paragraph of this many code units; where one letter is typed in it, all of it would have to be read again. */
export const longestLine = 200_000

/** Whether a line of the text is longer than any that is read. */
export function hasEndlessLine(text: string): boolean {
  for (let start = 0; text.length - start > longestLine; ) {
    const end = start + longestLine
    const lineBreak = Math.max(text.lastIndexOf('\n', end), text.lastIndexOf('\r', end))
    if (lineBreak < start) return true
    start = lineBreak + 1
  }
  return false
}
