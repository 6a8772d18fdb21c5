import { ImplementationRequest } from 'vscode-languageserver'
import { answer, type Feature } from './feature.ts'
import { mentionAt, quotesOf } from './lookup.ts'
import { offsetAt, rangeOf } from './story.ts'

/** From a person to the person's quotations. */
export const implementation: Feature = {
  capabilities: () => ({ implementationProvider: true }),
  answers: [
    answer(ImplementationRequest.type, (story, { position }) => {
      const mentioned = mentionAt(story.article, offsetAt(story, position))
      return (
        mentioned &&
        quotesOf(story.article, mentioned.person).map(quote => ({ uri: story.document.uri, range: rangeOf(story, quote) }))
      )
    }),
  ],
}
