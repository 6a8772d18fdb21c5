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

test('with a title, where the story gives one before the name', () => {
  const story = 'Strike\n\n"We will wait," said Mayor Hanna Brixley.\n\n'
  checkCompletion(`${story}The offer came from May‸`, ['Mayor Brixley, Mayor'])
})

test('said, with the day of the dateline, behind who speaks', () => {
  const story = 'Strike\n\nLISBON, March 3, 2026 (Northline) - Harbour director Hanna Brixley called a vote.\n\n'
  checkCompletion(`${story}"We will wait," Brixley sa‸`, ['said on Tuesday'])
  checkCompletion(`${story}"We will wait," sa‸`, ['said on Tuesday'])
  checkCompletion(`${story}"We will wait," Brixley said on Tu‸`, ['Tuesday, the day of the story'])
  checkCompletion(`${story}The harbour was sa‸`, [])
  checkCompletion(`${story}Brixley said on We‸`, [])
})

test('said, with the day of the lead where the dateline has no year', () => {
  const story = 'Strike\n\nLISBON, March 3 (Northline) - Harbour director Hanna Brixley called a vote on Tuesday.\n\n'
  checkCompletion(`${story}"We will wait," Brixley sai‸`, ['said on Tuesday'])
})

test('in the credits, who signed the story', () => {
  const story = 'Strike\nBy Ines Marlow and Odile Tarn\n\n"We will wait," said Hanna Brixley.\n\n'
  const signers = ['Ines Marlow, signs the story', 'Odile Tarn, signs the story']
  checkCompletion(`${story}(Reporting by ‸`, signers)
  checkCompletion(`${story}(Reporting by Ines Marlow; Editing by O‸`, [signers[1]])
  checkCompletion(`${story}(Reporting by Ines Marlow; Edi‸`, [])
})

test('while a paragraph of plain prose is typed, at most one word of it is offered anything', () => {
  const cast =
    'Strike\n\nTheodora Insley met Will Ash, Andrea Asher, Marcus Fornes, Morgan Tobin and Honor Atwell on Tuesday.\n\n'
  const prose =
    'The council met in the morning, and it was said to be a long session. In a statement it thanked the workers. ' +
    'As nobody came, they left. An offer was made on Wednesday. Will it last? For now the cranes in the Western port stand still. ' +
    'At noon the mayor sat down. "Most of us wait," read a sign. He said so. Then, after that, more came. More came later.\n\n'
  const offered = new Set<number>()
  for (let typed = 1; typed <= prose.length; typed++) {
    const list = openMarked(`${cast}${prose.slice(0, typed)}‸`).ask<CompletionList | null>('textDocument/completion')
    if (list && list.items.length > 0) offered.add(prose.lastIndexOf(' ', typed - 1))
  }
  assert.ok(offered.size <= 1, `offers at ${[...offered].map(at => prose.slice(at, at + 12)).join(', ')}`)
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
