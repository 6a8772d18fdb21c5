import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { CancellationTokenSource, ErrorCodes, type ProtocolConnection, type ResponseError } from 'vscode-languageserver/node'
import { features } from '../server/features/index.ts'
import { statusNotification } from '../server/server.ts'
import { next, opening, serveHere, story, uri } from './conversation.ts'

const requests = [...new Set(features.flatMap(feature => feature.answers.map(({ method }) => method))), 'textDocument/none']
const notifications = ['didOpen', 'didChange', 'didClose', 'didSave'].map(method => `textDocument/${method}`)
const settings = [
  'workspace/didChangeConfiguration',
  'workspace/didChangeWatchedFiles',
  'dateline/treatAs',
  '$/setTrace',
  '$/none',
]

/** What a client may send in place of a number, a position, an address: right, wrong, and out of all range. */
const number = fc.oneof(fc.integer({ min: 0, max: 120 }), fc.constantFrom(-1, 1e9, 2 ** 31, 0.5, -1e300))
const anything = fc.jsonValue({ maxDepth: 2 })
const orAnything = <T>(value: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 6, arbitrary: value as fc.Arbitrary<unknown> }, { weight: 1, arbitrary: anything })
const position = orAnything(fc.record({ line: orAnything(number), character: orAnything(number) }))
const range = orAnything(fc.record({ start: position, end: position }))
const address = fc.oneof(
  { weight: 4, arbitrary: fc.constant(uri) },
  { weight: 1, arbitrary: fc.constantFrom('file:///unknown', 'untitled:x', '', 'file://%zz') },
)
const text = fc.constantFrom('', '"', '\r', '\ud800', '\0', 'Hanna', story, '("“'.repeat(50))
const document = orAnything(
  fc.record({
    uri: orAnything(address),
    languageId: fc.constantFrom('news', 'plaintext', 'json'),
    version: number,
    text: orAnything(text),
  }),
)
const change = orAnything(fc.oneof(fc.record({ range, text: orAnything(text) }), fc.record({ text: orAnything(text) })))
const params = orAnything(
  fc.record(
    {
      textDocument: document,
      uri: orAnything(address),
      position,
      positions: orAnything(fc.array(position, { maxLength: 3 })),
      range,
      context: orAnything(
        fc.record({
          diagnostics: orAnything(fc.constant([])),
          includeDeclaration: fc.boolean(),
          only: orAnything(fc.constant(['quickfix'])),
        }),
      ),
      contentChanges: orAnything(fc.array(change, { maxLength: 3 })),
      newName: orAnything(text),
      to: orAnything(fc.constant('typographic')),
      as: orAnything(fc.constantFrom('story', 'other', 'detect')),
      previousResultId: orAnything(fc.constant('0')),
      item: orAnything(fc.record({ uri: orAnything(address), data: anything })),
      settings: anything,
    },
    { requiredKeys: ['textDocument', 'position'] },
  ),
)
const message = fc.record({
  method: fc.constantFrom(...requests, ...requests, ...notifications, ...settings),
  params,
  isCalledBack: fc.boolean(),
})

test('whatever a client sends, in any order, all is answered within a second of work, and the server lives on', () =>
  withoutFaults(async () => {
    const { client, end } = serveHere()
    await shakeHands(client)
    await checkAlive(client)
    await fc.assert(
      fc.asyncProperty(fc.array(message, { minLength: 1, maxLength: 40, size: 'max' }), async messages => {
        const before = process.cpuUsage()
        const answers = messages.map(({ method, params, isCalledBack }) => send(client, method, params, isCalledBack))
        await Promise.all(answers)
        const { user, system } = process.cpuUsage(before)
        assert.ok(user + system < 1e6, `${(user + system) / 1e6} s of work`)
        await checkAlive(client)
      }),
      { numRuns: 60, seed: 11 },
    )
    end()
  }))

