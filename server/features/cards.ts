import type { Name, NameKind } from '../analysis/names.ts'
import type { Quote, QuoteKind } from '../analysis/quotes.ts'
import type { Span } from '../analysis/span.ts'
import type { TimeExpression } from '../analysis/times.ts'
import type { FoundProblem } from '../rules/index.ts'
import { rulesPage } from './diagnostics.ts'
import { formsOf, introduction, type Mentioned, nameOfSpeaker, quotesOf, statementsOf, textOf, timesNamed } from './lookup.ts'
import { escaped, firstWords, link } from './markdown.ts'
import { positionAt, type Story } from './story.ts'

/** A person in three lines, and what stands behind them below a rule. Markdown; all text of the story is escaped. */
export function personCard(story: Story, { person, mention }: Mentioned): string {
  const { article } = story
  const quotes = quotesOf(article, person)
  const statements = statementsOf(article, person)
  const [role, ...otherRoles] = person.roles
  const first = introduction(person)
  const words = quotes.reduce((sum, quote) => sum + quote.words, 0)
  const short = [
    `**${escaped(person.name)}**${role ? `, ${escaped(firstWords(role.text, 160))}` : ''}`,
    joined(
      count(person.mentions.length, 'mention'),
      quotes.length > 0 && `${count(quotes.length, 'quotation')} of ${count(words, 'word')}`,
      statements.length > 0 && count(statements.length, 'statement'),
      person.age && `age ${person.age.years}`,
      first && link('first mention', address(story, first)),
    ),
    joined(...formsOf(article, person).map(({ form, times }) => `${escaped(form)} ${times}×`)),
  ].filter(line => line !== '')
  const details = [
    otherRoles.length > 0 && `Also ${otherRoles.map(other => escaped(firstWords(other.text, 160))).join('; ')}`,
    [...quotes, ...statements].length > 0 &&
      [...quotes, ...statements]
        .sort((a, b) => a.start - b.start)
        .map(said => `- ${saying(story, said)}`)
        .join('\n'),
    mention.reason !== '' && `*Why: ${escaped(mention.reason)}*`,
  ].filter(line => line !== false)
  return [short.join('  \n'), ...(details.length > 0 ? ['---', ...details] : [])].join('\n\n')
}

const kinds: Readonly<Record<QuoteKind, string>> = {
  direct: 'Direct quotation',
  fragment: 'Quoted words',
  scare: 'Words in quotation marks; nobody is quoted',
}

/** A quotation: its kind, its speaker and how that is known. Unknown stays unknown. */
export function quoteCard({ article }: Story, { kind, speaker, why, words }: Quote): string {
  const by = speaker ? `**${escaped(nameOfSpeaker(article, speaker))}**` : 'speaker unknown'
  return joined(
    kind === 'scare' ? kinds.scare : `${kinds[kind]}: ${by}`,
    speaker && 'anonymous' in speaker && 'an unnamed source',
    count(words, 'word'),
    kind !== 'scare' && why && `*${escaped(why)}*`,
  )
}

const nameKinds: Readonly<Record<NameKind, string>> = {
  person: 'person',
  organization: 'organisation',
  place: 'place',
  misc: 'name',
}

export function nameCard({ article }: Story, name: Name): string {
  const form = textOf(article, name)
  return joined(`**${escaped(form)}**, ${nameKinds[name.kind]}`, count(timesNamed(article, form), 'mention'))
}

export function timeCard({ article }: Story, time: TimeExpression): string {
  return `**${escaped(textOf(article, time))}**, ${time.kind}`
}

/** A problem: what is wrong, why a desk cares, and who says so. */
export function problemCard({ message, rule }: FoundProblem): string {
  const rulePage = `[${rule.id}](${rulesPage}#${rule.id})`
  return `${escaped(message)}  \n${escaped(rule.reason)}\n\n${joined(rulePage, link(rule.source.title, rule.source.url))}`
}

/** A link to the place where somebody says something, with the verb. */
function saying(story: Story, said: Span & { readonly cue?: Span }): string {
  const { article } = story
  const verb = said.cue ? `: ${escaped(firstWords(textOf(article, said.cue), 40))}` : ''
  return link(firstWords(textOf(article, said), 70), address(story, said)) + verb
}

/** Where a span begins, as an address that an editor opens: the file's, with line and column counted from 1. */
function address(story: Story, { start }: Span): string {
  const { line, character } = positionAt(story, start)
  return `${story.document.uri.split('#')[0]}#L${line + 1},${character + 1}`
}

const count = (number: number, thing: string) => `${number} ${thing}${number === 1 ? '' : 's'}`

const joined = (...parts: readonly (string | false | undefined)[]) => parts.filter(Boolean).join(' · ')
