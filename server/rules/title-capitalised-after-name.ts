import type { Article } from '../analysis/article.ts'
import type { Role } from '../analysis/people.ts'
import { formalTitles, royalTitles, titleModifiers } from './formal-titles.ts'
import { isInBody, type NamedPerson, namedPeople } from './namings.ts'
import type { Problem, Rule } from './rule.ts'

export const titleCapitalisedAfterName: Rule = {
  id: 'title-capitalised-after-name',
  summary: 'A title behind a name, between commas, is written with a capital.',
  reason: 'Behind a name a title only describes: every house writes it small there.',
  levels: { none: 'off', reuters: 'hint', ap: 'hint', british: 'hint' },
  source: {
    title: 'AP style: titles, as given by Writing Explained',
    url: 'https://writingexplained.org/ap-style/ap-style-titles',
  },
  examples: [
    {
      wrong: 'Ana Pell, the ⟦President⟧ of Karvia, spoke on Monday.',
      right: 'Ana Pell, the president of Karvia, spoke on Monday.',
    },
    { wrong: 'Tom Reyk, ⟦Prime Minister⟧ of Karvia, left.', right: 'Tom Reyk, prime minister of Karvia, left.' },
  ],
  *check(article: Article): Iterable<Problem> {
    for (const named of namedPeople(article))
      for (const role of named.person.roles) {
        const title = standsBehindName(article, named, role) ? capitalTitle(role) : undefined
        if (title === undefined) continue
        const start = role.start + role.text.indexOf(title)
        const end = start + title.length
        const text = title.toLowerCase()
        yield {
          start,
          end,
          message: `Behind the name a title is written small: ${text}.`,
          fixes: [{ title: `Write ${text}`, edits: [{ start, end, text }], safe: false }],
        }
      }
  },
}

function standsBehindName({ text }: Article, { namings }: NamedPerson, { start }: Role): boolean {
  return namings.some(
    naming =>
      isInBody(naming) && naming.end < start && naming.end + 6 >= start && /^, (?:the )?$/.test(text.slice(naming.end, start)),
  )
}

/** The capitalised words with which the role begins, where they are a title and "of", "for" or the end follows. */
function capitalTitle({ text }: Role): string | undefined {
  const words = text.replace(/^(?:the|The) /, '').split(' ')
  const end = words.findIndex((word, i) => i >= 4 || !titleModifiers.has(word.toLowerCase()))
  const title = words[end]
  if (title === undefined || !isOffice(title.toLowerCase())) return undefined
  const whole = words.slice(0, end + 1)
  const next = words[end + 1]
  return (next === undefined || next === 'of' || next === 'for') && whole.every(word => /^\p{Lu}\p{Ll}/u.test(word))
    ? whole.join(' ')
    : undefined
}

/** "Prince of Wales" is part of the name. */
const isOffice = (title: string) => formalTitles.has(title) && !royalTitles.has(title)
