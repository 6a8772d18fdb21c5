import type { Article } from '../analysis/article.ts'
import { legible } from '../analysis/legible.ts'
import type { Name } from '../analysis/names.ts'
import type { Mention, Person } from '../analysis/people.ts'
import type { Quote, Speaker } from '../analysis/quotes.ts'
import { firstEndingAfter, type Span, spanAt } from '../analysis/span.ts'
import type { Statement } from '../analysis/statements.ts'
import type { Part } from '../analysis/structure.ts'
import type { TimeExpression } from '../analysis/times.ts'

/** A mention and whose it is. */
export interface Mentioned {
  readonly person: Person
  readonly mention: Mention
}

/** A form in which the story names somebody, and how often. */
export interface Form {
  readonly form: string
  readonly times: number
}

/** Direct or indirect speech. */
export type Said = Quote | Statement

/** Who is mentioned at the offset; the end of a word counts as on it. */
export function mentionAt({ people }: Article, offset: number): Mentioned | undefined {
  for (const person of people) {
    const mention = spanAt(person.mentions, offset)
    if (mention) return { person, mention }
  }
  return undefined
}

/** The innermost quotation at the offset, marks inside. */
export function quoteAt({ quotes }: Article, offset: number): Quote | undefined {
  return quotes.findLast(quote => quote.start <= offset && offset <= quote.end)
}

/** What is said at the offset; where it is the verb or the speaker of something said beside it, that. */
export function saidAt(article: Article, offset: number): Said | undefined {
  const holds = (span: Span | undefined) => span !== undefined && span.start <= offset && offset <= span.end
  const { quotes, statements } = article
  return (
    quoteAt(article, offset) ??
    statements.find(holds) ??
    [...quotes, ...statements].find(({ cue, source }) => holds(cue) || holds(source))
  )
}

/** The name at the offset, of whatever kind. */
export function nameAt({ names }: Article, offset: number): Name | undefined {
  return spanAt(names, offset)
}

/** The part of the story that the offset lies in. */
export function partAt({ structure }: Article, offset: number): Part | undefined {
  return structure.parts[firstEndingAfter(structure.parts, offset)]
}

/** The expression of time or quantity at the offset, counted from the story's start. */
export function timeAt({ paragraphs }: Article, offset: number): TimeExpression | undefined {
  const paragraph = spanAt(paragraphs, offset)
  const time = paragraph && spanAt(paragraph.reading.times, offset - paragraph.start)
  return time && { ...time, start: paragraph.start + time.start, end: paragraph.start + time.end }
}

/** The quotations whose speaker is the person. */
export function quotesOf(article: Article, person: Person): readonly Quote[] {
  return registerOf(article).quotes.get(person.id) ?? []
}

/** The person's statements in indirect speech. */
export function statementsOf(article: Article, person: Person): readonly Statement[] {
  return registerOf(article).statements.get(person.id) ?? []
}

/** The mentions in the telling itself: not those in headline and dateline, nor who only signs the story in byline and credits. */
export function mentionsInStory(article: Article, { mentions }: Person): readonly Mention[] {
  return mentions.filter(({ start }) => {
    const kind = partAt(article, start)?.kind
    return kind === 'lead' || kind === 'paragraph' || kind === 'crosshead' || kind === 'note'
  })
}

/** The mention by name that tells most: the longest form, and of those the first. */
export function introduction(person: Person): Mention | undefined {
  let best: Mention | undefined
  for (const mention of person.mentions)
    if (mention.form === 'name' && (!best || mention.end - mention.start > best.end - best.start)) best = mention
  return best
}

/** The forms in which the story names the person, the most frequent first, and of those the shortest. */
export function formsOf(article: Article, person: Person): readonly Form[] {
  return registerOf(article).forms.get(person.id) ?? []
}

/** How often a name stands in the story in exactly this form. */
export function timesNamed(article: Article, form: string): number {
  return article.names.filter(name => name.end - name.start === form.length && textOf(article, name) === form).length
}

/** Who speaks, by name or description; undefined where the story does not say. */
export function speakerOf(article: Article, { speaker, source }: Said): string | undefined {
  if (!speaker) return undefined
  if ('name' in speaker) return speaker.name
  if ('person' in speaker) return registerOf(article).people.get(speaker.person)?.name
  return source && textOf(article, source) === speaker.anonymous ? legible(article, source) : speaker.anonymous
}

/** Who speaks, a person in the form that the story uses most. */
export function shortSpeakerOf(article: Article, said: Said): string | undefined {
  const person = said.speaker && 'person' in said.speaker && registerOf(article).people.get(said.speaker.person)
  return person ? formsOf(article, person)[0]?.form : speakerOf(article, said)
}

/** The text of a span of the story. */
export function textOf({ text }: Article, span: Span): string {
  return text.slice(span.start, span.end)
}

/** Who is who and who says what, by the person's id. */
interface Register {
  readonly people: ReadonlyMap<string, Person>
  readonly forms: ReadonlyMap<string, readonly Form[]>
  readonly quotes: ReadonlyMap<string, readonly Quote[]>
  readonly statements: ReadonlyMap<string, readonly Statement[]>
}

/** Made once for an article, since one card or outline asks for many people. */
const registers = new WeakMap<Article, Register>()

function registerOf(article: Article): Register {
  const known = registers.get(article)
  if (known) return known
  const register = {
    people: new Map(article.people.map(person => [person.id, person])),
    forms: new Map(article.people.map(person => [person.id, countForms(article, person)])),
    quotes: bySpeaker(article.quotes),
    statements: bySpeaker(article.statements),
  }
  registers.set(article, register)
  return register
}

function countForms(article: Article, { mentions }: Person): readonly Form[] {
  const times = new Map<string, number>()
  for (const mention of mentions) {
    if (mention.form !== 'name') continue
    const form = textOf(article, mention)
    times.set(form, (times.get(form) ?? 0) + 1)
  }
  return [...times].map(([form, times]) => ({ form, times })).sort((a, b) => b.times - a.times || a.form.length - b.form.length)
}

function bySpeaker<T extends { readonly speaker?: Speaker }>(said: readonly T[]): ReadonlyMap<string, readonly T[]> {
  const byPerson = new Map<string, T[]>()
  for (const each of said) {
    if (!each.speaker || !('person' in each.speaker)) continue
    const before = byPerson.get(each.speaker.person)
    if (before) before.push(each)
    else byPerson.set(each.speaker.person, [each])
  }
  return byPerson
}
