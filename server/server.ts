import {
  type CancellationToken,
  type Connection,
  DidChangeConfigurationNotification,
  type InitializeParams,
  type InitializeResult,
  NotificationType,
  ResponseError,
  TextDocumentSyncKind,
} from 'vscode-languageserver'
import { pullsDiagnostics, pushedDiagnostics } from './features/diagnostics.ts'
import { features } from './features/index.ts'
import { Session } from './features/session.ts'
import { readSettings } from './features/settings.ts'
import { type Status, statusOf } from './features/status.ts'
import type { Treatment } from './features/verdict.ts'

/** Server to client: what Dateline makes of a file, after each reading. */
export const statusNotification = new NotificationType<Status>('dateline/status')

/** Client to server: what the user takes a file for. */
export const treatAsNotification = new NotificationType<{ readonly uri: string; readonly as: Treatment }>('dateline/treatAs')

/** How long after the last keystroke status and pushed diagnostics follow, in milliseconds. */
const delay = 200

/** Serves one client until the connection ends. A fault in any handler is logged with its stack and answered with nothing. */
export function serve(connection: Connection): void {
  let session = new Session({})
  const waiting = new Map<string, ReturnType<typeof setTimeout>>()

  connection.onInitialize(params => {
    session = new Session(params.capabilities)
    session.configure(readSettings(params.initializationOptions))
    return announce(params, session)
  })
  connection.onInitialized(() => {
    if (session.client.workspace?.didChangeConfiguration?.dynamicRegistration)
      connection.client.register(DidChangeConfigurationNotification.type, { section: 'dateline' }).catch(logged('register'))
    fetchSettings()
  })
  connection.onDidChangeConfiguration(
    guarded('didChangeConfiguration', undefined, ({ settings }) => {
      if (session.client.workspace?.configuration) fetchSettings()
      else configure(settings?.dateline)
    }),
  )

  connection.onDidOpenTextDocument(
    guarded('didOpen', undefined, ({ textDocument }) => {
      session.open(textDocument)
      settle(textDocument.uri)
    }),
  )
  connection.onDidChangeTextDocument(
    guarded('didChange', undefined, ({ textDocument, contentChanges }) => {
      session.change(textDocument.uri, contentChanges, textDocument.version)
      clearTimeout(waiting.get(textDocument.uri))
      waiting.set(textDocument.uri, setTimeout(guarded('settle', undefined, settle), delay, textDocument.uri))
    }),
  )
  connection.onDidCloseTextDocument(
    guarded('didClose', undefined, ({ textDocument: { uri } }) => {
      session.close(uri)
      clearTimeout(waiting.get(uri))
      waiting.delete(uri)
      if (!pullsDiagnostics(session.client)) connection.sendDiagnostics({ uri, diagnostics: [] }).catch(logged('diagnostics'))
    }),
  )
  connection.onNotification(
    treatAsNotification,
    guarded('treatAs', undefined, ({ uri, as }) => {
      session.treat(uri, as)
      settle(uri)
      refresh()
    }),
  )
  connection.onShutdown(() => {
    for (const timer of waiting.values()) clearTimeout(timer)
  })

  for (const { method, nothing, answer } of features.flatMap(feature => feature.answers)) {
    const run = guarded(method, nothing, (params: unknown) => answer(params, session))
    connection.onRequest(method, (params: unknown, token: CancellationToken) =>
      token.isCancellationRequested ? nothing : run(params),
    )
  }
  connection.listen()

  /** Says what became of a file whose text has come to rest. */
  function settle(uri: string): void {
    waiting.delete(uri)
    const before = session.story(uri) !== undefined
    const verdict = session.review(uri)
    if (!verdict) return
    connection.sendNotification(statusNotification, statusOf(uri, verdict, session)).catch(logged('status'))
    if (!pullsDiagnostics(session.client))
      connection.sendDiagnostics(pushedDiagnostics(uri, session)).catch(logged('diagnostics'))
    if (before !== (verdict.state === 'story')) refresh()
  }

  function fetchSettings(): void {
    if (!session.client.workspace?.configuration) return
    connection.workspace
      .getConfiguration('dateline')
      .then(guarded('configuration', undefined, configure), logged('configuration'))
  }

  function configure(sent: unknown): void {
    const settings = readSettings(sent)
    if (JSON.stringify(settings) === JSON.stringify(session.settings)) return
    session.configure(settings)
    for (const uri of session.uris) settle(uri)
    refresh()
  }

  /** Has the client ask again for what it shows already. */
  function refresh(): void {
    const { semanticTokens, diagnostics, inlayHint, codeLens } = session.client.workspace ?? {}
    if (semanticTokens?.refreshSupport) connection.languages.semanticTokens.refresh().catch(logged('refresh'))
    if (diagnostics?.refreshSupport) connection.languages.diagnostics.refresh().catch(logged('refresh'))
    if (inlayHint?.refreshSupport) connection.languages.inlayHint.refresh().catch(logged('refresh'))
    if (codeLens?.refreshSupport) connection.sendRequest('workspace/codeLens/refresh').catch(logged('refresh'))
  }

  function guarded<P, R>(what: string, nothing: R, run: (params: P) => R): (params: P) => R {
    return params => {
      try {
        return run(params)
      } catch (fault) {
        if (fault instanceof ResponseError) throw fault
        logged(what)(fault)
        return nothing
      }
    }
  }

  function logged(what: string): (fault: unknown) => void {
    return fault => connection.console.error(`${what}: ${fault instanceof Error ? fault.stack : String(fault)}`)
  }
}

function announce(params: InitializeParams, session: Session): InitializeResult {
  return {
    serverInfo: { name: 'Dateline' },
    capabilities: Object.assign(
      {
        positionEncoding: session.encoding,
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
      },
      ...features.map(feature => feature.capabilities(params.capabilities)),
    ),
  }
}
