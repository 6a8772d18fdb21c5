import type { Span } from '../span.ts'
import { Shape, TokenKind, type Tokens } from '../tokens.ts'

/** Who wrote the story: "By Jane Doe and John Roe in Kyiv". Offsets count from where the tokens do: the paragraph in `readByline`, the story in `Structure`. */
export interface Byline extends Span {
  readonly names: readonly Span[]
  readonly place?: Span
}

const mostTokens = 40
const openings: readonly (readonly string[])[] = [
  ['by'],
  ['story', 'by'],
  ['words', 'by'],
  ['text', 'by'],
  ['written', 'by'],
  ['reported', 'by'],
  ['from'],
]
const jobs = new Set(
  'correspondent correspondents reporter reporters editor writer writers staff columnist analyst bureau reuters'.split(' '),
)

/** Reads a paragraph that is nothing but a byline; undefined where it is anything else. */
export function readByline(tokens: Tokens): Byline | undefined {
  if (tokens.count < 2 || tokens.count > mostTokens || endsSentence(tokens)) return undefined
  const opening = openings.find(words => words.every((word, i) => tokens.lower[i] === word))
  if (opening && isBig(tokens, 0)) return readNames(tokens, opening.length)
  return tokens.words[0] === 'by' && isBig(tokens, 1) ? readNames(tokens, 1) : readJob(tokens)
}

/** Whether a paragraph is nothing but a reporter's job, as it may stand under a byline: "Northern correspondent". */
export function isJobLine(tokens: Tokens): boolean {
  return tokens.count <= 6 && !endsSentence(tokens) && jobs.has(tokens.lower[tokens.count - 1])
}

/** The end of the run of name words that begins at token `i`: capitalised words with particles and initials between them. */
export function nameEnd(tokens: Tokens, i: number): number {
  let end = i
  for (let at = i; at < tokens.count && at - i < 7; at++) {
    if (tokens.kinds[at] !== TokenKind.word) break
    if (isBig(tokens, at)) end = at + 1
    else if (!particles.has(tokens.words[at])) break
  }
  return end
}
const particles = new Set('de la le du da dos del della der den van von bin bint ibn al el ter ten y e af av zu'.split(' '))

function readNames(tokens: Tokens, first: number): Byline | undefined {
  const names: Span[] = []
  let place: Span | undefined
  let i = first
  while (i < tokens.count) {
    const end = nameEnd(tokens, i)
    if (end === i) break
    names.push({ start: tokens.starts[i], end: tokens.ends[end - 1] })
    i = end
    if (tokens.lower[i] === 'in' && nameEnd(tokens, i + 1) > i + 1) {
      const placeEnd = nameEnd(tokens, i + 1)
      place ??= { start: tokens.starts[i + 1], end: tokens.ends[placeEnd - 1] }
      i = placeEnd
    }
    if (tokens.words[i] === ',' && (tokens.lower[i + 1] === 'and' || tokens.words[i + 1] === '&')) i++
    if (tokens.words[i] !== ',' && tokens.lower[i] !== 'and' && tokens.words[i] !== '&' && tokens.lower[i] !== 'with') break
    if (isJob(tokens, i + 1)) break
    i++
  }
  if (names.length === 0 || !mayFollow(tokens, i)) return undefined
  return { start: tokens.starts[0], end: tokens.ends[tokens.count - 1], names, ...(place && { place }) }
}

/** Behind the names: nothing, a job, an agency, a place, a time. Never the rest of a sentence. */
function mayFollow(tokens: Tokens, i: number): boolean {
  if (i >= tokens.count) return true
  const word = tokens.lower[i]
  if (tokens.kinds[i] === TokenKind.punctuation || tokens.kinds[i] === TokenKind.symbol)
    return isJob(tokens, i + 1) || word !== ','
  return word === 'for' || word === 'of' || word === 'at' || word === 'in' || jobs.has(word)
}

/** Whether the words from token `i` to the next comma name a job: "Health correspondent", "Example News". */
function isJob(tokens: Tokens, i: number): boolean {
  for (let at = i; at < tokens.count && at - i < 7; at++) if (jobs.has(tokens.lower[at])) return true
  return false
}

/** "Jane Doe, Example News correspondent". */
function readJob(tokens: Tokens): Byline | undefined {
  const end = nameEnd(tokens, 0)
  const comma = tokens.words[end]
  if (end < 2 || end > 4 || (comma !== ',' && comma !== '|' && comma !== '/') || tokens.count > 12) return undefined
  if (!jobs.has(tokens.lower[tokens.count - 1])) return undefined
  return {
    start: tokens.starts[0],
    end: tokens.ends[tokens.count - 1],
    names: [{ start: tokens.starts[0], end: tokens.ends[end - 1] }],
  }
}

function endsSentence(tokens: Tokens): boolean {
  const last = tokens.words[tokens.count - 1]
  return last === '.' || last === '!' || last === '?' || last === ':'
}

const isBig = (tokens: Tokens, i: number) => i < tokens.count && (tokens.shapes[i] & (Shape.capital | Shape.innerCapital)) !== 0
