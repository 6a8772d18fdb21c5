import type { Article } from '../analysis/article.ts'
import { legible } from '../analysis/legible.ts'
import { isFull, isInBody, namedPeople } from './namings.ts'
import type { Problem, Rule } from './rule.ts'

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
    const speakers = new Set<string>()
    for (const { speaker } of [...article.quotes, ...article.statements])
      if (speaker && 'person' in speaker) speakers.add(speaker.person)
    const problems: Problem[] = []
    for (const { person, namings } of namedPeople(article)) {
      if (person.roles.length > 0 || person.age || !speakers.has(person.id)) continue
      const first = namings.find(isInBody)
      if (!first || !isFull(first)) continue
      const message = `Who is ${legible(article, first)}? Give a role, or whatever makes the words count.`
      problems.push({ start: first.start, end: first.end, message })
    }
    yield* problems
  },
}
