import type { Article } from '../analysis/article.ts'
import { readSourcesOf, type Source } from '../analysis/sources.ts'
import type { Span } from '../analysis/span.ts'
import { reportingForms } from '../analysis/words/reporting-verbs.ts'
import type { Problem, Rule } from './rule.ts'

export const opinionOfUnnamedSource: Rule = {
  id: 'opinion-of-unnamed-source',
  summary: 'An unnamed source gives an opinion.',
  reason:
    'Unnamed sources are for facts: who praises or blames must do so by name. Only verbs that judge (accused, praised, criticised) and words like "I think" in a quotation are taken for an opinion.',
  levels: { none: 'off', reuters: 'hint', ap: 'hint', british: 'hint' },
  source: {
    title: 'AP: when is it OK to use anonymous sources?',
    url: 'https://blog.ap.org/behind-the-news/when-is-it-ok-to-use-anonymous-sources',
  },
  examples: [
    {
      wrong: '⟦A source close to the mayor⟧ accused the council of lying about the bridge.',
      right: 'A source close to the mayor said that the council had lied about the bridge.',
    },
    {
      wrong: '"I think they have lied to everybody," ⟦an aide to the mayor⟧ said.',
      right: '"I think they have lied to everybody," Tom Reyk, an aide to the mayor, said.',
    },
  ],
  *check(article: Article): Iterable<Problem> {
    for (const source of readSourcesOf(article, speaker => 'anonymous' in speaker)) {
      if (!isInsider(source)) continue
      const seen = new Set<number>()
      for (const said of [...source.quotations, ...source.statements]) {
        const { source: phrase, cue } = said
        if (!phrase || !cue || seen.has(phrase.start) || !namesNoun(article, source, phrase)) continue
        const verb = reportingForms.get(article.text.slice(cue.start, cue.end).toLowerCase())
        const words = article.text.slice(said.start, Math.min(said.end, said.start + 40))
        if (verb?.verb.class !== 'judging' && !('kind' in said && opinion.test(words))) continue
        seen.add(phrase.start)
        const message = 'This is an opinion, and nobody stands by it: name the source or leave it out.'
        yield { start: phrase.start, end: phrase.end, message }
      }
    }
  },
}

const opinion =
  /^["“'‘](?:I|[Ww]e) (?:think|believe|feel|hope|fear|doubt|guess|suspect)\b|^["“'‘][Ii]n (?:my|our) (?:opinion|view)\b/

/** Whether the source has a post that lets it know: critics and witnesses may have their opinions, and a government's officials speak for it. */
const isInsider = ({ kind, noun }: Source) => kind === 'unnamed' && noun !== undefined && insiders.has(noun)

const namesNoun = ({ text }: Article, { noun }: Source, { start, end }: Span) =>
  noun !== undefined && text.slice(start, end).toLowerCase().includes(noun)

const insiders: ReadonlySet<string> = new Set(
  'source sources insider insiders official aide aides adviser advisers advisor advisors diplomat executive'.split(' '),
)
