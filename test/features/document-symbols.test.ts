import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { DocumentSymbol, Range } from 'vscode-languageserver'
import { openMarked } from './check.ts'

/** Compares the outline, written as an indented list with the details in brackets, and holds its ranges to nest and its names to be filled. */
function checkOutline(text: string, outline: string): void {
  const symbols = openMarked(text).ask<readonly DocumentSymbol[]>('textDocument/documentSymbol')
  const lines: string[] = []
  const write = (symbol: DocumentSymbol, depth: number) => {
    assert.ok(symbol.name.trim() !== '')
    assert.ok(holds(symbol.range, symbol.selectionRange), `${symbol.name}: the selection lies outside`)
    lines.push(`${'  '.repeat(depth)}${symbol.name}${symbol.detail ? ` [${symbol.detail}]` : ''}`)
    for (const child of symbol.children ?? []) {
      assert.ok(holds(symbol.range, child.range), `${child.name}: lies outside ${symbol.name}`)
      write(child, depth + 1)
    }
  }
  for (const symbol of symbols) write(symbol, 0)
  assert.equal(lines.join('\n'), outline.trim())
}

function holds(outer: Range, inner: Range): boolean {
  const before = (a: Range['start'], b: Range['start']) => a.line < b.line || (a.line === b.line && a.character <= b.character)
  return before(outer.start, inner.start) && before(inner.end, outer.end)
}

test('headline, byline, dateline, lead, sections with what is said in them, people, credits', () => {
  checkOutline(
    `Harbour strike goes on
By Ines Marlow
LISBON, March 3 (Northline) - Workers turned down a new offer on Tuesday.
"We have put good money on the table," harbour director Hanna Brixley told Northline.
NO TALKS BEFORE MONDAY
"Nobody has called us," said Tom Ferrant, a union leader. Brixley said she would wait.
(Reporting by Ines Marlow; Editing by Odile Tarn)
`,
    `
Harbour strike goes on
Byline [By Ines Marlow]
Dateline [LISBON, March 3 (Northline)]
Lead [Workers turned down a new offer on Tuesday.]
Brixley: "We have put good money on the table,"
NO TALKS BEFORE MONDAY
  Tom Ferrant: "Nobody has called us,"
People [2]
  Hanna Brixley [harbour director · 3×, 1 quoted]
    harbour director Hanna Brixley told Northline.
    Brixley said she would wait.
    Brixley said she would wait.
  Tom Ferrant [a union leader · 1×, 1 quoted]
    has called us," said Tom Ferrant, a union leader. Brixley…
Credits [(Reporting by Ines Marlow; Editing by Odile Tarn)]`,
  )
})

test('an apostrophe that was lost to a double mark is one in the outline', () => {
  checkOutline(
    'KYIV"S HARBOUR REOPENS\n\nThe harbour reopened on Tuesday after a long strike.\n',
    `
KYIV'S HARBOUR REOPENS
Lead [The harbour reopened on Tuesday after a long strike.]`,
  )
})

test('an interview: turn by turn', () => {
  checkOutline(
    `A map is a promise

Nadia Versteeg has drawn maps for 26 years.

Q: What is a coastline?

A: It is an agreement. The sea comes and goes.

Q: Does that trouble you?

A: A little.
`,
    `
A map is a promise
Lead [Nadia Versteeg has drawn maps for 26 years.]
Q: What is a coastline?
A: It is an agreement. The sea comes and goes.
Q: Does that trouble you?
A: A little.
People [1]
  Nadia Versteeg [1×]
    Nadia Versteeg has drawn maps for 26 years.`,
  )
})

test('an empty story has an empty outline', () => checkOutline('\n\n', ''))
