import type { Span } from './span.ts'
import { type Byline, isJobLine, readByline } from './structure/byline.ts'
import type { Credit } from './structure/credits.ts'
import type { Dateline, DatelineMatch } from './structure/dateline.ts'
import { longestHeadline, type ParagraphForm } from './structure/form.ts'
import { isInCapitals } from './structure/forms.ts'
import { findPullQuotes } from './structure/pull-quotes.ts'
import type { CalendarDay } from './times/calendar.ts'
import type { Tokens } from './tokens.ts'

export type { Byline } from './structure/byline.ts'
export type { Credit, CreditRole } from './structure/credits.ts'
export type { Dateline } from './structure/dateline.ts'
export type { CalendarDay } from './times/calendar.ts'

/** What a part of a story is. A line that only gives the date is a `dateline`, a deck under the headline a further `headline`. */
export type PartKind = 'headline' | 'byline' | 'dateline' | 'lead' | 'crosshead' | 'paragraph' | 'credits' | 'note'

/** A part of the story; offsets from the story's start. A dateline and the lead behind it share a paragraph, so parts are finer than paragraphs. Sorted, disjoint. */
export interface Part extends Span {
  readonly kind: PartKind
  /** Index in `Article.paragraphs`. */
  readonly paragraph: number
  /** In an interview, the label that says who speaks ("Q", "Jane Doe"), without its colon. */
  readonly voice?: Span
  /** In a live blog, the time that the part begins with, or is. */
  readonly time?: Span
}

/** What the markup of a story says of a stretch of it; offsets from the story's start. */
export interface MarkupPart extends Span {
  readonly kind: 'headline' | 'crosshead' | 'byline' | 'note'
}

export interface Structure {
  readonly parts: readonly Part[]
  /** The story's own day: of the dateline, else of a date line, else of the front matter. */
  readonly day?: CalendarDay
  /** The first dateline of the story. */
  readonly dateline?: Dateline
  readonly bylines: readonly Byline[]
  readonly credits: readonly Credit[]
}

/** What structure looks at of a paragraph at its place. */
export interface PlacedText extends Span {
  readonly reading: { readonly text: string; readonly tokens: Tokens; readonly form: ParagraphForm }
}

/** Crossheads are no longer than this, in code units. */
const longestCrosshead = 80
const longestCrossheadWords = 11

/** Tells what each part of the story is. One linear pass over their forms. */
export function readStructure(
  paragraphs: readonly PlacedText[],
  markup: readonly MarkupPart[] = [],
  markupDay?: CalendarDay,
): Structure {
  const marked = new Map(markup.map(part => [part.start, part.kind]))
  const story: Story = {
    paragraphs,
    marked,
    body: bodyStart(paragraphs, marked),
    voices: interviewVoices(paragraphs),
    pullQuotes: findPullQuotes(paragraphs),
  }
  const found: Found = { parts: [], bylines: [], credits: [], hasLead: false }
  for (let paragraph = 0; paragraph < paragraphs.length; paragraph++) addParagraph(story, paragraph, found)
  const { parts, bylines, credits, dateline } = found
  const day = dayOfStory(found, markupDay)
  return { parts, bylines, credits, ...(dateline && { dateline }), ...(day && { day }) }
}

interface Story {
  readonly paragraphs: readonly PlacedText[]
  readonly marked: ReadonlyMap<number, MarkupPart['kind']>
  /** The paragraph that the body begins with. */
  readonly body: number
  readonly voices: ReadonlyMap<number, Span>
  /** The paragraphs that only repeat, for the eye, what is quoted elsewhere. */
  readonly pullQuotes: ReadonlySet<number>
}

interface Found {
  readonly parts: Part[]
  readonly bylines: Byline[]
  readonly credits: Credit[]
  dateline?: Dateline
  dateLine?: CalendarDay
  hasLead: boolean
}

function addParagraph(story: Story, paragraph: number, found: Found): void {
  const { start, end, reading } = story.paragraphs[paragraph]
  const { form } = reading
  const marked = story.marked.get(start)
  const kind = marked ?? form.kind
  const whole = (kind: PartKind) => found.parts.push({ start, end, kind, paragraph })
  if (kind === 'byline') {
    const nobody = { start: 0, end: end - start, names: [{ start: 0, end: end - start }] }
    const byline = form.kind === 'byline' ? form.byline : readByline(reading.tokens)
    found.bylines.push(shiftByline(byline ?? nobody, start))
    whole('byline')
  } else if (!marked && form.kind === 'date') {
    found.dateLine ??= form.date.day
    whole('dateline')
  } else if (!marked && form.kind === 'credits') {
    for (const credit of form.credits) found.credits.push(shiftCredit(credit, start))
    whole('credits')
  } else if (kind === 'note' || story.pullQuotes.has(paragraph) || (kind === 'bullet' && paragraph < story.body)) whole('note')
  else if (kind === 'line' && kindAt(story, paragraph - 1) === 'byline' && isJobLine(reading.tokens)) whole('byline')
  else if (kind === 'headline' || paragraph < story.body) whole('headline')
  else if (kind === 'crosshead') whole('crosshead')
  else addProse(story, paragraph, found)
}

/** What a paragraph may be by its own words; undefined outside the story. */
const kindAt = ({ paragraphs }: Story, i: number) => paragraphs[i]?.reading.form.kind

