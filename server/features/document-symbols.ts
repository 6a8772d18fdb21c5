import { type DocumentSymbol, DocumentSymbolRequest } from 'vscode-languageserver'
import { answer, type Feature } from './feature.ts'
import { type Entry, outline } from './outline.ts'
import { rangeOf, type Story } from './story.ts'

/** The outline of the story: headline, byline, dateline, lead, sections with what is said in them, people, credits. */
export const documentSymbols: Feature = {
  capabilities: () => ({ documentSymbolProvider: { label: 'Dateline' } }),
  answers: [answer(DocumentSymbolRequest.type, story => outline(story.article).map(entry => symbolOf(story, entry)))],
}

function symbolOf(story: Story, { name, detail, kind, selection, children, ...span }: Entry): DocumentSymbol {
  return {
    name,
    ...(detail && { detail }),
    kind,
    range: rangeOf(story, span),
    selectionRange: rangeOf(story, selection),
    ...(children.length > 0 && { children: children.map(child => symbolOf(story, child)) }),
  }
}
