import type { Article } from '../analysis/article.ts'
import { kept } from '../analysis/kept.ts'
import { legible } from '../analysis/legible.ts'
import { readSourcesOf, type Source } from '../analysis/sources.ts'
import type { Span } from '../analysis/span.ts'
import type { Problem, Rule } from './rule.ts'

export const bareSource: Rule = {
  id: 'bare-source',
  summary: 'Words rest on "a source" or "sources" of whom the story says nothing.',
  reason:
    'A reader can weigh an unnamed source only by what it is: close to whom, in which office, with what knowledge. Headlines, and a source that the story has described before, are left alone.',
  levels: { none: 'warning' },
  source: {
    title: 'Reuters Handbook of Journalism: the essentials of sourcing',
    url: 'https://handbook.reuters.com/index.php?title=The_Essentials_of_Reuters_sourcing',
  },
  examples: [
    {
      wrong: '⟦A source⟧ said that the plant will close.',
      right: 'A source at the plant said that it will close.',
    },
    {
      wrong: 'The plant will close, according to ⟦sources⟧.',
      right: 'The plant will close, according to two sources in the ministry.',
    },
  ],
  *check(article: Article): Iterable<Problem> {
    const sources = calledSources(article)
    if (sources.length === 0) return
    const described = Math.min(...sources.flatMap(({ isBare, phrases }) => (isBare ? [] : phrases.map(({ start }) => start))))
    const inText = bodyOf(article)
    for (const { isBare, phrases } of sources) {
      if (!isBare) continue
      for (const phrase of phrases) {
        if (phrase.start > described || !inText(phrase) || goesOn(article, phrase) || !isOnlySource(article, phrase)) continue
        yield {
          start: phrase.start,
          end: phrase.end,
          message: `Say more of "${legible(article, phrase)}": which office, or close to whom.`,
        }
      }
    }
  },
}

/** What the story calls a source, or sources. Gathered once for an article. */
export const calledSources = kept((article: Article): readonly Source[] =>
  readSourcesOf(article, speaker => 'anonymous' in speaker && /sources?\b/i.test(speaker.anonymous)).filter(
    ({ kind, noun }) => kind === 'unnamed' && (noun === 'source' || noun === 'sources'),
  ),
)

/** Tells what stands in the running text. */
function bodyOf({ structure, paragraphs }: Article): (span: Span) => boolean {
  const body = structure.parts
    .filter(({ kind }) => kind === 'lead' || kind === 'paragraph')
    .map(({ paragraph }) => paragraphs[paragraph])
  return ({ start }) => body.some(paragraph => paragraph.start <= start && start < paragraph.end)
}

/** No apposition, which would describe it. */
const isOnlySource = ({ text }: Article, { start, end }: Span) => /^(?:[\w-]+ ){0,3}sources?$/i.test(text.slice(start, end))

/** Whether a description follows: "a source, who has seen the letter, said". */
function goesOn({ text }: Article, { end }: Span): boolean {
  return /^,? (?:who|that|which|close|familiar|briefed|with|within|inside|in|at|near|from|of|speaking|working)\b/.test(
    text.slice(end, end + 20),
  )
}
