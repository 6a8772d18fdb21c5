import type { Article } from '../analysis/article.ts'
import { legible } from '../analysis/legible.ts'
import { isBare, isFull, isInBody, namedPeople } from './namings.ts'
import type { Problem, Rule } from './rule.ts'
import { sharedSurnames } from './shared-surname.ts'

export const fullNameAgain: Rule = {
  id: 'full-name-again',
  summary: 'The text gives the full name of a person whom it has introduced and since called by the surname.',
  reason: 'Once a person is introduced, the surname is enough. Off until asked for: long features repeat a full name on purpose.',
  levels: { none: 'off' },
  source: {
    title: 'AP style: names, as given by Writing Explained',
    url: 'https://writingexplained.org/ap-style/ap-style-names',
  },
  examples: [
    {
      wrong: 'Mayor Ana Pell came on Monday. Pell was late.\n\nNobody else spoke, ⟦Ana Pell⟧ said.',
      right: 'Mayor Ana Pell came on Monday. Pell was late.\n\nNobody else spoke, Pell said.',
    },
    {
      wrong: 'Trader Tom Reyk sold everything. Reyk is 40.\n\nThe market has closed, but ⟦Tom Reyk⟧ stayed.',
      right: 'Trader Tom Reyk sold everything. Reyk is 40.\n\nThe market has closed, but Reyk stayed.',
    },
  ],
  *check(article: Article): Iterable<Problem> {
    const shared = sharedSurnames(namedPeople(article))
    for (const { namings } of namedPeople(article)) {
      const body = namings.filter(isInBody)
      const first = body.findIndex(isFull)
      const short = body.findIndex((naming, i) => i > first && isBare(naming))
      if (first < 0 || short < 0 || shared.has(body[first].personal.surname)) continue
      const surname = legible(article, body[short])
      for (const again of body.slice(short + 1)) {
        if (!isFull(again) || again.personal.surname !== body[short].personal.surname) continue
        const { start, end } = again
        yield {
          start,
          end,
          message: `${surname} was introduced above: the surname is enough here.`,
          fixes: [{ title: `Write ${surname}`, edits: [{ start, end, text: surname }], safe: false }],
          related: [{ start: body[first].start, end: body[first].end, message: 'Introduced here.' }],
        }
      }
    }
  },
}
