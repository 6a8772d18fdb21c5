import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { CodeLens, CompletionList, TextEdit } from 'vscode-languageserver'
import { edited, openMarked } from './check.ts'

const lead =
  'Harbour strike goes on\n\n"We will wait," said harbour director Hanna Brixley.\n\n"We will not," said a source familiar with the matter.\n\n'

/** Compares what is offered at the caret, and with what. */
function checkCompletion(marked: string, offers: readonly string[]): void {
  const list = openMarked(marked).ask<CompletionList | null>('textDocument/completion')
  assert.deepEqual(
    (list?.items ?? []).map(({ label, detail }) => (detail ? `${label}, ${detail}` : label)),
    offers,
  )
}

test('after two letters of a name, the people of the story', () => {
  checkCompletion(`${lead}The offer came from Br‸`, ['Hanna Brixley, harbour director'])
  checkCompletion(`${lead}The offer came from Ha‸`, ['Hanna Brixley, harbour director'])
})

test('nothing after one letter, in a plain word, or for nobody', () => {
  checkCompletion(`${lead}The offer came from B‸`, [])
  checkCompletion(`${lead}The offer came from br‸`, [])
  checkCompletion(`${lead}The offer came from Xy‸`, [])
})

test('lenses: sources above the headline, who is quoted above the introduction', () => {
  const lenses = openMarked(lead).ask<readonly CodeLens[]>('textDocument/codeLens')
  assert.deepEqual(
    lenses.map(({ range, command }) => [range.start.line, command?.title]),
    [
      [0, '2 sources: 1 named, 1 unnamed'],
      [2, 'Hanna Brixley: 1 mention, 1 quotation'],
    ],
  )
})

test('lenses are off by setting', () => {
  assert.equal(openMarked(lead, { settings: { codeLens: { enabled: false } } }).ask('textDocument/codeLens'), null)
})

test('marks are converted on demand', () => {
  const story = openMarked('Strike\n\n"We\'ll wait," said Hanna Brixley.\n')
  const edits = story.ask<readonly TextEdit[]>('dateline/convertMarks', { uri: story.uri, to: 'typographic' })
  assert.equal(edited(story, edits), 'Strike\n\n“We’ll wait,” said Hanna Brixley.\n')
})
