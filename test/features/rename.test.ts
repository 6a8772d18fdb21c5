import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { AnnotatedTextEdit, ClientCapabilities, Range, TextDocumentEdit, WorkspaceEdit } from 'vscode-languageserver'
import { edited, openMarked } from './check.ts'

const client: ClientCapabilities = { workspace: { workspaceEdit: { documentChanges: true, changeAnnotationSupport: {} } } }

/** Compares the story after a rename at the caret. What waits for the user's word is left out, or alone applied where it is `asked`. */
function checkRename(marked: string, newName: string, renamed: string, asked = false): void {
  const story = openMarked(marked, { client })
  const edit = story.ask<WorkspaceEdit>('textDocument/rename', { newName })
  const [change] = edit.documentChanges as readonly TextDocumentEdit[]
  const edits = change.edits.filter((each): each is AnnotatedTextEdit => 'newText' in each && 'annotationId' in each === asked)
  for (const { annotationId } of asked ? edits : []) assert.ok(edit.changeAnnotations?.[annotationId].needsConfirmation)
  assert.equal(edited(story, edits), renamed)
}

function checkRefusal(marked: string, newName: string, reason: RegExp): void {
  assert.throws(() => openMarked(marked).ask('textDocument/rename', { newName }), reason)
}

const story = `Unions wait for an offer

"I trust Brixley," said Tom Ferrant.

"We will wait," said Hanna Brix‸ley. Brixley's boat left. Hanna Brixley said so.
`

test('the surname changes in every form of the name; possessives stay', () => {
  const wanted = story.replace('‸', '').replaceAll('Brixley', 'Braxton').replace('trust Braxton', 'trust Brixley')
  checkRename(story, 'Hanna Braxton', wanted)
  checkRename(story.replace('‸', '').replace("Brixley's", "Brix‸ley's"), 'Braxton', wanted)
})

test('the forename changes where it stands', () => {
  checkRename(story, 'Johanna Brixley', story.replace('‸', '').replaceAll('Hanna', 'Johanna'))
})

test('what stands in a direct quotation changes only when confirmed', () => {
  checkRename(story, 'Hanna Braxton', story.replace('‸', '').replace('trust Brixley', 'trust Braxton'), true)
})

test('a client that cannot ask leaves quotations alone', () => {
  const open = openMarked(story)
  const edit = open.ask<WorkspaceEdit>('textDocument/rename', { newName: 'Hanna Braxton' })
  assert.match(edited(open, edit.changes?.[open.uri] ?? []), /I trust Brixley/)
})

test('a name that another person has is refused with the reason', () => {
  checkRefusal(story, 'Hanna Ferrant', /taken for Tom Ferrant/)
})

test('what is no name is refused', () => {
  checkRefusal(story, '', /no name/)
  checkRefusal(story, 'Hanna\nBrixley', /no name/)
  checkRefusal(story.replace('‸', '').replace('wait for', 'wait‸ for'), 'Brixley', /Only a name/)
})

test('prepare gives the mention under the cursor, and nothing beside a name', () => {
  const open = openMarked(story)
  const prepared = open.ask<{ range: Range; placeholder: string }>('textDocument/prepareRename')
  assert.equal(prepared.placeholder, 'Hanna Brixley')
  assert.equal(open.document.getText(prepared.range), 'Hanna Brixley')
  assert.equal(openMarked(story.replace('‸', '').replace('wait for', 'wait‸ for')).ask('textDocument/prepareRename'), null)
})
