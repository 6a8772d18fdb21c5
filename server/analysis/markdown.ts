import { fromMarkdown } from 'mdast-util-from-markdown'
import { splitChunks } from './markdown/chunks.ts'
import { readFields } from './markdown/fields.ts'
import { markupFiller } from './markup.ts'
import type { MarkupPart } from './structure.ts'
import type { CalendarDay } from './times/calendar.ts'

/** A Markdown story as prose. */
export interface MarkdownProse {
  /** As long as the Markdown, with every letter at its place: what is no prose (code, HTML, addresses, rules) is blank, marks inside a line are fillers. */
  readonly text: string
  /** What the markup says of whole lines: headings, bold lines, title and author of the front matter. Sorted. */
  readonly parts: readonly MarkupPart[]
  /** The front matter's date. */
  readonly day?: CalendarDay
  /** What was parsed, by its source, so that the next reading need not parse it again. */
  readonly known: ReadonlyMap<string, Piece>
}

/** A stretch of the source as prose; offsets of the parts from its own start. */
interface Piece {
  readonly text: string
  readonly parts: readonly MarkupPart[]
}

/** Longer texts are read as plain, and so are the chunks after so many that had to be parsed: no story is that long, and the parser is slow to start. */
const longest = 1_000_000
const mostParsed = 1500

/**
 * Takes the prose out of Markdown. What was there in `previous` is not parsed again; the result always equals that without it. Undefined where the text is
 * too long or the parser gives up: then it is to be read as plain text.
 */
export function proseOf(markdown: string, previous?: MarkdownProse): MarkdownProse | undefined {
  if (markdown.length > longest) return undefined
  try {
    return readChunks(markdown, previous?.known)
  } catch {
    return undefined
  }
}

function readChunks(source: string, before: ReadonlyMap<string, Piece> | undefined): MarkdownProse {
  const references = definitionsIn(source)
  const hasTitle = /^# /m.test(source)
  const known = new Map<string, Piece>()
  const texts: string[] = []
  const parts: MarkupPart[] = []
  let day: CalendarDay | undefined
  let at = 0
  for (const { start, end, kind } of splitChunks(source)) {
    const chunk = source.slice(start, end)
    const key = chunk + references
    let piece: Piece = { text: chunk, parts: [] }
    if (kind === 'markup' && known.size < mostParsed) {
      piece = known.get(key) ?? before?.get(key) ?? readMarkup(chunk, references)
      known.set(key, piece)
    } else if (kind === 'fields') {
      const fields = readFields(chunk)
      day = fields.day
      piece = keepOnly(chunk, hasTitle ? [] : fields.parts)
    } else if (kind === 'code') piece = keepOnly(chunk, [])
    texts.push(blank(source.slice(at, start)), piece.text)
    for (const part of piece.parts) parts.push({ ...part, start: part.start + start, end: part.end + start })
    at = end
  }
  texts.push(blank(source.slice(at)))
  return { text: texts.join(''), parts, ...(day && { day }), known }
}

/** What is looked at of the nodes of mdast (github.com/syntax-tree/mdast). */
interface Node {
  readonly type: string
  readonly depth?: number
  readonly children?: readonly Node[]
  readonly position?: { readonly start: { readonly offset?: number }; readonly end: { readonly offset?: number } } | undefined
}

/** The prose on its way: what was copied of the source, and with what the gaps are filled. */
interface Sheet {
  readonly source: string
  readonly texts: string[]
  readonly parts: MarkupPart[]
  /** Where the next text begins. */
  at: number
}

function readMarkup(source: string, references: string): Piece {
  const sheet: Sheet = { source, texts: [], parts: [], at: 0 }
  const root: Node = fromMarkdown(source + references)
  for (const block of root.children ?? []) {
    if (startOf(block) >= source.length) break
    readBlock(sheet, block)
  }
  fill(sheet, source.length, ' ')
  return { text: sheet.texts.join(''), parts: sheet.parts }
}

function keepOnly(source: string, parts: readonly MarkupPart[]): Piece {
  const sheet: Sheet = { source, texts: [], parts: [], at: 0 }
  for (const { start, end } of parts) {
    fill(sheet, start, ' ')
    copy(sheet, end)
  }
  fill(sheet, source.length, ' ')
  return { text: sheet.texts.join(''), parts }
}

