import { readdirSync, readFileSync } from 'node:fs'
import { kinds } from '../../server/analysis/names/labels.ts'
import { splitParagraphs } from '../../server/analysis/paragraph.ts'

/** A name as it is marked: offsets in its paragraph, the kind's index in `kinds`. */
export interface MarkedName {
  readonly start: number
  readonly end: number
  readonly kind: number
}

export interface MarkedParagraph {
  readonly text: string
  readonly names: readonly MarkedName[]
}

/** Where a text comes from; texts of one domain share how names are marked. `news` is what we want to read. */
export type Domain = 'news' | 'gum' | 'gmb' | 'encyclopedia' | 'social'

/** A text to learn from. `weight` says how much one of its sentences counts. */
export interface Document {
  readonly id: string
  readonly domain: Domain
  readonly weight: number
  readonly paragraphs: readonly MarkedParagraph[]
}

const tags: Readonly<Record<string, number>> = { per: 0, org: 1, loc: 2, misc: 3 }

/** Reads a marked-up story: its paragraphs and their names; other tags and names within names fall away. */
export function readStory(id: string, marked: string, weight: number): Document {
  let text = ''
  let last = 0
  const open: { tag: string; start: number }[] = []
  const names: MarkedName[] = []
  for (const match of marked.matchAll(/<(\/?)(per|org|loc|misc|pron|role|age|q|cue|src|ind)(?:\s[^<>]*)?>/g)) {
    text += marked.slice(last, match.index)
    last = match.index + match[0].length
    if (!match[1]) {
      open.push({ tag: match[2], start: text.length })
      continue
    }
    const span = open.pop()
    if (span?.tag !== match[2]) throw new Error(`${id}: </${match[2]}> closes ${span?.tag ?? 'nothing'} after ${text.slice(-40)}`)
    if (span.tag in tags && !open.some(({ tag }) => tag in tags))
      names.push({ start: span.start, end: text.length, kind: tags[span.tag] })
  }
  if (open.length > 0) throw new Error(`${id}: <${open[0].tag}> is never closed`)
  text += marked.slice(last)
  const outermost = names.filter(
    name => !names.some(other => other !== name && other.start <= name.start && name.end <= other.end),
  )
  return {
    id,
    domain: 'news',
    weight,
    paragraphs: splitParagraphs(text).map(({ start, end }) => ({
      text: text.slice(start, end),
      names: outermost
        .filter(name => start <= name.start && name.end <= end)
        .map(name => ({ start: name.start - start, end: name.end - start, kind: name.kind })),
    })),
  }
}

/** The marked-up stories of a folder, in the order of their names. */
export function readStories(folder: string, weight: number): Document[] {
  return readdirSync(folder)
    .filter(file => file.endsWith('.txt'))
    .sort()
    .map(file => readStory(file, readFileSync(`${folder}/${file}`, 'utf8'), weight))
}

interface CorpusLine {
  readonly doc: string
  readonly tokens: readonly string[]
  readonly tags: readonly string[]
}

/** The sentences of a corpus file; those that carry the same document's name and stand together become one document. */
export function readCorpus(file: string, domain: Domain, weight: number): Document[] {
  const documents: { id: string; domain: Domain; weight: number; paragraphs: MarkedParagraph[] }[] = []
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    if (!line) continue
    const { doc, tokens, tags: bio } = JSON.parse(line) as CorpusLine
    const before = documents.at(-1)
    const paragraph = joinTokens(tokens, bio)
    if (before?.id === doc && doc !== 'gmb') before.paragraphs.push(paragraph)
    else documents.push({ id: doc, domain, weight, paragraphs: [paragraph] })
  }
  return documents
}

const corpusKinds: Readonly<Record<string, number>> = { PER: 0, ORG: 1, LOC: 2, MISC: 3 }

/** Sets tokens as running text again, with the white space that a newspaper would have. */
function joinTokens(tokens: readonly string[], bio: readonly string[]): MarkedParagraph {
  let text = ''
  let open: { start: number; kind: number } | undefined
  const names: MarkedName[] = []
  let inQuotes = false
  let glued = true
  const close = () => {
    if (open && open.kind < kinds.length) names.push({ ...open, end: text.length })
    open = undefined
  }
  for (const [i, token] of tokens.entries()) {
    if (bio[i] === 'O' || bio[i].startsWith('B-')) close()
    const isMark = token === '"' || token === '``' || token === "''"
    const opens = (isMark && !inQuotes) || token === '(' || token === '[' || token === '$'
    const clings = /^([.,;:!?)\]%]|'s|'|n't|'(re|ve|ll|d|m)|-)$/i.test(token) || (isMark && inQuotes)
    if (!glued && !clings) text += ' '
    if (isMark) inQuotes = !inQuotes
    if (bio[i].startsWith('B-')) open = { start: text.length, kind: corpusKinds[bio[i].slice(2)] ?? kinds.length }
    text += isMark ? '"' : token
    glued = opens || token === '-' || token === '/'
  }
  close()
  return { text, names }
}
