import { type CodeAction, CodeActionKind, CodeActionRequest, type TextEdit, type WorkspaceEdit } from 'vscode-languageserver'
import { overlaps, type Span } from '../analysis/span.ts'
import { fixAll } from '../rules/fix.ts'
import type { FoundProblem } from '../rules/index.ts'
import type { TextEdit as Edit } from '../rules/rule.ts'
import { diagnosticOf } from './diagnostics.ts'
import { answer, type Feature } from './feature.ts'
import { additionOf, spellingActions } from './people-fixes.ts'
import type { Session } from './session.ts'
import { silencingActions } from './silence.ts'
import { offsetAt, rangeOf, type Story } from './story.ts'

/** The kind under which everything that is safe is mended at once, by hand or on saving. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.dateline`

/** Quick fixes for problems: one, all of its kind, and all that are safe; and for each rule, silence. */
export const codeActions: Feature = {
  capabilities: () => ({
    codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.Refactor, fixAllKind] },
  }),
  answers: [
    answer(CodeActionRequest.type, (story, { range, context }, session) => {
      const { problems } = session.check(story)
      const wants = (kind: string) => context.only?.some(only => kind === only || kind.startsWith(`${only}.`)) ?? true
      const place = { start: offsetAt(story, range.start), end: offsetAt(story, range.end) }
      return [
        ...(wants(CodeActionKind.QuickFix) ? quickFixes(story, problems, place, session) : []),
        ...(wants(CodeActionKind.Refactor) ? additionOf(story, place.start, session) : []),
        ...(wants(fixAllKind) ? everything(story, problems, session) : []),
      ]
    }),
  ],
}

function quickFixes(story: Story, problems: readonly FoundProblem[], place: Span, session: Session): CodeAction[] {
  const here = problems.filter(problem => touches(problem, place))
  const single = here.flatMap(problem =>
    (problem.fixes ?? []).map((fix, index) => ({
      title: fix.title,
      kind: CodeActionKind.QuickFix,
      diagnostics: [diagnosticOf(story, problem)],
      edit: editOf(story, fix.edits, session),
      ...(index === 0 && fix.safe && { isPreferred: true }),
    })),
  )
  const first = here.filter((problem, index) => here.findIndex(({ rule }) => rule === problem.rule) === index)
  return [
    ...single,
    ...allOfKind(story, problems, here, session),
    ...first.flatMap(problem => [...spellingActions(story, problem, session), ...silencingActions(story, problem, session)]),
  ]
}

/** For each rule with a safe fix here and a further one elsewhere, an action that mends them all. */
function allOfKind(
  story: Story,
  problems: readonly FoundProblem[],
  here: readonly FoundProblem[],
  session: Session,
): CodeAction[] {
  const rules = new Set(here.filter(isSafelyMended).map(problem => problem.rule))
  return [...rules].flatMap(rule => {
    const same = problems.filter(problem => problem.rule === rule && isSafelyMended(problem))
    if (same.length < 2) return []
    return {
      title: `Fix all ${same.length} of this kind (${rule.id})`,
      kind: CodeActionKind.QuickFix,
      diagnostics: here.filter(problem => problem.rule === rule).map(problem => diagnosticOf(story, problem)),
      edit: editOf(story, fixAll(same), session),
    }
  })
}

function everything(story: Story, problems: readonly FoundProblem[], session: Session): CodeAction[] {
  const edits = fixAll(problems)
  if (edits.length === 0) return []
  return [{ title: 'Fix everything that is safe to fix', kind: fixAllKind, edit: editOf(story, edits, session) }]
}

function isSafelyMended({ fixes }: FoundProblem): boolean {
  return fixes?.some(fix => fix.safe) ?? false
}

function touches(span: Span, place: Span): boolean {
  return overlaps(span, place) || span.start === place.end || place.start === span.end
}

/** The edits for the version of the story that they were made from, where the client can tell versions apart. */
function editOf(story: Story, edits: readonly Edit[], { client }: Session): WorkspaceEdit {
  const { uri, version } = story.document
  const changes: TextEdit[] = edits.map(edit => ({ range: rangeOf(story, edit), newText: edit.text }))
  if (client.workspace?.workspaceEdit?.documentChanges)
    return { documentChanges: [{ textDocument: { uri, version }, edits: changes }] }
  return { changes: { [uri]: changes } }
}
