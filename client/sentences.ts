/**
 * Makes what puts sentences into another language. A key of the bundle is a sentence, or a pattern of sentences: `{0}`, `{1}` stand in their order for what
 * differs. Of several patterns the one that says most holds. A sentence that has no translation stays as it is.
 */
export function translator(bundle: Readonly<Record<string, string>>): (sentence: string) => string {
  const sentences = new Map(Object.entries(bundle))
  const patterns = Object.entries(bundle)
    .map(([pattern, translation]) => ({ pieces: pattern.split(/\{\d\}/), translation }))
    // A pattern that begins with a place would fit too much.
    .filter(({ pieces }) => pieces.length > 1 && pieces[0] !== '')
    .sort((a, b) => b.pieces.join('').length - a.pieces.join('').length)
  return sentence => {
    const exact = sentences.get(sentence)
    if (exact !== undefined) return exact
    for (const { pieces, translation } of patterns) {
      const values = valuesIn(sentence, pieces)
      if (values) return translation.replace(/\{(\d)\}/g, (place, number) => values[Number(number)] ?? place)
    }
    return sentence
  }
}

/** What stands in the places between the pieces; undefined where the sentence is not made of them. */
function valuesIn(sentence: string, pieces: readonly string[]): readonly string[] | undefined {
  const [first = '', ...others] = pieces
  const last = others.pop() ?? ''
  const end = sentence.length - last.length
  if (!sentence.startsWith(first) || !sentence.endsWith(last) || end < first.length) return undefined
  const values: string[] = []
  let at = first.length
  for (const piece of others) {
    const next = sentence.indexOf(piece, at)
    if (next < 0 || next + piece.length > end) return undefined
    values.push(sentence.slice(at, next))
    at = next + piece.length
  }
  return [...values, sentence.slice(at, end)]
}
