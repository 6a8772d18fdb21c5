import { ReferencesRequest } from 'vscode-languageserver'
import { answer, type Feature } from './feature.ts'
import { occurrencesAt } from './occurrences.ts'
import { offsetAt, rangeOf } from './story.ts'

/** All mentions of a person, by name and by pronoun where that is sure; of anything else, all places with the same name. */
export const references: Feature = {
  capabilities: () => ({ referencesProvider: true }),
  answers: [
    answer(ReferencesRequest.type, (story, { position, context }) => {
      const found = occurrencesAt(story.article, offsetAt(story, position))
      return found?.all
        .filter(span => context.includeDeclaration || span.start !== found.introduction.start)
        .map(span => ({ uri: story.document.uri, range: rangeOf(story, span) }))
    }),
  ],
}
