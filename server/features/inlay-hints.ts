import { type InlayHint, InlayHintRequest } from 'vscode-languageserver'
import type { Article } from '../analysis/article.ts'
import type { Person } from '../analysis/people.ts'
import type { Quote } from '../analysis/quotes.ts'
import { overlaps, type Span, spanAt } from '../analysis/span.ts'
import { answer, type Feature } from './feature.ts'
import { mentionsInStory, partAt, shortSpeakerOf, textOf } from './lookup.ts'
import { firstWords } from './markdown.ts'
import { offsetAt, positionAt, type Story } from './story.ts'

/** The speaker beside a quotation whose own sentence does not name one; the full name beside a surname that comes back late. */
export const inlayHints: Feature = {
  capabilities: () => ({ inlayHintProvider: true }),
  answers: [
    answer(InlayHintRequest.type, (story, { range }, session) => {
      const { speakerHints, fullNameHints } = session.settings
      const shown = { start: offsetAt(story, range.start), end: offsetAt(story, range.end) }
      const quotes = speakerHints ? story.article.quotes.filter(quote => overlaps(quote, shown)) : []
      const people = fullNameHints ? story.article.people : []
      return [...quotes.flatMap(quote => speakerHint(story, quote)), ...people.flatMap(person => returnsOf(story, person, shown))]
    }),
  ],
}

function speakerHint(story: Story, quote: Quote): InlayHint[] {
  const speaker = quote.kind === 'direct' && !isAttributed(story.article, quote) && shortSpeakerOf(story.article, quote)
  if (!speaker) return []
  return [
    {
      position: positionAt(story, quote.start),
      label: `${firstWords(speaker, 40)}:`,
      paddingRight: true,
      ...(quote.why && { tooltip: quote.why }),
    },
  ]
}

/** A person who was away for more than so many paragraphs may be forgotten. */
const longestAbsence = 10

/** The names by which the person comes back after a long absence, each with what is missing of the full name. */
function returnsOf(story: Story, person: Person, shown: Span): InlayHint[] {
  const { article } = story
  const mentions = mentionsInStory(article, person)
  return mentions.flatMap((mention, index) => {
    const before = mentions[index - 1]
    if (!before || mention.form !== 'name' || !overlaps(mention, shown)) return []
    const away = mention.paragraph - before.paragraph
    const form = textOf(article, mention)
    if (away <= longestAbsence || !person.name.endsWith(` ${form}`)) return []
    const [role] = person.roles
    return [
      {
        position: positionAt(story, mention.start),
        label: firstWords(person.name.slice(0, -form.length), 40),
        paddingRight: true,
        tooltip: `${role ? `${firstWords(role.text, 80)}; ` : ''}last mentioned ${away} paragraphs before`,
      },
    ]
  })
}

/** Whether the verb or the speaker stands in a sentence that the quotation touches, or its paragraph begins with a label that says who speaks. */
function isAttributed(article: Article, { cue, source, start, end, paragraph }: Quote): boolean {
  if (partAt(article, start)?.voice) return true
  const said = source ?? cue
  if (!said) return false
  const { reading, start: offset } = article.paragraphs[paragraph]
  const sentence = spanAt(reading.sentences, said.start - offset)
  return sentence !== undefined && overlaps({ start: start - offset, end: end - offset }, sentence)
}
