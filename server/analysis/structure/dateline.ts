import type { Span } from '../span.ts'
import type { CalendarDay } from '../times/calendar.ts'
import { dayOf, writtenDateAt } from '../times/dates.ts'
import { Shape, TokenKind, type Tokens } from '../tokens.ts'
import { agencies } from '../words/agencies.ts'

/**
 * The words before a story's first sentence that say where, when and from whom it comes: "KYIV/LONDON, Feb 4 (Reuters) -". The span ends before the dash.
 * Offsets count from where the tokens do: the paragraph in `readDateline`, the story in `Structure`.
 */
export interface Dateline extends Span {
  readonly cities: readonly Span[]
  /** State, country or province behind a city. */
  readonly regions: readonly Span[]
  readonly date?: Span
  readonly day?: CalendarDay
  /** The agency without its brackets. */
  readonly agency?: Span
  readonly dash?: Span
}

/** A dateline and the token that its story begins with. `strong` where a date or an agency bears it out, not only capitals and a dash. */
export interface DatelineMatch {
  readonly dateline: Dateline
  readonly endToken: number
  readonly strong: boolean
}

const mostTokens = 40
const mostCityWords = 7
const dashes = new Set(['-', '--', '–', '—', '―', '−', '---'])

/**
 * Reads the dateline that a paragraph begins with, in the forms of the agencies: "LONDON (Reuters) -", "KYIV, Ukraine (AP) —", "Paris, Feb 4, 2026 (AFP) -",
 * "MOSCOW, February 4. /TASS/.", "NEW YORK--(BUSINESS WIRE)--", "(Reuters) -", "New Delhi [India], February 4 (ANI):".
 */
export function readDateline(tokens: Tokens): DatelineMatch | undefined {
  const places = readPlaces(tokens)
  const dateAt = places.cities.length > 0 && isStop(tokens.words[places.next]) ? places.next + 1 : places.next
  const date = writtenDateAt(tokens, dateAt)
  const dateSpan = date?.day === undefined ? undefined : spanOf(tokens, dateAt, date.end)
  const behind = date?.end ?? places.next
  const i = date && isStop(tokens.words[behind]) ? behind + 1 : behind
  const agency = readAgency(tokens, i)
  const last = agency?.next ?? behind
  if (last === 0 || last >= tokens.count || last > mostTokens) return undefined
  const dash = dashAt(tokens, last, agency !== undefined)
  const strong = agency !== undefined || dateSpan !== undefined
  const begins = dash === undefined ? last : last + 1
  if (begins >= tokens.count || !isCredible(tokens, places, agency, dateSpan, dash)) return undefined
  const day = date && dayOf(date)
  return {
    strong,
    endToken: begins,
    dateline: {
      start: tokens.starts[0],
      end: tokens.ends[last - 1],
      cities: places.cities,
      regions: places.regions,
      ...(dateSpan && { date: dateSpan }),
      ...(day && { day }),
      ...(agency && { agency: agency.span }),
      ...(dash && { dash }),
    },
  }
}

interface Places {
  readonly cities: readonly Span[]
  readonly regions: readonly Span[]
  readonly next: number
  readonly allCapitals: boolean
}

/** Cities parted by "/", "and" or nothing at all, each with its region behind a comma or in square brackets. */
function readPlaces(tokens: Tokens): Places {
  const cities: Span[] = []
  const regions: Span[] = []
  let allCapitals = true
  let i = 0
  for (;;) {
    const end = placeEnd(tokens, i)
    if (end === i || end - i > mostCityWords) break
    cities.push(spanOf(tokens, i, end))
    for (let word = i; word < end; word++) if (tokens.words[word] !== tokens.words[word].toUpperCase()) allCapitals = false
    i = end
    const region = regionAt(tokens, i)
    if (region) {
      regions.push(region.span)
      i = region.next
    }
    if (tokens.words[i] === '/' || tokens.lower[i] === 'and' || tokens.words[i] === '&') i++
    else break
    if (placeEnd(tokens, i) === i) {
      i--
      break
    }
  }
  return { cities, regions, next: i, allCapitals }
}

