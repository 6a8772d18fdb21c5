import {
  type ClientCapabilities,
  type Diagnostic,
  DiagnosticSeverity,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  DocumentDiagnosticRequest,
  type PublishDiagnosticsParams,
} from 'vscode-languageserver'
import type { FoundProblem } from '../rules/index.ts'
import { rulesPage } from '../rules/page.ts'
import { answer, type Feature } from './feature.ts'
import type { Session } from './session.ts'
import { rangeOf, type Story } from './story.ts'

/** Problems as squiggles, where the client asks for them; for the others the server pushes them. */
export const diagnostics: Feature = {
  capabilities: client =>
    pullsDiagnostics(client)
      ? { diagnosticProvider: { identifier: 'dateline', interFileDependencies: false, workspaceDiagnostics: false } }
      : {},
  answers: [
    answer(
      DocumentDiagnosticRequest.type,
      (story, { previousResultId }, session): DocumentDiagnosticReport => {
        const resultId = session.check(story).id
        if (resultId === previousResultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId }
        return { kind: DocumentDiagnosticReportKind.Full, resultId, items: diagnosticsOf(story, session) }
      },
      { kind: DocumentDiagnosticReportKind.Full, items: [] },
    ),
  ],
}

export function pullsDiagnostics(client: ClientCapabilities): boolean {
  return client.textDocument?.diagnostic !== undefined
}

/** All problems of a file as the server pushes them; none where it is no story. */
export function pushedDiagnostics(uri: string, session: Session): PublishDiagnosticsParams {
  const story = session.story(uri)
  return story ? { uri, version: story.document.version, diagnostics: diagnosticsOf(story, session) } : { uri, diagnostics: [] }
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
