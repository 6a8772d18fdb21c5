import type { Article } from '../analysis/article.ts'
import { firstEndingAfter } from '../analysis/span.ts'
import { TokenKind } from '../analysis/tokens.ts'
import { type FoundInitials, initialsIn } from './initials.ts'
import { sentenceAt } from './prose.ts'
import type { Problem, Rule } from './rule.ts'

export const usWithoutStops: Rule = {
  id: 'us-without-stops',
  summary: 'US or UN stands without stops.',
  reason:
    'The agencies put stops into abbreviations of two initials: U.S. is not the word us. The name of a company keeps its own spelling.',
  levels: { none: 'off', reuters: 'warning', ap: 'warning' },
  source: { title: 'Reuters Handbook of Journalism: A, abbreviations', url: 'https://handbook.reuters.com/index.php?title=A' },
  examples: [
    { wrong: 'Ana Pell left for the ⟦US⟧ on Monday.', right: 'Ana Pell left for the U.S. on Monday.' },
    { wrong: 'The ⟦UN⟧-led talks went on until dawn.', right: 'The U.N.-led talks went on until dawn.' },
  ],
  byParagraph: true,
  *check(article: Article): Iterable<Problem> {
    for (const found of initialsIn(article, houseForms)) {
      const { start, end, wanted, prose, token } = found
      const { tokens } = prose.reading
      if (tokens.words[token + 1] === '$' || isPartOfOwnName(article, found)) continue
      const stop = tokens.words[token + 1] === '.' && sentenceAt(prose, token)?.endToken === token + 2
      yield {
        start,
        end,
        message: `Write ${wanted}, with stops.`,
        fixes: [{ title: `Write ${wanted}`, edits: [{ start, end: stop ? end + 1 : end, text: wanted }], safe: true }],
      }
    }
  },
}

const houseForms: ReadonlyMap<string, string> = new Map([
  ['US', 'U.S.'],
  ['UN', 'U.N.'],
])

/** "US Steelworks" is spelled as its owners spell it; "US Senate" and the like are not. */
function isPartOfOwnName({ names }: Article, { start, written, prose, token }: FoundInitials): boolean {
  const name = names[firstEndingAfter(names, start)]
  if (written !== 'US' || !name || name.start > start) return false
  const { tokens } = prose.reading
  if (name.start < start) return true
  return name.endToken > token + 1 && tokens.kinds[token + 1] === TokenKind.word && !ofState.has(tokens.lower[token + 1])
}
const ofState = new Set(
  'senate congress house department army navy air marine marines coast supreme attorney secretary state treasury federal centers geological embassy district border customs justice government military president capitol central defense food environmental national court circuit representative senator ambassador consulate forces securities'.split(
    ' ',
  ),
)
