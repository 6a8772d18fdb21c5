import type { Article } from '../analysis/article.ts'
import { legible } from '../analysis/legible.ts'
import { TokenKind, type Tokens } from '../analysis/tokens.ts'
import { type Naming, namedPeople } from './namings.ts'
import type { Problem, Rule } from './rule.ts'

export const ageWithoutCommas: Rule = {
  id: 'age-without-commas',
  summary: 'An age behind a name is in words or in brackets, or lacks its second comma.',
  reason: 'An age is in figures and stands between commas.',
  levels: { none: 'off', reuters: 'warning', ap: 'warning' },
  source: {
    title: 'AP style: numbers and ages, as given by Heads Up English',
    url: 'https://headsupenglish.com/ap-style/numbers',
  },
  examples: [
    { wrong: 'Tom Reyk, ⟦thirty-eight⟧, drives a taxi.', right: 'Tom Reyk, 38, drives a taxi.' },
    { wrong: 'Tom Reyk, ⟦38⟧ said that he drives a taxi.', right: 'Tom Reyk, 38, said that he drives a taxi.' },
    { wrong: 'Ana Pell⟦ (51)⟧ is the mayor.', right: 'Ana Pell, 51, is the mayor.' },
  ],
  *check(article: Article): Iterable<Problem> {
    const brackets: Problem[] = []
    for (const { namings } of namedPeople(article)) {
      for (const naming of namings) {
        const age = ageBehind(naming)
        if (!age) continue
        const problem = problemOf(article, naming, age)
        if (age.form === 'brackets') brackets.push(problem)
        else yield problem
      }
    }
    // Numbers in brackets behind many names are goals, ranks or places of a list.
    if (brackets.length <= mostBrackets) yield* brackets
  },
}

const mostBrackets = 3

/** An age in the wrong form; tokens of the paragraph from the one behind the name. */
interface WrittenAge {
  readonly form: 'words' | 'open' | 'brackets'
  readonly years: number
  readonly first: number
  readonly end: number
}

function problemOf(article: Article, naming: Naming, { form, years, first, end }: WrittenAge): Problem {
  const { tokens, firstToken } = naming
  const offset = naming.start - tokens.starts[firstToken]
  const start = form === 'brackets' ? naming.end : offset + tokens.starts[first]
  const stop = offset + tokens.ends[end - 1]
  const endsThere = /^[.,;:)]$/.test(tokens.words[end] ?? '.')
  const text = form === 'words' ? String(years) : form === 'open' ? `${years},` : `, ${years}${endsThere ? '' : ','}`
  const message = {
    words: `Write the age in figures: ${years}.`,
    open: `A comma is missing behind the age: write ${years} between commas.`,
    brackets: `Write the age between commas, not in brackets.`,
  }[form]
  const whole = `${legible(article, naming)}, ${years}${endsThere && form === 'brackets' ? '' : ','}`
  return { start, end: stop, message, fixes: [{ title: `Write ${whole}`, edits: [{ start, end: stop, text }], safe: false }] }
}

function ageBehind({ tokens, endToken }: Naming): WrittenAge | undefined {
  const opener = tokens.words[endToken]
  const first = endToken + 1
  if (opener === '(') {
    if (tokens.words[endToken + 2] !== ')' || !/^\d\d$/.test(tokens.words[first])) return undefined
    return { form: 'brackets', years: Number(tokens.words[first]), first: endToken, end: endToken + 3 }
  }
  if (opener !== ',') return undefined
  const words = ageInWords(tokens, first)
  if (words) return words
  const isOpen = /^\d\d$/.test(tokens.words[first] ?? '') && goesOn.has(tokens.lower[first + 1] ?? '')
  return isOpen ? { form: 'open', years: Number(tokens.words[first]), first, end: first + 1 } : undefined
}

/** What shows that the number before it is an age whose comma is missing. */
const goesOn: ReadonlySet<string> = new Set('who said says told was is has had died'.split(' '))

/** "thirty-eight", "thirty eight" or "nine" between commas. */
function ageInWords(tokens: Tokens, first: number): WrittenAge | undefined {
  if (tokens.kinds[first] !== TokenKind.word) return undefined
  const parts = tokens.lower[first].split('-')
  let end = first + 1
  if (parts.length === 1 && tens.has(parts[0]) && units.has(tokens.lower[end])) parts.push(tokens.lower[end++])
  if (tokens.words[end] !== ',') return undefined
  const [one, two, ...others] = parts
  if (others.length > 0) return undefined
  const years =
    two === undefined ? (tens.get(one) ?? teens.get(one)) : (tens.get(one) ?? Number.NaN) + (units.get(two) ?? Number.NaN)
  return years !== undefined && !Number.isNaN(years) ? { form: 'words', years, first, end } : undefined
}

const numbered = (words: string, from: number, step: number) =>
  new Map(words.split(' ').map((word, index) => [word, from + index * step] as const))
const units = numbered('one two three four five six seven eight nine', 1, 1)
const teens = numbered('ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen', 10, 1)
const tens = numbered('twenty thirty forty fifty sixty seventy eighty ninety', 20, 10)
