import type { Article } from '../analysis/article.ts'
import { legible } from '../analysis/legible.ts'
import type { Tokens } from '../analysis/tokens.ts'
import { namedPeople } from './namings.ts'
import type { Problem, Rule } from './rule.ts'
import { sharedSurnames } from './shared-surname.ts'

export const courtesyTitle: Rule = {
  id: 'courtesy-title',
  summary: 'Mr, Mrs, Ms or Miss stands before a name outside quotation marks.',
  reason:
    'The agencies call everybody by the name alone. Where two people share a surname, and inside quotation marks, the title is left alone.',
  levels: { none: 'off', reuters: 'warning', ap: 'warning' },
  source: {
    title: 'AP style: courtesy titles, as given by Writing Explained',
    url: 'https://writingexplained.org/ap-style/courtesy-titles-ap-style',
  },
  examples: [
    { wrong: 'Ana Pell came. ⟦Mrs.⟧ Pell spoke first.', right: 'Ana Pell came. Pell spoke first.' },
    { wrong: 'Tom Reyk left, and ⟦Mr⟧ Reyk will not return.', right: 'Tom Reyk left, and Reyk will not return.' },
  ],
  isSuperfluous: true,
  *check(article: Article): Iterable<Problem> {
    const people = namedPeople(article)
    const shared = sharedSurnames(people)
    const problems: Problem[] = []
    for (const { namings } of people) {
      for (const naming of namings) {
        const { start, tokens, firstToken, personal } = naming
        const title = firstToken - 1
        if (title < 0 || !titles.has(tokens.words[title]) || isCouple(tokens, title)) continue
        if (shared.has(personal.surname)) continue
        const from = start - (tokens.starts[firstToken] - tokens.starts[title])
        const to = from + tokens.ends[title] - tokens.starts[title]
        problems.push({
          start: from,
          end: to,
          message: `Leave out "${tokens.words[title]}": the name alone is enough.`,
          fixes: [{ title: `Write ${legible(article, naming)}`, edits: [{ start: from, end: start, text: '' }], safe: true }],
        })
      }
    }
    yield* problems.sort((a, b) => a.start - b.start)
  },
}

const titles: ReadonlySet<string> = new Set(['Mr', 'Mr.', 'Mrs', 'Mrs.', 'Ms', 'Ms.', 'Miss'])

/** "Mr and Mrs Pell". */
const isCouple = ({ words, lower }: Tokens, title: number) => lower[title - 1] === 'and' && titles.has(words[title - 2])
