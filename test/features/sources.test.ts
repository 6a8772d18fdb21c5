import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Session } from '../../server/features/session.ts'
import type { ListedSource } from '../../server/features/sources.ts'
import { sources } from '../../server/features/sources.ts'

test('the sources of a story, with the places of their words', () => {
  const uri = 'file:///story.news'
  const text =
    'Bridge to close\n\n"The bridge is safe," Mayor Ada Venn said.\n\nA source close to the council said the bridge was old.\n'
  const session = new Session({})
  session.open({ uri, languageId: 'news', version: 1, text })
  const listed = sources.answers[0].answer({ uri }, session) as readonly ListedSource[]
  assert.deepEqual(
    listed.map(({ kind, name, said }) => [kind, name, said.map(({ range, words }) => `${range.start.line}: ${words}`)]),
    [
      ['person', 'Ada Venn', ['2: "The bridge is safe,"']],
      ['unnamed', 'A source close to the council', ['4: the bridge was old']],
    ],
  )
})

test('a file that is not open has no sources', () => {
  assert.deepEqual(sources.answers[0].answer({ uri: 'file:///none.news' }, new Session({})), [])
})
