import type { Article } from '../analysis/article.ts'
import { TokenKind, type Tokens } from '../analysis/tokens.ts'
import { isInName, isQuoted, proseOf, sentenceAt } from './prose.ts'
import type { Problem, Rule } from './rule.ts'

export const timeOfDay: Rule = {
  id: 'time-of-day',
  summary: 'A time of day is not written as in 5 p.m. or 10:30 a.m.',
  reason:
    'The agencies write a.m. and p.m. in small letters with stops and a space before, a colon before the minutes, and no minutes where there are none.',
  levels: { none: 'off', reuters: 'warning', ap: 'warning' },
  source: { title: 'AP style: time', url: 'https://writingexplained.org/ap-style/ap-style-time' },
  examples: [
    { wrong: 'Ana Pell will speak at ⟦5pm⟧ on Monday.', right: 'Ana Pell will speak at 5 p.m. on Monday.' },
    {
      wrong: 'The doors open at ⟦10.30 AM⟧ and close at ⟦5:00 p.m.⟧ on Monday.',
      right: 'The doors open at 10:30 a.m. and close at 5 p.m. on Monday.',
    },
  ],
  byParagraph: true,
  *check(article: Article): Iterable<Problem> {
    for (const prose of proseOf(article)) {
      const { tokens } = prose.reading
      for (let token = prose.firstToken; token < tokens.count; token++) {
        const time = tokens.kinds[token] === TokenKind.number ? readTime(tokens, token) : undefined
        if (!time) continue
        const start = prose.start + tokens.starts[token]
        const end = prose.start + tokens.ends[time.endToken - 1]
        if (
          article.text.slice(start, end) === time.wanted ||
          isQuoted(article, { start, end }) ||
          isInName(article, { start, end })
        )
          continue
        const stop = tokens.words[time.endToken] === '.' && tokens.starts[time.endToken] === end - prose.start
        const endsSentence = stop && sentenceAt(prose, token)?.endToken === time.endToken + 1
        const title = `Write ${time.wanted}`
        yield {
          start,
          end,
          message: title,
          fixes: [{ title, edits: [{ start, end: endsSentence ? end + 1 : end, text: time.wanted }], safe: true }],
        }
      }
    }
  },
}

/** A time with its half of the day, as the house writes it, and the token after it; noon and midnight by figures are left alone. */
function readTime(tokens: Tokens, token: number): { readonly wanted: string; readonly endToken: number } | undefined {
  const written = /^(\d{1,2})(?:[:.](\d\d))?(?:([ap])\.?m\.?)?$/.exec(tokens.lower[token])
  if (!written) return undefined
  const [, hour, minutes, touching] = written
  const half = touching ?? /^([ap])\.?m\.?$/.exec(tokens.lower[token + 1] ?? '')?.[1]
  if (half === undefined || hour === '12') return undefined
  const clock = minutes === undefined || minutes === '00' ? hour : `${hour}:${minutes}`
  return {
    wanted: `${Number(hour) > 0 ? clock.replace(/^0/, '') : clock} ${half}.m.`,
    endToken: touching === undefined ? token + 2 : token + 1,
  }
}
