import {
  type ClientCapabilities,
  type Diagnostic,
  DiagnosticSeverity,
  DiagnosticTag,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  DocumentDiagnosticRequest,
  type PublishDiagnosticsParams,
} from 'vscode-languageserver'
import type { FoundProblem } from '../rules/index.ts'
import { rulesPage } from '../rules/page.ts'
import type { Feature } from './feature.ts'
import type { Session } from './session.ts'
import { rangeOf, type Story } from './story.ts'

/** Problems as squiggles, where the client asks for them; for the others the server pushes them. */
export const diagnostics: Feature = {
  capabilities: client =>
    pullsDiagnostics(client)
      ? { diagnosticProvider: { identifier: 'dateline', interFileDependencies: false, workspaceDiagnostics: false } }
      : {},
  answers: [
    {
      method: DocumentDiagnosticRequest.type.method,
      nothing: { kind: DocumentDiagnosticReportKind.Full, items: [] },
      answer: (params, session) => report(params as DocumentDiagnosticParams, session),
    },
  ],
}

function report({ textDocument, previousResultId }: DocumentDiagnosticParams, session: Session): DocumentDiagnosticReport {
  const story = session.story(textDocument.uri)
  if (!story) return { kind: DocumentDiagnosticReportKind.Full, items: refusal(textDocument.uri, session) }
  const resultId = session.check(story).id
  if (resultId === previousResultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId }
  return { kind: DocumentDiagnosticReportKind.Full, resultId, items: diagnosticsOf(story, session) }
}

/** A story by its language that is not read says why in its first line: not every client shows the status. */
function refusal(uri: string, session: Session): Diagnostic[] {
  const message = session.refusal(uri)
  if (message === undefined) return []
  const start = { line: 0, character: 0 }
  return [{ range: { start, end: start }, severity: DiagnosticSeverity.Information, source: 'dateline', message }]
}

export function pullsDiagnostics(client: ClientCapabilities): boolean {
  return client.textDocument?.diagnostic !== undefined
}

/** All problems of a file as the server pushes them; where it is no story none, or why it is not read. */
export function pushedDiagnostics(uri: string, session: Session): PublishDiagnosticsParams {
  const story = session.story(uri)
  return story
    ? { uri, version: story.document.version, diagnostics: diagnosticsOf(story, session) }
    : { uri, diagnostics: refusal(uri, session) }
}

/** The problem as the client knows it. */
export function diagnosticOf(story: Story, problem: FoundProblem): Diagnostic {
  const { uri } = story.document
  return {
    range: rangeOf(story, problem),
    severity: severities[problem.level],
    code: problem.rule.id,
    codeDescription: { href: `${rulesPage}#${problem.rule.id}` },
    source: 'dateline',
    message: problem.message,
    ...(problem.rule.isSuperfluous && { tags: [DiagnosticTag.Unnecessary] }),
    ...(problem.related && {
      relatedInformation: problem.related.map(place => ({
        location: { uri, range: rangeOf(story, place) },
        message: place.message,
      })),
    }),
  }
}

function diagnosticsOf(story: Story, session: Session): Diagnostic[] {
  return session.check(story).problems.map(problem => diagnosticOf(story, problem))
}

const severities = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
} as const
