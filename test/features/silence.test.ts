import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { CodeAction, TextDocumentEdit, TextEdit } from 'vscode-languageserver'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { codeActions } from '../../server/features/code-actions.ts'
import { Session } from '../../server/features/session.ts'
import { readDatelineFile } from '../../server/folder/dateline-file.ts'

const story = 'Quay burns\n\nThe town"s quay burned down on Tuesday, Hanna Brixley said.\n'
const able = { workspace: { workspaceEdit: { documentChanges: true, resourceOperations: ['create' as const] } } }

/** A story in a folder with this `dateline.json`; each action is asked for, done, and the story checked again. */
function openInFolder(json: string | undefined, { languageId = 'plaintext', client = able } = {}) {
  let text = json
  const uri = `file:///desk/quay.${languageId === 'markdown' ? 'md' : 'txt'}`
  const session = new Session(client, () => ({
    folder: 'file:///desk',
    people: [],
    file: readDatelineFile(text ?? ''),
    source: { uri: 'file:///desk/dateline.json', text: text ?? '', isThere: text !== undefined },
  }))
  session.open({ uri, languageId, version: 1, text: story })
  session.treat(uri, 'story')
  const whole = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } }
  const actions = () =>
    codeActions.answers[0].answer({ textDocument: { uri }, range: whole, context: { diagnostics: [] } }, session) as CodeAction[]
  const problems = () => {
    const open = session.story(uri)
    return open ? session.check(open).problems.map(({ rule }) => rule.id) : []
  }
  return {
    actions,
    problems,
    take: (title: RegExp) => {
      const action = actions().find(action => title.test(action.title))
      assert.ok(action?.edit, `${title}`)
      for (const change of action.edit.documentChanges ?? [])
        if ('edits' in change)
          text = TextDocument.applyEdits(
            TextDocument.create('', 'json', 0, text ?? ''),
            (change as TextDocumentEdit).edits as TextEdit[],
          )
      for (const edit of action.edit.changes?.[uri] ?? []) session.change(uri, [{ range: edit.range, text: edit.newText }], 2)
      session.forgetChecks()
      return text
    },
  }
}

for (const [title, languageId] of [
  [/^Ignore .* here$/, 'plaintext'],
  [/^Ignore .* in this story$/, 'plaintext'],
  [/^Ignore .* in this story$/, 'markdown'],
  [/^Switch .* off in this folder$/, 'plaintext'],
] as const) {
  test(`${title.source}, ${languageId}: the problem is gone`, () => {
    for (const json of [undefined, '{\n  // ours\n  "profile": "none"\n}\n']) {
      const open = openInFolder(json, { languageId })
      assert.ok(open.problems().includes('double-mark-for-apostrophe'))
      const after = open.take(title)
      assert.ok(!open.problems().includes('double-mark-for-apostrophe'))
      if (json) assert.match(after ?? '', /\/\/ ours/)
    }
  })
}

test('a broken dateline.json is not written into, nor is one made where the client makes no files', () => {
  const silences = (open: ReturnType<typeof openInFolder>) => open.actions().filter(({ title }) => /^(Ignore|Switch)/.test(title))
  assert.deepEqual(silences(openInFolder('{ "profile": ')), [])
  const unable = { workspace: { workspaceEdit: { documentChanges: true, resourceOperations: [] } } }
  assert.deepEqual(silences(openInFolder(undefined, { client: unable })), [])
})
