import type { Article } from '../analysis/article.ts'
import { legible } from '../analysis/legible.ts'
import { Trait, traitsOf } from '../analysis/people/traits.ts'
import { TokenKind } from '../analysis/tokens.ts'
import { functionWords, prepositions } from '../analysis/words/function-words.ts'
import { reportingForms } from '../analysis/words/reporting-verbs.ts'
import { courtesyTitles } from '../analysis/words/titles.ts'
import { isFull, isInBody, type Naming, namedPeople } from './namings.ts'
import type { Problem, Rule } from './rule.ts'
import { speakersOf } from './shared-surname.ts'

export const firstMentionWithoutRole: Rule = {
  id: 'first-mention-without-role',
  summary: 'The story quotes a person and never says who that is.',
  reason:
    'A name alone tells no reader why the words matter. Only people who are quoted or whose words are reported are looked at, and an age or a relation is enough.',
  levels: { none: 'off', reuters: 'hint', ap: 'hint', british: 'hint' },
  source: {
    title: 'Reuters Handbook of Journalism: the essentials of sourcing',
    url: 'https://handbook.reuters.com/index.php?title=The_Essentials_of_Reuters_sourcing',
  },
  examples: [
    {
      wrong: 'Prices rose on Monday. ⟦Ana Pell⟧ said that they would rise again.',
      right: 'Prices rose on Monday. Ana Pell, a trader, said that they would rise again.',
    },
    {
      wrong: '"We will not wait any longer," ⟦Tom Reyk⟧ told reporters.',
      right: '"We will not wait any longer," union leader Tom Reyk told reporters.',
    },
  ],
  *check(article: Article): Iterable<Problem> {
    const speakers = speakersOf(article)
    const problems: Problem[] = []
    for (const { person, namings } of namedPeople(article)) {
      if (person.roles.length > 0 || person.age || !speakers.has(person.id)) continue
      const first = namings.find(isInBody)
      if (!first || !isFull(first) || isIntroduced(first)) continue
      const message = `The story never says who ${legible(article, first)} is: give a role, or whatever makes the words count.`
      problems.push({ start: first.start, end: first.end, message })
    }
    yield* problems
  },
}

/** Whether something stands beside the name that may say who it is, in whatever form: an apposition, "of the council", a title, a noun. */
function isIntroduced({ tokens, firstToken, endToken }: Naming): boolean {
  if (introductions.has(tokens.lower[endToken] ?? '')) return true
  for (let i = firstToken; i < endToken; i++) if (traitsOf(tokens.lower[i]) & Trait.person) return true
  const before = firstToken - 1
  if (before < 0) return false
  if (tokens.words[before] === ',' || tokens.kinds[before] === TokenKind.possessive) return true
  const word = tokens.lower[before]
  const isOther =
    functionWords.has(word) || prepositions.has(word) || reportingForms.has(word) || courtesyTitles.has(word.replace('.', ''))
  return tokens.kinds[before] === TokenKind.word && !isOther
}

const introductions: ReadonlySet<string> = new Set([',', '(', '-', '–', '—', 'of', 'from', 'at', 'with', 'who', 'is', 'was'])
