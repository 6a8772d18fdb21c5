import type { Article } from '../analysis/article.ts'
import type { Span } from '../analysis/span.ts'
import { TokenKind } from '../analysis/tokens.ts'
import { isInBody, type Naming, namedPeople } from './namings.ts'
import { isQuoted, type Prose, sentenceAt, timesWithin } from './prose.ts'
import type { Problem, Rule } from './rule.ts'

export const twoAges: Rule = {
  id: 'two-ages',
  summary: 'One person has two ages in the story.',
  reason: 'One of the two is wrong. An age that a person had then, or in another year, is no second age.',
  levels: { none: 'warning' },
  examples: [
    {
      wrong: 'Ana Pell, 38, came first. Tom Reyk lost to Pell, ⟦39⟧, by a yard.',
      right: 'Ana Pell, 38, came first. Tom Reyk lost to Pell, 38, by a yard.',
    },
    {
      wrong: 'Ana Pell (38) came first. The crowd cheered the ⟦48⟧-year-old driver Ana Pell.',
      right: 'Ana Pell (38) came first. In 2002 the then 18-year-old Ana Pell was last.',
    },
  ],
  *check(article: Article): Iterable<Problem> {
    const problems: Problem[] = []
    for (const { person, namings } of namedPeople(article)) {
      let first: FoundAge | undefined
      for (const naming of namings) {
        const age = isInBody(naming) ? ageBeside(article.paragraphs[naming.paragraph], naming) : undefined
        if (!age || isQuoted(article, age)) continue
        first ??= age
        if (first.years === age.years) continue
        problems.push({
          start: age.start,
          end: age.end,
          message: `${person.name} is ${first.years} further up: correct one of the two ages.`,
          related: [{ start: first.start, end: first.end, message: `${first.years} here.` }],
        })
      }
    }
    yield* problems.sort((a, b) => a.start - b.start)
  },
}

interface FoundAge extends Span {
  readonly years: number
}

/** The age in figures right behind a name between commas or in brackets, or before it ("the 38-year-old driver Pell"). */
function ageBeside(prose: Pick<Prose, 'start' | 'reading'>, { firstToken, endToken }: Naming): FoundAge | undefined {
  const { tokens, times } = prose.reading
  const opener = tokens.words[endToken]
  const closer = tokens.words[endToken + 2]
  const behind = (opener === ',' && (closer === ',' || closer === '.')) || (opener === '(' && closer === ')')
  if (!behind && !times.some(({ kind }) => kind === 'age')) return undefined
  for (const { kind, unit, firstToken: first, endToken: end } of timesWithin(
    prose,
    Math.max(0, firstToken - 6),
    Math.min(endToken + 2, tokens.count),
  )) {
    if (kind !== 'age' && kind !== 'number') continue
    const isBehind = behind && first === endToken + 1 && end === first + 1
    const isBefore =
      kind === 'age' && unit === 'year' && end <= firstToken && firstToken - end < 4 && isPlain(prose, end, firstToken)
    const figure = isBehind || isBefore ? /^\d{1,3}(?=$|-year)/.exec(tokens.words[first])?.[0] : undefined
    if (figure === undefined || Number(figure) < 1 || Number(figure) > 120) continue
    if (isOfAnotherTime(prose, firstToken)) return undefined
    const start = prose.start + tokens.starts[first]
    return { start, end: start + figure.length, years: Number(figure) }
  }
  return undefined
}

/** Nothing but small words that name a job stands between the age and the name. */
function isPlain({ reading: { tokens } }: Pick<Prose, 'reading'>, from: number, to: number): boolean {
  for (let token = from; token < to; token++)
    if (tokens.kinds[token] !== TokenKind.word || tokens.words[token] !== tokens.lower[token] || links.has(tokens.lower[token]))
      return false
  return true
}
const links = new Set(
  'is was of and who said by to for in with told at on from as or when than son daughter brother sister wife husband'.split(' '),
)

/** A sentence that looks back or ahead may give the age of that time. */
function isOfAnotherTime(prose: Pick<Prose, 'reading'>, token: number): boolean {
  const sentence = sentenceAt(prose, token)
  if (!sentence) return false
  const { tokens } = prose.reading
  const from = Math.max(sentence.firstToken, token - reach)
  const to = Math.min(sentence.endToken, token + reach)
  for (let at = from; at < to; at++) if (otherTimes.has(tokens.lower[at])) return true
  return timesWithin(prose, from, to).some(({ date }) => date?.form === 'years' || date?.form === 'month')
}
/** So many tokens of a sentence are looked at on either side. */
const reach = 60
const otherTimes = new Set([
  'then',
  'when',
  'ago',
  'later',
  'earlier',
  'former',
  'formerly',
  'turns',
  'turned',
  'until',
  'since',
  'after',
])