/** The addresses that links refer to by name, from wherever they stand, to be parsed with each chunk. */
function definitionsIn(source: string): string {
  if (!source.includes(']:')) return ''
  const lines = source.match(/^ {0,3}\[[^\]\n]{1,80}\]:[^\n]{1,200}$/gm) ?? []
  return `\n\n${lines.slice(0, 50).join('\n')}`
}

function readBlock(sheet: Sheet, block: Node): void {
  if (block.type === 'paragraph' || block.type === 'heading') {
    if (block.type === 'paragraph' && isTable(sheet.source.slice(startOf(block), endOf(block)))) return
    const start = firstText(block)
    if (start === undefined) return
    const kind = partKind(block)
    if (kind) sheet.parts.push({ start, end: endOf(block), kind })
    fill(sheet, startOf(block), ' ')
    for (const child of block.children ?? []) readInline(sheet, child)
    fill(sheet, endOf(block), ' ')
  } else for (const child of block.children ?? []) readBlock(sheet, child)
}

function readInline(sheet: Sheet, node: Node): void {
  if (node.type === 'text') {
    fill(sheet, startOf(node), markupFiller)
    copy(sheet, endOf(node))
  } else if (node.type === 'inlineCode' || node.type === 'break') {
    fill(sheet, startOf(node), markupFiller)
    fill(sheet, endOf(node), ' ')
  } else for (const child of node.children ?? []) readInline(sheet, child)
}

/** Fills up to an offset. */
function fill(sheet: Sheet, to: number, filler: ' ' | typeof markupFiller): void {
  if (to <= sheet.at) return
  const gap = sheet.source.slice(sheet.at, to)
  sheet.texts.push(filler === ' ' ? blank(gap) : gap.replace(/\S/g, filler))
  sheet.at = to
}

/** Line ends stay, so that lines stay lines. */
const blank = (text: string) => text.replace(/[^\r\n]/g, ' ')

function copy(sheet: Sheet, to: number): void {
  if (to > sheet.at) sheet.texts.push(withoutEscapes(sheet.source.slice(sheet.at, to)))
  sheet.at = Math.max(sheet.at, to)
}

/** A backslash before a sign is markup; a character written as an entity is its sign and fillers. */
function withoutEscapes(text: string): string {
  return text
    .replace(/\\(?=[!-/:-@[-`{-~])/g, markupFiller)
    .replace(/&(?:amp|quot|apos|nbsp|lsquo|rsquo|ldquo|rdquo|ndash|mdash|hellip|#39|#34|#x27|#8217|#8220|#8221);/g, entity =>
      (entities.get(entity) ?? ' ').padEnd(entity.length, markupFiller),
    )
}
const entities: ReadonlyMap<string, string> = new Map([
  ['&amp;', '&'],
  ['&quot;', '"'],
  ['&apos;', "'"],
  ['&#39;', "'"],
  ['&#x27;', "'"],
  ['&#34;', '"'],
  ['&lsquo;', '‘'],
  ['&rsquo;', '’'],
  ['&#8217;', '’'],
  ['&ldquo;', '“'],
  ['&#8220;', '“'],
  ['&rdquo;', '”'],
  ['&#8221;', '”'],
  ['&ndash;', '–'],
  ['&mdash;', '—'],
  ['&hellip;', '…'],
])

/** The first heading of the first level is the headline, any other a crosshead, and so is a paragraph that is bold and no sentence. */
function partKind(block: Node): MarkupPart['kind'] | undefined {
  if (block.type === 'heading') return block.depth === 1 ? 'headline' : 'crosshead'
  const [only, ...others] = block.children ?? []
  const isShort = endOf(block) - startOf(block) <= 90
  return only?.type === 'strong' && others.length === 0 && isShort ? 'crosshead' : undefined
}

/** Tables are no part of plain Markdown and come as paragraphs: their second line is made of dashes and bars. */
function isTable(source: string): boolean {
  const second = source
    .slice(source.indexOf('\n') + 1)
    .split('\n', 1)[0]
    .trim()
  return source.includes('\n') && second.includes('-') && second.includes('|') && !/[^ \t:|-]/.test(second)
}

function firstText(node: Node): number | undefined {
  if (node.type === 'text') return startOf(node)
  for (const child of node.children ?? []) {
    const start = firstText(child)
    if (start !== undefined) return start
  }
  return undefined
}

const startOf = (node: Node) => node.position?.start.offset ?? 0
const endOf = (node: Node) => node.position?.end.offset ?? 0
