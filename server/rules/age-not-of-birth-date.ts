import type { Article } from '../analysis/article.ts'
import type { Mention, Person } from '../analysis/people.ts'
import { firstEndingAfter, type Span } from '../analysis/span.ts'
import type { CalendarDay } from '../analysis/structure.ts'
import { type Prose, proseOf, sentenceAt } from './prose.ts'
import type { Problem, Rule } from './rule.ts'

export const ageNotOfBirthDate: Rule = {
  id: 'age-not-of-birth-date',
  summary: 'The age of a person does not go with the date of birth that the story gives.',
  reason: "Whoever was born in 1960 is 65 or 66 in 2026. Somebody who died before the story's year is left alone.",
  levels: { none: 'warning' },
  source: { title: 'Reuters Handbook of Journalism: A, ages', url: 'https://handbook.reuters.com/index.php?title=A' },
  examples: [
    {
      wrong: 'HALBURG, Feb 4, 2026 (Northwire) - Ana Pell, ⟦55⟧, won on Monday.\n\nPell was born on March 3, 1960, in Merrin.',
      right: 'HALBURG, Feb 4, 2026 (Northwire) - Ana Pell, 65, won on Monday.\n\nPell was born on March 3, 1960, in Merrin.',
    },
    {
      wrong: 'HALBURG, Feb 4, 2026 (Northwire) - The painter Tom Reyk has died aged ⟦82⟧.\n\nReyk was born in 1942.',
      right: 'HALBURG, Feb 4, 2026 (Northwire) - The painter Tom Reyk has died aged 83.\n\nReyk was born in 1942.',
    },
  ],
  *check(article: Article): Iterable<Problem> {
    const { day } = article.structure
    if (day?.year === undefined) return
    const aged = article.people.filter(({ age }) => age && isOfToday(article, age))
    if (aged.length === 0) return
    const problems: Problem[] = []
    for (const birth of birthsIn(article)) {
      const person = aged.find(({ mentions }) => mentions.includes(birth.mention))
      const wrong = person?.age && ageProblem(person, birth, { ...day, year: day.year })
      if (wrong) problems.push(wrong)
    }
    yield* problems.sort((a, b) => a.start - b.start)
  },
}

interface Birth extends Span {
  readonly mention: Mention
  readonly year: number
  readonly day?: CalendarDay
}

function ageProblem({ name, age }: Person, birth: Birth, today: Required<CalendarDay>): Problem | undefined {
  const oldest = today.year - birth.year
  const had = birth.day && (birth.day.month < today.month || (birth.day.month === today.month && birth.day.day <= today.day))
  // Whoever died or spoke some days before the story may have had the birthday since.
  const possible = birth.day && had === false ? [oldest - 1] : [oldest - 1, oldest]
  if (!age || possible.includes(age.years)) return undefined
  return {
    start: age.start,
    end: age.end,
    message: `${name} was born in ${birth.year} and would be ${possible.join(' or ')}: correct the age or the date of birth.`,
    related: [{ start: birth.start, end: birth.end, message: 'The date of birth.' }],
  }
}

/** Where the running text says of a person named in the same sentence before "born" when that was. */
function* birthsIn(article: Article): Iterable<Birth> {
  const mentions = article.people.flatMap(person => person.mentions).sort((a, b) => a.start - b.start)
  for (const prose of proseOf(article)) {
    const { tokens, times } = prose.reading
    for (const { date, firstToken, start, end } of times) {
      const year = date?.form === 'day' ? date.day.year : date?.form === 'years' && date.from === date.to ? date.from : undefined
      if (date === undefined || year === undefined) continue
      const born = tokens.lower[firstToken - 1] === 'born' ? firstToken - 1 : firstToken - 2
      if (tokens.lower[born] !== 'born' || !(born === firstToken - 1 || /^(?:in|on)$/.test(tokens.lower[firstToken - 1])))
        continue
      const mention = subjectOf(prose, born, mentions)
      if (!mention) continue
      yield { start: prose.start + start, end: prose.start + end, mention, year, ...(date.form === 'day' && { day: date.day }) }
    }
  }
}

/** The only person mentioned in the sentence before "born". */
function subjectOf(prose: Prose, born: number, mentions: readonly Mention[]): Mention | undefined {
  const sentence = sentenceAt(prose, born)
  if (!sentence) return undefined
  const from = prose.start + sentence.start
  const to = prose.start + prose.reading.tokens.starts[born]
  const first = firstEndingAfter(mentions, from)
  const next = mentions[first + 1]
  return mentions[first]?.end <= to && !(next?.end <= to) ? mentions[first] : undefined
}

/** Whether the age is that of the story's day: ", 38,", "(38)", "38-year-old", "died aged 38"; not "joined at the age of 16". */
function isOfToday({ text }: Article, { start, end }: Span): boolean {
  const before = text.slice(Math.max(0, start - 24), start)
  return /[,(]\s?$|\b(?:dies|died|dead)\s(?:aged|at)\s(?:age\s)?$/.test(before) || /^-year-old/.test(text.slice(end, end + 9))
}
