import { type Ledger, readSources, type Source } from '../analysis/sources.ts'
import type { Span } from '../analysis/span.ts'
import { clean, cleanJson } from './clean.ts'
import { exitCodes, writeLine } from './output.ts'
import { positionsOf } from './positions.ts'
import { readStories, type Story } from './stories.ts'

/** How the ledger is written: a table for people, comma-separated values for spreadsheets, JSON for programs. */
export const ledgerFormats = ['table', 'csv', 'json'] as const
export type LedgerFormat = (typeof ledgerFormats)[number]

/** `dateline sources`: prints on whom and on what each story rests. Gives the exit code: 2 where a file could not be read. */
export async function listSources(files: readonly string[], { format }: { readonly format: LedgerFormat }): Promise<number> {
  let exitCode: number = exitCodes.fine
  const unread = () => {
    exitCode = exitCodes.badInput
  }
  if (format === 'csv') await writeLine(csvLine(['file', 'line', ...columns]))
  for (const story of readStories(files, unread)) {
    const ledger = readSources(story.article)
    if (format === 'json') await writeLine(cleanJson(publicForm(story, ledger)))
    else for (const line of format === 'csv' ? csvLines(story, ledger) : tableLines(story, ledger)) await writeLine(line)
  }
  return exitCode
}

const columns = ['kind', 'source', 'quotations', 'statements', 'description'] as const

/** A row of the ledger, and where its first words stand. */
interface Row {
  readonly start: number
  readonly cells: readonly string[]
}

/** The rows by source, and one for the words that have none. */
function rowsOf({ sources, withoutSource }: Ledger): readonly Row[] {
  const rows = sources.map(source =>
    row(source.kind, source.name, source.description ?? (source.isBare ? 'not described' : ''), source),
  )
  const { quotations, statements } = withoutSource
  return quotations.length + statements.length > 0 ? [...rows, row('nobody', '', '', withoutSource)] : rows
}

function row(kind: string, name: string, description: string, { quotations, statements }: Ledger['withoutSource']): Row {
  const start = Math.min(...[...quotations, ...statements].map(said => said.start))
  return {
    start,
    cells: [kind, name, String(quotations.length), String(statements.length), description].map(cell => clean(cell)),
  }
}

function* csvLines({ file, article }: Story, ledger: Ledger): Iterable<string> {
  const positionAt = positionsOf(article.text)
  for (const { start, cells } of rowsOf(ledger)) yield csvLine([clean(file), String(positionAt(start).line), ...cells])
}

/** A record after RFC 4180, its line feed left to the writer. A cell that a spreadsheet would take for a formula gets an apostrophe in front. */
function csvLine(cells: readonly string[]): string {
  const fields = cells
    .map(cell => (/^[=+\-@]./.test(cell) ? `'${cell}` : cell))
    .map(cell => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell))
  return `${fields.join(',')}\r`
}

/** In characters; longer texts are cut in the table alone. */
const widest = 60

function* tableLines({ file, article }: Story, ledger: Ledger): Iterable<string> {
  const positionAt = positionsOf(article.text)
  const rows = rowsOf(ledger)
  yield `${clean(file)}: ${summary(ledger)}`
  if (rows.length === 0) return
  const table = [['line', ...columns], ...rows.map(({ start, cells }) => [String(positionAt(start).line), ...cells])].map(cells =>
    cells.map(shortened),
  )
  const widths = table[0].map((_, column) => Math.max(...table.map(cells => cells[column].length)))
  for (const cells of table)
    yield `  ${cells.map((cell, column) => (isNumeric(column) ? cell.padStart(widths[column]) : cell.padEnd(widths[column]))).join('  ')}`.trimEnd()
}

const isNumeric = (column: number) => column === 0 || column === 3 || column === 4

const shortened = (cell: string) => (cell.length > widest ? `${cell.slice(0, widest - 1)}…` : cell)

function summary({ sources }: Ledger): string {
  if (sources.length === 0) return 'no sources'
  const count = (kind: Source['kind']) => sources.filter(source => source.kind === kind).length
  const counts = [
    plural(count('person'), 'person', 'people'),
    plural(count('institution'), 'institution', 'institutions'),
    plural(count('document'), 'document', 'documents'),
    plural(count('unnamed'), 'unnamed', 'unnamed'),
  ]
  return `${plural(sources.length, 'source', 'sources')} (${counts.filter(text => !text.startsWith('0')).join(', ')})`
}

const plural = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`

/** The public, versioned form; all offsets are UTF-16 code units, half open. */
function publicForm({ file }: Story, { sources, withoutSource }: Ledger): unknown {
  return {
    version: 1,
    file,
    sources: sources.map(({ kind, name, description, isBare, quotations, statements, phrases }) => ({
      kind,
      name,
      ...(description !== undefined && { description }),
      ...(kind === 'unnamed' && { described: !isBare }),
      quotations: quotations.map(spanAlone),
      statements: statements.map(spanAlone),
      phrases: phrases.map(spanAlone),
    })),
    withoutSource: {
      quotations: withoutSource.quotations.map(spanAlone),
      statements: withoutSource.statements.map(spanAlone),
    },
  }
}

const spanAlone = ({ start, end }: Span): Span => ({ start, end })
