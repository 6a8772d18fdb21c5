import type { Article } from '../analysis/article.ts'
import { amountAt } from '../analysis/times/numbers.ts'
import { Shape, TokenKind } from '../analysis/tokens.ts'
import { numberWords } from '../analysis/words/numbers.ts'
import { isInName, isQuoted, type Prose, proseOf, sentenceAt } from './prose.ts'
import type { Problem, Rule } from './rule.ts'

export const largeNumberInWords: Rule = {
  id: 'large-number-in-words',
  summary: 'A number from ten up is written in words.',
  reason: 'One to nine are words, 10 and up figures. At the start of a sentence, in names and in set phrases the word stays.',
  levels: { none: 'off', reuters: 'warning', ap: 'warning', british: 'warning' },
  source: {
    title: 'Guardian and Observer style guide: N, numbers',
    url: 'https://www.theguardian.com/guardian-observer-style-guide-n',
  },
  examples: [
    {
      wrong: 'The storm killed ⟦fifteen⟧ people in Halburg.',
      right: 'The storm killed 15 people in Halburg. Fifteen are missing.',
    },
    { wrong: 'It was a ⟦twenty-five⟧-day march.', right: 'It was a 25-day march, and nine times out of ten it rains.' },
  ],
  byParagraph: true,
  *check(article: Article): Iterable<Problem> {
    for (const prose of proseOf(article)) {
      const { tokens, times } = prose.reading
      for (const token of times.flatMap(({ firstToken, endToken }) =>
        tokensFrom(Math.max(firstToken, prose.firstToken), endToken),
      )) {
        const number = numberInWords(prose, token)
        if (!number) continue
        const start = prose.start + tokens.starts[token]
        const span = { start, end: start + number.length }
        if (isQuoted(article, span) || isInName(article, span)) continue
        yield {
          ...span,
          message: `Write ${number.value}: numbers from 10 up are figures.`,
          fixes: [{ title: `Write ${number.value}`, edits: [{ ...span, text: String(number.value) }], safe: false }],
        }
      }
    }
  },
}

const tokensFrom = (first: number, end: number) => Array.from({ length: Math.max(0, end - first) }, (_, by) => first + by)

/** A number from ten to 99 in words that is counted with, and its length in code units. */
function numberInWords(prose: Prose, token: number): { readonly value: number; readonly length: number } | undefined {
  const { tokens } = prose.reading
  if (tokens.kinds[token] !== TokenKind.word || (tokens.shapes[token] & Shape.capital) !== 0) return undefined
  const word = tokens.lower[token]
  const hyphen = tokens.shapes[token] & Shape.hyphen ? word.indexOf('-') : -1
  if ((numberWords.get(hyphen < 0 ? word : word.slice(0, hyphen)) ?? 0) < 10) return undefined
  const amount = amountAt(tokens, token)
  if (!amount || amount.value > 99 || amount.end !== token + 1 || sentenceAt(prose, token)?.firstToken === token) return undefined
  if (
    amount.suffix !== undefined &&
    !/^(?:year|day|month|week|hour|minute|strong|member|man|seat|nation|point)/.test(amount.suffix)
  )
    return undefined
  if (isSetPhrase(tokens.lower, token)) return undefined
  const length = amount.suffix === undefined ? word.length : word.length - amount.suffix.length - 1
  return tokens.ends[token] - tokens.starts[token] === word.length ? { value: amount.value, length } : undefined
}

/** "out of ten", "one in ten", "ten to one", "ten or so", "ten and a half" and what joins to a number in words. */
function isSetPhrase(words: readonly string[], token: number): boolean {
  const [beforeLast, before, , next, afterNext] = [-2, -1, 0, 1, 2].map(by => words[token + by])
  if ((before === 'of' || before === 'in') && (beforeLast === 'out' || numberWords.has(beforeLast ?? ''))) return true
  if (next === 'or' || (next === 'to' && numberBelowTen(afterNext)) || (next === 'and' && afterNext === 'a')) return true
  return numberWords.has(before ?? '') || numberWords.has(next ?? '') || (before === 'and' && numberWords.has(beforeLast ?? ''))
}

const numberBelowTen = (word: string | undefined) => (numberWords.get(word ?? '') ?? 10) < 10
