import type { Article } from '../analysis/article.ts'
import { legible } from '../analysis/legible.ts'
import { Trait, traitsOf } from '../analysis/people/traits.ts'
import { Shape, TokenKind } from '../analysis/tokens.ts'
import { reportingForms } from '../analysis/words/reporting-verbs.ts'
import { courtesyTitles } from '../analysis/words/titles.ts'
import { isBare, isFull, isInBody, type NamedPerson, type Naming, namedPeople } from './namings.ts'
import type { HousePeople, Problem, Rule } from './rule.ts'

export const firstMentionWithoutFullName: Rule = {
  id: 'first-mention-without-full-name',
  summary: 'The text names a person by the surname alone before it gives the full name.',
  reason:
    'A reader who has not followed the news must learn who somebody is where the person comes up. Only people whose full name the text gives further down are looked at, where a title stands before the surname or the person speaks; whoever has one name is left alone, and so is a name that the desk has written down as it stands.',
  levels: { none: 'hint', reuters: 'information', ap: 'information', british: 'information' },
  source: {
    title: 'AP style: names, as given by Writing Explained',
    url: 'https://writingexplained.org/ap-style/ap-style-names',
  },
  examples: [
    {
      wrong: 'Mayor ⟦Pell⟧ opened the bridge on Monday.\n\nAna Pell, 51, said that it was late.',
      right: 'Mayor Ana Pell opened the bridge on Monday.\n\nPell, 51, said that it was late.',
    },
    {
      wrong: 'The talks will go on, ⟦Marlow⟧ said.\n\nTrade is slow. Minister Jane Marlow met traders on Monday.',
      right: 'The talks will go on, Jane Marlow said.\n\nTrade is slow. Marlow met traders on Monday.',
    },
  ],
  *check(article: Article, house?: HousePeople): Iterable<Problem> {
    for (const named of namedPeople(article)) {
      const found = findLateName(named)
      if (!found || house?.called(legible(article, found.first))) continue
      const { first, full } = found
      const name = legible(article, full)
      yield {
        start: first.start,
        end: first.end,
        message: `The story has not introduced ${legible(article, first)} yet: give the full name here.`,
        fixes: [{ title: `Write ${name}`, edits: [{ start: first.start, end: first.end, text: name }], safe: false }],
        related: [{ start: full.start, end: full.end, message: 'The full name comes here.' }],
      }
    }
  },
}

/** The first mention in the text where it is a bare surname, and the one behind it that gives the full name. */
function findLateName({ namings }: NamedPerson): { readonly first: Naming; readonly full: Naming } | undefined {
  const first = namings.find(isInBody)
  if (!first || !isBare(first) || isPartOfPhrase(first) || !isSurelyPerson(first)) return undefined
  const full = namings.find(
    naming =>
      naming.start > first.start &&
      isInBody(naming) &&
      isFull(naming) &&
      !isInCapitals(naming) &&
      naming.personal.surname === first.personal.surname,
  )
  return full && { first, full }
}

/** "the Pell government" and "the Pells" name a thing and a family; before '"Buzz" Pell' the forename stands in quotation marks. */
const isPartOfPhrase = ({ tokens, firstToken }: Naming) =>
  tokens.lower[firstToken - 1] === 'the' || tokens.kinds[firstToken - 1] === TokenKind.mark

/** "Mayor Pell", "Pell said": what bears a person's name (a town, a storm) has no title and does not speak. */
function isSurelyPerson({ tokens, firstToken, endToken }: Naming): boolean {
  const before = tokens.lower[firstToken - 1] ?? ''
  const isTitled = courtesyTitles.has(before.replace('.', '')) || (traitsOf(before) & Trait.person) !== 0
  return isTitled || reportingForms.has(tokens.lower[endToken] ?? '')
}

/** A word in capitals beside a surname is more often an abbreviation than a forename. */
const isInCapitals = ({ tokens, firstToken }: Naming) => (tokens.shapes[firstToken] & Shape.allCapitals) !== 0
