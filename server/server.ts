import {
  type CancellationToken,
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type InitializeParams,
  type InitializeResult,
  NotificationType,
  ResponseError,
  TextDocumentSyncKind,
  type WorkspaceFoldersChangeEvent,
} from 'vscode-languageserver'
import { pullsDiagnostics, pushedDiagnostics } from './features/diagnostics.ts'
import { folderDiagnostics } from './features/folder-problems.ts'
import { features } from './features/index.ts'
import { Session } from './features/session.ts'
import { readSettings } from './features/settings.ts'
import { type Status, statusOf } from './features/status.ts'
import type { Treatment } from './features/verdict.ts'
import { type Desks, keepDesks } from './files/desks.ts'
import type { Disk } from './files/disk.ts'
import { editorFiles, editorStorage, filesOf } from './files/editor.ts'
import { type Files, noFiles } from './files/files.ts'
import { noStorage, type Storage } from './files/storage.ts'
import { type IndexDisplay, keepStories, type StoryKeeping } from './files/stories.ts'
import { storyFiles } from './folder/stories.ts'

/** Server to client: what Dateline makes of a file, after each reading. */
export const statusNotification = new NotificationType<Status>('dateline/status')

/** Client to server: what the user takes a file for. */
export const treatAsNotification = new NotificationType<{ readonly uri: string; readonly as: Treatment }>('dateline/treatAs')

/** How long after the last keystroke status and pushed diagnostics follow, in milliseconds. */
const delay = 200

/** The requests whose answer depends on what the desk has laid into the folder, and so waits until that is read. */
const deskRequests: readonly string[] = ['textDocument/diagnostic', 'textDocument/codeAction', 'textDocument/hover']

/** The name of the build, by which it knows what it has read itself; absent where nothing was built. */
declare const DATELINE_BUILD: string | undefined
const reader = typeof DATELINE_BUILD === 'undefined' ? undefined : DATELINE_BUILD

/**
 * Serves one client until the connection ends. A fault in any handler is logged with its stack and answered with nothing. `disk` is what this machine offers,
 * where it is one; a client that sets `fileSystem` in its initialization options is asked for what lies elsewhere, and one that names a folder as `storage`
 * lets the server keep there what it has read.
 */
