import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { CodeAction, CompletionList, Hover, Location, MarkupContent } from 'vscode-languageserver'
import { features } from '../../server/features/index.ts'
import { entryLines } from '../../server/features/people-entries.ts'
import { Session } from '../../server/features/session.ts'
import { noDatelineFile } from '../../server/folder/dateline-file.ts'
import { readPeopleAtOnce } from '../../server/folder/people.ts'

const uri = 'file:///desk/harbour.news'
const story = 'Harbour strike goes on\n\nHarbour director Hanna Brixly spoke. Brixly left with union leader Tom Ferrant and Br\n'
const desk =
  '[\n  { "name": "Hanna Brixly", "pronunciation": "BRICKS-lee", "note": "<b>[x](command:y)</b>" },\n  { "name": "Bruna Vale" }\n]\n'

/** The answer to a request at the first place of the words, in a folder with this people file. */
function ask<Result>(method: string, words: string, peopleText = desk): Result {
  const people = [readPeopleAtOnce('file:///desk/people.json', peopleText)]
  const client = { workspace: { workspaceEdit: { documentChanges: true, resourceOperations: ['create' as const] } } }
  const session = new Session(client, () => ({
    folder: 'file:///desk',
    file: noDatelineFile,
    people,
    peopleUri: 'file:///desk/people.json',
  }))
  session.open({ uri, languageId: 'news', version: 1, text: story })
  const line = 2
  const position = { line, character: story.split('\n')[line].indexOf(words) + words.length }
  const params = { textDocument: { uri }, position, range: { start: position, end: position }, context: { diagnostics: [] } }
  const answer = features.flatMap(feature => feature.answers).find(each => each.method === method)
  return answer?.answer(params, session) as Result
}

test("the card has the desk's entry, of which nothing is markup", () => {
  const { value } = ask<Hover>('textDocument/hover', 'Brixly').contents as MarkupContent
  assert.match(value, /\*Our file:\* \*\*Hanna Brixly\*\* · say BRICKS-lee · never checked/)
  assert.ok(!/(?<!\\)<b>|(?<!\\)\[x\]/.test(value), value)
})

test('the type definition of a person is the entry; who has none has no type', () => {
  const { uri, range } = ask<Location>('textDocument/typeDefinition', 'Brixly')
  assert.deepEqual([uri, range.start], ['file:///desk/people.json', { line: 1, character: 2 }])
  assert.equal(ask('textDocument/typeDefinition', 'Tom Ferrant'), null)
})

test('ages and checks are told by the day', () => {
  const entry = { name: 'Ana Pell', otherNames: [], memberships: [], links: [], birthDate: '1978-01-25', checked: '2024-05-01' }
  const today = { year: 2026, month: 1, day: 24 }
  assert.match(entryLines(entry, undefined, today)[0], /born 1978-01-25 \(47\) · checked 2024-05-01, 20 months ago/)
  assert.match(entryLines({ ...entry, birthDate: '1978' }, { month: 3, day: 1, year: 2000 }, today)[0], /\(21 or 22\)/)
})

test('completion: the people of the desk after those of the story', () => {
  const { items } = ask<CompletionList>('textDocument/completion', 'Ferrant and Br')
  assert.deepEqual(
    items.map(({ label }) => label).filter(label => !/^Harbour|^harbour/.test(label)),
    ['Hanna Brixly', 'Brixly', 'Bruna Vale'],
  )
})

test('who is not in the file can be added, with the role that the story gives', () => {
  const titles = (words: string) => ask<CodeAction[]>('textDocument/codeAction', words).map(({ title }) => title)
  assert.ok(titles('Tom Ferrant').includes('Add Tom Ferrant to people.json'))
  assert.ok(!titles('Hanna Brixly').some(title => title.startsWith('Add')))
})

test('a spelling that is not ours can be made ours, or written down', () => {
  const other = desk.replace('Hanna Brixly', 'Hanna Brixli')
  const titles = ask<CodeAction[]>('textDocument/codeAction', 'Brixly', other).map(({ title }) => title)
  assert.deepEqual(titles.slice(0, 3), [
    'Write Brixli',
    'Make Hanna Brixly our spelling',
    'Write Hanna Brixly down as another spelling',
  ])
})
