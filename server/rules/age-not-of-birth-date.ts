import type { Article } from '../analysis/article.ts'
import type { Mention, Person } from '../analysis/people.ts'
import { firstEndingAfter, type Span } from '../analysis/span.ts'
import type { CalendarDay } from '../analysis/structure.ts'
import { type Prose, proseOf, sentenceAt } from './prose.ts'
import type { HousePeople, Problem, Rule } from './rule.ts'

export const ageNotOfBirthDate: Rule = {
  id: 'age-not-of-birth-date',
  summary: "The age of a person does not go with the date of birth in the story or in the desk's people file.",
  reason: "Whoever was born in 1960 is 65 or 66 in 2026. Somebody who died before the story's year is left alone.",
  levels: { none: 'warning' },
  examples: [
    {
      wrong: 'HALBURG, Feb 4, 2026 (Northwire) - Ana Pell, ⟦55⟧, won on Monday.\n\nPell was born on March 3, 1960, in Merrin.',
      right: 'HALBURG, Feb 4, 2026 (Northwire) - Ana Pell, 65, won on Monday.\n\nPell was born on March 3, 1960, in Merrin.',
    },
    {
      wrong: 'HALBURG, Feb 4, 2026 (Northwire) - The painter Tom Reyk has died aged ⟦82⟧.\n\nReyk was born in 1942.',
      right: 'HALBURG, Feb 4, 2026 (Northwire) - The painter Tom Reyk has died aged 83.\n\nReyk was born in 1942.',
    },
    {
      wrong: 'HALBURG, Feb 4, 2026 (Northwire) - Jo Marsh, ⟦44⟧, won on Monday.',
      right: 'HALBURG, Feb 4, 2026 (Northwire) - Jo Marsh, 45, won on Monday.',
    },
  ],
  exampleHouse: {
    called: name =>
      name === 'Jo Marsh' ? { name, birthDate: '1980-05-16', ours: () => undefined, knows: () => true } : undefined,
  },
  *check(article: Article, house?: HousePeople): Iterable<Problem> {
    const { day } = article.structure
    if (day?.year === undefined) return
    const today = { ...day, year: day.year }
    const aged = article.people.filter(({ age }) => age && isOfToday(article, age))
    if (aged.length === 0) return
    const births = [...birthsIn(article)]
    const problems = aged.flatMap(person => {
      const told = births.flatMap(birth => (person.mentions.includes(birth.mention) ? [ageProblem(person, birth, today)] : []))
      return told.find(Boolean) ?? ageProblem(person, birthInFile(house?.called(person.name)?.birthDate), today) ?? []
    })
    yield* problems.sort((a, b) => a.start - b.start)
  },
}

/** When somebody was born; `place` where the story says so, and not the desk's people file. */
interface Birth {
  readonly year: number
  readonly month?: number
  readonly day?: number
  readonly place?: Span
}

interface ToldBirth extends Birth {
  readonly mention: Mention
}

function ageProblem({ name, age }: Person, birth: Birth | undefined, today: Required<CalendarDay>): Problem | undefined {
  if (!age || !birth || possibleAges(birth, today).includes(age.years)) return undefined
  const ages = possibleAges(birth, today).join(' or ')
  return {
    start: age.start,
    end: age.end,
    message: birth.place
      ? `${name} was born in ${birth.year} and would be ${ages}: correct the age or the date of birth.`
      : `By our people file ${name} was born in ${birth.year} and would be ${ages}: correct the age or the file.`,
    ...(birth.place && { related: [{ ...birth.place, message: 'The date of birth.' }] }),
  }
}

/** Whoever died or spoke some days before the story may have had the birthday since. */
function possibleAges({ year, month, day }: Birth, today: Required<CalendarDay>): readonly number[] {
  const oldest = today.year - year
  const isAhead = month !== undefined && (month > today.month || (month === today.month && day !== undefined && day > today.day))
  return isAhead ? [oldest - 1] : [oldest - 1, oldest]
}

/** A date of birth of the desk's people file: YYYY, YYYY-MM or YYYY-MM-DD. */
function birthInFile(written: string | undefined): Birth | undefined {
  if (written === undefined) return undefined
  const [year, month, day] = written.split('-').map(Number)
  return { year, ...(month !== undefined && { month }), ...(day !== undefined && { day }) }
}

/** Where the running text says of a person named in the same sentence before "born" when that was. */
function* birthsIn(article: Article): Iterable<ToldBirth> {
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
      const place = { start: prose.start + start, end: prose.start + end }
      yield { place, mention, year, ...(date.form === 'day' && { month: date.day.month, day: date.day.day }) }
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
