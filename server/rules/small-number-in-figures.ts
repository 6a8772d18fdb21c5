import type { Article } from '../analysis/article.ts'
import type { TimeExpression } from '../analysis/times.ts'
import { Shape, TokenKind, type Tokens } from '../analysis/tokens.ts'
import { units } from '../analysis/words/units.ts'
import { isInName, isQuoted, type Prose, proseOf, sentenceAt, spanOfTokens } from './prose.ts'
import type { Problem, Rule } from './rule.ts'

export const smallNumberInFigures: Rule = {
  id: 'small-number-in-figures',
  summary: 'A number from one to nine is written in figures.',
  reason:
    'One to nine are words, 10 and up figures. Ages, dates, times, money, percentages, measures, votes, scores, ranges and numbered things keep their figures.',
  levels: { none: 'off', reuters: 'warning', ap: 'warning', british: 'warning' },
  source: {
    title: 'Guardian and Observer style guide: N, numbers',
    url: 'https://www.theguardian.com/guardian-observer-style-guide-n',
  },
  examples: [
    { wrong: 'The storm killed ⟦5⟧ people in Halburg.', right: 'The storm killed five people in Halburg.' },
    { wrong: 'She was jailed for ⟦3⟧ years in May.', right: 'She was jailed for three years in May.' },
    {
      wrong: 'The Reds left with ⟦2⟧ players hurt.',
      right: 'The Reds won 3-2, 4 km from home, by 5 votes to 4, and were placed No. 2 in group 7.',
    },
  ],
  byParagraph: true,
  *check(article: Article): Iterable<Problem> {
    for (const prose of proseOf(article)) {
      for (const time of prose.reading.times) {
        if (time.firstToken < prose.firstToken || !isSmallCount(prose, time)) continue
        const span = spanOfTokens(prose, time.firstToken, time.firstToken + 1)
        if (isQuoted(article, span) || isInName(article, span)) continue
        const word = words[Number(prose.reading.tokens.words[time.firstToken])]
        yield {
          ...span,
          message: `Write ${word}: numbers up to nine are words.`,
          fixes: [{ title: `Write ${word}`, edits: [{ ...span, text: word }], safe: false }],
        }
      }
    }
  },
}

const words = 'zero one two three four five six seven eight nine'.split(' ')
const lastingUnits = new Set(['day', 'night', 'week', 'month', 'year', 'decade', 'century'])

/** Whether a figure from 1 to 9 counts things, or days and longer. */
function isSmallCount(prose: Prose, { kind, unit, firstToken, endToken }: TimeExpression): boolean {
  const { tokens } = prose.reading
  if (kind !== 'number' && !(kind === 'duration' && lastingUnits.has(unit ?? ''))) return false
  if (!/^[1-9]$/.test(tokens.words[firstToken]) || (kind === 'number' && endToken > firstToken + 1)) return false
  if (sentenceAt(prose, firstToken)?.firstToken === firstToken) return false
  return !isNumbered(tokens, firstToken) && countsPlainly(tokens, firstToken + 1) && !standsInRow(tokens, firstToken)
}

/** "Channel 4", "No. 4", "category 4", "(4)", "#4": the figure is a name or a sign, not a count. */
function isNumbered(tokens: Tokens, token: number): boolean {
  const before = tokens.words[token - 1]
  if (before === undefined || tokens.ends[token - 1] === tokens.starts[token]) return true
  if (tokens.kinds[token - 1] !== TokenKind.word)
    return tokens.words[token - 1] !== ',' && tokens.kinds[token - 1] !== TokenKind.possessive
  return (tokens.shapes[token - 1] & Shape.capital) !== 0 || numberedThings.has(tokens.lower[token - 1])
}
const numberedThings = new Set(
  `no no. number numbers category level phase stage group type grade class chapter page pages article section act scene version episode season round rounds game match day week year
  tier step rank ranked seed seeded line lane gate platform room unit block lot item point part volume magnitude minute size factor model series row game's route channel plus minus times
  aged age by beat won lost lead led leading drew scored`.split(/\s+/),
)

/** What follows is what is counted: a plain small word that touches nothing, no measure, score or part of a day. */
function countsPlainly(tokens: Tokens, next: number): boolean {
  if (next >= tokens.count || tokens.starts[next] === tokens.ends[next - 1]) return false
  if (tokens.kinds[next] !== TokenKind.word || (tokens.shapes[next] & (Shape.capital | Shape.innerCapital)) !== 0) return false
  const word = tokens.lower[next]
  const hyphen = word.indexOf('-')
  const unit = units.get(hyphen < 0 ? word : word.slice(0, hyphen))
  if (unit && unit.kind !== 'duration') return false
  return word.length > 2 && !measures.has(word) && !/(?:bits?|bytes?|hertz|watts?|pixels?|volts?)$/.test(word)
}
const measures = new Set(
  `votes vote points point goals goal runs run wickets sets set games laps seats seat percentage per percent times out and the all nil under over for from with without against after before last years-old
  stars star degrees magnitude inches feet foot hits overs tries penalties down love million billion trillion hundred thousand acres`.split(
    /\s+/,
  ),
)

/** Another figure close by: "1 and 3", "5 to 12", "2, 4 and 6", "3 boys, 12 girls" are kept alike. */
function standsInRow(tokens: Tokens, token: number): boolean {
  const from = Math.max(0, token - 6)
  const to = Math.min(tokens.count, token + 8)
  for (let i = from; i < to; i++) {
    if (i === token || tokens.kinds[i] !== TokenKind.number) continue
    if (Math.abs(i - token) <= 3) return true
    const between = i < token ? [i + 1, token] : [token + 1, i]
    for (let at = between[0]; at < between[1]; at++) if (joins.has(tokens.lower[at])) return true
  }
  return false
}
const joins = new Set([',', 'and', 'to', 'or', ';', '-', '–'])
