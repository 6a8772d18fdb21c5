import assert from 'node:assert/strict'
import { type Article, readArticle } from '../server/analysis/article.ts'
import type { Speaker } from '../server/analysis/quotes.ts'
import type { PartKind } from '../server/analysis/structure.ts'

/** A tagged stretch of a story; offsets from the story's start. */
export interface MarkedSpan {
  readonly tag: string
  readonly start: number
  readonly end: number
  readonly attributes: Readonly<Record<string, string>>
}

/** What of a reading is put into the text. `names` are org, loc, misc and per without an id; `people` are per with it. */
export type Layer = 'names' | 'people' | 'pronouns' | 'roles' | 'ages' | 'quotes' | 'cues' | 'sources' | 'statements' | 'parts'

/** Reads a story; a reader that tests one room alone may take what it builds on from the marked stretches. */
export type Reader = (text: string, spans: readonly MarkedSpan[]) => Article

/**
 * Strips the tags of a marked story, reads it, puts the reading back as tags and compares the two as text. Only layers that the
 * marked text uses are looked at, unless they are named, and of a tag only the attributes that the marked text uses somewhere:
 * `<q>"Yes,"</q>` checks the place alone. Person ids are lower-case surnames, as in `Person.id`; quotations count q1, q2, …, statements i1, i2, ….
 */
export function checkReading(marked: string, layers?: readonly Layer[], read: Reader = text => readArticle(text)): Article {
  const { text, spans } = parseMarked(marked)
  const used = new Set(spans.flatMap(span => Object.keys(span.attributes).map(key => `${span.tag} ${key}`)))
  const article = read(text, spans)
  const tags = new Set(layers?.flatMap(layer => tagsOf[layer]) ?? spans.map(span => span.tag))
  const wanted =
    layers ?? layerNames.filter(layer => tagsOf[layer].some(tag => tags.has(tag)) && (layer !== 'people' || used.has('per id')))
  const got = spansOf(article, wanted)
    .filter(span => tags.has(span.tag))
    .map(span => ({ ...span, attributes: pick(span.attributes, key => used.has(`${span.tag} ${key}`)) }))
  assert.equal(write(text, got), write(text, spans))
  return article
}

/** The article's text with the layers of its reading put in as tags. */
export function markUp(article: Article, layers: readonly Layer[]): string {
  return write(article.text, spansOf(article, layers))
}

/** A marked story without its tags. */
export function plainText(marked: string): string {
  return parseMarked(marked).text
}

const partKinds: readonly PartKind[] = ['headline', 'byline', 'dateline', 'lead', 'crosshead', 'paragraph', 'credits', 'note']
const tagsOf: Readonly<Record<Layer, readonly string[]>> = {
  names: ['per', 'org', 'loc', 'misc'],
  people: ['per'],
  pronouns: ['pron'],
  roles: ['role'],
  ages: ['age'],
  quotes: ['q'],
  cues: ['cue'],
  sources: ['src'],
  statements: ['ind'],
  parts: partKinds,
}
const layerNames = Object.keys(tagsOf) as Layer[]
const tagPattern = new RegExp(
  `<(/?)(${[...new Set(Object.values(tagsOf).flat())].join('|')})((?:\\s+[a-z]+="[^"<>]*")*)\\s*>`,
  'g',
)

/** Reads a marked story: its plain text, and its tagged stretches sorted by start, outer before inner. Throws where tags do not nest. */
export function parseMarked(marked: string): { readonly text: string; readonly spans: readonly MarkedSpan[] } {
  const spans: MarkedSpan[] = []
  const open: Omit<MarkedSpan, 'end'>[] = []
  let text = ''
  let last = 0
  for (const match of marked.matchAll(tagPattern)) {
    const [whole, slash, tag, attributes] = match
    text += marked.slice(last, match.index)
    last = match.index + whole.length
    if (slash === '') {
      const pairs = [...attributes.matchAll(/([a-z]+)="([^"]*)"/g)].map(([, key, value]) => [key, value])
      open.push({ tag, start: text.length, attributes: Object.fromEntries(pairs) })
      continue
    }
    const span = open.pop()
    if (span?.tag !== tag) throw new Error(`</${tag}> closes ${span?.tag ?? 'nothing'} after "${text.slice(-40)}"`)
    spans.push({ ...span, end: text.length })
  }
  if (open.length > 0) throw new Error(`<${open[0].tag}> is never closed`)
  return { text: text + marked.slice(last), spans: spans.sort(inTextOrder) }
}

/** Puts tags into a text, in an order that depends on the stretches alone. */
function write(text: string, spans: readonly MarkedSpan[]): string {
  const sorted = spans.toSorted(inTextOrder)
  const edges = [
    ...sorted.map((span, order) => ({ at: span.start, closes: 0, order, tag: opening(span) })),
    ...sorted.map((span, order) => ({ at: span.end, closes: 1, order: -order, tag: `</${span.tag}>` })),
  ].sort((a, b) => a.at - b.at || b.closes - a.closes || a.order - b.order)
  let marked = ''
  let last = 0
  for (const { at, tag } of edges) {
    marked += text.slice(last, at) + tag
    last = at
  }
  return marked + text.slice(last)
}

