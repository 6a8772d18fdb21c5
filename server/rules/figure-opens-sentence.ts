import type { Article } from '../analysis/article.ts'
import { yearAt } from '../analysis/times/dates.ts'
import { Shape, TokenKind } from '../analysis/tokens.ts'
import { isInName, isQuoted, type Prose, proseOf, spanOfTokens } from './prose.ts'
import type { Problem, Rule } from './rule.ts'

export const figureOpensSentence: Rule = {
  id: 'figure-opens-sentence',
  summary: 'A sentence begins with a figure.',
  reason: 'A sentence begins with a capital. Write the number in words, or turn the sentence round; a year may stand.',
  levels: { none: 'hint', reuters: 'warning', ap: 'warning', british: 'warning' },
  source: {
    title: 'AP style: numerals, as given by Hofstra University',
    url: 'https://sites.google.com/hofstra.edu/style-guide/hofstra-standards/numerals',
  },
  examples: [
    { wrong: 'The storm hit Halburg. ⟦15⟧ people died.', right: 'The storm hit Halburg. Fifteen people died.' },
    { wrong: '⟦1,200⟧ houses lost their roofs on Monday.', right: 'On Monday 1,200 houses lost their roofs. 1953 was worse.' },
  ],
  byParagraph: true,
  *check(article: Article): Iterable<Problem> {
    for (const prose of proseOf(article)) {
      const { form, sentences } = prose.reading
      if (form.kind !== 'prose' && form.kind !== 'dateline') continue
      for (const { firstToken, endToken } of sentences) {
        const first = Math.max(firstToken, prose.firstToken)
        if (first >= endToken || !isOpeningFigure(prose, first)) continue
        const span = spanOfTokens(prose, first, first + 1)
        if (isQuoted(article, span) || isInName(article, span)) continue
        yield { ...span, message: 'Write the number in words, or turn the sentence round: no figure opens a sentence.' }
      }
    }
  },
}

/** Whether the sentence begins with a plain figure before a small word; not "2. Fruit", "10:45 …", a year, or what follows "No.". */
function isOpeningFigure({ reading: { tokens } }: Prose, token: number): boolean {
  if (tokens.kinds[token] !== TokenKind.number || !/^\d[\d,.]*$/.test(tokens.words[token])) return false
  if (yearAt(tokens, token) !== undefined) return false
  const before = token > 0 ? tokens.shapes[token - 1] : 0
  if (before & Shape.period || (token > 0 && tokens.ends[token - 1] === tokens.starts[token]) || tokens.words[token - 1] === '(')
    return false
  const next = token + 1
  if (next >= tokens.count) return false
  if (tokens.words[next] === '%') return true
  return (
    tokens.kinds[next] === TokenKind.word && tokens.words[next] === tokens.lower[next] && tokens.starts[next] > tokens.ends[token]
  )
}
