import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  type CodeAction,
  type Diagnostic,
  DiagnosticSeverity,
  DiagnosticTag,
  type DocumentDiagnosticReport,
  type TextEdit,
} from 'vscode-languageserver'
import { pushedDiagnostics } from '../../server/features/diagnostics.ts'
import { edited, openMarked, withRanges } from './check.ts'

const lead = 'Harbour strike goes on\n\n'

function problemsOf(story: ReturnType<typeof openMarked>): readonly Diagnostic[] {
  const report = story.ask<DocumentDiagnosticReport>('textDocument/diagnostic')
  return report.kind === 'full' ? report.items : []
}

/** Compares the places of the problems of one rule. */
function checkProblems(marked: string, rule: string, settings?: unknown): void {
  const story = openMarked(marked, { settings })
  const own = problemsOf(story).filter(problem => problem.code === rule)
  assert.equal(
    withRanges(
      story,
      own.map(problem => problem.range),
    ),
    marked,
  )
}

/** Compares the story after the one action with the title. */
function checkAction(marked: string, title: string, mended: string): void {
  const story = openMarked(marked)
  const range = { start: story.caret, end: story.caret }
  const actions = story.ask<readonly CodeAction[]>('textDocument/codeAction', { range, context: { diagnostics: [] } })
  const action = actions.find(each => each.title === title)
  assert.ok(action, `offered: ${actions.map(each => each.title).join(' | ')}`)
  assert.equal(edited(story, editsOf(action, story.uri)), mended)
}

function editsOf({ edit }: CodeAction, uri: string): readonly TextEdit[] {
  return edit?.changes?.[uri] ?? []
}

test('what can go is tagged, so that an editor fades it', () => {
  const marked = `${lead}Harbour master Ana Pell came. ⟦Mrs.⟧ Pell spoke first.\n`
  const settings = { style: { profile: 'ap' } }
  checkProblems(marked, 'courtesy-title', settings)
  const tags = problemsOf(openMarked(marked, { settings })).map(({ code, tags }) => [code, tags])
  assert.deepEqual(tags, [['courtesy-title', [DiagnosticTag.Unnecessary]]])
})

test('problems stand at their places, with rule, link and source', () => {
  const marked = `${lead}The harbour⟦"⟧s director left the city⟦"⟧s hall.\n`
  checkProblems(marked, 'double-mark-for-apostrophe')
  const [problem] = problemsOf(openMarked(marked))
  assert.equal(problem.source, 'dateline')
  assert.match(problem.codeDescription?.href ?? '', /docs\/rules\.md#double-mark-for-apostrophe$/)
})

test('a rule that is off by setting says nothing', () => {
  const settings = { rules: { 'double-mark-for-apostrophe': 'off' } }
  checkProblems(`${lead}The harbour"s director left.\n`, 'double-mark-for-apostrophe', settings)
})

test('an unchanged story has an unchanged report, a changed one or other settings do not', () => {
  const story = openMarked(`${lead}The harbour"s director left.\n`)
  const first = story.ask<DocumentDiagnosticReport>('textDocument/diagnostic')
  const ask = () => story.ask<DocumentDiagnosticReport>('textDocument/diagnostic', { previousResultId: first.resultId }).kind
  assert.equal(ask(), 'unchanged')
  story.session.configure(story.session.settings)
  assert.equal(ask(), 'full')
})

test('what is pushed is what would be pulled', () => {
  const story = openMarked(`${lead}The harbour"s director left.\n`)
  assert.deepEqual(pushedDiagnostics(story.uri, story.session).diagnostics, problemsOf(story))
})

test('a fix mends its own place; all of its kind, all; fix-all, everything that is safe', () => {
  const marked = `${lead}The harbour‸"s director left the city"s hall.\n`
  const both = `${lead}The harbour's director left the city's hall.\n`
  checkAction(marked, 'Fix all 2 of this kind (double-mark-for-apostrophe)', both)
  checkAction(marked, 'Fix everything that is safe to fix', both)
  const story = openMarked(marked)
  const [problem] = story.session.check(story.session.story(story.uri) ?? assert.fail()).problems
  checkAction(marked, problem.fixes?.[0].title ?? '', `${lead}The harbour's director left the city"s hall.\n`)
})

test('on saving, only fix-all is offered', () => {
  const story = openMarked(`${lead}The harbour"s director left.\n`)
  const range = { start: story.caret, end: story.caret }
  const context = { diagnostics: [], only: ['source.fixAll'] }
  const actions = story.ask<readonly CodeAction[]>('textDocument/codeAction', { range, context })
  assert.deepEqual(
    actions.map(action => action.kind),
    ['source.fixAll.dateline'],
  )
})

test('edits name the version they were made for, where the client can tell', () => {
  const client = { workspace: { workspaceEdit: { documentChanges: true } } }
  const story = openMarked(`${lead}The harbour"s director left.\n`, { client })
  const range = { start: story.caret, end: story.caret }
  const [action] = story.ask<readonly CodeAction[]>('textDocument/codeAction', { range, context: { diagnostics: [] } })
  assert.deepEqual(action.edit?.documentChanges?.[0], {
    textDocument: { uri: story.uri, version: 1 },
    edits: [{ range: problemsOf(story)[0].range, newText: "'" }],
  })
})

test('a story that is not read says why in its first line, and ceases to when it is', () => {
  for (const [text, reason] of [
    ['GIF89a\0\0', /not text/],
    ['word '.repeat(400_001), /2 MB/],
  ] as const) {
    const story = openMarked(text)
    const problems = problemsOf(story)
    assert.equal(problems.length, 1)
    assert.match(String(problems[0].message), reason)
    assert.equal(problems[0].severity, DiagnosticSeverity.Information)
    assert.deepEqual(pushedDiagnostics(story.uri, story.session).diagnostics, problems)
    story.session.change(story.uri, [{ text: 'Strike\n\nThey waited.\n' }], 2)
    story.session.review(story.uri)
    assert.deepEqual(pushedDiagnostics(story.uri, story.session).diagnostics, [])
  }
})
