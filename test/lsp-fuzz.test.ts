import assert from 'node:assert/strict'
import { PassThrough } from 'node:stream'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  CancellationTokenSource,
  createConnection,
  createProtocolConnection,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node'
import { features } from '../server/features/index.ts'
import { serve } from '../server/server.ts'

const uri = 'file:///stories/strike.news'
const story = `Harbour strike enters its third week
By Ines Marlow
PORT ELWYN, March 3 (Northline) - Elwyn"s dockers rejected a new offer on Tuesday, the harbour"s director Hanna Brixley said.
"We have put good money on the table," Hanna Brixley told Northline. Brixley said she would wait.
(Reporting by Ines Marlow; Editing by Tom Ferrant)
`
const opened = { textDocument: { uri, languageId: 'news', version: 1, text: story } }

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
const address = fc.constantFrom(uri, uri, uri, 'file:///unknown', 'untitled:x', '', 'file://%zz')
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
    { requiredKeys: [] },
  ),
)
const message = fc.record({
  method: fc.constantFrom(...requests, ...requests, ...notifications, ...settings),
  params,
  isCalledBack: fc.boolean(),
})

test('whatever a client sends, in any order, each request is answered within a second of work, and the server lives on', async () => {
  const faults: unknown[] = []
  const note = (fault: unknown) => faults.push(fault)
  process.on('unhandledRejection', note).on('uncaughtException', note)
  const { client, end } = await converse()
  try {
    await fc.assert(
      fc.asyncProperty(fc.array(message, { minLength: 1, maxLength: 30 }), async messages => {
        const before = process.cpuUsage()
        const answers = messages.map(({ method, params, isCalledBack }) => send(client, method, params, isCalledBack))
        await Promise.all(answers)
        const { user, system } = process.cpuUsage(before)
        assert.ok(user + system < 1e6 * messages.length, 'no answer takes more than a second of work')
        await client.sendNotification('textDocument/didOpen', opened)
        await client.sendNotification('dateline/treatAs', { uri, as: 'story' })
        const hover = await client.sendRequest<{ contents: { value: string } }>('textDocument/hover', {
          textDocument: { uri },
          position: { line: 3, character: 45 },
        })
        assert.match(hover.contents.value, /Hanna Brixley/)
      }),
      { numRuns: 60, seed: 11 },
    )
    assert.deepEqual(faults, [])
  } finally {
    end()
    process.off('unhandledRejection', note).off('uncaughtException', note)
  }
})

/** Sends a message of either kind; an answer may be a refusal, but there is one. */
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
  await answer.catch(() => {})
}

function calledBack() {
  const source = new CancellationTokenSource()
  return { token: source.token, cancel: () => source.cancel() }
}

/** A server in this process, so that nothing it throws goes unseen. It is never told to exit: that would end the process. */
async function converse(): Promise<{ readonly client: ProtocolConnection; end(): void }> {
  const there = new PassThrough()
  const back = new PassThrough()
  serve(createConnection(new StreamMessageReader(there), new StreamMessageWriter(back)), undefined)
  const client = createProtocolConnection(new StreamMessageReader(back), new StreamMessageWriter(there))
  client.listen()
  const capabilities = { textDocument: { publishDiagnostics: {} }, workspace: { workspaceEdit: { documentChanges: true } } }
  await client.sendRequest('initialize', { processId: null, rootUri: null, capabilities })
  await client.sendNotification('initialized', {})
  return {
    client,
    end: () => {
      client.dispose()
      there.destroy()
      back.destroy()
    },
  }
}
