import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { SemanticTokens, SemanticTokensDelta } from 'vscode-languageserver'
import { legend } from '../../server/features/semantic-tokens.ts'
import { openMarked } from './check.ts'

/** Compares a story whose coloured stretches are written `‹type modifiers: text›` with what the server colours. */
function checkTokens(marked: string): void {
  const plain = marked.replace(/‹[\w ]+: ([^›]*)›/g, '$1')
  const story = openMarked(plain)
  const { data } = story.ask<SemanticTokens>('textDocument/semanticTokens/full')
  let written = ''
  let last = 0
  let line = 0
  let character = 0
  for (let i = 0; i < data.length; i += 5) {
    character = data[i] > 0 ? data[i + 1] : character + data[i + 1]
    line += data[i]
    const start = story.document.offsetAt({ line, character })
    const end = start + data[i + 2]
    const modifiers = legend.tokenModifiers.filter((_, bit) => data[i + 4] & (1 << bit))
    written += `${plain.slice(last, start)}‹${[legend.tokenTypes[data[i + 3]], ...modifiers].join(' ')}: ${plain.slice(start, end)}›`
    last = end
  }
  assert.equal(written + plain.slice(last), marked)
}

test('people, first and later, their roles, quotations and verbs', () => {
  checkTokens(`‹headline: Harbour strike goes on›

‹quotation: "We have put good money on the table,"› ‹cue: said› ‹person firstMention: Hanna Brixley›, ‹role: the harbour director›.

‹person: Brixley› ‹cue: said› she would wait.
`)
})

test('a name within a quotation splits it', () => {
  checkTokens(`‹headline: Harbour strike goes on›

‹quotation: "I have told ›‹person firstMention: Tom Ferrant›‹quotation:  and he knows,"› ‹cue: said› ‹person firstMention: Hanna Brixley›.
`)
})

test('what lies within a headline is marked as such, so that it can be as bold as the rest', () => {
  checkTokens(`‹headline: Harbour strike ends on ›‹date heading: Feb 4›

The strike in the harbour is over.
`)
})

test('a name in a headline knows that it stands in one', () => {
  checkTokens(`‹person firstMention heading: Hanna Brixley›‹headline:  ends the harbour strike›

Nobody was told.
`)
})

test('a range gives the tokens within it', () => {
  const story = openMarked('Harbour strike goes on\n\n"We will wait," said Hanna Brixley.\n\n"We will not," said Tom Ferrant.\n')
  const range = { start: { line: 4, character: 0 }, end: { line: 5, character: 0 } }
  const { data } = story.ask<SemanticTokens>('textDocument/semanticTokens/range', { range })
  assert.equal(data[0], 4)
})

test('after an edit the difference alone is sent', () => {
  const story = openMarked('Harbour strike goes on\n\n"We will wait," said Hanna Brixley.\n\n"We will not," said Tom Ferrant.\n')
  const full = story.ask<SemanticTokens>('textDocument/semanticTokens/full')
  const place = { line: 2, character: 8 }
  story.session.change(story.uri, [{ range: { start: place, end: place }, text: ' not' }], 2)
  const delta = story.ask<SemanticTokensDelta>('textDocument/semanticTokens/full/delta', { previousResultId: full.resultId })
  const { data: fresh } = story.ask<SemanticTokens>('textDocument/semanticTokens/full')
  const [{ start, deleteCount, data = [] }] = delta.edits
  assert.deepEqual(full.data.toSpliced(start, deleteCount, ...data), fresh)
  assert.ok(data.length < full.data.length / 2)
})

test('columns are bytes for a client that counts in UTF-8', () => {
  const story = openMarked('grève au port\n\n"Ça suffit," said Hanna Brixley.\n', {
    client: { general: { positionEncodings: ['utf-8', 'utf-16'] } },
  })
  const { data } = story.ask<SemanticTokens>('textDocument/semanticTokens/full')
  assert.equal(data[2], Buffer.byteLength('grève au port'))
})