/** A paragraph of the body: lead, prose, a speaker's turn, an entry of a live blog, or a line that heads what follows. */
function addProse(story: Story, paragraph: number, found: Found): void {
  const { start, end, reading } = story.paragraphs[paragraph]
  const { form } = reading
  if (form.kind === 'dateline' && (form.match.strong || !found.hasLead)) {
    addDateline(story.paragraphs[paragraph], paragraph, form.match, found)
    return
  }
  const { time } = form
  const voice = story.voices.get(paragraph)
  const isTime = time !== undefined && time.endToken >= reading.tokens.count
  const isHead = isTime || (found.hasLead && !voice && isCrosshead(story, paragraph))
  const isLead = !found.hasLead && !voice && form.kind !== 'bullet'
  const part: Part = { start, end, kind: isHead ? 'crosshead' : isLead ? 'lead' : 'paragraph', paragraph }
  const labelled = () => ({ ...part, ...(voice && { voice: shift(voice, start) }), ...(time && { time: shift(time, start) }) })
  found.parts.push(voice || time ? labelled() : part)
  if (!isHead) found.hasLead = true
}

function addDateline(
  { start, end, reading }: PlacedText,
  paragraph: number,
  { dateline, endToken }: DatelineMatch,
  found: Found,
): void {
  found.dateline ??= shiftDateline(dateline, start)
  found.parts.push({ start: start + dateline.start, end: start + dateline.end, kind: 'dateline', paragraph })
  const kind = found.hasLead ? 'paragraph' : 'lead'
  found.parts.push({ start: start + reading.tokens.starts[endToken], end, kind, paragraph })
  found.hasLead = true
}

/** The dateline's day; a date line or the front matter lends it the year where they agree. */
function dayOfStory({ dateline, dateLine }: Found, markupDay: CalendarDay | undefined): CalendarDay | undefined {
  const [first, ...others] = [dateline?.day, dateLine, markupDay].filter(day => day !== undefined)
  if (first === undefined || first.year !== undefined) return first
  return others.find(day => day.month === first.month && day.day === first.day && day.year !== undefined) ?? first
}

/**
 * The paragraph that the story's body begins with: what stands before it is headline, deck, byline and date. A headline is a line that is no sentence, or whatever
 * short thing stands over a byline, a date or a dateline.
 */
function bodyStart(paragraphs: readonly PlacedText[], marked: ReadonlyMap<number, MarkupPart['kind']>): number {
  const isShort = (i: number) => paragraphs[i].end - paragraphs[i].start <= longestHeadline
  let body = 0
  let lines = 0
  for (let i = 0; i < Math.min(paragraphs.length, 12); i++) {
    const { form } = paragraphs[i].reading
    const { kind } = form
    if (kind === 'byline' || kind === 'date' || marked.has(paragraphs[i].start)) {
      if (body < i && !paragraphs.slice(body, i).every((_, k) => isShort(body + k))) return body
      body = i + 1
    } else if (form.kind === 'dateline' && form.match.strong) {
      return paragraphs.slice(body, i).every((_, k) => isShort(body + k)) ? i : body
    } else if (kind === 'line' && body === i && lines < 4 && !(lines > 0 && isInCapitals(paragraphs[i].reading.text))) {
      lines++
      body = i + 1
    } else if ((kind === 'note' || kind === 'bullet') && body === i) body = i + 1
    else if (!isShort(i)) break
  }
  return body
}

/** Whether a line between paragraphs of prose heads what follows. */
function isCrosshead(story: Story, i: number): boolean {
  const { text, tokens, form } = story.paragraphs[i].reading
  if (text.length > longestCrosshead || tokens.count > longestCrossheadWords + 2 || text.length < 3) return false
  const next = kindAt(story, i + 1)
  if (
    next !== 'prose' &&
    next !== 'bullet' &&
    next !== 'dateline' &&
    !(next === 'line' && story.paragraphs[i + 1].reading.text.length > longestCrosshead)
  )
    return false
  if (form.kind !== 'line' && !(text.endsWith('?') && text.length <= 60)) return false
  if (/^["“”'‘’]/.test(text) && !isInCapitals(text)) return false
  return !/^[,;:)\]]/.test(text) && !/[,;:–—-]$/.test(text)
}

/** The labels of an interview by paragraph: those that come at least twice. */
function interviewVoices(paragraphs: readonly PlacedText[]): ReadonlyMap<number, Span> {
  const voices = new Map<number, Span>()
  const counts = new Map<string, number>()
  for (let i = 0; i < paragraphs.length; i++) {
    const voice = paragraphs[i].reading.form.voice
    if (!voice) continue
    voices.set(i, voice)
    const label = labelOf(paragraphs[i], voice)
    counts.set(label, (counts.get(label) ?? 0) + 1)
  }
  const isPair = counts.has('Q') && counts.has('A')
  for (const [i, voice] of voices) {
    const label = labelOf(paragraphs[i], voice)
    if ((counts.get(label) ?? 0) < 2 && !(isPair && (label === 'Q' || label === 'A'))) voices.delete(i)
  }
  return voices
}

const labelOf = ({ reading }: PlacedText, { start, end }: Span) => reading.text.slice(start, end)
const shift = ({ start, end }: Span, by: number): Span => ({ start: start + by, end: end + by })
const shiftCredit = (credit: Credit, by: number): Credit => ({
  ...credit,
  names: credit.names.map(name => shift(name, by)),
  ...(credit.place && { place: shift(credit.place, by) }),
})
const shiftByline = (byline: Byline, by: number): Byline => ({
  ...shift(byline, by),
  names: byline.names.map(name => shift(name, by)),
  ...(byline.place && { place: shift(byline.place, by) }),
})
const shiftDateline = (dateline: Dateline, by: number): Dateline => ({
  ...dateline,
  ...shift(dateline, by),
  cities: dateline.cities.map(city => shift(city, by)),
  regions: dateline.regions.map(region => shift(region, by)),
  ...(dateline.date && { date: shift(dateline.date, by) }),
  ...(dateline.agency && { agency: shift(dateline.agency, by) }),
  ...(dateline.dash && { dash: shift(dateline.dash, by) }),
})
