import { isLetterAt, isLetterOrDigitAt } from '../characters.ts'

/** The end of the web address, e-mail address, file or domain name, @handle or #hashtag that begins at the offset; the offset itself where none does. */
export function linkEnd(text: string, at: number): number {
  const first = text[at]
  if (first === '@' || first === '#') return handleEnd(text, at)
  let end = at
  while (end - at < 64 && isLocal(text, end)) end++
  while (end > at && !isLetterOrDigitAt(text, end - 1)) end--
  if (text.startsWith('://', end)) return addressEnd(text, end + 3)
  if (text[end] === '@' && isLetterOrDigitAt(text, end + 1)) return trimmed(text, end, runEnd(text, end + 1))
  const name = text.slice(at, end)
  if (!domain.test(name)) return at
  return text[end] === '/' && isLetterOrDigitAt(text, end + 1) ? addressEnd(text, end) : end
}

/** Whether the link is a word of the sentence all the same: a company named Amazon.com. */
export const isDomainName = (text: string, start: number, end: number): boolean => domain.test(text.slice(start, end))

const domain =
  /^[\p{L}\p{Nd}-]+(?:\.[\p{L}\p{Nd}-]+)*\.(?:com|org|net|gov|edu|mil|int|info|biz|news|tv|io|js|co|uk|us|eu|ru|ua|de|fr|in|au|ca|jp|cn|pdf|html|txt|md)$/iu

function isLocal(text: string, at: number): boolean {
  return isLetterOrDigitAt(text, at) || (at < text.length && '.-_+%'.includes(text[at]))
}

function handleEnd(text: string, at: number): number {
  if (isLetterOrDigitAt(text, at - 1) || !(isLetterAt(text, at + 1) || text[at + 1] === '_')) return at
  let end = at + 1
  while (isLetterOrDigitAt(text, end) || text[end] === '_') end++
  return end
}

const runEnd = (text: string, from: number): number => {
  let end = from
  while (isLetterOrDigitAt(text, end) || text[end] === '.' || text[end] === '-') end++
  return end
}

function addressEnd(text: string, from: number): number {
  let end = from
  while (end < text.length && !/[\s<>"“”«»]/.test(text[end])) end++
  return trimmed(text, from, end)
}

/** Without the stops and brackets of the sentence around it. */
function trimmed(text: string, from: number, to: number): number {
  let end = to
  while (end > from && /[.,;:!?'’)\]}-]/.test(text[end - 1])) end--
  return end
}
