import { commands, type Disposable, type ExtensionContext, type TextDocument, Uri, window, workspace } from 'vscode'
import { askAbout } from './ask.ts'
import { exampleCommands } from './commands/example.ts'
import { marksCommands } from './commands/marks.ts'
import { mendCommands } from './commands/mend.ts'
import { serverCommands } from './commands/server.ts'
import { sourcesCommands } from './commands/sources.ts'
import { treatCommands } from './commands/treat.ts'
import type { ClientMaker } from './connection.ts'
import { prepareServer, type Server } from './server.ts'
import { readStatus, type StoryStatus, showStatus, statusBoard } from './status.ts'
import { canHoldStory, detection, judge } from './stories.ts'
import { rememberTreatments, type Treatments } from './treatments.ts'

/** What the extension gives to other extensions and to its tests. */
export interface Dateline {
  readonly running: () => boolean
  /** Whether the server ended so often that it is not started again by itself. */
  readonly exhausted: () => boolean
  /** What Dateline makes of the open file; undefined where it has not looked at it. */
  readonly status: (uri: Uri) => StoryStatus | undefined
}

let open: Server | undefined

/** Activates the extension on either host. Reads the visible files and starts the server at the first story among them, not before. */
export function activateDateline(context: ExtensionContext, makeClient: ClientMaker): Dateline {
  const output = window.createOutputChannel('Dateline', { log: true })
  const treatments = rememberTreatments(context.workspaceState)
  const board = statusBoard()
  const takeStatus = (message: unknown) => {
    const status = readStatus(message)
    if (status === undefined) return
    board.set(status)
    if (status.state === 'asking') void askAbout(Uri.parse(status.uri), status.reason, treatments)
  }
  const host = { output, storage: context.storageUri }
  const server = prepareServer(makeClient, host, {
    notifications: { 'dateline/status': takeStatus },
    ready: running => treatments.tell(running),
  })
  open = server
  const consider = (document: TextDocument) => considerFile(document, server, treatments)
  context.subscriptions.push(
    output,
    showStatus(board, server, treatments),
    watchFiles(consider, () => server.running),
    treatments.onDidChange(({ uri, as }) => {
      server.notify('dateline/treatAs', { uri: uri.toString(), as: as ?? 'detect' })
      for (const document of workspace.textDocuments) if (document.uri.toString() === uri.toString()) consider(document)
    }),
    server.onDidChange(() => {
      if (!server.running) board.clear()
      void commands.executeCommand('setContext', 'dateline.running', server.running)
      void commands.executeCommand('setContext', 'dateline.exhausted', server.exhausted)
    }),
    ...treatCommands(treatments),
    ...mendCommands(),
    ...marksCommands(server),
    ...sourcesCommands(server),
    ...serverCommands(server),
    ...exampleCommands(context),
  )
  return { running: () => server.running, exhausted: () => server.exhausted, status: uri => board.get(uri) }
}

/** Ends the server's work; VS Code waits for it. */
export async function deactivateDateline(): Promise<void> {
  await open?.stop()
  open = undefined
}

/** Starts the server if the file is a story; asks first where the settings want it. */
function considerFile(document: TextDocument, server: Server, treatments: Treatments): void {
  if (server.running || !canHoldStory(document)) return
  const judgement = judge(document, treatments)
  if (judgement.state === 'story') void server.start()
  if (judgement.state === 'asking') void askAbout(document.uri, judgement.reason, treatments)
}

/** Milliseconds without typing after which a file that was no story is looked at again. */
const pause = 500

/** Calls `consider` for each file that is visible, becomes visible, or has changed, as long as `enough` does not hold. */
function watchFiles(consider: (document: TextDocument) => void, enough: () => boolean): Disposable {
  const all = () => {
    for (const { document } of window.visibleTextEditors) consider(document)
  }
  let timer: ReturnType<typeof setTimeout> | undefined
  const subscriptions = [
    window.onDidChangeVisibleTextEditors(all),
    workspace.onDidOpenTextDocument(document => {
      if (window.visibleTextEditors.some(editor => editor.document === document)) consider(document)
    }),
    workspace.onDidChangeTextDocument(({ document }) => {
      if (enough() || !canHoldStory(document)) return
      clearTimeout(timer)
      timer = setTimeout(() => consider(document), pause)
    }),
    workspace.onDidChangeConfiguration(change => {
      if (change.affectsConfiguration(detection)) all()
    }),
  ]
  all()
  return {
    dispose: () => {
      clearTimeout(timer)
      for (const subscription of subscriptions) subscription.dispose()
    },
  }
}
