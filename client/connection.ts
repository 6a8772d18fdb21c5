import { type LogOutputChannel, l10n, type Uri, workspace } from 'vscode'
import {
  type BaseLanguageClient,
  CloseAction,
  type CloseHandlerResult,
  ErrorAction,
  type ErrorHandler,
  type LanguageClientOptions,
  State,
  type StaticFeature,
} from 'vscode-languageclient'
import { answerForFiles } from './files.ts'
import { speaksReadersLanguage } from './language.ts'
import { storySelector } from './stories.ts'

/** Makes the language client of one host: for a process under Node, for a worker in a browser. It is not yet started. */
export type ClientMaker = (options: LanguageClientOptions) => Promise<BaseLanguageClient>

/** What the extension host gives. */
export interface Host {
  readonly output: LogOutputChannel
  /** Where the server may keep what it has read of the workspace; absent where no folder is open. */
  readonly storage: Uri | undefined
}

/** What happens to the connection. */
export interface ConnectionEvents {
  /** It begins to run or ceases to. */
  changed(isRunning: boolean): void
  /** After each start, once the server may be spoken to. */
  ready(): void
  /** It is not restarted any more. */
  exhausted(): void
}

/** Crashes that end the restarting, and the time in milliseconds within which they must fall. */
const mostCrashes = 5
const crashWindow = 3 * 60 * 1000

/** The language client for stories, not yet started. This module brings the library along, so it is loaded at the first story only. */
export async function openConnection(
  makeClient: ClientMaker,
  { output, storage }: Host,
  events: ConnectionEvents,
): Promise<BaseLanguageClient> {
  const client = await makeClient({
    // What a team lays down for its folder is told to the server as it is typed.
    documentSelector: [
      ...storySelector,
      ...['json', 'jsonc'].map(language => ({ language, pattern: '**/{dateline,people}.json' })),
    ],
    outputChannel: output,
    errorHandler: restartUnlessHopeless(events.exhausted),
    initializationFailedHandler: () => false,
    synchronize: { configurationSection: 'dateline' },
    // What the server must know before it sees the first file; later it asks for the settings of its own accord.
    // Plain data: a worker does not take the proxies that VS Code gives.
    initializationOptions: () => ({
      ...JSON.parse(JSON.stringify(workspace.getConfiguration('dateline'))),
      fileSystem: true,
      storage: storage?.toString(),
    }),
    middleware: speaksReadersLanguage,
    markdown: { isTrusted: false, supportHtml: false },
  })
  client.registerFeature(listsSources)
  answerForFiles(client, storage)
  client.onDidChangeState(({ newState }) => {
    events.changed(newState === State.Running)
    // The state says "running" a little before the server may be spoken to; the promise of the start resolves when it may.
    if (newState === State.Running) client.start().then(events.ready, error => output.warn(String(error)))
  })
  return client
}

/** Tells the server that the lens above the headline may open the list of sources. */
const listsSources: StaticFeature = {
  fillClientCapabilities(capabilities) {
    capabilities.experimental = { ...capabilities.experimental, datelineSources: true }
  },
  initialize() {},
  getState: () => ({ kind: 'static' }),
  clear() {},
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
      const message = l10n.t('The server stopped five times within three minutes and is not started again.')
      return { action: CloseAction.DoNotRestart, handled: true, message }
    },
  }
}
