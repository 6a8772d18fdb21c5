import { TypeDefinitionRequest } from 'vscode-languageserver'
import { TextDocument } from 'vscode-languageserver-textdocument'
import type { CalendarDay } from '../analysis/times/calendar.ts'
import { type FoundEntry, findPerson } from '../folder/people.ts'
import type { PersonEntry } from '../folder/people-file.ts'
import { answer, type Feature } from './feature.ts'
import { mentionAt } from './lookup.ts'
import { escaped, firstWords, link } from './markdown.ts'
import type { Session } from './session.ts'
import { offsetAt, rangeOf, type Story } from './story.ts'

/** From a mention of a person to what the desk has written down of them. */
export const typeDefinition: Feature = {
  capabilities: () => ({ typeDefinitionProvider: true }),
  answers: [
    answer(TypeDefinitionRequest.type, (story, { position }, session) => {
      const mentioned = mentionAt(story.article, offsetAt(story, position))
      const found = mentioned && entryOf(story, mentioned.person.name, session)
      if (!found) return undefined
      const { uri, file } = found.people
      const document = TextDocument.create(uri, 'json', 0, file.text)
      const span = { start: file.places[2 * found.index], end: file.places[2 * found.index + 1] }
      return { uri, range: rangeOf({ document, encoding: session.encoding }, span) }
    }),
  ],
}

/** What the desk of the story's folder knows of a person. */
export function entryOf(story: Story, name: string, session: Session): FoundEntry | undefined {
  return findPerson(session.deskOf(story.document.uri).people, name)
}

/** The desk's entry as lines of a card. Markdown; all text of the entry is escaped. `day` is that of the story, by which ages are told; `today` tells how old the check is. */
export function entryLines(entry: PersonEntry, day: CalendarDay | undefined, today: CalendarDay): readonly string[] {
  const { name, prefix, pronunciation, birthDate, memberships, note, checked, links, otherNames } = entry
  const age = birthDate && ageOn(birthDate, day?.year === undefined ? today : day)
  const shown = (text: string, length = 160) => escaped(firstWords(text, length))
  return [
    [
      `*Our file:* **${shown(prefix ? `${prefix} ${name}` : name, 80)}**`,
      pronunciation && `say ${shown(pronunciation, 80)}`,
      birthDate && `born ${birthDate}${age ? ` (${age})` : ''}`,
      checked ? `checked ${checked}${sinceOf(checked, today)}` : 'never checked',
    ]
      .filter(Boolean)
      .join(' · '),
    ...memberships.slice(0, mostListed).map(({ role, organization }) => shown([role, organization].filter(Boolean).join(', '))),
    otherNames.length > 0 &&
      `Other names: ${otherNames
        .slice(0, mostListed)
        .map(other => shown(other.note ? `${other.name} (${other.note})` : other.name, 80))
        .join('; ')}`,
    note && shown(note, 300),
    links
      .slice(0, mostListed)
      .map(({ url, note }) => link(firstWords(note ?? url, 60), url))
      .join(' · '),
  ].filter(line => typeof line === 'string' && line !== '') as readonly string[]
}

/** A card lists no more of anything. */
const mostListed = 5

/** The age on a day, or both that it may be where not all of the birth date is known. */
function ageOn(birthDate: string, { year, month, day }: CalendarDay): string | undefined {
  const [bornYear, bornMonth, bornDay] = birthDate.split('-').map(Number)
  if (year === undefined) return undefined
  const years = year - bornYear
  if (years < 0 || years > 130) return undefined
  if (bornMonth === undefined || (bornDay === undefined && bornMonth === month)) return `${years - 1} or ${years}`
  return String(month < bornMonth || (month === bornMonth && day < (bornDay ?? 1)) ? years - 1 : years)
}

/** How long ago a check was, where that is a month or more. */
function sinceOf(checked: string, today: CalendarDay): string {
  const [year, month = 1] = checked.split('-').map(Number)
  const months = ((today.year ?? year) - year) * 12 + today.month - month
  if (months < 1) return ''
  const [count, unit] = months < 24 ? [months, 'month'] : [Math.floor(months / 12), 'year']
  return `, ${count} ${unit}${count === 1 ? '' : 's'} ago`
}

/** The day on the wall, as the machine has it. */
export function today(): CalendarDay {
  const now = new Date()
  return { year: now.getFullYear(), month: now.getMonth() + 1, day: now.getDate() }
}
