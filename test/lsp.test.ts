import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  CancellationTokenSource,
  CodeActionRequest,
  ConfigurationRequest,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DocumentDiagnosticRequest,
  DocumentSymbolRequest,
  HoverRequest,
  MarkupContent,
  PublishDiagnosticsNotification,
  SemanticTokensDeltaRequest,
  SemanticTokensRequest,
  type TextDocumentContentChangeEvent,
} from 'vscode-languageserver/node'
import { statusNotification, treatAsNotification } from '../server/server.ts'
import { converse, next, opening, place, textDocument, uri } from './conversation.ts'

test('a client that pulls: open, hover, outline, tokens, problems, mend, shut down', async context => {
  const { client, end } = await converse(context, { textDocument: { diagnostic: {}, publishDiagnostics: {} } })
  await client.sendNotification(DidOpenTextDocumentNotification.type, opening)

  const hover = await client.sendRequest(HoverRequest.type, { textDocument, position: place('Brixley said she') })
  assert.ok(hover && MarkupContent.is(hover.contents))
  assert.match(hover.contents.value, /Hanna Brixley/)

  const symbols = await client.sendRequest(DocumentSymbolRequest.type, { textDocument })
  assert.equal(symbols?.[0].name, 'Harbour strike enters its third week')

  const tokens = await client.sendRequest(SemanticTokensRequest.type, { textDocument })
  assert.ok(tokens && tokens.data.length > 0 && tokens.data.length % 5 === 0)
  await client.sendNotification(DidChangeTextDocumentNotification.type, {
    textDocument: { uri, version: 2 },
    contentChanges: [insertion('rejected', 'flatly ')],
  })
  const delta = await client.sendRequest(SemanticTokensDeltaRequest.type, {
    textDocument,
    previousResultId: tokens.resultId ?? '',
  })
  assert.ok(delta && 'edits' in delta && delta.edits.length <= 1, 'an edit in one place is one edit of the tokens')

  const report = await client.sendRequest(DocumentDiagnosticRequest.type, { textDocument })
  assert.ok(report.kind === 'full')
  assert.deepEqual(
    report.items.map(item => [item.source, item.code, item.range.start.line]),
    [
      ['dateline', 'double-mark-for-apostrophe', 2],
      ['dateline', 'double-mark-for-apostrophe', 2],
    ],
  )
  const again = await client.sendRequest(DocumentDiagnosticRequest.type, { textDocument, previousResultId: report.resultId })
  assert.equal(again.kind, 'unchanged')

  const actions = await client.sendRequest(CodeActionRequest.type, {
    textDocument,
    range: report.items[0].range,
    context: { diagnostics: [report.items[0]] },
  })
  assert.ok(actions?.some(action => 'kind' in action && action.kind === 'quickfix'))
  assert.equal(await end(), 0)
})

test('a client that does not pull: problems are pushed, and again after a change', async context => {
  const { client, end } = await converse(context, { textDocument: { publishDiagnostics: {} } })
  const opened = next(client, PublishDiagnosticsNotification.type)
  await client.sendNotification(DidOpenTextDocumentNotification.type, opening)
  assert.equal((await opened).diagnostics.length, 2)

  const changed = next(client, PublishDiagnosticsNotification.type)
  await client.sendNotification(DidChangeTextDocumentNotification.type, {
    textDocument: { uri, version: 2 },
    contentChanges: [{ range: { start: place('"s dockers'), end: place('s dockers') }, text: "'" }],
  })
  assert.equal((await changed).diagnostics.length, 1)

  const closed = next(client, PublishDiagnosticsNotification.type)
  await client.sendNotification(DidCloseTextDocumentNotification.type, { textDocument })
  assert.deepEqual((await closed).diagnostics, [])
  assert.equal(await end(), 0)
})

test('a plain text that is no story gets nothing until the user says that it is one', async context => {
  const { client, end } = await converse(context, {})
  const readme = { uri: 'file:///stories/readme.txt' }
  const idle = next(client, statusNotification)
  await client.sendNotification(DidOpenTextDocumentNotification.type, {
    textDocument: { ...readme, languageId: 'plaintext', version: 1, text: 'Run make, then make install.\n' },
  })
  assert.equal((await idle).state, 'idle')
  assert.equal(await client.sendRequest(DocumentSymbolRequest.type, { textDocument: readme }), null)

  const treated = next(client, statusNotification)
  await client.sendNotification(treatAsNotification, { ...readme, as: 'story' })
  assert.equal((await treated).state, 'story')
  assert.ok(await client.sendRequest(DocumentSymbolRequest.type, { textDocument: readme }))
  assert.equal(await end(), 0)
})

test('a client that makes mistakes gets empty answers, and the server lives on', async context => {
  const { client, end } = await converse(context, { textDocument: { diagnostic: {} } })
  const ask = (method: string, params: object) => client.sendRequest(method, params)
  assert.equal(await ask('textDocument/hover', { textDocument, position: { line: 0, character: 0 } }), null)
  await client.sendNotification(DidOpenTextDocumentNotification.type, opening)
  await client.sendNotification(DidOpenTextDocumentNotification.type, opening)
  await client.sendNotification('textDocument/didChange', {
    textDocument: { uri: 'file:///unknown', version: 1 },
    contentChanges: [{ text: 'x' }],
  })
  await client.sendNotification('textDocument/didChange', { textDocument: { uri }, contentChanges: [{ nonsense: true }] })
  await client.sendNotification('dateline/treatAs', {})
  assert.equal(await ask('textDocument/hover', { textDocument, position: { line: 999, character: -5 } }), null)
  assert.equal(await ask('textDocument/hover', {}), null)
  assert.ok(await ask('textDocument/documentSymbol', { textDocument }))
  await client.sendNotification(DidCloseTextDocumentNotification.type, { textDocument })
  await client.sendNotification(DidCloseTextDocumentNotification.type, { textDocument })
  assert.deepEqual(await ask('textDocument/diagnostic', { textDocument }), { kind: 'full', items: [] })
  assert.equal(await end(), 0)
})

test('requests that flood in and are called back do not stop the server', async context => {
  const { client, end } = await converse(context, {})
  await client.sendNotification(DidOpenTextDocumentNotification.type, opening)
  const flood = Array.from({ length: 200 }, (_, index) => {
    const { token, cancel } = cancellation()
    const answer = client.sendRequest(HoverRequest.type, { textDocument, position: place('Brixley told') }, token)
    if (index % 2 === 0) cancel()
    return answer.then(
      () => 'answered',
      () => 'called back',
    )
  })
  assert.equal((await Promise.all(flood)).filter(fate => fate === 'answered').length >= 100, true)
  assert.ok(await client.sendRequest(HoverRequest.type, { textDocument, position: place('Brixley told') }))
  assert.equal(await end(), 0)
})

test('settings are fetched, and take effect in what is open already', async context => {
  const { client, end } = await converse(context, { workspace: { configuration: true } }, client =>
    client.onRequest(ConfigurationRequest.type, () => [{ rules: { 'double-mark-for-apostrophe': 'off' } }]),
  )
  await client.sendNotification(DidOpenTextDocumentNotification.type, opening)
  let status = await next(client, statusNotification)
  if (status.problems > 0) status = await next(client, statusNotification)
  assert.equal(status.problems, 0)
  assert.equal(await end(), 0)
})

function cancellation(): { readonly token: CancellationTokenSource['token']; cancel(): void } {
  const source = new CancellationTokenSource()
  return { token: source.token, cancel: () => source.cancel() }
}

function insertion(before: string, text: string): TextDocumentContentChangeEvent {
  return { range: { start: place(before), end: place(before) }, text }
}
