import type { Article } from '../analysis/article.ts'
import type { Sentence } from '../analysis/sentences.ts'
import type { TimeExpression } from '../analysis/times.ts'
import { isQuoted, type Prose, proseOf, timesWithin } from './prose.ts'
import type { Problem, Rule } from './rule.ts'
import { figureOf, isRough } from './sums.ts'

export const partsDoNotAddUp: Rule = {
  id: 'parts-do-not-add-up',
  summary: 'Percentages that are all there is do not make 100.',
  reason:
    'Where the text comes to the rest, or says what a thing is made up of, the parts make the whole. What rounding may add or take is left alone.',
  levels: { none: 'warning' },
  examples: [
    {
      wrong: 'Pell had 52% of the votes, Reyk had 30%, and the remaining ⟦12%⟧ were spoiled.',
      right: 'Pell had 52% of the votes, Reyk had 36%, and the remaining 12% were spoiled.',
    },
    {
      wrong: 'Of the visitors, 33% came by train and 33% by bus. The other ⟦44%⟧ walked.',
      right: 'Of the visitors, 33% came by train and 33% by bus. The other 33% walked.',
    },
    {
      wrong: 'The alloy is made up of 75% copper, 20% zinc and ⟦15%⟧ tin.',
      right: 'The alloy is made up of 75% copper, 20% zinc and 5% tin.',
    },
  ],
  byParagraph: true,
  *check(article: Article): Iterable<Problem> {
    for (const prose of proseOf(article)) {
      if (prose.reading.times.length < 2) continue
      let before: readonly TimeExpression[] = []
      for (const sentence of prose.reading.sentences) {
        const own = percentagesIn(prose, sentence)
        const problem = sumProblem(prose, wholeOf(prose, own, before))
        if (problem && !isQuoted(article, problem)) yield problem
        before = own
      }
    }
  },
}

const percentagesIn = (prose: Prose, { firstToken, endToken }: Sentence) =>
  timesWithin(prose, firstToken, endToken).filter(({ kind }) => kind === 'percentage')

/** The percentages that the text says are all there is; none where it does not say so. "The remaining 12%" may stand in a sentence of its own. */
function wholeOf(prose: Prose, own: readonly TimeExpression[], before: readonly TimeExpression[]): readonly TimeExpression[] {
  const last = own.at(-1)
  if (!last) return []
  if (isRest(prose, last)) return own.length > 1 ? own : [...before, last]
  return isMadeUpOf(prose, own) ? own : []
}

/** "the remaining 12%", "the other 12%", "the rest, 12%,". */
function isRest({ reading: { tokens } }: Prose, { firstToken }: TimeExpression): boolean {
  const [beforeLast, last] = [tokens.lower[firstToken - 2], tokens.lower[firstToken - 1]]
  if (last === 'remaining' || last === 'other') return beforeLast === 'the'
  return (beforeLast === 'rest' || beforeLast === 'remainder') && /^[,(–—-]$/.test(last)
}

/** "made up of 75% copper, 20% zinc and 5% tin". */
function isMadeUpOf({ reading: { tokens } }: Prose, own: readonly TimeExpression[]): boolean {
  if (own.length < 3) return false
  const [verb, of] = [tokens.lower[own[0].firstToken - 2], tokens.lower[own[0].firstToken - 1]]
  const opens = of === 'of' && (verb === 'up' || verb === 'composed' || verb === 'consists' || verb === 'consisted')
  return (
    opens &&
    own.every(({ firstToken }, i) => {
      const joint = tokens.lower[firstToken - 1]
      return i === 0 || (firstToken - own[i - 1].endToken <= 5 && (joint === ',' || joint === 'and'))
    })
  )
}

function sumProblem(prose: Prose, parts: readonly TimeExpression[]): Problem | undefined {
  if (parts.length < 2 || parts.length > mostParts || !haveOneWhole(prose, parts)) return undefined
  let low = 0
  let high = 0
  let sum = 0
  for (const part of parts) {
    const figure = figureOf(prose, part)
    if (!figure || part.unit !== 'percent' || isRough(prose, part.firstToken) || isChange(prose, part)) return undefined
    low += figure.low
    high += figure.high
    sum += figure.value
  }
  if (low <= 100 && high >= 100) return undefined
  const [last, ...others] = parts.map(({ start, end }) => ({ start: prose.start + start, end: prose.start + end })).reverse()
  return {
    ...last,
    message: `The percentages make ${Math.round(sum * 10) / 10}, not 100: correct one of them.`,
    related: others.reverse().map(place => ({ ...place, message: 'Another part of the whole.' })),
  }
}

/** No whole has more parts in a text. */
const mostParts = 8

/** "52% of the votes" and "30% of the women" are parts of two wholes. */
function haveOneWhole({ reading: { tokens } }: Prose, parts: readonly TimeExpression[]): boolean {
  const wholes = new Set<string>()
  for (const { endToken } of parts) {
    if (tokens.lower[endToken] !== 'of') continue
    let noun = endToken + 1
    while (determiners.has(tokens.lower[noun])) noun++
    wholes.add(tokens.lower[noun])
  }
  return wholes.size < 2
}
const determiners = new Set(['the', 'its', 'their', 'his', 'her', 'all', 'those', 'these', 'total'])

/** "rose 12%", "to 70%", "another 20%": no part, but what comes to one. */
const isChange = ({ reading: { tokens } }: Prose, { firstToken }: TimeExpression) => changes.has(tokens.lower[firstToken - 1])
const changes = new Set(
  'from to by up down than another further additional extra rose fell grew gained lost raised cut increased dropped'.split(' '),
)
