/** Characters that a terminal acts on or that change how the text around them looks: controls, escapes, directions, zero-width ones, lone surrogates. */
const dangerous = /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]|\p{Cs}/gu

/** A text of a story or a file's name, safe for a terminal, in one line: what a terminal would act on is written as its number. */
export function clean(text: string): string {
  return text.replace(dangerous, character => (character === '\n' || character === '\t' ? ' ' : escaped(character)))
}

/** JSON in one line of which a terminal acts on nothing; it still says the same. */
export function cleanJson(value: unknown): string {
  return JSON.stringify(value).replace(dangerous, escaped)
}

const escaped = (character: string) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
