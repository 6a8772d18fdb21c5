import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { FoldingRange, InlayHint, SelectionRange } from 'vscode-languageserver'
import { edited, openMarked } from './check.ts'

/** Compares the lines that each fold runs over, counted from 1. */
function checkFolds(text: string, folds: readonly (readonly [number, number])[]): void {
  const found = openMarked(text).ask<readonly FoldingRange[]>('textDocument/foldingRange')
  assert.deepEqual(
    found.map(({ startLine, endLine }) => [startLine + 1, endLine + 1]),
    folds,
  )
}

/** Compares the texts of the selection at the caret as it widens. */
function checkSelections(marked: string, texts: readonly string[]): void {
  const story = openMarked(marked)
  const [found] = story.ask<readonly SelectionRange[]>('textDocument/selectionRange', { positions: [story.caret] })
  const selected: string[] = []
  for (let range: SelectionRange | undefined = found; range; range = range.parent)
    selected.push(story.document.getText(range.range))
  assert.deepEqual(selected, [...texts, story.text])
}

/** Compares the story with its hints written in, in braces. */
function checkHints(marked: string, settings?: unknown): void {
  const story = openMarked(marked.replace(/\{[^}]*\} ?/g, ''), { settings })
  const range = { start: { line: 0, character: 0 }, end: { line: story.document.lineCount, character: 0 } }
  const hints = story.ask<readonly InlayHint[] | null>('textDocument/inlayHint', { range }) ?? []
  const edits = hints.map(({ position, label }) => ({ range: { start: position, end: position }, newText: `{${label}} ` }))
  assert.equal(edited(story, edits), marked)
}

test('sections and credits fold', () => {
  checkFolds(
    `Harbour strike goes on

Workers turned down a new offer.

NO TALKS BEFORE MONDAY

Nobody had called them, they said.

The harbour stood still.

SHIPS GO ELSEWHERE

Two ships turned away, the port said.

(Reporting by Ines Marlow)
(Editing by Odile Tarn)
`,
    [
      [5, 9],
      [11, 13],
      [15, 16],
    ],
  )
})

test('a quotation that runs over paragraphs folds', () => {
  checkFolds('Strike\n\n"We will wait," said Hanna Brixley. "We have time.\n\n"We have money.\n\n"We have no ships."\n', [[3, 7]])
})

test('the selection widens from word to name, clause, sentence, paragraph', () => {
  checkSelections('Strike\n\nThe harbour, said Hanna Brix‸ley, stood still. Two ships left.\n', [
    'Brixley',
    'Hanna Brixley',
    'said Hanna Brixley',
    'The harbour, said Hanna Brixley, stood still.',
    'The harbour, said Hanna Brixley, stood still. Two ships left.',
  ])
})

test('in a quotation it widens to the words and then to the marks', () => {
  checkSelections('Strike\n\n"We have ti‸me, and money," said Hanna Brixley.\n', [
    'time',
    'We have time',
    'We have time, and money,',
    '"We have time, and money,"',
    '"We have time, and money," said Hanna Brixley.',
  ])
})

test('a quotation whose speaker stands in another sentence is told who says it', () => {
  checkHints('Strike\n\n"We have time and money," said Hanna Brixley. {Hanna Brixley:} "We will wait until the spring comes."\n')
})

test('the setting turns it off', () => {
  checkHints('Strike\n\n"We have time," said Hanna Brixley. "We will wait until spring."\n', { inlayHints: { speakers: false } })
})

/** A story in which somebody is away for so many paragraphs. */
const absence = (paragraphs: number, end: string) =>
  `Strike\n\nHarbour director Hanna Brixley called a vote.\n\n${'Two ships left.\n\n'.repeat(paragraphs)}${end}\n`

test('a surname that comes back after more than ten paragraphs gets the full name, where the setting asks for it', () => {
  const settings = { inlayHints: { fullNames: true } }
  checkHints(absence(10, '{Hanna} Brixley then left. Brixley was tired.'), settings)
  checkHints(absence(9, 'Brixley then left.'), settings)
  checkHints(absence(10, 'Hanna Brixley then left.'), settings)
  checkHints(absence(10, 'Brixley then left.'))
})
