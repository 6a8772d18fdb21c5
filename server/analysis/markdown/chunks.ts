import type { Span } from '../span.ts'

/**
 * A run of lines between blank ones. `plain` has no markup, or so much that it is none of a writer's: either way the parser need not be asked.
 * `code` is fenced code or a comment, `fields` the front matter.
 */
export interface Chunk extends Span {
  readonly kind: 'plain' | 'markup' | 'code' | 'fields'
}

/** More signs of markup, or deeper nesting, in one paragraph mean that it is something else; and the parser's time grows faster than they do. */
const mostSigns = 200
const deepest = 8

const markup = /[*_`[\]<&\\|~]|^[ \t]*(?:[#>+=-]|\d+[.)])|^(?:\t| {4})/m
const nesting = new RegExp(`^(?:[ \\t]*(?:[>*+-]|\\d{1,9}[.)])[ \\t]*){${deepest}}`, 'm')

/** Splits Markdown where its blocks can be parsed one by one: at blank lines, and around front matter, fenced code and comments. Linear. */
export function splitChunks(source: string): readonly Chunk[] {
  const chunks: Chunk[] = []
  let start = -1
  let end = 0
  let closing = ''
  const finish = (kind: Chunk['kind'] | undefined) => {
    if (start >= 0) chunks.push({ start, end, kind: kind ?? (isPlain(source.slice(start, end)) ? 'plain' : 'markup') })
    start = -1
  }
  const fieldsEnd = frontMatterEnd(source)
  if (fieldsEnd > 0) chunks.push({ start: 0, end: fieldsEnd, kind: 'fields' })
  for (let from = fieldsEnd; from < source.length; ) {
    const newline = source.indexOf('\n', from)
    const next = newline < 0 ? source.length : newline + 1
    const line = source.slice(from, next).trim()
    const opening = closing === '' ? closingOf(line) : ''
    if (opening !== '' || (line === '' && closing === '')) finish(undefined)
    if (start < 0 && (line !== '' || closing !== '')) start = from
    end = next
    if (closing !== '' && closes(line, closing)) {
      finish('code')
      closing = ''
    }
    closing = opening || closing
    from = next
  }
  finish(closing === '' ? undefined : 'code')
  return chunks
}

/** The offset behind the front matter, with its rules; 0 where there is none that ends. */
function frontMatterEnd(source: string): number {
  const rule = source.startsWith('---') ? '---' : source.startsWith('+++') ? '+++' : undefined
  if (rule === undefined || source.slice(3, source.indexOf('\n') + 1).trim() !== '') return 0
  const end = source.indexOf(`\n${rule}`, 3)
  if (end < 0 || end > 5000) return 0
  const next = source.indexOf('\n', end + 1)
  return next < 0 ? source.length : next + 1
}

/** What has to come before fenced code or a comment that begins with this line ends. */
function closingOf(line: string): string {
  const fence = /^(?:`{3,}(?=[^`]*$)|~{3,})/.exec(line)?.[0]
  if (fence) return fence
  return line.startsWith('<!--') && !line.includes('-->') ? '-->' : ''
}

const closes = (line: string, closing: string) => (closing === '-->' ? line.includes(closing) : line.startsWith(closing))

function isPlain(chunk: string): boolean {
  return !markup.test(chunk) || nesting.test(chunk) || hasTooManySigns(chunk)
}

function hasTooManySigns(chunk: string): boolean {
  let count = 0
  for (let i = 0; i < chunk.length && count <= mostSigns; i++) if (signs.has(chunk.charCodeAt(i))) count++
  return count > mostSigns
}
const signs = new Set(Array.from('*_`[]()<>!&\\|~#', sign => sign.charCodeAt(0)))
