import { type CodeAction, CodeActionKind, type TextDocumentEdit, type WorkspaceEdit } from 'vscode-languageserver'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { type Desk, storyPath } from '../folder/desk.ts'
import { type FileEdits, withIgnore, withRuleOff } from '../folder/edits.ts'
import { fingerprint, ignoreComment, sentenceAround } from '../folder/ignores.ts'
import type { FoundProblem } from '../rules/index.ts'
import { diagnosticOf } from './diagnostics.ts'
import { textOf } from './lookup.ts'
import { firstWords } from './markdown.ts'
import type { Session } from './session.ts'
import { rangeOf, type Story } from './story.ts'

/** Quick fixes that silence a problem: here, in this story, in the folder. Each is an edit of `dateline.json` or of the story, so that it can be undone and shared. */
export function silencingActions(story: Story, problem: FoundProblem, session: Session): CodeAction[] {
  const { uri } = story.document
  const { id } = problem.rule
  const desk = session.deskOf(uri)
  const source = desk.source?.text ?? ''
  const note = firstWords(textOf(story.article, sentenceAround(story.article, problem)), 60)
  const path = storyPath(desk, uri)
  const offers = [
    {
      title: `Ignore ${id} here`,
      edit: write(desk, withIgnore(source, { rule: id, sentence: fingerprint(story.article, problem), note }), session),
    },
    {
      title: `Ignore ${id} in this story`,
      edit: story.article.markdown
        ? comment(story, id)
        : path && write(desk, withIgnore(source, { rule: id, story: path }), session),
    },
    { title: `Switch ${id} off in this folder`, edit: write(desk, withRuleOff(source, id), session) },
  ]
  return offers.flatMap(({ title, edit }) =>
    edit ? [{ title, kind: CodeActionKind.QuickFix, diagnostics: [diagnosticOf(story, problem)], edit }] : [],
  )
}

/** The comment on a line of its own before the first paragraph, which is after any front matter. */
function comment(story: Story, rule: string): WorkspaceEdit {
  const { text, paragraphs } = story.article
  const at = text.lastIndexOf('\n', (paragraphs[0]?.start ?? 0) - 1) + 1
  const newText = `<!-- ${ignoreComment} ${rule} -->\n\n`
  return { changes: { [story.document.uri]: [{ range: rangeOf(story, { start: at, end: at }), newText }] } }
}

/** The edits of `dateline.json`; undefined where it is broken or lies nowhere, or where the client cannot make a file that is not there. */
export function write({ source }: Desk, edits: FileEdits, { client, encoding }: Session): WorkspaceEdit | undefined {
  if (!source || !edits) return undefined
  const { uri, text, isThere } = source
  const document = TextDocument.create(uri, 'json', 0, text)
  const changes = edits.map(edit => ({ range: rangeOf({ document, encoding }, edit), newText: edit.text }))
  const { documentChanges, resourceOperations } = client.workspace?.workspaceEdit ?? {}
  const change: TextDocumentEdit = { textDocument: { uri, version: null }, edits: changes }
  if (isThere) return documentChanges ? { documentChanges: [change] } : { changes: { [uri]: changes } }
  if (!documentChanges || !resourceOperations?.includes('create')) return undefined
  return { documentChanges: [{ kind: 'create', uri, options: { ignoreIfExists: true } }, change] }
}
