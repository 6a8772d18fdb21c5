import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { fileURLToPath, pathToFileURL } from 'node:url'
import {
  CancellationTokenSource,
  type ClientCapabilities,
  CodeActionRequest,
  ConfigurationRequest,
  createProtocolConnection,
  DidChangeTextDocumentNotification,
  DidChangeWatchedFilesNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DocumentDiagnosticRequest,
  DocumentSymbolRequest,
  ExitNotification,
  HoverRequest,
  InitializedNotification,
  InitializeRequest,
  MarkupContent,
  type Position,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  SemanticTokensDeltaRequest,
  SemanticTokensRequest,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
  type TextDocumentContentChangeEvent,
  TypeDefinitionRequest,
  WorkDoneProgress,
  WorkspaceSymbolRequest,
} from 'vscode-languageserver/node'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { statusNotification, treatAsNotification } from '../server/server.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

const story = `Harbour strike enters its third week
By Ines Marlow
PORT ELWYN, March 3 (Northline) - Elwyn"s dockers rejected a new offer on Tuesday, the harbour"s director Hanna Brixley said.
"We have put good money on the table," Hanna Brixley told Northline. Brixley said she would wait.
(Reporting by Ines Marlow; Editing by Tom Ferrant)
`
const uri = 'file:///stories/strike.news'
const textDocument = { uri }
const document = TextDocument.create(uri, 'news', 1, story)
const opening = { textDocument: { uri, languageId: 'news', version: 1, text: story } }

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

test('what is ignored in the folder is silent, and what is wrong with dateline.json is told at its line', async context => {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-lsp-'))
  context.after(() => rmSync(folder, { recursive: true }))
  const here = { uri: pathToFileURL(join(folder, 'strike.news')).href }
  const desk = pathToFileURL(join(folder, 'dateline.json')).href
  writeFileSync(join(folder, 'dateline.json'), '{ "rules": {\n  "double-mark-for-apostrophe": "off",\n  "lost-mrk": "off" } }')
  const { client, end } = await converse(context, { textDocument: { diagnostic: {} } }, undefined, pathToFileURL(folder).href)
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
  const folder = mkdtempSync(join(tmpdir(), 'dateline-lsp-'))
  context.after(() => rmSync(folder, { recursive: true }))
  const here = { uri: pathToFileURL(join(folder, 'strike.news')).href }
  writeFileSync(join(folder, 'strike.news'), story)
  writeFileSync(join(folder, 'before.news'), story.replace('third week', 'second week'))
  writeFileSync(join(folder, 'people.json'), '[{ "name": "Hanna Brixley", "pronunciation": "BRICKS-lee" }]')
  const capabilities = { window: { workDoneProgress: true }, textDocument: { diagnostic: {} } }
  let indexed = () => {}
  const ended = new Promise<void>(resolve => {
    indexed = resolve
  })
  const listen = (client: ProtocolConnection) => {
    client.onRequest('window/workDoneProgress/create', ({ token }: { readonly token: string }) => {
      client.onProgress(WorkDoneProgress.type, token, ({ kind }) => (kind === 'end' ? indexed() : undefined))
      return null
    })
  }
  const { client, end } = await converse(context, capabilities, listen, pathToFileURL(folder).href)
  await client.sendNotification(DidOpenTextDocumentNotification.type, { textDocument: { ...opening.textDocument, ...here } })
  await ended
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
  assert.equal(entry.uri, pathToFileURL(join(folder, 'people.json')).href)
  assert.equal(await end(), 0)
})

function cancellation(): { readonly token: CancellationTokenSource['token']; cancel(): void } {
  const source = new CancellationTokenSource()
  return { token: source.token, cancel: () => source.cancel() }
}

/** Where the words begin in the story. */
function place(words: string): Position {
  return document.positionAt(story.indexOf(words))
}

function insertion(before: string, text: string): TextDocumentContentChangeEvent {
  return { range: { start: place(before), end: place(before) }, text }
}

/** Starts a server and shakes hands; `end` shuts it down and gives its exit code. */
async function converse(
  context: TestContext,
  capabilities: ClientCapabilities,
  prepare: (client: ProtocolConnection) => void = () => {},
  rootUri: string | null = null,
): Promise<{ client: ProtocolConnection; end: () => Promise<number> }> {
  const server = spawn(process.execPath, ['--import', 'tsx', 'server/node.ts', '--stdio'], {
    cwd: root,
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  context.after(() => server.kill())
  const client = createProtocolConnection(new StreamMessageReader(server.stdout), new StreamMessageWriter(server.stdin))
  prepare(client)
  client.listen()
  const { capabilities: offered } = await client.sendRequest(InitializeRequest.type, {
    processId: process.pid,
    rootUri,
    capabilities,
  })
  assert.ok(offered.hoverProvider && offered.documentSymbolProvider && offered.semanticTokensProvider)
  await client.sendNotification(InitializedNotification.type, {})
  const end = async () => {
    const exited = once(server, 'exit')
    await client.sendRequest(ShutdownRequest.type)
    await client.sendNotification(ExitNotification.type)
    const [code] = await exited
    client.dispose()
    return code
  }
  return { client, end }
}

/** The parameters of the next notification of a kind. */
function next<P>(
  client: ProtocolConnection,
  notification: { readonly method: string; readonly _: readonly [P, ...unknown[]] | undefined },
): Promise<P> {
  return new Promise(resolve => {
    const listening = client.onNotification(notification.method, (params: P) => {
      listening.dispose()
      resolve(params)
    })
  })
}
