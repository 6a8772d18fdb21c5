import type { Span } from '../span.ts'
import { Shape, TokenKind, type Tokens } from '../tokens.ts'
import { nameEnd } from './byline.ts'

export type CreditRole = 'reporting' | 'writing' | 'editing' | 'photographs' | 'graphics' | 'video' | 'production' | 'translation'

/** People (or newsrooms) who did one thing at one place. Offsets from the story's start. */
export interface Credit {
  readonly role: CreditRole
  /** True for "Additional reporting". */
  readonly additional: boolean
  readonly names: readonly Span[]
  readonly place?: Span
}

const roles: ReadonlyMap<string, CreditRole> = new Map(
  (
    [
      ['reporting', 'reporting reported reporter reporters contributed contributing'],
      ['writing', 'writing written compiled compiling words'],
      ['editing', 'editing edited editor'],
      ['photographs', 'photographs photographed photography photos photo pictures photographer'],
      ['graphics', 'graphic graphics illustration illustrations'],
      ['video', 'video filmed'],
      ['production', 'production produced'],
      ['translation', 'translation translated translating'],
    ] as const
  ).flatMap(([role, words]) => words.split(' ').map(word => [word, role] as const)),
)
const mostTokens = 400

/**
 * Reads a paragraph that says who made the story: "(Reporting by Jane Doe in Kyiv; Additional reporting by A and B, Editing by C)", with or without
 * brackets, or "Example News writer Jane Doe contributed to this report." Offsets count from where the tokens do. Undefined for any other paragraph.
 */
export function readCredits(tokens: Tokens): readonly Credit[] | undefined {
  if (tokens.count < 3 || tokens.count > mostTokens) return undefined
  const first = tokens.words[0] === '(' || tokens.words[0] === '[' || tokens.words[0] === '*' ? 1 : 0
  const by = clauseAt(tokens, first)
  if (by === 0) return readContribution(tokens, first)
  if (first === 0 && isProse(tokens, by)) return undefined
  const credits: Credit[] = []
  for (let i = first; i < tokens.count; ) {
    const at = clauseAt(tokens, i)
    if (at > 0) i = readClause(tokens, i, at, credits)
    else i++
  }
  return credits.length > 0 ? credits : undefined
}

/** The token after "by" where a clause such as "Additional reporting and writing by" begins at token `i`; 0 where none does. */
function clauseAt(tokens: Tokens, i: number): number {
  let sawRole = false
  for (let at = i; at < tokens.count && at - i < 7; at++) {
    const word = tokens.lower[at]
    if (roles.has(word)) sawRole = true
    else if (word === 'by') return sawRole ? at + 1 : 0
    else if (word === ':' && sawRole) return at + 1
    else if (!(linking.has(word) || (sawRole && word === ','))) return 0
  }
  return 0
}
const linking = new Set(['additional', 'further', 'and', '&', 'original', 'by', 'additionally', 'story', 'copy'])

function readClause(tokens: Tokens, first: number, from: number, credits: Credit[]): number {
  let role: CreditRole = 'reporting'
  for (let at = from - 1; at >= first; at--) role = roles.get(tokens.lower[at]) ?? role
  const additional = tokens.lower[first] === 'additional' || tokens.lower[first] === 'further'
  let names: Span[] = []
  const close = (place?: Span) => {
    if (names.length > 0) credits.push({ role, additional, names, ...(place && { place }) })
    names = []
  }
  let i = from
  while (i < tokens.count && clauseAt(tokens, i) === 0) {
    const word = tokens.lower[i]
    if (word === ';' || word === ')' || word === ']') break
    const end = newsroomEnd(tokens, nameEnd(tokens, i))
    if (end > i) {
      names.push({ start: tokens.starts[i], end: tokens.ends[end - 1] })
      i = end
    } else if (word === 'in' && nameEnd(tokens, i + 1) > i + 1) {
      const placeEnd = nameEnd(tokens, i + 1)
      close({ start: tokens.starts[i + 1], end: tokens.ends[placeEnd - 1] })
      i = regionEnd(tokens, placeEnd)
    } else i++
  }
  close()
  return Math.max(i, from)
}

/** The end of the region behind a place: "in Fairmont, Ohio; Writing by". It has one word; who made the story has two names. */
function regionEnd(tokens: Tokens, placeEnd: number): number {
  const end = placeEnd + 2
  const isRegion = tokens.words[placeEnd] === ',' && nameEnd(tokens, placeEnd + 1) === end && tokens.lower[end] !== 'in'
  return isRegion ? end : placeEnd
}

const newsroomEnd = (tokens: Tokens, i: number) =>
  tokens.lower[i] === 'newsroom' || tokens.lower[i] === 'bureau' || tokens.lower[i] === 'newsrooms' ? i + 1 : i

/** Without brackets: a sentence that only begins like credits ("Reporting by the newspaper led to…") has words no name or place has. */
function isProse(tokens: Tokens, by: number): boolean {
  if (nameEnd(tokens, by) === by) return true
  let plain = 0
  for (let i = by; i < tokens.count; i++) {
    const isWord = tokens.kinds[i] === TokenKind.word && (tokens.shapes[i] & (Shape.capital | Shape.innerCapital)) === 0
    if (isWord && !roles.has(tokens.lower[i]) && !linking.has(tokens.lower[i]) && !joining.has(tokens.lower[i])) plain++
  }
  return plain > 2
}
const joining = new Set(['in', 'newsroom', 'bureau', 'newsrooms', 'de', 'la', 'van', 'von', 'al', 'the', 'for', 'with'])

/** "Example News writers Jane Doe in Kyiv and John Roe contributed to this report." */
function readContribution(tokens: Tokens, first: number): readonly Credit[] | undefined {
  if (tokens.count > 80) return undefined
  const last =
    tokens.words[tokens.count - 1] === '.' || tokens.words[tokens.count - 1] === ')' ? tokens.count - 2 : tokens.count - 1
  const noun = tokens.lower[last] === '.' ? tokens.lower[last - 1] : tokens.lower[last]
  if (noun !== 'report' && noun !== 'story' && noun !== 'article' && noun !== 'reporting') return undefined
  let verb = last
  while (verb > first && last - verb < 8 && tokens.lower[verb] !== 'contributed') verb--
  if (tokens.lower[verb] !== 'contributed' || tokens.lower[verb + 1] === 'by') return undefined
  const credits: Credit[] = []
  readClauseUntil(tokens, first, verb, credits)
  return credits.length > 0 ? credits : undefined
}

function readClauseUntil(tokens: Tokens, first: number, end: number, credits: Credit[]): void {
  const names: Span[] = []
  for (let i = first; i < end; ) {
    const to = Math.min(nameEnd(tokens, i), end)
    if (to > i && tokens.lower[i - 1] !== 'in') names.push({ start: tokens.starts[i], end: tokens.ends[to - 1] })
    i = Math.max(to, i + 1)
  }
  if (names.length > 0) credits.push({ role: 'reporting', additional: true, names })
}
