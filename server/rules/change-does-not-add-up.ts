import type { Article } from '../analysis/article.ts'
import type { Sentence } from '../analysis/sentences.ts'
import type { TimeExpression } from '../analysis/times.ts'
import { isQuoted, type Prose, proseOf, timesWithin } from './prose.ts'
import type { Problem, Rule } from './rule.ts'
import { type Figure, figureOf, isBetween, isRough, percentText } from './sums.ts'

export const changeDoesNotAddUp: Rule = {
  id: 'change-does-not-add-up',
  summary: 'From X to Y, up Z%: the percentage is not that of the change.',
  reason:
    'A change is counted from where it began: from 100 to 120 is up 20%, from 120 to 100 down 17%. A doubling is twice the figure.',
  levels: { none: 'warning' },
  source: {
    title: 'Guardian and Observer style guide: P, percentage rises',
    url: 'https://www.theguardian.com/guardian-observer-style-guide-p',
  },
  examples: [
    {
      wrong: 'Sales rose from 120 to 150, up ⟦30%⟧ in a year.',
      right: 'Sales rose from 120 to 150, up 25% in a year.',
    },
    {
      wrong: 'Profit fell ⟦25 percent⟧ to $8.1 million from $10.4 million.',
      right: 'Profit fell 22 percent to $8.1 million from $10.4 million.',
    },
    {
      wrong: 'Joblessness fell from 5.2% to 4.8%, down ⟦0.4%⟧ in a month.',
      right: 'Joblessness fell from 5.2% to 4.8%, down 0.4 percentage points in a month.',
    },
    {
      wrong: 'The number of pupils ⟦doubled⟧ from 200 to 300.',
      right: 'The number of pupils doubled from 200 to 400 and then nearly doubled to 750.',
    },
  ],
  byParagraph: true,
  *check(article: Article): Iterable<Problem> {
    for (const prose of proseOf(article)) {
      if (prose.reading.times.length < 2) continue
      for (const sentence of prose.reading.sentences) {
        const problem = changeProblem(prose, sentence)
        if (problem && !isQuoted(article, problem)) yield problem
      }
    }
  },
}

/** The sum of a sentence that has exactly one figure "from" and one "to" of the same kind. */
function changeProblem(prose: Prose, { firstToken, endToken }: Sentence): Problem | undefined {
  if (endToken - firstToken > longest) return undefined
  const amounts = timesWithin(prose, firstToken, endToken).filter(({ kind }) => summed.has(kind))
  if (amounts.length < 2 || amounts.length > 4) return undefined
  const from = only(amounts.filter(amount => isAfter(prose, amount, 'from')))
  const to = only(amounts.filter(amount => isAfter(prose, amount, 'to')))
  if (!from || !to || from.kind !== to.kind || from.unit !== to.unit) return undefined
  const before = figureOf(prose, from)
  const after = figureOf(prose, to)
  if (!before || !after || isRough(prose, from.firstToken) || isRough(prose, to.firstToken)) return undefined
  const percentage = only(amounts.filter(amount => amount.kind === 'percentage' && amount !== from && amount !== to))
  if (percentage && amounts.length === 3)
    return from.kind === 'percentage'
      ? pointsProblem(prose, percentage, before, after)
      : percentageProblem(prose, percentage, before, after)
  return amounts.length === 2 ? multipleProblem(prose, firstToken, endToken, before, after) : undefined
}
const longest = 60
const summed = new Set(['money', 'quantity', 'number', 'percentage'])
const only = <T>(list: readonly T[]) => (list.length === 1 ? list[0] : undefined)
const isAfter = ({ reading: { tokens } }: Prose, { firstToken }: TimeExpression, word: string) =>
  tokens.lower[firstToken - 1] === word

