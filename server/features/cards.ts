import { legible } from '../analysis/legible.ts'
import type { Name, NameKind } from '../analysis/names.ts'
import type { QuoteKind } from '../analysis/quotes.ts'
import type { Span } from '../analysis/span.ts'
import { type CalendarDay, type CalendarRange, weekdayOf } from '../analysis/times/calendar.ts'
import { resolve, type TimeExpression } from '../analysis/times.ts'
import type { FoundProblem } from '../rules/index.ts'
import { rulesPage } from '../rules/page.ts'
import { affiliationsOf } from './affiliations.ts'
import {
  formsOf,
  introduction,
  type Mentioned,
  quotesOf,
  type Said,
  speakerOf,
  statementsOf,
  textOf,
  timesNamed,
} from './lookup.ts'
import { escaped, firstWords, link } from './markdown.ts'
import { positionAt, type Story } from './story.ts'

/** A person in three lines, and what stands behind them below a rule, first of all what the desk knows, in lines. Markdown; all text of the story is escaped. */
export function personCard(story: Story, { person, mention }: Mentioned, desk: readonly string[] = []): string {
  const { article } = story
  const quotes = quotesOf(article, person)
  const statements = statementsOf(article, person)
  const [role, ...otherRoles] = person.roles
  const { nationality, organization } = affiliationsOf(article, person)
  const first = introduction(person)
  const words = quotes.reduce((sum, quote) => sum + quote.words, 0)
  const short = [
    `**${escaped(person.name)}**${role ? `, ${escaped(firstWords(legible(article, role), 160))}` : ''}`,
    joined(
      count(person.mentions.length, 'mention'),
      quotes.length > 0 && `${count(quotes.length, 'quotation')} of ${count(words, 'word')}`,
      statements.length > 0 && count(statements.length, 'statement'),
      person.age && `age ${person.age.years}`,
      nationality && escaped(nationality),
      organization && escaped(firstWords(organization, 80)),
      first && link('first full mention', address(story, first)),
    ),
    joined(...formsOf(article, person).map(({ form, times }) => `${escaped(form)} ${times}×`)),
  ].filter(line => line !== '')
  const details = [
    desk.join('  \n'),
    otherRoles.length > 0 && `Also ${otherRoles.map(other => escaped(firstWords(legible(article, other), 160))).join('; ')}`,
    sayings(story, [...quotes, ...statements]),
    mention.reason !== '' && `*Why: ${escaped(mention.reason)}*`,
  ].filter(line => line !== false && line !== '')
  return [short.join('  \n'), ...(details.length > 0 ? ['---', ...details] : [])].join('\n\n')
}

const kinds: Readonly<Record<QuoteKind, string>> = {
  direct: 'Direct quotation',
  fragment: 'Quoted words',
  scare: 'Words in quotation marks; nobody is quoted',
}

/** What is said: quotation or indirect speech, its speaker and how that is known. Unknown stays unknown. */
export function saidCard({ article }: Story, said: Said): string {
  const isQuote = 'kind' in said
  if (isQuote && said.kind === 'scare') return joined(kinds.scare, count(said.words, 'word'))
  const speaker = speakerOf(article, said)
  return joined(
    `${isQuote ? kinds[said.kind] : 'Indirect speech'}: ${speaker ? `**${escaped(speaker)}**` : 'speaker unknown'}`,
    said.speaker && 'anonymous' in said.speaker && 'an unnamed source',
    isQuote && count(said.words, 'word'),
    said.why && `*${escaped(said.why)}*`,
  )
}

const nameKinds: Readonly<Record<NameKind, string>> = {
  person: 'person',
  organization: 'organisation',
  place: 'place',
  misc: 'name',
}

/** A name that is not a person's. */
export function nameCard({ article }: Story, name: Name): string {
  const form = textOf(article, name)
  return joined(`**${escaped(form)}**, ${nameKinds[name.kind]}`, count(timesNamed(article, form), 'mention'))
}

/** A date, with the day that it means in this story, or a quantity. */
export function timeCard({ article }: Story, time: TimeExpression): string {
  const days = time.date && resolve(time.date, article.structure.day)
  return joined(`**${escaped(textOf(article, time))}**, ${time.kind}`, days && rangeInWords(days))
}

function rangeInWords({ from, to }: CalendarRange): string {
  const first = dayInWords(from)
  const last = dayInWords(to)
  return first === last ? first : `${first} to ${last}`
}

const months = 'January February March April May June July August September October November December'.split(' ')
const weekdays = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ')

function dayInWords(day: CalendarDay): string {
  const weekday = weekdayOf(day)
  const date = `${day.day} ${months[day.month - 1]}${day.year === undefined ? '' : ` ${day.year}`}`
  return weekday === undefined ? date : `${weekdays[weekday]}, ${date}`
}

/** A problem: what is wrong, why a desk cares, and who says so. */
export function problemCard({ message, rule }: FoundProblem): string {
  const rulePage = `[${rule.id}](${rulesPage}#${rule.id})`
  return `${escaped(message)}  \n${escaped(rule.reason)}\n\n${joined(rulePage, rule.source && link(rule.source.title, rule.source.url))}`
}

/** A card lists no more than this; who wants all goes to the references. */
const mostSayings = 8

function sayings(story: Story, said: readonly Said[]): string {
  const listed = said.toSorted((a, b) => a.start - b.start).slice(0, mostSayings)
  const rest = said.length - listed.length
  return [...listed.map(each => `- ${saying(story, each)}`), ...(rest > 0 ? [`- … and ${rest} more`] : [])].join('\n')
}

/** A link to the place where somebody says something, with the verb. */
function saying(story: Story, said: Said): string {
  const { article } = story
  const verb = said.cue ? `: ${escaped(firstWords(legible(article, said.cue), 40))}` : ''
  return link(firstWords(legible(article, said), 70), address(story, said)) + verb
}

/** Where a span begins, as an address that an editor opens: the file's, with line and column counted from 1. */
function address(story: Story, { start }: Span): string {
  const { line, character } = positionAt(story, start)
  return `${story.document.uri.split('#')[0]}#L${line + 1},${character + 1}`
}

const count = (number: number, thing: string) => `${number} ${thing}${number === 1 ? '' : 's'}`

const joined = (...parts: readonly (string | false | undefined)[]) => parts.filter(Boolean).join(' · ')
