import type { Article } from '../analysis/article.ts'
import type { TimeExpression } from '../analysis/times.ts'
import { TokenKind } from '../analysis/tokens.ts'
import { isQuoted, type Prose, proseOf, sentenceAt } from './prose.ts'
import type { Problem, Rule } from './rule.ts'
import { figureOf, isBetween, isRough, percentText } from './sums.ts'

export const shareDoesNotAddUp: Rule = {
  id: 'share-does-not-add-up',
  summary: 'X of Y, or Z%: the percentage is not that of the two figures.',
  reason: 'Readers do this sum in their heads. One of the three figures is wrong.',
  levels: { none: 'warning' },
  examples: [
    { wrong: 'The Greens won 45 of 60 seats, or ⟦65%⟧.', right: 'The Greens won 45 of 60 seats, or 75%.' },
    { wrong: 'Of the trees, 12 out of 36 (⟦25 percent⟧) are dead.', right: 'Of the trees, 12 out of 36 (33 percent) are dead.' },
    { wrong: 'Of 1,200 voters, 300, or ⟦30%⟧, stayed at home.', right: 'Of 1,200 voters, 300, or 25%, stayed at home.' },
  ],
  byParagraph: true,
  *check(article: Article): Iterable<Problem> {
    for (const prose of proseOf(article)) {
      const { times } = prose.reading
      for (let i = 0; i + 2 < times.length; i++) {
        const sum = shareOf(prose, times[i], times[i + 1], times[i + 2])
        if (sum === undefined) continue
        const span = { start: prose.start + times[i + 2].start, end: prose.start + times[i + 2].end }
        if (isQuoted(article, span)) continue
        yield { ...span, message: `By these figures it is ${percentText(sum)}%: correct one of the three.` }
      }
    }
  },
}

/** What the share is, where it is not what the text says. */
function shareOf(prose: Prose, first: TimeExpression, second: TimeExpression, share: TimeExpression): number | undefined {
  if (first.kind !== second.kind || first.unit !== second.unit || share.kind !== 'percentage' || share.unit !== 'percent')
    return undefined
  if (first.kind !== 'number' && first.kind !== 'money' && first.kind !== 'quantity') return undefined
  const [part, whole] = isWholeFirst(prose, first, second) ? [second, first] : [first, second]
  if (part === first && !isPartOf(prose, first.endToken, second.firstToken)) return undefined
  if (isInWords(prose, whole.firstToken) || !isOr(prose, second.endToken, share.firstToken)) return undefined
  const a = figureOf(prose, part)
  const b = figureOf(prose, whole)
  const said = figureOf(prose, share)
  if (!a || !b || !said || a.value > b.value || isRough(prose, part.firstToken) || isRough(prose, share.firstToken))
    return undefined
  return isBetween(said, (100 * a.low) / b.high, (100 * a.high) / b.low) ? undefined : (100 * a.value) / b.value
}

/** "Three out of four" is a rough share. */
const isInWords = ({ reading: { tokens } }: Prose, token: number) => tokens.kinds[token] === TokenKind.word

/** "of", "of the", "out of a total of" between the two. */
function isPartOf({ reading: { tokens } }: Prose, from: number, to: number): boolean {
  let hasOf = false
  if (to - from > 5) return false
  for (let token = from; token < to; token++) {
    if (!partWords.has(tokens.lower[token])) return false
    hasOf ||= tokens.lower[token] === 'of'
  }
  return hasOf
}
const partWords = new Set(['of', 'out', 'the', 'its', 'their', 'his', 'her', 'a', 'total', 'all'])

/** "Of the 1,200 voters, 300": a sentence that begins with the whole, and a comma before the part. */
function isWholeFirst(prose: Prose, whole: TimeExpression, part: TimeExpression): boolean {
  const { tokens } = prose.reading
  let first = whole.firstToken - 1
  while (partWords.has(tokens.lower[first]) && tokens.lower[first] !== 'of') first--
  if (tokens.lower[first] !== 'of' || part.firstToken - whole.endToken > farthest) return false
  if (tokens.lower[first - 1] === 'out') first--
  if (sentenceAt(prose, first)?.firstToken !== first || tokens.words[part.firstToken - 1] !== ',') return false
  for (let token = whole.endToken; token < part.firstToken - 1; token++) if (/^[.;:,()]$/.test(tokens.words[token])) return false
  return true
}

/** So many words may say what the whole is. */
const farthest = 9

/** What is counted, then ", or", "(" or "- or" right before the percentage. */
function isOr({ reading: { tokens } }: Prose, from: number, to: number): boolean {
  if (to - from > 6 || to - from < 1) return false
  const before = tokens.lower[to - 1]
  if (before !== 'or' && before !== '(') return false
  for (let token = from; token < to - 2; token++) if (/^[.;:,()]$/.test(tokens.words[token])) return false
  return true
}
