// A small language client over stdio, for the benchmark: it starts a server, opens and changes one story, and asks.
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-jsonrpc/node'

/** Starts a server and shakes hands; the capabilities are those of an editor that takes pushed diagnostics and token deltas. */
export async function startServer(file, env = {}) {
  const child = spawn(process.execPath, [file, '--stdio'], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, ...env },
  })
  const connection = createMessageConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin))
  connection.onRequest(() => null)
  connection.listen()
  const { capabilities } = await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: null,
    capabilities: {
      textDocument: {
        hover: { contentFormat: ['markdown'] },
        publishDiagnostics: {},
        semanticTokens: {
          requests: { full: { delta: true }, range: true },
          tokenTypes: [],
          tokenModifiers: [],
          formats: ['relative'],
        },
      },
    },
  })
  await connection.sendNotification('initialized', {})
  return {
    capabilities,
    request: (method, parameters) => connection.sendRequest(method, parameters),
    notify: (method, parameters) => connection.sendNotification(method, parameters),
    open: (uri, text) =>
      connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId: 'news', version: 1, text } }),
    /** Resolves with the next pushed diagnostics. */
    diagnostics: () => new Promise(resolve => connection.onNotification('textDocument/publishDiagnostics', resolve)),
    /** Resident memory of the server, in megabytes; undefined where the system does not tell. */
    memory() {
      try {
        return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))[1]) / 1024
      } catch {
        return undefined
      }
    },
    /** Ends it as an editor does, so that it can keep what it likes to keep. */
    async end() {
      const ended = new Promise(resolve => child.once('exit', resolve))
      await connection.sendRequest('shutdown')
      await connection.sendNotification('exit')
      await ended
      connection.dispose()
    },
    async stop() {
      connection.dispose()
      child.kill('SIGKILL')
      await new Promise(resolve => child.once('exit', resolve))
    },
  }
}
