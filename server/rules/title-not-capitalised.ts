import type { Article } from '../analysis/article.ts'
import { legible } from '../analysis/legible.ts'
import { isDeterminer } from '../analysis/people/phrases.ts'
import { TokenKind, type Tokens } from '../analysis/tokens.ts'
import { formalTitles, titleModifiers } from './formal-titles.ts'
import { isInBody, type Naming, namedPeople } from './namings.ts'
import type { Problem, Rule } from './rule.ts'

export const titleNotCapitalised: Rule = {
  id: 'title-not-capitalised',
  summary: 'A formal title directly before a name is in lower case.',
  reason:
    'Before a name a title of state, church or forces is part of the name and takes a capital. Behind an article ("the president, Ana Pell") and in British style it does not.',
  levels: { none: 'off', reuters: 'hint', ap: 'hint' },
  source: {
    title: 'AP style: titles, as given by Writing Explained',
    url: 'https://writingexplained.org/ap-style/ap-style-titles',
  },
  examples: [
    { wrong: 'On Monday ⟦president⟧ Ana Pell spoke.', right: 'On Monday President Ana Pell spoke.' },
    {
      wrong: 'Karvian ⟦prime minister⟧ Tom Reyk left on Friday.',
      right: 'Karvian Prime Minister Tom Reyk left on Friday.',
    },
  ],
  *check(article: Article): Iterable<Problem> {
    for (const { namings } of namedPeople(article)) {
      for (const naming of namings) {
        const title = isInBody(naming) ? titleBefore(naming) : undefined
        if (title) yield problemOf(article, naming, title.first, title.end)
      }
    }
  },
}

function problemOf(article: Article, naming: Naming, first: number, last: number): Problem {
  const { tokens, firstToken } = naming
  const offset = naming.start - tokens.starts[firstToken]
  const span = { start: offset + tokens.starts[first], end: offset + tokens.ends[last - 1] }
  const text = article.text.slice(span.start, span.end).replace(/(?<![\p{L}’'])\p{Ll}/gu, letter => letter.toUpperCase())
  return {
    ...span,
    message: `A title directly before a name takes a capital: ${text} ${legible(article, naming)}.`,
    fixes: [{ title: `Write ${text}`, edits: [{ ...span, text }], safe: false }],
  }
}

function titleBefore({ tokens, firstToken }: Naming): { readonly first: number; readonly end: number } | undefined {
  let first = firstToken
  if (!isSmall(tokens, first - 1) || !formalTitles.has(tokens.lower[first - 1])) return undefined
  first--
  while (isSmall(tokens, first - 1) && titleModifiers.has(tokens.lower[first - 1])) first--
  if (tokens.lower[first] === 'minister') return undefined // "junior minister": no title without its office
  return opensWithArticle(tokens, first) ? undefined : { first, end: firstToken }
}

const isSmall = (tokens: Tokens, token: number) =>
  token >= 0 && tokens.kinds[token] === TokenKind.word && tokens.words[token] === tokens.lower[token]

/** "the Karvian president Ana Pell", "its former president Ana Pell": a description, and no title. */
function opensWithArticle(tokens: Tokens, first: number): boolean {
  for (let token = first - 1; token >= 0 && first - token <= 5; token--) {
    if (tokens.kinds[token] === TokenKind.possessive || isDeterminer(tokens, token)) return true
    if (tokens.kinds[token] !== TokenKind.word) return false
  }
  return false
}
