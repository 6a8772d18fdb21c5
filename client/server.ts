import { EventEmitter, type LogOutputChannel, l10n, window, workspace } from 'vscode'
import {
  type BaseLanguageClient,
  CloseAction,
  type CloseHandlerResult,
  ErrorAction,
  type ErrorHandler,
  type LanguageClientOptions,
  State,
} from 'vscode-languageclient'
import { storySelector } from './stories.ts'

/** Makes the language client of one host: a process under Node, a worker in a browser. It is not yet started. */
export type ClientMaker = (options: LanguageClientOptions) => BaseLanguageClient

/** The language server as the extension sees it. It does not run before `start`; after a crash it starts again by itself. */
export interface Server {
  readonly running: boolean
  /** Whether it crashed so often that it is not started again by itself. */
  readonly exhausted: boolean
  /** Fires whenever it begins or ceases to run. */
  readonly onDidChange: EventEmitter<void>['event']
  /** Starts it where it does not run yet; resolves when it answers. Says so in a message, and does not throw, where it cannot start. */
  start(): Promise<void>
  /** Stops it and starts it anew; open stories are read again. */
  restart(): Promise<void>
  stop(): Promise<void>
  /** Sends a notification where the server runs, does nothing where it does not. */
  notify(method: string, parameters: object): void
  /** Asks the server; undefined where it does not run. */
  ask<Answer>(method: string, parameters: object): Promise<Answer | undefined>
  onNotification<Message>(method: string, handler: (message: Message) => void): void
  showOutput(): void
}

/** Crashes that end the restarting, and the time in milliseconds within which they must fall. */
const mostCrashes = 5
const crashWindow = 3 * 60 * 1000

/** Prepares the server without starting it. `whenReady` runs after each start, once the open stories may be sent. */
export function prepareServer(makeClient: ClientMaker, output: LogOutputChannel, whenReady: (server: Server) => void): Server {
  const changed = new EventEmitter<void>()
  let exhausted = false
  const client = makeClient({
    documentSelector: [...storySelector],
    outputChannel: output,
    errorHandler: restartUnlessHopeless(() => {
      exhausted = true
      void offerRestart(server)
    }),
    initializationFailedHandler: () => false,
    synchronize: { configurationSection: 'dateline' },
    // What the server must know before it sees the first file; later it asks for the settings of its own accord.
    // As plain data: a worker cannot be sent the functions that a configuration also has.
    initializationOptions: () => JSON.parse(JSON.stringify(workspace.getConfiguration('dateline'))),
    markdown: { isTrusted: false, supportHtml: false },
  })
  const server: Server = {
    get running() {
      return client.state === State.Running
    },
    get exhausted() {
      return exhausted
    },
    onDidChange: changed.event,
    start: async () => {
      if (!exhausted) await client.start().catch(error => reportFailedStart(server, error))
    },
    restart: async () => {
      exhausted = false
      if (client.needsStop()) await client.stop().catch(error => output.warn(String(error)))
      await server.start()
    },
    stop: async () => {
      if (client.needsStop()) await client.stop()
    },
    notify: (method, parameters) => {
      if (server.running) client.sendNotification(method, parameters).catch(error => output.warn(String(error)))
    },
    ask: async (method, parameters) => (server.running ? client.sendRequest(method, parameters) : undefined),
    onNotification: (method, handler) => void client.onNotification(method, handler),
    showOutput: () => output.show(),
  }
  client.onDidChangeState(({ newState }) => {
    changed.fire()
    // The state says "running" a little before the server may be spoken to; the promise of the start resolves when it may.
    if (newState === State.Running) client.start().then(() => whenReady(server), output.warn)
  })
  return server
}

/** Restarts the server after a crash, quietly, until it has crashed five times in three minutes: then calls `giveUp` and lets it rest. */
function restartUnlessHopeless(giveUp: () => void): ErrorHandler {
  let crashes: readonly number[] = []
  return {
    error: (_error, _message, count) => ({
      action: count !== undefined && count <= 3 ? ErrorAction.Continue : ErrorAction.Shutdown,
      handled: true,
    }),
    closed: (): CloseHandlerResult => {
      const now = Date.now()
      crashes = [...crashes.filter(time => now - time < crashWindow), now]
      if (crashes.length < mostCrashes) {
        return {
          action: CloseAction.Restart,
          handled: true,
          message: l10n.t('The server stopped unexpectedly and is started again.'),
        }
      }
      crashes = []
      giveUp()
      return {
        action: CloseAction.DoNotRestart,
        handled: true,
        message: l10n.t('The server stopped five times within three minutes and is not started again.'),
      }
    },
  }
}

async function offerRestart(server: Server): Promise<void> {
  const again = l10n.t('Restart')
  const output = l10n.t('Show Output')
  const choice = await window.showErrorMessage(
    l10n.t('Dateline stopped five times within three minutes, so it rests now. Your text is untouched.'),
    again,
    output,
  )
  if (choice === again) await server.restart()
  if (choice === output) server.showOutput()
}

/** Returns at once: a message may stay open for hours. */
function reportFailedStart(server: Server, error: unknown): void {
  const again = l10n.t('Try Again')
  const output = l10n.t('Show Output')
  const reason = error instanceof Error ? error.message : String(error)
  void window.showErrorMessage(l10n.t('Dateline could not start: {0}', reason), again, output).then(async choice => {
    if (choice === again) await server.restart()
    if (choice === output) server.showOutput()
  })
}
