import type { Article } from '../analysis/article.ts'
import { calledSources } from './bare-source.ts'
import type { Problem, Rule } from './rule.ts'

export const anonymityUnexplained: Rule = {
  id: 'anonymity-unexplained',
  summary: 'The story rests on an unnamed source and does not say why there is no name.',
  reason:
    'The AP tells its readers why a source is not named: not authorised to speak, fear for a post or a life. One mention is enough.',
  levels: { none: 'off', ap: 'hint' },
  source: {
    title: 'AP: when is it OK to use anonymous sources?',
    url: 'https://blog.ap.org/behind-the-news/when-is-it-ok-to-use-anonymous-sources',
  },
  examples: [
    {
      wrong: '⟦A source in the ministry⟧ said that the plant will close.',
      right: 'A source in the ministry, who was not authorised to speak, said that the plant will close.',
    },
    {
      wrong: 'The plant will close, ⟦a source close to its owners⟧ told Northwire.',
      right:
        'The plant will close, a source close to its owners told Northwire on condition of anonymity because the talks are private.',
    },
  ],
  *check(article: Article): Iterable<Problem> {
    const [first] = calledSources(article)
      .flatMap(({ phrases }) => phrases)
      .sort((a, b) => a.start - b.start)
    if (!first || explanation.test(article.text)) return
    yield {
      start: first.start,
      end: first.end,
      message: 'The story does not say why this source has no name: give the reason once.',
    }
  },
}

const explanation =
  /\b(?:anonymity|anonymously|(?:to be|not be|being) (?:named|identified|quoted)|not (?:\w+ )?authori[sz]ed to|not (?:\w+ )?permitted to|not allowed to|to withhold|on background|(?:gave|give) (?:no|only) (?:\w+ )?name)\b/i
