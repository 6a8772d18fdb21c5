import type { Article } from '../analysis/article.ts'
import type { NameKind } from '../analysis/names.ts'
import type { QuoteKind } from '../analysis/quotes.ts'
import type { Span } from '../analysis/span.ts'
import type { PartKind } from '../analysis/structure.ts'
import type { TokenType } from './semantic-tokens.ts'

/** A stretch of one colour. */
export interface Highlight extends Span {
  readonly type: TokenType
  readonly firstMention?: boolean
  readonly unnamed?: boolean
  /** Lies within a headline or crosshead. */
  readonly heading?: boolean
}

/** The coloured stretches of a story, sorted and disjoint: where one lies within another the inner one wins and splits the outer. */
export function highlights(article: Article): readonly Highlight[] {
  const found: Highlight[] = []
  addParts(article, found)
  addSpeech(article, found)
  addPeople(article, found)
  addQuantities(article, found)
  return flatten(found)
}

const partTypes: Readonly<Partial<Record<PartKind, TokenType>>> = {
  headline: 'headline',
  byline: 'byline',
  dateline: 'dateline',
  crosshead: 'crosshead',
  credits: 'credits',
}
const nameTypes: Readonly<Record<NameKind, TokenType>> = {
  person: 'person',
  organization: 'organization',
  place: 'place',
  misc: 'name',
}
const quoteTypes: Readonly<Record<QuoteKind, TokenType>> = { direct: 'quotation', fragment: 'fragment', scare: 'scare' }

function addParts({ structure }: Article, found: Highlight[]): void {
  for (const { start, end, kind } of structure.parts) {
    const type = partTypes[kind]
    if (type) found.push({ start, end, type })
  }
}

function addSpeech({ quotes, statements }: Article, found: Highlight[]): void {
  for (const { start, end, kind } of quotes) found.push({ start, end, type: quoteTypes[kind] })
  for (const { cue, source, speaker } of [...quotes, ...statements]) {
    if (cue) found.push({ start: cue.start, end: cue.end, type: 'cue' })
    if (source && speaker && 'anonymous' in speaker)
      found.push({ start: source.start, end: source.end, type: 'source', unnamed: true })
  }
}

function addPeople({ names, people }: Article, found: Highlight[]): void {
  const first = new Set(people.map(person => person.mentions.find(mention => mention.form === 'name')?.start))
  for (const { roles } of people) for (const { start, end } of roles) found.push({ start, end, type: 'role' })
  for (const { start, end, kind } of names)
    found.push(
      kind === 'person' && first.has(start)
        ? { start, end, type: nameTypes[kind], firstMention: true }
        : { start, end, type: nameTypes[kind] },
    )
}

function addQuantities({ paragraphs }: Article, found: Highlight[]): void {
  for (const paragraph of paragraphs)
    for (const { start, end, kind } of paragraph.reading.times)
      found.push({
        start: paragraph.start + start,
        end: paragraph.start + end,
        type: kind === 'date' || kind === 'time' ? 'date' : 'number',
      })
}

const isHeading = ({ type }: Highlight) => type === 'headline' || type === 'crosshead'

/** Paints the spans one over the other, the longer under the shorter, and reads off what is seen. Sorting apart it is linear. */
function flatten(spans: Highlight[]): readonly Highlight[] {
  spans.sort((a, b) => a.start - b.start || b.end - a.end)
  const seen: Highlight[] = []
  const open: Highlight[] = []
  let at = 0
  const paintUntil = (end: number) => {
    for (let top = open.at(-1); top; top = open.at(-1)) {
      const until = Math.min(top.end, end)
      if (at < until) seen.push(stretch(top, at, until, top !== open[0] && isHeading(open[0])))
      at = Math.max(at, until)
      if (top.end > end) return
      open.pop()
    }
  }
  for (const span of spans) {
    paintUntil(span.start)
    at = span.start
    open.push(span)
  }
  paintUntil(Number.POSITIVE_INFINITY)
  return seen
}

/** Most are seen whole, and are taken as they are. */
function stretch(span: Highlight, start: number, end: number, heading: boolean): Highlight {
  if (start === span.start && end === span.end && !heading) return span
  return { ...span, start, end, ...(heading && { heading }) }
}
