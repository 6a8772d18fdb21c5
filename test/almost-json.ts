import fc from 'fast-check'

/** Texts of which some are JSON, most almost, and some not at all; the words given stand in many of them. */
export function almostJson(...words: readonly string[]): fc.Arbitrary<string> {
  const marks = ['{', '}', '[', ']', '"', ':', ',', '//', '/*', '*/', '\\', '1', ' ', '\n', '\ufeff', '\ud800']
  const piece = fc.constantFrom(...marks, ...words)
  return fc.oneof(
    fc.array(piece, { maxLength: 40 }).map(pieces => pieces.join('')),
    fc.json(),
    fc.string(),
  )
}
