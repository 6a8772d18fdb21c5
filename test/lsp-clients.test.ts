import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  type ClientCapabilities,
  CompletionRequest,
  DidChangeTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DocumentSymbolRequest,
  HoverRequest,
  InsertTextFormat,
  MarkupContent,
  type Position,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  RenameRequest,
  SemanticTokensRequest,
} from 'vscode-languageserver/node'
import { statusNotification } from '../server/server.ts'
import { converseHere, next, opening, place, textDocument, uri } from './conversation.ts'

/** A client that draws text and can do no more. */
const plainest: ClientCapabilities = {}

/** What a server may ask of a client that can do it. */
const requestsToClients = [
  'client/registerCapability',
  'window/workDoneProgress/create',
  'workspace/configuration',
  'workspace/applyEdit',
  ...['semanticTokens', 'diagnostic', 'inlayHint', 'codeLens'].map(kind => `workspace/${kind}/refresh`),
]

const encodings = [
  { offered: ['utf-8', 'utf-16'], chosen: 'utf-8' },
  { offered: ['utf-16', 'utf-8'], chosen: 'utf-16' },
  { offered: ['utf-32', 'utf-16'], chosen: 'utf-16' },
  { offered: undefined, chosen: 'utf-16' },
]

for (const { offered: positionEncodings, chosen } of encodings)
  test(`positions are counted in ${chosen} with a client that counts in ${positionEncodings?.join(' or ') ?? 'nothing it names'}`, async context => {
    const { client, offered } = await converseHere(context, { general: { positionEncodings } })
    assert.equal(offered.positionEncoding, chosen)
    const line = 'GRÈVE, March 3 (Sund Press) - 😀 Zoé Brixley said the harbour"s gates were shut for the year.'
    const at = (words: string, end = 0): Position => {
      const before = line.slice(0, line.indexOf(words) + end)
      return { line: 2, character: chosen === 'utf-8' ? Buffer.byteLength(before) : before.length }
    }
    const told = next(client, PublishDiagnosticsNotification.type)
    await open(client, `Harbour stays shut\n\n${line}\n`)
    const { diagnostics } = await told
    assert.deepEqual(
      diagnostics.map(({ range }) => range),
      [{ start: at('"'), end: at('"', 1) }],
    )
    const hover = await client.sendRequest(HoverRequest.type, { textDocument, position: at('Brixley', 1) })
    assert.ok(hover && MarkupContent.is(hover.contents))
    assert.deepEqual(hover.range, { start: at('Zoé'), end: at('Brixley', 'Brixley'.length) })

    const tokens = await client.sendRequest(SemanticTokensRequest.type, { textDocument })
    const columns = startsIn(tokens?.data ?? [], 2)
    assert.ok(columns.includes(at('Zoé').character), columns.join())

    const mended = next(client, PublishDiagnosticsNotification.type)
    await client.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri, version: 2 },
      contentChanges: [{ range: diagnostics[0].range, text: "'" }],
    })
    assert.deepEqual((await mended).diagnostics, [])
  })

/** In which columns of a line tokens start, from the numbers that LSP has for them. */
function startsIn(data: readonly number[], wanted: number): readonly number[] {
  const found: number[] = []
  let [line, column] = [0, 0]
  for (let i = 0; i < data.length; i += 5) {
    column = data[i] === 0 ? column + data[i + 1] : data[i + 1]
    line += data[i]
    if (line === wanted) found.push(column)
  }
  return found
}

test('a renaming is annotated for those who know annotations, versioned for those who know versions, and changes no quotation unasked', async context => {
  const text = 'Quay burns\n\n"Hanna Brixley was here," said Tom Ferrant, a guard. Hanna Brixley had left, the mayor said.\n'
  const renamed = async (workspaceEdit: NonNullable<ClientCapabilities['workspace']>['workspaceEdit']) => {
    const { client } = await converseHere(context, { workspace: { workspaceEdit } })
    await open(client, text)
    const position = { line: 2, character: text.split('\n')[2].lastIndexOf('Brixley') }
    const edit = await client.sendRequest(RenameRequest.type, { textDocument, position, newName: 'Hanna Quennell' })
    return { keys: Object.keys(edit ?? {}), edits: JSON.stringify(edit).split('newText').length - 1 }
  }
  assert.deepEqual(await renamed(undefined), { keys: ['changes'], edits: 1 })
  assert.deepEqual(await renamed({ documentChanges: true }), { keys: ['documentChanges'], edits: 1 })
  const all = { documentChanges: true, changeAnnotationSupport: {} }
  assert.deepEqual(await renamed(all), { keys: ['documentChanges', 'changeAnnotations'], edits: 2 })
})

test('what is completed is plain text, also for a client that knows snippets', async context => {
  for (const snippetSupport of [false, true]) {
    const { client } = await converseHere(context, { textDocument: { completion: { completionItem: { snippetSupport } } } })
    await open(client, `${opening.textDocument.text}The offer came from Bri`)
    const completed = await client.sendRequest(CompletionRequest.type, { textDocument, position: { line: 5, character: 23 } })
    const items = Array.isArray(completed) ? completed : (completed?.items ?? [])
    assert.ok(items.length > 0)
    for (const { insertTextFormat } of items) assert.notEqual(insertTextFormat, InsertTextFormat.Snippet)
  }
})

test('a client that can do nothing is asked for nothing, and is pushed the problems', async context => {
  const asked: string[] = []
  const { client, offered } = await converseHere(context, plainest, client => {
    for (const method of requestsToClients) client.onRequest(method, () => asked.push(method))
  })
  assert.equal(offered.diagnosticProvider, undefined)
  const status = next(client, statusNotification)
  const told = next(client, PublishDiagnosticsNotification.type)
  await open(client, opening.textDocument.text)
  assert.equal((await status).state, 'story')
  assert.equal((await told).diagnostics.length, 2)
  const changed = next(client, PublishDiagnosticsNotification.type)
  await client.sendNotification('dateline/treatAs', { uri, as: 'other' })
  assert.deepEqual((await changed).diagnostics, [])
  await client.sendNotification('dateline/treatAs', { uri, as: 'story' })
  assert.ok(await client.sendRequest(HoverRequest.type, { textDocument, position: place('Brixley told') }))
  assert.ok(await client.sendRequest(DocumentSymbolRequest.type, { textDocument }))
  assert.deepEqual(asked, [])
})

test('what is not read is told to the client, with the reason', async context => {
  const { client } = await converseHere(context, plainest)
  for (const [text, reason] of [
    ['word '.repeat(120_000), /200,000 characters/],
    ['GIF89a\0\0', /not text/],
    ['A word.\n'.repeat(260_000), /2 MB/],
  ] as const) {
    const status = next(client, statusNotification)
    await open(client, text)
    assert.match((await status).reason, reason)
    assert.equal(await client.sendRequest(DocumentSymbolRequest.type, { textDocument }), null)
  }
})

function open(client: ProtocolConnection, text: string): Promise<void> {
  return client.sendNotification(DidOpenTextDocumentNotification.type, { textDocument: { ...opening.textDocument, text } })
}
