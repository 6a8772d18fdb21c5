import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type DocumentHighlight, DocumentHighlightKind, type Location, type Range } from 'vscode-languageserver'
import { openMarked, withRanges } from './check.ts'

/** Compares the places that a request at the caret answers with. */
function checkPlaces(method: string, marked: string, params?: object): void {
  const story = openMarked(marked)
  const answer = story.ask<Location | readonly (Location | DocumentHighlight)[] | null>(method, params)
  const ranges: readonly Range[] = [answer ?? []].flat().map(place => place.range)
  assert.equal(withRanges(story, ranges), marked.replace('‸', ''))
}

const lead = 'Harbour strike goes on\n\n'

test('definition: from a surname to the full name', () => {
  checkPlaces('textDocument/definition', `${lead}"We will wait," said ⟦Hanna Brixley⟧.\n\nBrix‸ley then left.\n`)
})

test('references: all mentions, by name and by pronoun', () => {
  const marked = `${lead}"We will wait," said ⟦Hanna Brixley⟧.\n\n⟦Brix‸ley⟧ said ⟦she⟧ had called Tom Ferrant.\n`
  checkPlaces('textDocument/references', marked, { context: { includeDeclaration: true } })
})

test('references without the declaration leave the introduction out', () => {
  const marked = `${lead}"We will wait," said Hanna Brixley.\n\n⟦Brix‸ley⟧ said ⟦she⟧ had called Tom Ferrant.\n`
  checkPlaces('textDocument/references', marked, { context: { includeDeclaration: false } })
})

test('implementation: what the person says', () => {
  checkPlaces(
    'textDocument/implementation',
    `${lead}⟦"We will wait,"⟧ said Hanna Brixley.\n\n"We will not," said Tom Ferrant.\n\nBrix‸ley left.\n`,
  )
})

test('highlight: all mentions, the introduction as a write', () => {
  const marked = `${lead}"We will wait," said ⟦Hanna Brixley⟧.\n\n⟦Brix‸ley⟧ left.\n`
  checkPlaces('textDocument/documentHighlight', marked)
  const [first, second] = openMarked(marked).ask<readonly DocumentHighlight[]>('textDocument/documentHighlight')
  assert.deepEqual([first.kind, second.kind], [DocumentHighlightKind.Write, DocumentHighlightKind.Read])
})

test('highlight: a mark and the one that it pairs with', () => {
  checkPlaces('textDocument/documentHighlight', `${lead}⟦‸"⟧We will wait,⟦"⟧ said Hanna Brixley.\n`)
  checkPlaces('textDocument/documentHighlight', `${lead}⟦“⟧We will wait,⟦”‸⟧ said Hanna Brixley.\n`)
})

test('beside a name nothing is found', () => {
  for (const method of ['definition', 'references', 'implementation', 'documentHighlight'])
    checkPlaces(`textDocument/${method}`, `${lead}They ‸waited, said Hanna Brixley.\n`, { context: { includeDeclaration: true } })
})
