import { RequestType, type TextEdit } from 'vscode-languageserver'
import { convertMarks, type MarksStyle } from '../rules/convert.ts'
import type { Feature } from './feature.ts'
import { rangeOf } from './story.ts'

/** Asks for the edits that give all quotation marks of a story a style. A request of our own: the client applies them, and can drop them when the text has changed meanwhile. */
export const convertMarksRequest = new RequestType<{ readonly uri: string; readonly to: MarksStyle }, readonly TextEdit[], void>(
  'dateline/convertMarks',
)

/** Turns the marks of a story typographic or straight, double or single. */
export const marksConversion: Feature = {
  capabilities: () => ({}),
  answers: [
    {
      method: convertMarksRequest.method,
      nothing: [],
      answer(params, session) {
        const { uri, to } = params as { uri: string; to: MarksStyle }
        const story = session.story(uri)
        if (!story) return []
        return convertMarks(story.article, to).map(edit => ({ range: rangeOf(story, edit), newText: edit.text }))
      },
    },
  ],
}