/** The token after a place that begins at `i`: capitalised words, with small words (de, la, on, a) only between them. */
function placeEnd(tokens: Tokens, i: number): number {
  let end = i
  for (let at = i; at < tokens.count && at - i <= mostCityWords; at++) {
    if (tokens.kinds[at] !== TokenKind.word && tokens.kinds[at] !== TokenKind.possessive) break
    if (at > i && writtenDateAt(tokens, at)) break
    if (tokens.shapes[at] & Shape.capital || tokens.kinds[at] === TokenKind.possessive) end = at + 1
    else if (at === i || !particles.has(tokens.words[at])) break
  }
  return end
}
const particles = new Set([
  'de',
  'la',
  'le',
  'les',
  'del',
  'des',
  'da',
  'do',
  'du',
  'di',
  'el',
  'al',
  'of',
  'the',
  'upon',
  'sur',
  'am',
  'an',
  'der',
  'on',
  'near',
  'in',
  'a',
  'y',
  'und',
])

/** ", Ukraine", ", W. Va.", " [India]", " (Texas)" with something after it that a dateline goes on with. */
function regionAt(tokens: Tokens, i: number): { span: Span; next: number } | undefined {
  const opening = tokens.words[i]
  if (opening !== ',' && opening !== '[') return undefined
  if (writtenDateAt(tokens, i + 1)) return undefined
  const end = placeEnd(tokens, i + 1)
  if (end === i + 1 || end - i > 5) return undefined
  if (opening === '[') return tokens.words[end] === ']' ? { span: spanOf(tokens, i + 1, end), next: end + 1 } : undefined
  return { span: spanOf(tokens, i + 1, end), next: end }
}

/** "(Reuters)", "/TASS/", "--(BUSINESS WIRE)". */
function readAgency(tokens: Tokens, i: number): { span: Span; next: number; known: boolean } | undefined {
  const first = dashes.has(tokens.words[i]) && tokens.words[i + 1] === '(' ? i + 1 : i
  const closing = tokens.words[first] === '(' ? ')' : tokens.words[first] === '/' ? '/' : undefined
  if (closing === undefined) return undefined
  let end = first + 1
  while (end < tokens.count && end - first < 8 && tokens.words[end] !== closing) end++
  if (tokens.words[end] !== closing || end === first + 1) return undefined
  if (!(tokens.shapes[first + 1] & Shape.capital) && tokens.lower[first + 1] !== 'dpa') return undefined
  const span = spanOf(tokens, first + 1, end)
  const name = Array.from({ length: end - first - 1 }, (_, k) => tokens.lower[first + 1 + k]).join(' ')
  return { span, next: end + 1, known: agencies.has(name) || agencies.has(name.replace(/ ([/.]) /g, '$1')) }
}

function dashAt(tokens: Tokens, i: number, afterAgency: boolean): Span | undefined {
  const word = tokens.words[i]
  if (dashes.has(word)) return spanOf(tokens, i, i + 1)
  return afterAgency && (word === ':' || (word === '.' && tokens.words[i - 1] === '/')) ? spanOf(tokens, i, i + 1) : undefined
}

function isCredible(
  tokens: Tokens,
  places: Places,
  agency: { readonly known: boolean; readonly next: number } | undefined,
  date: Span | undefined,
  dash: Span | undefined,
): boolean {
  if (places.cities.length === 0) return agency !== undefined && dash !== undefined && (agency.known || tokens.words[0] === '/')
  if (agency)
    return (
      (agency.known && (dash !== undefined || date !== undefined)) ||
      (dash !== undefined && (places.allCapitals || date !== undefined))
    )
  if (dash === undefined) return false
  if (date) return !goesOnAsRange(tokens, places.next, dash)
  const city = places.cities[0]
  const spaced = dash.start > tokens.ends[places.next - 1] || tokens.words[places.next] === '--'
  const after = places.next + 1
  const begins = tokens.kinds[after] === TokenKind.mark || (tokens.shapes[after] & (Shape.capital | Shape.digit)) !== 0
  return places.allCapitals && city.end - city.start > 2 && spaced && begins
}

/** "Running March 23-25, the fair" is a stretch of days, no dateline. */
function goesOnAsRange(tokens: Tokens, from: number, dash: Span): boolean {
  let next = from
  while (next < tokens.count && tokens.starts[next] < dash.end) next++
  return tokens.kinds[next] === TokenKind.number && tokens.starts[next] === dash.end && tokens.ends[next - 2] === dash.start
}

const isStop = (word: string | undefined) => word === ',' || word === '.'

const spanOf = (tokens: Tokens, first: number, end: number): Span => ({ start: tokens.starts[first], end: tokens.ends[end - 1] })
