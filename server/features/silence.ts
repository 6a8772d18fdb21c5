import { type CodeAction, CodeActionKind, type WorkspaceEdit } from 'vscode-languageserver'
import { storyPath } from '../folder/desk.ts'
import { withIgnore, withRuleOff } from '../folder/edits.ts'
import { fingerprint, ignoreComment, sentenceAround } from '../folder/ignores.ts'
import type { FoundProblem } from '../rules/index.ts'
import { diagnosticOf } from './diagnostics.ts'
import { fileEdit } from './file-edit.ts'
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
      edit: fileEdit(desk.source, withIgnore(source, { rule: id, sentence: fingerprint(story.article, problem), note }), session),
    },
    {
      title: `Ignore ${id} in this story`,
      edit:
        story.article.markup === 'markdown'
          ? comment(story, id)
          : path && fileEdit(desk.source, withIgnore(source, { rule: id, story: path }), session),
    },
    { title: `Switch ${id} off in this folder`, edit: fileEdit(desk.source, withRuleOff(source, id), session) },
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
