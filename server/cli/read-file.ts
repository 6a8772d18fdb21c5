import { readFileSync, statSync } from 'node:fs'
import { clean } from './clean.ts'

/** A file's text, or why there is none: one sentence that says what to do. */
export type Read = { readonly text: string; readonly encoding: Encoding; readonly note?: string } | { readonly problem: string }

/** How a file writes its text; UTF-16 always with a byte order mark. */
export type Encoding = 'utf-8' | 'utf-8 with mark' | 'utf-16le' | 'utf-16be' | 'windows-1252'

/** More bytes than this write more than a story can have. */
const mostBytes = 2 * 1024 * 1024

/** Reads a story; `-` is standard input. Never throws. */
export function readStory(file: string): Read {
  try {
    if (file === '-') return decodeStory(readFileSync(0))
    const stats = statSync(file)
    if (stats.size > mostBytes)
      return { problem: `has ${Math.ceil(stats.size / 1048576)} MB; Dateline reads no more than 2 MB, split the file` }
    return decodeStory(readFileSync(file))
  } catch (error) {
    return { problem: reasonOf(error) }
  }
}

/** The text that the bytes write: UTF-8, UTF-16 with a byte order mark, or Windows-1252 where they can be nothing else that a newsroom uses. */
export function decodeStory(bytes: Uint8Array): Read {
  if (bytes.length > mostBytes) return { problem: 'is over 2 MB; Dateline reads no more, split the file' }
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: new TextDecoder('utf-16le').decode(bytes), encoding: 'utf-16le' }
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { text: new TextDecoder('utf-16be').decode(bytes), encoding: 'utf-16be' }
  if (bytes.includes(0)) {
    return looksLikeUtf16(bytes)
      ? { problem: 'looks like UTF-16 without a byte order mark; save it as UTF-8' }
      : { problem: 'is not text (it holds NUL bytes); save the story as plain text in UTF-8' }
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return { text, encoding: bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 'utf-8 with mark' : 'utf-8' }
  } catch {
    return decodeEightBit(bytes)
  }
}

/** Western text has few bytes over 127, most of them quotation marks and accents; Cyrillic, Greek and East Asian text is made of them. */
function decodeEightBit(bytes: Uint8Array): Read {
  let high = 0
  let letters = 0
  let unused = 0
  for (const byte of bytes) {
    if (byte >= 0x80) high++
    if (byte >= 0xc0 || (byte | 32) - 97 < 26) letters++
    if (byte === 0x81 || byte === 0x8d || byte === 0x8f || byte === 0x90 || byte === 0x9d) unused++
  }
  const save = 'open it in an editor with the right encoding and save it as UTF-8'
  if (unused > 0) return { problem: `is neither UTF-8 nor Windows-1252, maybe an East Asian encoding or Mac Roman; ${save}` }
  if (high * 4 > letters)
    return { problem: `is not UTF-8 and looks like Windows-1251, KOI8 or another encoding that is not Western; ${save}` }
  return { text: decodeWindows1252(bytes), encoding: 'windows-1252', note: 'is not UTF-8; read as Windows-1252' }
}

/** What Windows-1252 has at 0x80 to 0x9f; the rest is Latin 1. Node 20's own decoder takes all of it for Latin 1 (nodejs/node#56542). */
const windowsOnly = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

function decodeWindows1252(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString('latin1')
    .replace(/[\u0080-\u009f]/g, character => windowsOnly[character.charCodeAt(0) - 0x80] ?? character)
}

/** The bytes that write a text; undefined where the encoding has no place for one of its characters. */
export function encodeStory(text: string, encoding: Encoding): Uint8Array | undefined {
  if (encoding === 'utf-16le') return Buffer.from(`\ufeff${text}`, 'utf16le')
  if (encoding === 'utf-16be') return Buffer.from(`\ufeff${text}`, 'utf16le').swap16()
  if (encoding !== 'windows-1252') return Buffer.from(encoding === 'utf-8' ? text : `\ufeff${text}`)
  const bytes = Buffer.from(text, 'latin1')
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code < 0x80 || (code >= 0xa0 && code <= 0xff)) continue
    const at = windowsOnly.indexOf(text[i])
    if (at < 0) return undefined
    bytes[i] = 0x80 + at
  }
  return bytes
}

function looksLikeUtf16(bytes: Uint8Array): boolean {
  const length = Math.min(bytes.length, 4096)
  let even = 0
  let odd = 0
  for (let i = 0; i < length; i++) if (bytes[i] === 0) i % 2 === 0 ? even++ : odd++
  return length >= 8 && Math.max(even, odd) * 4 > length && Math.min(even, odd) * 20 < length
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'ENOENT' || code === 'ENOTDIR') return 'does not exist; check the name'
  if (code === 'EACCES' || code === 'EPERM') return 'may not be read; check its permissions'
  if (code === 'EISDIR') return 'is a folder'
  return `cannot be read: ${clean(error instanceof Error ? error.message : String(error))}`
}
