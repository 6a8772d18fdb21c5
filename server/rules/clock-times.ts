import type { Article } from '../analysis/article.ts'
import { TokenKind, type Tokens } from '../analysis/tokens.ts'
import { isInName, isQuoted, type Prose, proseOf, sentenceAt, spanOfTokens } from './prose.ts'
import type { Problem, TextEdit } from './rule.ts'

/** A time of day with its half as the text has it: the figures of "09:05 PM" without zeros that say nothing. */
export interface ClockTime {
  readonly hour: string
  readonly minutes?: string
  readonly half: 'a' | 'p'
}

/** How a house writes times of day. */
export interface ClockStyle {
  write(time: ClockTime): string
  /** What to say behind "Write 5 p.m.: ". */
  readonly manner: string
}

/** The problems of the times of day in the running text that are not written as the house has them. Noon and midnight by figures are left alone. */
export function* clockProblems(article: Article, { write, manner }: ClockStyle): Iterable<Problem> {
  for (const prose of proseOf(article)) {
    const { tokens } = prose.reading
    for (let token = prose.firstToken; token < tokens.count; token++) {
      const found = tokens.kinds[token] === TokenKind.number ? readTime(tokens, token) : undefined
      if (!found) continue
      const span = spanOfTokens(prose, token, found.endToken)
      const wanted = write(found.time)
      const edit = withStop(prose, found.endToken, { ...span, text: wanted })
      const written = article.text.slice(span.start, span.end)
      if (written === wanted || written === edit.text || isQuoted(article, span) || isInName(article, span)) continue
      const title = `Write ${wanted}`
      yield { ...span, message: `${title}: ${manner}.`, fixes: [{ title, edits: [edit], safe: true }] }
    }
  }
}

/** A stop that ends the sentence as well stays when the house writes none, and does not come twice when it does. */
function withStop(prose: Prose, endToken: number, { start, end, text }: TextEdit): TextEdit {
  const { tokens } = prose.reading
  const sentenceEnd = sentenceAt(prose, endToken - 1)?.endToken
  const hasStop = text.endsWith('.')
  if (!hasStop && sentenceEnd === endToken && tokens.words[endToken - 1].endsWith('.')) return { start, end, text: `${text}.` }
  const doubles = hasStop && sentenceEnd === endToken + 1 && tokens.words[endToken] === '.'
  return { start, end: doubles ? end + 1 : end, text }
}

/** A time that says whether it is before noon, and the token after it. */
function readTime(tokens: Tokens, token: number): { readonly time: ClockTime; readonly endToken: number } | undefined {
  const written = /^(\d{1,2})(?:[:.](\d\d))?(?:([ap])\.?m\.?)?$/.exec(tokens.lower[token])
  if (!written) return undefined
  const [, hour, minutes, touching] = written
  const half = touching ?? /^([ap])\.?m\.?$/.exec(tokens.lower[token + 1] ?? '')?.[1]
  if ((half !== 'a' && half !== 'p') || Number(hour) >= 12) return undefined
  const time = {
    hour: hour.replace(/^0(?=\d)/, ''),
    half,
    ...(minutes !== undefined && minutes !== '00' && { minutes }),
  } as const
  return { time, endToken: touching === undefined ? token + 2 : token + 1 }
}
