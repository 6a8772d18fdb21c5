/** A place in a file, both counted from 1; the column in UTF-16 code units, as editors count. */
export interface Position {
  readonly line: number
  readonly column: number
}

/** Makes places of the offsets of a text; a line ends with LF, CR LF or CR. */
export function positionsOf(text: string): (offset: number) => Position {
  const starts = [0]
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code === 10 || (code === 13 && text.charCodeAt(i + 1) !== 10)) starts.push(i + 1)
  }
  return offset => {
    let low = 0
    let high = starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (starts[middle] <= offset) low = middle
      else high = middle - 1
    }
    return { line: low + 1, column: offset - starts[low] + 1 }
  }
}
