/** Shorter ones may be crossheads. */
const fewestWords = 4
const longest = 300
/** So many are looked for, so that a story of nothing but quotations stays linear. */
const most = 12

/**
 * The paragraphs that only repeat, set apart for the eye, what is quoted elsewhere in the story: words between quotation marks that stand again in another
 * paragraph, and behind them the line that says whose they are ("— Jane Doe, mayor").
 */
export function findPullQuotes(paragraphs: readonly QuotableText[]): ReadonlySet<number> {
  const found = new Set<number>()
  let tried = 0
  for (let i = 0; i < paragraphs.length && tried < most; i++) {
    const words = paragraphs[i].reading.form.quotation
    if (words === undefined) continue
    tried++
    if (!paragraphs.some(({ reading: { text } }, other) => other !== i && text.length > words.length + 2 && text.includes(words)))
      continue
    found.add(i)
    if (isAttribution(paragraphs[i + 1]?.reading.text ?? '')) found.add(i + 1)
  }
  return found
}

interface QuotableText {
  readonly reading: { readonly text: string; readonly form: { readonly quotation?: string } }
}

/** What stands between the marks of a paragraph that is one quotation and no more; without the stop at its end. */
export function readQuotation(text: string): string | undefined {
  if (text.length > longest) return undefined
  const words = /^["“«]([^"“”«»]+?)[.,…]?["”»]$/.exec(text)?.[1]
  return words !== undefined && words.split(' ', fewestWords).length === fewestWords ? words : undefined
}

const isAttribution = (text: string) =>
  text.length <= longest / 2 && /^(?:--?|[–—―])\s?\p{Lu}/u.test(text) && !/[.!?:]$/.test(text)
