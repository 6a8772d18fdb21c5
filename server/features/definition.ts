import { DefinitionRequest } from 'vscode-languageserver'
import { answer, type Feature } from './feature.ts'
import { occurrencesAt } from './occurrences.ts'
import { offsetAt, rangeOf } from './story.ts'

/** From any mention to the place where the story introduces the name. */
export const definition: Feature = {
  capabilities: () => ({ definitionProvider: true }),
  answers: [
    answer(DefinitionRequest.type, (story, { position }) => {
      const found = occurrencesAt(story.article, offsetAt(story, position))
      return found && { uri: story.document.uri, range: rangeOf(story, found.introduction) }
    }),
  ],
}
