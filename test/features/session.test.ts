import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Position } from 'vscode-languageserver'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { features } from '../../server/features/index.ts'
import { Session } from '../../server/features/session.ts'
import { readSettings } from '../../server/features/settings.ts'
import { statusOf } from '../../server/features/status.ts'
import { openMarked } from './check.ts'

const uri = 'file:///stories/harbour.txt'
const story = `Harbour strike goes on
By Ines Marlow
LISBON, March 3 (Northline) - Workers turned down a new offer on Tuesday, the harbour"s director Hanna Brixley said.
"We have put good money on the table," Brixley told Northline. She said she would wait.
NO TALKS BEFORE MONDAY
"Nobody has called us," said Tom Ferrant, 38, a union leader. "We would go."
(Reporting by Ines Marlow; Editing by Odile Tarn)
`
const methods = features
  .flatMap(feature => feature.answers.map(answer => answer.method))
  .filter(method => !method.includes('ename'))

/** Every answer that the session gives about the file at a place, without the names that each result has of its own. */
function answers(session: Session, document: { readonly uri: string }, position = { line: 3, character: 50 }): unknown {
  const range = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } }
  const params = {
    uri,
    to: 'typographic',
    textDocument: { uri: document.uri },
    position,
    positions: [position],
    range,
    newName: 'Tarn',
    item: { uri: document.uri, data: { person: 'brixley' } },
  }
  const context = { includeDeclaration: true, diagnostics: [] }
  return methods.map(method => {
    const answer = features.flatMap(feature => feature.answers).find(each => each.method === method)
    const given = answer?.answer({ ...params, context, previousResultId: 'none' }, session)
    return [method, given && typeof given === 'object' && 'resultId' in given ? { ...given, resultId: undefined } : given]
  })
}

function sessionWith(text: string, languageId = 'news', settings: unknown = {}): Session {
  const session = new Session({})
  session.configure(readSettings(settings))
  session.open({ uri, languageId, version: 1, text })
  return session
}

const examples = new URL('../../examples/', import.meta.url)
const stories = readdirSync(examples)
  .filter(file => /\.(?:txt|news|story|wire)$/.test(file))
  .map(file => readFileSync(new URL(file, examples), 'utf8').slice(0, 3000))

test('after any edits, every answer is that of a story opened as it now stands', () => {
  const piece = fc.constantFrom(
    '"',
    "'",
    '\n',
    '\r\n',
    '\r',
    ' ',
    'Brixley',
    'said',
    '.',
    ',',
    '“',
    '\u{1F600}',
    '\uD800',
    'e\u0301',
    'A',
    '(',
    '\0',
  )
  const position = fc.record({ line: fc.integer({ min: 0, max: 12 }), character: fc.integer({ min: 0, max: 130 }) })
  const change = fc.record({ range: fc.record({ start: position, end: position }), text: piece })
  fc.assert(
    fc.property(fc.constantFrom(story, ...stories), fc.array(change, { maxLength: 6 }), (text, changes) => {
      const session = sessionWith(text)
      const document = TextDocument.create(uri, 'news', 1, text)
      changes.forEach((each, index) => {
        session.change(uri, [each], index + 2)
        const place = (at: Position) => document.positionAt(document.offsetAt(at))
        const range = { start: place(each.range.start), end: place(each.range.end) }
        TextDocument.update(document, [{ range, text: each.text }], index + 2)
        session.story(uri)
      })
      session.review(uri)
      assert.deepEqual(answers(session, { uri }), answers(sessionWith(document.getText()), { uri }))
    }),
    { numRuns: 60, seed: 7 },
  )
})

test('places outside the text and files that are not open get answers without a fault', () => {
  const session = sessionWith(story)
  for (const line of [-1, 0, 6, 7, 99999]) for (const character of [-9, 0, 99999]) answers(session, { uri }, { line, character })
  assert.ok(answers(session, { uri: 'file:///unknown' }))
  session.close(uri)
  session.close(uri)
  assert.equal(session.story(uri), undefined)
})

test('one version is read once', () => {
  const session = sessionWith(story)
  assert.equal(session.story(uri)?.article, session.story(uri)?.article)
})

test('plain text is a story when it reads like one, unless the settings or the user say otherwise', () => {
  const stateOf = (session: Session) => session.review(uri)?.state
  assert.equal(stateOf(sessionWith(story, 'plaintext')), 'story')
  for (const languageId of ['text', 'txt', 'markdown']) assert.equal(stateOf(sessionWith(story, languageId)), 'story', languageId)
  assert.equal(stateOf(sessionWith('Run make, then make install.\n', 'plaintext')), 'idle')
  assert.equal(stateOf(sessionWith(story, 'plaintext', { files: { detect: 'never' } })), 'idle')
  assert.equal(stateOf(sessionWith(story, 'plaintext', { files: { detect: 'ask' } })), 'asking')
  assert.equal(stateOf(sessionWith(story, 'json')), 'idle')
  const session = sessionWith(story, 'plaintext', { files: { detect: 'ask' } })
  session.treat(uri, 'story')
  assert.equal(stateOf(session), 'story')
  session.treat(uri, 'other')
  assert.equal(stateOf(session), 'idle')
  session.treat(uri, 'detect')
  assert.equal(stateOf(session), 'asking')
})

test('a story stays one while it is rewritten, until it is emptied', () => {
  const session = sessionWith(story, 'plaintext')
  session.change(uri, [{ text: 'Run make, then make install.\n' }], 2)
  assert.equal(session.review(uri)?.state, 'story')
  session.change(uri, [{ text: '' }], 3)
  assert.equal(session.review(uri)?.state, 'idle')
})

test('what is too large, or is not text, is not read, and the reason is told', () => {
  const large = sessionWith('word '.repeat(400_001))
  assert.equal(large.story(uri), undefined)
  assert.match(large.review(uri)?.reason ?? '', /2 MB/)
  const endless = sessionWith('word '.repeat(200_000))
  assert.match(endless.review(uri)?.reason ?? '', /A line of the file/)
  const binary = sessionWith('GIF89a\0\0')
  assert.match(binary.review(uri)?.reason ?? '', /not text/)
  binary.change(uri, [{ text: story }], 2)
  assert.equal(binary.review(uri)?.state, 'story')
})

test('the status counts what was found', () => {
  const session = sessionWith(story)
  const verdict = session.review(uri) ?? assert.fail()
  const { state, people, quotes, problems } = statusOf(uri, verdict, session)
  assert.equal(state, 'story')
  assert.equal(
    people,
    session.story(uri)?.article.people.filter(({ name }) => !/Marlow|Tarn/.test(name)).length,
    'who signs is not counted',
  )
  assert.equal(quotes, 3)
  assert.equal(problems, 1)
})

test('an edit in bytes of UTF-8 lands where it was meant', () => {
  const open = openMarked('Grève\n\nÇa va, Zoé.\n', { client: { general: { positionEncodings: ['utf-8'] } } })
  const line = 2
  const character = Buffer.byteLength('Ça va, ')
  const end = { line, character: Buffer.byteLength('Ça va, Zoé') }
  open.session.change(open.uri, [{ range: { start: { line, character }, end }, text: 'Hanna' }], 2)
  assert.equal(open.session.story(open.uri)?.article.text, 'Grève\n\nÇa va, Hanna.\n')
})
