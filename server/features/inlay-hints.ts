import { type InlayHint, InlayHintRequest } from 'vscode-languageserver'
import type { Article } from '../analysis/article.ts'
import type { Quote } from '../analysis/quotes.ts'
import { overlaps, spanAt } from '../analysis/span.ts'
import { answer, type Feature } from './feature.ts'
import { partAt, shortSpeakerOf } from './lookup.ts'
import { firstWords } from './markdown.ts'
import { offsetAt, positionAt, type Story } from './story.ts'

/** The speaker beside a quotation whose own sentence does not name one. */
export const inlayHints: Feature = {
  capabilities: () => ({ inlayHintProvider: true }),
  answers: [
    answer(InlayHintRequest.type, (story, { range }, session) => {
      if (!session.settings.speakerHints) return undefined
      const shown = { start: offsetAt(story, range.start), end: offsetAt(story, range.end) }
      return story.article.quotes.filter(quote => overlaps(quote, shown)).flatMap(quote => hint(story, quote))
    }),
  ],
}

function hint(story: Story, quote: Quote): InlayHint[] {
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

/** Whether the verb or the speaker stands in a sentence that the quotation touches, or its paragraph begins with a label that says who speaks. */
function isAttributed(article: Article, { cue, source, start, end, paragraph }: Quote): boolean {
  if (partAt(article, start)?.voice) return true
  const said = source ?? cue
  if (!said) return false
  const { reading, start: offset } = article.paragraphs[paragraph]
  const sentence = spanAt(reading.sentences, said.start - offset)
  return sentence !== undefined && overlaps({ start: start - offset, end: end - offset }, sentence)
}
