import { EventEmitter, l10n, window } from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import type { ClientMaker, Host } from './connection.ts'

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
  showOutput(): void
}

/** What is to be done when the server says something, or may be spoken to again. */
export interface ServerHandlers {
  /** Notifications of the server, by their method. */
  readonly notifications: Readonly<Record<string, (message: unknown) => void>>
  ready(server: Server): void
}

/** Prepares the server without starting it, and without loading what it takes to start it. */
export function prepareServer(makeClient: ClientMaker, host: Host, handlers: ServerHandlers): Server {
  const { output } = host
  const changed = new EventEmitter<void>()
  let client: BaseLanguageClient | undefined
  let running = false
  let exhausted = false
  const connect = async () => {
    const { openConnection } = await import('./connection.ts')
    const opened = await openConnection(makeClient, host, {
      changed: isRunning => {
        running = isRunning
        changed.fire()
      },
      ready: () => handlers.ready(server),
      exhausted: () => {
        exhausted = true
        void offerRestart(server)
      },
    })
    for (const [method, handle] of Object.entries(handlers.notifications)) opened.onNotification(method, handle)
    client = opened
  }
  let connecting: Promise<void> | undefined
  const server: Server = {
    get running() {
      return running
    },
    get exhausted() {
      return exhausted
    },
    onDidChange: changed.event,
    start: async () => {
      if (exhausted) return
      try {
        connecting ??= connect()
        await connecting
        await client?.start()
      } catch (error) {
        reportFailedStart(server, error)
      }
    },
    restart: async () => {
      exhausted = false
      await server.stop().catch(error => output.warn(String(error)))
      await server.start()
    },
    stop: async () => {
      if (client?.needsStop()) await client.stop()
    },
    notify: (method, parameters) => {
      if (running) client?.sendNotification(method, parameters).catch(error => output.warn(String(error)))
    },
    ask: async (method, parameters) => (running ? client?.sendRequest(method, parameters) : undefined),
    showOutput: () => output.show(),
  }
  return server
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
