// Classes of the characters up to U+024F (Latin); everything beyond is looked up by the regular expressions.
const letterBit = 1
const upperBit = 2
const digitBit = 4
const spaceBit = 8
const joinerBit = 16
const tableSize = 0x250

const letter = /\p{L}/u
const upper = /\p{Lu}/u
const digit = /\p{Nd}/u
const space = /[\s\u0085]/u
/** What may stand inside a word and is not seen: combining marks, soft hyphen, zero-width characters. */
const joiner = /[\p{M}\u00ad\u200b-\u200d\u2060]/u

const classes = Uint8Array.from({ length: tableSize }, (_, code) => classOf(String.fromCharCode(code)))

function classOf(character: string): number {
  return (
    (letter.test(character) ? letterBit : 0) |
    (upper.test(character) ? upperBit : 0) |
    (digit.test(character) ? digitBit : 0) |
    (space.test(character) ? spaceBit : 0) |
    (joiner.test(character) ? joinerBit : 0)
  )
}

/** Whether the code unit is a plain letter a to z or A to Z: the question of the inner loops. */
export const isPlainLetter = (code: number): boolean => {
  const small = code | 32
  return small >= 97 && small <= 122
}

function hasClass(text: string, at: number, bit: number, pattern: RegExp): boolean {
  const code = text.charCodeAt(at)
  if (code < tableSize) return (classes[code] & bit) !== 0
  // At an offset outside the text the code is no number.
  if (!(code >= tableSize)) return false
  if (code < 0xd800 || code > 0xdfff) return pattern.test(text[at])
  // On either half of a pair of surrogates the pair is looked at; a half without the other is nothing.
  const first = isLowSurrogate(code) ? at - 1 : at
  return characterLength(text, first) === 2 && pattern.test(text.slice(first, first + 2))
}

/** Whether a letter of any script stands at the offset; false outside the text. */
export const isLetterAt = (text: string, at: number): boolean => hasClass(text, at, letterBit, letter)

export const isUpperAt = (text: string, at: number): boolean => hasClass(text, at, upperBit, upper)

export const isDigitAt = (text: string, at: number): boolean => hasClass(text, at, digitBit, digit)

export const isLetterOrDigitAt = (text: string, at: number): boolean => isLetterAt(text, at) || isDigitAt(text, at)

export const isSpaceAt = (text: string, at: number): boolean => hasClass(text, at, spaceBit, space)

/** A combining mark, soft hyphen or zero-width character: part of the word around it. */
export const isJoinerAt = (text: string, at: number): boolean => hasClass(text, at, joinerBit, joiner)

/** The code units of the character at the offset: two for a pair of surrogates. */
export function characterLength(text: string, at: number): number {
  const code = text.charCodeAt(at)
  return code >= 0xd800 && code < 0xdc00 && isLowSurrogate(text.charCodeAt(at + 1)) ? 2 : 1
}

const isLowSurrogate = (code: number) => code >= 0xdc00 && code <= 0xdfff
