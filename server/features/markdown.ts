/**
 * Text of the story as Markdown that shows exactly this text: no markup, link, address, HTML, control or direction character of
 * it has any effect, and it stays on one line. Escapes no more than it must, for editors that show Markdown as it is.
 */
export function escaped(text: string): string {
  return plain(text)
    .replace(/[\\`*_{}[\]<>~|$&@]/g, '\\$&')
    .replace(/:(?=\/)/g, '\\:')
    .replace(/(?<=www)\./gi, '\\.')
    .replace(/^(?:[#+=-]|\d+(?=[.)]))/, start => (/\d/.test(start) ? `${start}\\` : `\\${start}`))
}

/** The text on one line, without the characters that show nothing and change what is shown: control, zero-width, direction and tag characters. */
export function plain(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\p{Cc}\p{Cs}\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu, '')
    .trim()
}

/** The first words of a text, up to about the number of characters, with an ellipsis where something is left out. */
export function firstWords(text: string, length: number): string {
  const line = plain(text.length > length * 4 ? text.slice(0, length * 4) : text)
  if (line.length <= length) return line
  const end = line.lastIndexOf(' ', length)
  return `${line.slice(0, end > length / 2 ? end : length).replace(/[\s,;:.\p{Pd}\p{Cs}]+$/u, '')}…`
}

/** A link with story text for its label. */
export function link(label: string, target: string): string {
  return `[${escaped(label)}](${target.replace(/[\s<>()\\`]/g, character => `%${character.charCodeAt(0).toString(16).padStart(2, '0')}`)})`
}