test('a client that speaks before the handshake is refused or answered, and may still shake hands', () =>
  withoutFaults(async () => {
    const { client, end } = serveHere()
    await client.sendNotification('textDocument/didOpen', opening)
    await Promise.all(
      requests.map(method => send(client, method, { textDocument: { uri }, position: { line: 0, character: 0 } }, false)),
    )
    await shakeHands(client)
    await checkAlive(client)
    end()
  }))

/** What is no message, in frames of the right length and in others. */
const frames = [
  '{"a":',
  '[]',
  'null',
  '1',
  '""',
  '{"jsonrpc":"2.0"}',
  '{"jsonrpc":"2.0","id":99,"result":{}}',
  '\xff\xfe',
  '{"method":1}',
]
  .map(content => `Content-Length: ${content.length}\r\n\r\n${content}`)
  .concat('Content-Length: x\r\n\r\n', 'Length: 3\r\n\r\n', 'abc\r\n\r\n')

test('what is no message at all is passed over', () =>
  withoutFaults(async () => {
    for (const frame of frames) {
      const { client, wire, end } = serveHere()
      await shakeHands(client)
      wire.write(Buffer.from(frame, 'latin1'))
      await checkAlive(client)
      end()
    }
  }))

test('a client that goes without a word, while something is still to be told, leaves no fault behind', () =>
  withoutFaults(async () => {
    const gone = await edit(serveHere())
    gone.end()
    // Who edits later is told later.
    const { client, end } = await edit(serveHere())
    await next(client, statusNotification)
    end()
  }))

/** Shakes hands, opens a story and changes it; what the server makes of it is told when the text has come to rest. */
async function edit(server: ReturnType<typeof serveHere>): Promise<ReturnType<typeof serveHere>> {
  await shakeHands(server.client)
  await checkAlive(server.client)
  const contentChanges = [{ text: `${story}The end.` }]
  await server.client.sendNotification('textDocument/didChange', { textDocument: { uri, version: 2 }, contentChanges })
  await server.client.sendRequest('textDocument/documentSymbol', { textDocument: { uri } })
  return server
}

/** Runs what must leave neither a rejection that nobody handles nor an exception that nobody catches. */
async function withoutFaults(run: () => Promise<void>): Promise<void> {
  const faults: unknown[] = []
  const note = (fault: unknown) => faults.push(fault)
  process.on('unhandledRejection', note).on('uncaughtException', note)
  try {
    await run()
    await new Promise(resolve => setImmediate(resolve))
  } finally {
    process.off('unhandledRejection', note).off('uncaughtException', note)
  }
  assert.deepEqual(faults, [])
}

async function shakeHands(client: ProtocolConnection): Promise<void> {
  const capabilities = { textDocument: { publishDiagnostics: {} }, workspace: { workspaceEdit: { documentChanges: true } } }
  await client.sendRequest('initialize', { processId: null, rootUri: null, capabilities })
  await client.sendNotification('initialized', {})
}

async function checkAlive(client: ProtocolConnection): Promise<void> {
  await client.sendNotification('textDocument/didOpen', opening)
  await client.sendNotification('dateline/treatAs', { uri, as: 'story' })
  const hover = await client.sendRequest<{ contents: { value: string } }>('textDocument/hover', {
    textDocument: { uri },
    position: { line: 3, character: 45 },
  })
  assert.match(hover.contents.value, /Hanna Brixley/)
}

/** Sends a message of either kind; an answer may be a refusal, but there is one, and it is no fault of the server. */
async function send(client: ProtocolConnection, method: string, params: unknown, isCalledBack: boolean): Promise<void> {
  const isStructured = typeof params === 'object' && params !== null
  const sent = isStructured ? params : [params]
  if (!requests.includes(method)) {
    await client.sendNotification(method, sent)
    return
  }
  const { token, cancel } = calledBack()
  const answer = client.sendRequest(method, sent, token)
  if (isCalledBack) cancel()
  await answer.catch(({ code, message }: ResponseError) =>
    assert.notEqual(code, ErrorCodes.InternalError, `${method}: ${message}`),
  )
}

function calledBack() {
  const source = new CancellationTokenSource()
  return { token: source.token, cancel: () => source.cancel() }
}
