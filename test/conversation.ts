import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { PassThrough } from 'node:stream'
import type { TestContext } from 'node:test'
import { fileURLToPath } from 'node:url'
import {
  type ClientCapabilities,
  createConnection,
  createProtocolConnection,
  ExitNotification,
  InitializedNotification,
  InitializeRequest,
  type Position,
  type ProtocolConnection,
  type ServerCapabilities,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { serve } from '../server/server.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

/** A story with two double marks for apostrophes. */
export const story = `Harbour strike enters its third week
By Ines Marlow
PORT ELWYN, March 3 (Northline) - Elwyn"s dockers rejected a new offer on Tuesday, the harbour"s director Hanna Brixley said.
"We have put good money on the table," Hanna Brixley told Northline. Brixley said she would wait.
(Reporting by Ines Marlow; Editing by Tom Ferrant)
`
export const uri = 'file:///stories/strike.news'
export const textDocument = { uri }
const document = TextDocument.create(uri, 'news', 1, story)
export const opening = { textDocument: { uri, languageId: 'news', version: 1, text: story } }

/** Starts a server and shakes hands, with a folder open where one is named; `end` shuts it down and gives its exit code. */
export async function converse(
  context: TestContext,
  capabilities: ClientCapabilities,
  prepare: (client: ProtocolConnection) => void = () => {},
  folder?: string,
): Promise<{ client: ProtocolConnection; processId: number; end: () => Promise<number> }> {
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
    rootUri: folder ?? null,
    workspaceFolders: folder === undefined ? null : [{ uri: folder, name: 'stories' }],
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
  assert.ok(server.pid)
  return { client, processId: server.pid, end }
}

/** A server in this process, so that nothing it throws goes unseen; nobody has shaken hands. It is never told to exit: that would end the process. */
export function serveHere(): { readonly client: ProtocolConnection; readonly wire: PassThrough; end(): void } {
  const wire = new PassThrough()
  const back = new PassThrough()
  serve(createConnection(new StreamMessageReader(wire), new StreamMessageWriter(back)), undefined)
  const client = createProtocolConnection(new StreamMessageReader(back), new StreamMessageWriter(wire))
  client.listen()
  const end = () => {
    client.dispose()
    wire.destroy()
    back.destroy()
  }
  return { client, wire, end }
}

/** Shakes hands with a server in this process, until the end of the test. */
export async function converseHere(
  context: TestContext,
  capabilities: ClientCapabilities,
  prepare: (client: ProtocolConnection) => void = () => {},
): Promise<{ readonly client: ProtocolConnection; readonly offered: ServerCapabilities }> {
  const { client, end } = serveHere()
  context.after(end)
  prepare(client)
  const { capabilities: offered } = await client.sendRequest(InitializeRequest.type, {
    processId: null,
    rootUri: null,
    capabilities,
  })
  await client.sendNotification(InitializedNotification.type, {})
  return { client, offered }
}

/** The parameters of the next notification of a kind. */
export function next<P>(
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

/** Where the words begin in the story. */
export function place(words: string): Position {
  return document.positionAt(story.indexOf(words))
}
