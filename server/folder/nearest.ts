/** The word of the list that was most likely meant: the one with the fewest letters to change, where these are few; of equals the first. */
export function nearest(written: string, known: Iterable<string>): string | undefined {
  if (written.length > longest) return undefined
  const meant = written.toLowerCase()
  let best: string | undefined
  let fewest = Math.max(2, Math.floor(written.length / 3)) + 1
  for (const word of known) {
    if (Math.abs(word.length - meant.length) >= fewest) continue
    const changes = distance(meant, word.toLowerCase())
    if (changes < fewest) {
      best = word
      fewest = changes
    }
  }
  return best
}

/** No name of ours comes near this length. */
const longest = 80

/** How many letters must be added, left out or changed to make one word the other (Levenshtein 1966, by rows as Wagner and Fischer 1974). */
export function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++)
      next.push(Math.min(next[j - 1] + 1, row[j] + 1, row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1)))
    row = next
  }
  return row[b.length]
}
