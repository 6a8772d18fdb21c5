import type { Article } from '../server/analysis/article.ts'
import type { Name } from '../server/analysis/names.ts'
import { type PlacedParagraph, readParagraph, splitParagraphs } from '../server/analysis/paragraph.ts'
import type { Mention, Person } from '../server/analysis/people.ts'
import type { SpeakingCast } from '../server/analysis/quotes/cast.ts'
import { readVoices } from '../server/analysis/quotes/voices.ts'
import { placeQuotes } from '../server/analysis/quotes.ts'
import type { Span } from '../server/analysis/span.ts'
import { readSpeech } from '../server/analysis/speech.ts'
import { placeStatements } from '../server/analysis/statements.ts'
import { readStructure } from '../server/analysis/structure.ts'
import { nameOf } from './cast.ts'
import { checkReading, type MarkedSpan } from './marked.ts'

/**
 * Like `checkReading`, for quotations and statements alone: names, people, pronouns and roles are taken from the marked text, so that what is checked is
 * who says what, whatever the rooms before make of the names.
 */
export function checkVoices(marked: string): Article {
  return checkReading(marked, undefined, (text, spans) => {
    const paragraphs = splitParagraphs(text).map(({ start, end }) => ({
      start,
      end,
      reading: readParagraph(text.slice(start, end)),
    }))
    const structure = readStructure(paragraphs)
    const names = spans.flatMap(span => nameOf(span, paragraphs))
    const people = castOf(text, spans)
    const voices = readVoices(paragraphs, names, people, appearancesOf(people, names, paragraphs))
    const speech = readSpeech(voices, structure)
    const quotes = placeQuotes(speech, paragraphs)
    const statements = placeStatements(speech, paragraphs)
    return { text, markup: 'plain', paragraphs, structure, names, people, quotes, statements }
  })
}

/** The people that the marked text names, with their mentions and roles. */
function castOf(text: string, spans: readonly MarkedSpan[]): readonly Person[] {
  const ids = new Set(spans.filter(({ tag }) => tag === 'per').map(({ attributes }) => attributes.id))
  return [...ids].map(id => {
    const own = spans.filter(({ tag, attributes }) => (tag === 'per' || tag === 'pron') && attributes.id === id)
    const mentions = own.map(({ tag, start, end }): Mention => {
      const form = tag === 'per' ? 'name' : 'pronoun'
      return { start, end, form, paragraph: text.slice(0, start).split(/\n+/).length - 1, reason: 'marked' }
    })
    const named = own.filter(({ tag }) => tag === 'per').map(({ start, end }) => text.slice(start, end))
    const roles = spans.filter(({ tag, attributes }) => tag === 'role' && attributes.of === id)
    return {
      id,
      name: named.toSorted((a, b) => b.length - a.length)[0],
      mentions,
      roles: roles.map(({ start, end }) => ({ start, end, text: text.slice(start, end) })),
    }
  })
}

/** The people as they appear in each paragraph. */
function appearancesOf(people: readonly Person[], names: readonly Name[], paragraphs: readonly PlacedParagraph[]): SpeakingCast {
  const appearances = paragraphs.map(({ start, end, reading }, paragraph) => {
    const placed = <T extends Span>(spans: readonly T[]) =>
      spans
        .filter(span => span.start >= start && span.end <= end)
        .map(span => ({ ...span, start: span.start - start, end: span.end - start }))
    const ofAll = <T>(list: (person: Person, index: number) => readonly T[]) => people.flatMap(list)
    return {
      scene: { reading, names: placed(names.filter(name => name.paragraph === paragraph)) },
      mentions: ofAll(({ mentions }, person) => placed(mentions).map(mention => ({ ...mention, person }))).sort(
        (a, b) => a.start - b.start,
      ),
      roles: ofAll(({ roles }, person) => placed(roles).map(role => ({ ...role, person }))),
    }
  })
  return { cast: { people }, appearances }
}
