import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver'
import { TextDocument } from 'vscode-languageserver-textdocument'
import type { FileProblem } from '../folder/json.ts'
import { type Encoding, rangeOf } from './story.ts'

/** What is wrong with a file that the desk lays into a folder. `text` is what the offsets of the problems count in. */
export function folderDiagnostics(
  uri: string,
  text: string,
  problems: readonly FileProblem[],
  encoding: Encoding,
): readonly Diagnostic[] {
  const document = TextDocument.create(uri, 'json', 0, text)
  return problems.slice(0, mostShown).map(problem => ({
    range: rangeOf({ document, encoding }, problem),
    severity: DiagnosticSeverity.Warning,
    source: 'dateline',
    message: problem.message,
  }))
}

/** Nobody mends more in one go. */
const mostShown = 100
