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
}

/** Longer texts are read as plain: no story is that long. */
const longest = 1_000_000

/** Takes the prose out of Markdown. Undefined where the text is too long or the parser gives up: then it is to be read as plain text. */
export function proseOf(markdown: string): MarkdownProse | undefined {
  if (markdown.length > longest) return undefined
  try {
    return readChunks(markdown)
  } catch {
    return undefined
  }
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
  readonly pieces: string[]
  readonly parts: MarkupPart[]
  /** Where the next piece begins. */
  at: number
  /** Where the chunk begins that the nodes' offsets count from. */
  base: number
}

function readChunks(source: string): MarkdownProse {
  const sheet: Sheet = { source, pieces: [], parts: [], at: 0, base: 0 }
  const references = definitionsIn(source)
  const hasTitle = /^# /m.test(source)
  let day: CalendarDay | undefined
  for (const { start, end, kind } of splitChunks(source)) {
    fill(sheet, start, ' ')
    if (kind === 'plain') copy(sheet, end)
    else if (kind === 'markup') readMarkup(sheet, start, end, references)
    else if (kind === 'fields') {
      const fields = readFields(source, start, end)
      day = fields.day
      if (!hasTitle) for (const part of fields.parts) addPart(sheet, part)
    }
    fill(sheet, end, ' ')
  }
  fill(sheet, source.length, ' ')
  return { text: sheet.pieces.join(''), parts: sheet.parts, ...(day && { day }) }
}

function readMarkup(sheet: Sheet, start: number, end: number, references: string): void {
  sheet.base = start
  const root: Node = fromMarkdown(sheet.source.slice(start, end) + references)
  for (const block of root.children ?? []) {
    if (startOf(sheet, block) >= end) break
    readBlock(sheet, block)
  }
}

/** The addresses that links refer to by name, from wherever they stand, to be parsed with each chunk. */
function definitionsIn(source: string): string {
  if (!source.includes(']:')) return ''
  const lines = source.match(/^ {0,3}\[[^\]\n]{1,80}\]:[^\n]{1,200}$/gm) ?? []
  return `\n\n${lines.slice(0, 50).join('\n')}`
}

function readBlock(sheet: Sheet, block: Node): void {
  if (block.type === 'paragraph' || block.type === 'heading') {
    if (block.type === 'paragraph' && isTable(sheet.source.slice(startOf(sheet, block), endOf(sheet, block)))) return
    const start = firstText(sheet, block)
    if (start === undefined) return
    const kind = partKind(sheet, block)
    if (kind) sheet.parts.push({ start, end: endOf(sheet, block), kind })
    fill(sheet, startOf(sheet, block), ' ')
    for (const child of block.children ?? []) readInline(sheet, child)
    fill(sheet, endOf(sheet, block), ' ')
  } else for (const child of block.children ?? []) readBlock(sheet, child)
}

function readInline(sheet: Sheet, node: Node): void {
  if (node.type === 'text') {
    fill(sheet, startOf(sheet, node), markupFiller)
    copy(sheet, endOf(sheet, node))
  } else if (node.type === 'inlineCode' || node.type === 'break') {
    fill(sheet, startOf(sheet, node), markupFiller)
    fill(sheet, endOf(sheet, node), ' ')
  } else for (const child of node.children ?? []) readInline(sheet, child)
}

/** Fills up to an offset; line ends stay, so that lines stay lines. */
function fill(sheet: Sheet, to: number, filler: string): void {
  if (to <= sheet.at) return
  const gap = sheet.source.slice(sheet.at, to)
  sheet.pieces.push(filler === ' ' ? gap.replace(/[^\r\n]/g, ' ') : gap.replace(/[^\s]/g, filler))
  sheet.at = to
}

function copy(sheet: Sheet, to: number): void {
  if (to > sheet.at) sheet.pieces.push(withoutEscapes(sheet.source.slice(sheet.at, to)))
  sheet.at = Math.max(sheet.at, to)
}

function addPart(sheet: Sheet, part: MarkupPart): void {
  fill(sheet, part.start, ' ')
  copy(sheet, part.end)
  sheet.parts.push(part)
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
function partKind(sheet: Sheet, block: Node): MarkupPart['kind'] | undefined {
  if (block.type === 'heading') return block.depth === 1 ? 'headline' : 'crosshead'
  const [only, ...others] = block.children ?? []
  const isShort = endOf(sheet, block) - startOf(sheet, block) <= 90
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

function firstText(sheet: Sheet, node: Node): number | undefined {
  if (node.type === 'text') return startOf(sheet, node)
  for (const child of node.children ?? []) {
    const start = firstText(sheet, child)
    if (start !== undefined) return start
  }
  return undefined
}

const startOf = (sheet: Sheet, node: Node) => sheet.base + (node.position?.start.offset ?? 0)
const endOf = (sheet: Sheet, node: Node) => sheet.base + (node.position?.end.offset ?? 0)