function percentageProblem(prose: Prose, percentage: TimeExpression, before: Figure, after: Figure): Problem | undefined {
  const { tokens } = prose.reading
  const direction = directionAt(prose, percentage, before, after)
  const said = figureOf(prose, percentage)
  const next = tokens.lower[percentage.endToken]
  if (
    percentage.unit !== 'percent' ||
    direction === 0 ||
    !said ||
    isRough(prose, percentage.firstToken) ||
    perTime.has(next ?? '')
  )
    return undefined
  const least = 100 * (direction * (after.low / before.high - 1))
  const most = 100 * (direction * (after.high / before.low - 1))
  if (isBetween(said, least, most)) return undefined
  const change = 100 * (after.value / before.value - 1)
  return {
    start: prose.start + percentage.start,
    end: prose.start + percentage.end,
    message: `From the first figure to the second it is ${change < 0 ? 'down' : 'up'} ${percentText(Math.abs(change))}%: correct one of the three.`,
  }
}
const perTime = new Set(['a', 'annually', 'per', 'each', 'every', 'of', 'stake', 'more', 'less'])

/** "from 5% to 7%, up 2%": the difference of two percentages is in percentage points. */
function pointsProblem(prose: Prose, change: TimeExpression, before: Figure, after: Figure): Problem | undefined {
  const said = figureOf(prose, change)
  if (!said || isRough(prose, change.firstToken) || directionAt(prose, change, before, after) === 0) return undefined
  const span = { start: prose.start + change.start, end: prose.start + change.end }
  const points = Math.abs(after.value - before.value)
  const isDifference = isBetween(said, points - after.high + after.low, points + after.high - after.low)
  if (change.unit !== 'percent' && isDifference) return undefined
  if (isDifference) {
    const text = `${percentText(points)} percentage points`
    return {
      ...span,
      message: `Write ${text}: the difference of two percentages is in points.`,
      fixes: [{ title: `Write ${text}`, edits: [{ ...span, text }], safe: false }],
    }
  }
  const ratio = Math.abs(after.value / before.value - 1) * 100
  if (change.unit !== 'percent' || isBetween(said, ratio * 0.9, ratio * 1.1)) return undefined
  return { ...span, message: `The two percentages are ${percentText(points)} points apart: correct one of the three.` }
}

/** 1 where the percentage is a rise, -1 where it is a fall, 0 where the words around it do not say. */
function directionAt(
  { reading: { tokens } }: Prose,
  { firstToken, endToken }: TimeExpression,
  before: Figure,
  after: Figure,
): -1 | 0 | 1 {
  for (let token = firstToken - 1; token >= Math.max(0, firstToken - 3); token--) {
    if (rises.has(tokens.lower[token])) return 1
    if (falls.has(tokens.lower[token])) return -1
    if (tokens.lower[token] === 'from' || tokens.lower[token] === 'to') return 0
  }
  const noun = tokens.lower[endToken]
  if (tokens.lower[firstToken - 1] === 'or') return after.value < before.value ? -1 : 1
  return rises.has(noun) ? 1 : falls.has(noun) ? -1 : 0
}
const rises = new Set(
  'up rose rise rises risen increase increased increasing climbed jumped gained grew growth grown surged soared leapt raised jump gain'.split(
    ' ',
  ),
)
const falls = new Set(
  'down fell fall falls fallen decrease decreased decreasing dropped drop decline declined sank shrank slid slumped tumbled cut lowered lost'.split(
    ' ',
  ),
)

/** "doubled from 200 to 300". */
function multipleProblem(prose: Prose, from: number, to: number, before: Figure, after: Figure): Problem | undefined {
  const { tokens } = prose.reading
  for (let token = from; token < to; token++) {
    const factor = multiples.get(tokens.lower[token])
    if (factor === undefined) continue
    const ratio = after.value / before.value / factor
    if (isRough(prose, token) || (ratio > 0.88 && ratio < 1.12)) return undefined
    const share = after.value / before.value
    return {
      start: prose.start + tokens.starts[token],
      end: prose.start + tokens.ends[token],
      message: `From the first figure to the second it is ${percentText(share)} times as much, not ${factor}: correct the word or a figure.`,
    }
  }
  return undefined
}
const multiples: ReadonlyMap<string, number> = new Map([
  ['doubled', 2],
  ['doubling', 2],
  ['tripled', 3],
  ['trebled', 3],
  ['quadrupled', 4],
  ['halved', 0.5],
])
