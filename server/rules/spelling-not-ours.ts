import type { Article } from '../analysis/article.ts'
import { TokenKind } from '../analysis/tokens.ts'
import { namedPeople } from './namings.ts'
import type { HousePeople, Problem, Rule } from './rule.ts'

/** A name that the desk's people file spells otherwise. */
export const spellingNotOurs: Rule = {
  id: 'spelling-not-ours',
  summary: "A name is spelled otherwise than in the desk's people file.",
  reason: 'Readers and archives find a person under one spelling; which one that is, the desk has decided and written down.',
  levels: { none: 'warning' },
  source: {
    title: 'Popolo: a person has one name, and other names with notes',
    url: 'https://www.popoloproject.com/specs/person.html',
  },
  exampleHouse: {
    called: () => ({
      name: 'Oleg Verenskiy',
      ours: word => (word === 'Verensky' ? { word: 'Verenskiy', isKnown: true } : undefined),
      knows: () => true,
    }),
  },
  examples: [
    {
      wrong: 'President Oleg ⟦Verensky⟧ came on Monday. ⟦Verensky⟧ left on Tuesday.',
      right: 'President Oleg Verenskiy came on Monday. Verenskiy left on Tuesday.',
    },
  ],
  *check(article: Article, house?: HousePeople): Iterable<Problem> {
    if (!house) return
    for (const { person, namings } of namedPeople(article)) {
      const entry = house.called(person.name)
      if (!entry) continue
      for (const { start, tokens, firstToken, endToken } of namings)
        for (let token = firstToken; token < endToken; token++) {
          const word = tokens.words[token]
          const ours = tokens.kinds[token] === TokenKind.word ? entry.ours(word) : undefined
          if (!ours) continue
          const offset = start - tokens.starts[firstToken]
          const span = { start: offset + tokens.starts[token], end: offset + tokens.ends[token] }
          const text = word === word.toUpperCase() ? ours.word.toUpperCase() : ours.word
          yield {
            ...span,
            message: `Our people file spells this name ${ours.word}: write it so.`,
            ...(!ours.isKnown && { level: 'information' }),
            fixes: [{ title: `Write ${text}`, edits: [{ ...span, text }], safe: false }],
          }
        }
    }
  },
}