function opening({ tag, attributes }: MarkedSpan): string {
  const pairs = Object.entries(attributes).sort(([a], [b]) => a.localeCompare(b))
  return `<${tag}${pairs.map(([key, value]) => ` ${key}="${key === 'q' ? value.split(' ').sort().join(' ') : value}"`).join('')}>`
}

const inTextOrder = (a: MarkedSpan, b: MarkedSpan) =>
  a.start - b.start || b.end - a.end || nesting.indexOf(a.tag) - nesting.indexOf(b.tag) || (opening(a) < opening(b) ? -1 : 1)
/** Which tag stands outside where several hold the same stretch. */
const nesting = [...partKinds, 'src', 'cue', 'ind', 'q', 'role', 'age', 'misc', 'org', 'loc', 'per', 'pron']

/** The stretches of the layers; where names and people are both wanted, a person's name is tagged once, with the id. */
function spansOf(article: Article, layers: readonly Layer[]): readonly MarkedSpan[] {
  const known = new Set(
    layers.includes('people') ? article.people.flatMap(person => person.mentions.map(mention => mention.start)) : [],
  )
  return layers.flatMap(layer => {
    const spans = layerSpans(article, layer)
    return layer === 'names' ? spans.filter(span => span.tag !== 'per' || !known.has(span.start)) : spans
  })
}

function layerSpans(article: Article, layer: Layer): readonly MarkedSpan[] {
  const { people, quotes, statements } = article
  const named = (start: number, end: number, tag: string, attributes: Record<string, string> = {}) => ({
    tag,
    start,
    end,
    attributes,
  })
  const quoteId = new Map<object, string>([
    ...quotes.map((quote, index) => [quote, `q${index + 1}`] as const),
    ...statements.map((statement, index) => [statement, `i${index + 1}`] as const),
  ])
  const idOf = (quote: object) => quoteId.get(quote) ?? ''
  const speakerOf = (speaker: Speaker | undefined) => writeSpeaker(article, speaker)
  switch (layer) {
    case 'names':
      return article.names.map(name => named(name.start, name.end, tagOfKind[name.kind]))
    case 'people':
      return people.flatMap(({ id, mentions }) =>
        mentions.filter(mention => mention.form === 'name').map(mention => named(mention.start, mention.end, 'per', { id })),
      )
    case 'pronouns':
      return people.flatMap(({ id, mentions }) =>
        mentions.filter(mention => mention.form === 'pronoun').map(mention => named(mention.start, mention.end, 'pron', { id })),
      )
    case 'roles':
      return people.flatMap(({ id, roles }) => roles.map(role => named(role.start, role.end, 'role', { of: id })))
    case 'ages':
      return people.flatMap(({ id, age }) => (age ? [named(age.start, age.end, 'age', { of: id })] : []))
    case 'quotes':
      return quotes.map(quote =>
        named(quote.start, quote.end, 'q', {
          id: idOf(quote),
          type: quote.kind,
          speaker: quote.kind === 'scare' ? 'none' : speakerOf(quote.speaker),
        }),
      )
    case 'statements':
      return statements.map(statement =>
        named(statement.start, statement.end, 'ind', { id: idOf(statement), speaker: speakerOf(statement.speaker) }),
      )
    case 'cues':
    case 'sources':
      return sharedSpans([...quotes, ...statements], layer, idOf)
    case 'parts':
      return article.structure.parts.map(part => named(part.start, part.end, part.kind))
  }
}

const tagOfKind = { person: 'per', organization: 'org', place: 'loc', misc: 'misc' } as const

/** Cues and sources, one tag a stretch, with the ids of all the quotations and statements that it belongs to. */
function sharedSpans(
  speech: readonly (Article['quotes'][number] | Article['statements'][number])[],
  layer: 'cues' | 'sources',
  idOf: (quote: object) => string,
): readonly MarkedSpan[] {
  const found = new Map<string, MarkedSpan>()
  for (const quote of speech) {
    const span = layer === 'cues' ? quote.cue : quote.source
    if (!span) continue
    const key = `${span.start}-${span.end}`
    const before = found.get(key)?.attributes.q
    const ids = before === undefined ? idOf(quote) : `${before} ${idOf(quote)}`
    found.set(key, { tag: layer === 'cues' ? 'cue' : 'src', start: span.start, end: span.end, attributes: { q: ids } })
  }
  return [...found.values()]
}

function writeSpeaker({ text, names }: Article, speaker: Speaker | undefined): string {
  if (speaker === undefined) return 'unknown'
  if ('person' in speaker) return speaker.person
  if ('anonymous' in speaker) return `anon:${speaker.anonymous}`
  const isPlace = names.some(({ kind, start, end }) => kind === 'place' && text.slice(start, end) === speaker.name)
  return `${isPlace ? 'loc' : 'org'}:${speaker.name}`
}

function pick(attributes: Readonly<Record<string, string>>, wanted: (key: string) => boolean): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(attributes).filter(([key]) => wanted(key)))
}
