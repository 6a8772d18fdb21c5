import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { pathToFileURL } from 'node:url'
import {
  DidChangeWatchedFilesNotification,
  DidChangeWorkspaceFoldersNotification,
  DidOpenTextDocumentNotification,
  DocumentDiagnosticRequest,
  HoverRequest,
  MarkupContent,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  TypeDefinitionRequest,
  WorkDoneProgress,
  WorkspaceSymbolRequest,
} from 'vscode-languageserver/node'
import { converse, next, opening, place, story } from './conversation.ts'

test('what is ignored in the folder is silent, and what is wrong with dateline.json is told at its line', async context => {
  const { folder, addressOf } = emptyFolder(context)
  const here = { uri: addressOf('strike.news') }
  const desk = addressOf('dateline.json')
  writeFileSync(join(folder, 'dateline.json'), '{ "rules": {\n  "double-mark-for-apostrophe": "off",\n  "lost-mrk": "off" } }')
  const { client, end } = await converse(context, { textDocument: { diagnostic: {} } }, undefined, addressOf(''))
  const told = next(client, PublishDiagnosticsNotification.type)
  await client.sendNotification(DidOpenTextDocumentNotification.type, { textDocument: { ...opening.textDocument, ...here } })
  const report = await client.sendRequest(DocumentDiagnosticRequest.type, { textDocument: here })
  assert.ok(report.kind === 'full')
  assert.deepEqual(report.items, [])
  const { uri: wrong, diagnostics } = await told
  assert.deepEqual([wrong, diagnostics.map(({ range }) => range.start)], [desk, [{ line: 2, character: 2 }]])

  writeFileSync(join(folder, 'dateline.json'), '{ }')
  const mended = next(client, PublishDiagnosticsNotification.type)
  await client.sendNotification(DidChangeWatchedFilesNotification.type, { changes: [{ uri: desk, type: 2 }] })
  assert.deepEqual((await mended).diagnostics, [])
  const after = await client.sendRequest(DocumentDiagnosticRequest.type, { textDocument: here })
  assert.ok(after.kind === 'full')
  assert.equal(after.items.length, 2)
  assert.equal(await end(), 0)
})

test('people and stories of the folder: symbols after the index, the card tells of both files, the entry is found', async context => {
  const { folder, addressOf } = emptyFolder(context)
  const here = { uri: addressOf('strike.news') }
  writeFileSync(join(folder, 'strike.news'), story)
  writeFileSync(join(folder, 'before.news'), story.replace('third week', 'second week'))
  writeFileSync(join(folder, 'people.json'), '[{ "name": "Hanna Brixley", "pronunciation": "BRICKS-lee" }]')
  const capabilities = { window: { workDoneProgress: true }, textDocument: { diagnostic: {} } }
  const { client, end } = await converse(context, capabilities, undefined, addressOf(''))
  const read = indexed(client)
  await client.sendNotification(DidOpenTextDocumentNotification.type, { textDocument: { ...opening.textDocument, ...here } })
  await read
  const symbols = await client.sendRequest(WorkspaceSymbolRequest.type, { query: 'brixley' })
  assert.deepEqual(
    symbols?.map(({ name, containerName }) => [name, containerName]),
    [
      ['Hanna Brixley', 'Harbour strike enters its second week'],
      ['Hanna Brixley', 'Harbour strike enters its third week'],
    ],
  )
  const hover = await client.sendRequest(HoverRequest.type, { textDocument: here, position: place('Brixley told') })
  assert.ok(hover && MarkupContent.is(hover.contents))
  assert.match(hover.contents.value, /say BRICKS-lee/)
  assert.match(hover.contents.value, /In 1 other story of this folder · last quoted in \[Harbour strike enters its second week\]/)
  const entry = await client.sendRequest(TypeDefinitionRequest.type, { textDocument: here, position: place('Brixley told') })
  assert.ok(entry && 'uri' in entry)
  assert.equal(entry.uri, addressOf('people.json'))
  assert.equal(await end(), 0)
})

test('a folder that is added is read and its dateline.json holds; of one that is removed nothing is left', async context => {
  const { folder, addressOf } = emptyFolder(context)
  const other = emptyFolder(context)
  const here = { uri: other.addressOf('strike.news') }
  writeFileSync(join(folder, 'before.news'), story.replace('third week', 'second week'))
  writeFileSync(join(other.folder, 'strike.news'), story)
  writeFileSync(join(other.folder, 'dateline.json'), '{ "rules": { "double-mark-for-apostrophe": "off", "lost-mrk": "off" } }')
  const capabilities = {
    window: { workDoneProgress: true },
    workspace: { workspaceFolders: true },
    textDocument: { diagnostic: {} },
  }
  const { client, end } = await converse(context, capabilities, undefined, addressOf(''))
  const problems = async () => {
    const report = await client.sendRequest(DocumentDiagnosticRequest.type, { textDocument: here })
    return report.kind === 'full' ? report.items.length : undefined
  }
  const headlines = async () => {
    const symbols = await client.sendRequest(WorkspaceSymbolRequest.type, { query: 'week' })
    return symbols?.map(({ name }) => name)
  }
  const changeFolders = (event: Partial<Record<'added' | 'removed', string[]>>) => {
    const named = (uris: string[] = []) => uris.map(uri => ({ uri, name: 'stories' }))
    return client.sendNotification(DidChangeWorkspaceFoldersNotification.type, {
      event: { added: named(event.added), removed: named(event.removed) },
    })
  }
  const first = indexed(client)
  await client.sendNotification(DidOpenTextDocumentNotification.type, { textDocument: { ...opening.textDocument, ...here } })
  await first
  assert.deepEqual(await headlines(), ['Harbour strike enters its second week'])
  assert.equal(await problems(), 2)

  const second = indexed(client)
  const told = next(client, PublishDiagnosticsNotification.type)
  await changeFolders({ added: [other.addressOf('')] })
  assert.equal(await problems(), 0)
  assert.equal((await told).diagnostics.length, 1)
  await second
  assert.deepEqual(await headlines(), ['Harbour strike enters its second week', 'Harbour strike enters its third week'])

  const silenced = next(client, PublishDiagnosticsNotification.type)
  await changeFolders({ removed: [other.addressOf('')] })
  assert.equal(await problems(), 2)
  assert.deepEqual((await silenced).diagnostics, [])
  assert.deepEqual(await headlines(), ['Harbour strike enters its second week'])
  assert.equal(await end(), 0)
})

/** A folder that goes with the test; `addressOf` gives the address of what lies in it. */
function emptyFolder(context: TestContext): { readonly folder: string; addressOf(name: string): string } {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-lsp-'))
  context.after(() => rmSync(folder, { recursive: true }))
  return { folder, addressOf: name => pathToFileURL(join(folder, name)).href }
}

/** Resolves when the next reading of the folders has come to its end. */
function indexed(client: ProtocolConnection): Promise<void> {
  return new Promise(resolve => {
    client.onRequest('window/workDoneProgress/create', ({ token }: { readonly token: string }) => {
      client.onProgress(WorkDoneProgress.type, token, ({ kind }) => (kind === 'end' ? resolve() : undefined))
      return null
    })
  })
}