export function serve(connection: Connection, disk: Disk | undefined): void {
  let session = new Session({})
  let folders: readonly string[] = []
  let desks: Desks = keepDesksOf(noFiles)
  /** The stories of the folders; they are read from when the first story is opened. */
  let stories: StoryKeeping = keepStoriesOf(noFiles, noStorage)
  let isEnding = false
  /** By file, the reading of what its desk has laid down. */
  const visits = new Map<string, Promise<void>>()
  const waiting = new Map<string, ReturnType<typeof setTimeout>>()

  connection.onInitialize(params => {
    session = new Session(params.capabilities, uri => desks.of(uri))
    const editor = params.initializationOptions?.fileSystem === true ? editorFiles(connection) : noFiles
    const files = disk ? filesOf(disk.files, editor) : editor
    desks = keepDesksOf(files)
    stories = keepStoriesOf(files, storageOf(params.initializationOptions))
    openFolders(foldersOf(params))
    session.configure(readSettings(params.initializationOptions))
    return announce(params, session)
  })
  connection.onInitialized(() => {
    if (session.client.workspace?.didChangeConfiguration?.dynamicRegistration)
      connection.client.register(DidChangeConfigurationNotification.type, { section: 'dateline' }).catch(logged('register'))
    if (session.client.workspace?.didChangeWatchedFiles?.dynamicRegistration) watchFolders()
    if (session.client.workspace?.workspaceFolders)
      connection.workspace.onDidChangeWorkspaceFolders(guarded('didChangeWorkspaceFolders', undefined, changeFolders))
    fetchSettings()
  })
  connection.onDidChangeWatchedFiles(
    guarded('didChangeWatchedFiles', undefined, ({ changes }) => {
      for (const { uri } of changes)
        if (desks.knows(uri)) desks.changed(uri).catch(logged('desk'))
        else stories.changed(uri)
    }),
  )
  connection.onDidChangeConfiguration(
    guarded('didChangeConfiguration', undefined, ({ settings }) => {
      if (session.client.workspace?.configuration) fetchSettings()
      else configure(settings?.dateline)
    }),
  )

  connection.onDidOpenTextDocument(
    guarded('didOpen', undefined, ({ textDocument }) => {
      session.open(textDocument)
      visit(textDocument.uri)
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
      if (desks.knows(uri)) desks.changed(uri).catch(logged('desk'))
      else if (!pullsDiagnostics(session.client))
        connection.sendDiagnostics({ uri, diagnostics: [] }).catch(logged('diagnostics'))
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
    isEnding = true
    for (const timer of waiting.values()) clearTimeout(timer)
  })

  for (const { method, nothing, answer } of features.flatMap(feature => feature.answers)) {
    const run = guarded(method, nothing, (params: unknown) => answer(params, session))
    connection.onRequest(method, (params: { readonly textDocument?: { readonly uri: string } }, token: CancellationToken) => {
      if (token.isCancellationRequested) return nothing
      const visit = deskRequests.includes(method) && visits.get(params?.textDocument?.uri ?? '')
      return visit ? visit.then(() => run(params)) : run(params)
    })
  }
  connection.listen()

  /** Reads what holds in the folder of a file that was opened, then looks at the file. */
  function visit(uri: string): void {
    const visit = desks
      .visit(uri)
      .catch(logged('desk'))
      .then(() => {
        if (visits.get(uri) === visit) visits.delete(uri)
        guarded('settle', undefined, settle)(uri)
      })
    visits.set(uri, visit)
  }

  function storageOf(options: { readonly storage?: unknown; readonly fileSystem?: unknown } | undefined): Storage {
    if (typeof options?.storage !== 'string' || reader === undefined) return noStorage
    if (disk && options.storage.startsWith('file:')) return disk.storageIn(options.storage)
    return options.fileSystem === true ? editorStorage(connection) : noStorage
  }

  function openFolders(uris: readonly string[]): void {
    folders = uris
    desks.openFolders(uris)
    stories.openFolders(uris)
  }

  function changeFolders({ added, removed }: WorkspaceFoldersChangeEvent): void {
    const gone = removed.map(({ uri }) => uri)
    openFolders([...folders.filter(uri => !gone.includes(uri)), ...added.map(({ uri }) => uri)])
    for (const uri of session.uris) visit(uri)
    renew()
  }

  function keepStoriesOf(files: Files, storage: Storage): StoryKeeping {
    return keepStories({ files, storage, reader: reader ?? '', index: session.stories }, openDisplay, logged('index'))
  }

  function keepDesksOf(files: Files): Desks {
    return keepDesks({
      files,
      openText: uri => session.textOf(uri),
      peoplePaths: () => session.settings.peopleFiles,
      report: (uri, text, problems) => {
        const diagnostics = [...folderDiagnostics(uri, text, problems, session.encoding)]
        connection.sendDiagnostics({ uri, diagnostics }).catch(logged('diagnostics'))
      },
      renewed: () => guarded('desk', undefined, renew)(undefined),
    })
  }

  /** Has all stories looked at anew, since what holds in their folder has changed. */
  function renew(): void {
    session.forgetChecks()
    for (const uri of session.uris) if (!desks.knows(uri)) settle(uri)
    refresh()
  }

  function watchFolders(): void {
    const watchers = [{ globPattern: `**/*.{json,${storyFiles.join(',')}}` }]
    connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }).catch(logged('register'))
  }

  /** Says what became of a file whose text has come to rest. */
  function settle(uri: string): void {
    waiting.delete(uri)
    if (desks.knows(uri)) {
      desks.changed(uri).catch(logged('desk'))
      return
    }
    const before = session.story(uri) !== undefined
    const verdict = session.review(uri)
    if (!verdict) return
    connection.sendNotification(statusNotification, statusOf(uri, verdict, session)).catch(logged('status'))
    if (!pullsDiagnostics(session.client))
      connection.sendDiagnostics(pushedDiagnostics(uri, session)).catch(logged('diagnostics'))
    if (before !== (verdict.state === 'story')) refresh()
    if (verdict.state === 'story') stories.begin()
  }

  async function openDisplay(): Promise<IndexDisplay> {
    const shown = session.client.window?.workDoneProgress ? await connection.window.createWorkDoneProgress() : undefined
    shown?.begin('Reading the stories of the folder', 0, undefined, true)
    let before = 0
    return {
      report: (done, all) => {
        const percent = Math.floor((done * 100) / all)
        if (percent !== before) shown?.report(percent, `${done} of ${all}`)
        before = percent
      },
      isCancelled: () => isEnding || (shown?.token.isCancellationRequested ?? false),
      close: () => shown?.done(),
    }
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
    for (const uri of session.uris) visit(uri)
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
    return fault => {
      try {
        connection.console.error(`${what}: ${fault instanceof Error ? fault.stack : String(fault)}`)
      } catch {
        // The client has gone, nobody is left to tell.
      }
    }
  }
}

function foldersOf({ workspaceFolders, rootUri }: InitializeParams): readonly string[] {
  return workspaceFolders?.map(({ uri }) => uri) ?? (rootUri ? [rootUri] : [])
}

function announce(params: InitializeParams, session: Session): InitializeResult {
  return {
    serverInfo: { name: 'Dateline' },
    capabilities: Object.assign(
      {
        positionEncoding: session.encoding,
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
      },
      ...features.map(feature => feature.capabilities(params.capabilities)),
    ),
  }
}
