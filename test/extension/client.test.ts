import {
  ConfigurationTarget,
  commands,
  extensions,
  type Hover,
  languages,
  type MarkdownString,
  type TextDocument,
  type Uri,
  window,
  workspace,
} from 'vscode'
import type { Dateline } from '../../client/extension.ts'
import { match, ok, same, until } from './assert.ts'

const straight = `Harbour stays shut

HALVERN, March 3 (Sund Press) - The harbour stays shut, Ilse Marran said on Tuesday. "It's 'too icy' for us," she said.
`
const curly = straight.replace("\"It's 'too icy' for us,\"", '“It’s ‘too icy’ for us,”')

describe('The client', () => {
  let dateline: Dateline

  before(async () => {
    const extension = extensions.getExtension<Dateline>('dateline-news.dateline')
    ok(extension)
    dateline = await extension.activate()
  })

  it('opens an example story as an untitled file', async () => {
    await commands.executeCommand('dateline.openExample')
    await until('the example is open', () => window.activeTextEditor?.document.getText().includes('PORT ALDIS') === true)
    const document = window.activeTextEditor?.document
    same([document?.uri.scheme, document?.languageId], ['untitled', 'news'])
    await isRead(document)
  })

  it('converts the marks of a story there and back', async () => {
    const document = await open(straight, 'news')
    await isRead(document)
    await commands.executeCommand('dateline.marks.typographic')
    await until('the marks are curly', () => document.getText() === curly)
    await commands.executeCommand('dateline.marks.straight')
    await until('the marks are straight', () => document.getText() === straight)
  })

  it('knows open stories again after a restart, and what the user said of files', async () => {
    const story = await open(straight, 'plaintext')
    await isRead(story)
    const other = await open(straight, 'plaintext')
    await commands.executeCommand('dateline.treatAsOther')
    await until('it is no story', () => stateOf(other.uri) === 'idle')
    await commands.executeCommand('dateline.restart')
    await until('the server runs', () => dateline.running())
    await isRead(story)
    await until('it is still no story', () => stateOf(other.uri) === 'idle')
    match(dateline.status(other.uri)?.reason ?? '', /You said/)
  })

  // A worker dies with its host only.
  if (serverProcesses() !== undefined) {
    it('starts the server again when it is killed, and the open story works again', async () => {
      const story = await open(straight, 'news')
      await isRead(story)
      await killServer()
      await until('another server runs', isStarted)
      await isRead(story)
      const at = story.positionAt(story.getText().indexOf('Ilse Marran'))
      const hovers = await commands.executeCommand<Hover[]>('vscode.executeHoverProvider', story.uri, at)
      match(
        hovers
          .flatMap(({ contents }) => contents as MarkdownString[])
          .map(({ value }) => value)
          .join(''),
        /Ilse Marran/,
      )
      same(story.getText(), straight)
    })

    it('lets a server rest that ended five times, says so, and starts it again when asked', async () => {
      const story = await open(straight, 'news')
      await isRead(story)
      await commands.executeCommand('notifications.clearAll')
      for (let killed = 0; killed < 5 && !dateline.exhausted(); killed++) {
        await killServer()
        await until('it is started again, or is not', () => dateline.exhausted() || isStarted())
      }
      ok(dateline.exhausted())
      ok(!dateline.running())
      // Presses the first button of the message: Restart.
      await until('the message is there', async () => {
        await commands.executeCommand('notification.acceptPrimaryAction')
        return !dateline.exhausted()
      })
      await isRead(story)
    })
  }

  it('leaves plain text alone where the setting says so', async () => {
    const document = await open(straight, 'plaintext')
    await isRead(document)
    const settings = workspace.getConfiguration()
    await settings.update('dateline.files.detect', 'never', ConfigurationTarget.Global)
    await until('it is left alone', () => stateOf(document.uri) === 'idle')
    await settings.update('dateline.files.detect', undefined, ConfigurationTarget.Global)
    await isRead(document)
  })

  it('asks whether a file is a story where the setting says so, and reads it after a yes', async () => {
    const settings = workspace.getConfiguration()
    await settings.update('dateline.files.detect', 'ask', ConfigurationTarget.Global)
    await commands.executeCommand('notifications.clearAll')
    const document = await open(straight, 'plaintext')
    await until('it is asked about', () => stateOf(document.uri) === 'asking')
    same(languages.getDiagnostics(document.uri), [])
    await until('yes is pressed', async () => {
      await commands.executeCommand('notification.acceptPrimaryAction')
      return stateOf(document.uri) === 'story'
    })
    await settings.update('dateline.files.detect', undefined, ConfigurationTarget.Global)
  })

  it('has all its commands', async () => {
    const all = new Set(await commands.getCommands(true))
    const manifest: { contributes: { commands: { command: string }[] } } =
      extensions.getExtension('dateline-news.dateline')?.packageJSON
    for (const { command } of manifest.contributes.commands) ok(all.has(command), command)
  })

  const isStarted = () => dateline.running() && serverProcesses()?.length === 1
  const stateOf = (uri: Uri) => dateline.status(uri)?.state
  const isRead = (document: TextDocument | undefined) =>
    until('the story is read', () => document !== undefined && stateOf(document.uri) === 'story')
})

async function open(content: string, language: string): Promise<TextDocument> {
  const document = await workspace.openTextDocument({ content, language })
  await window.showTextDocument(document)
  return document
}

async function killServer(): Promise<void> {
  const [server] = serverProcesses() ?? []
  ok(server)
  server.kill('SIGKILL')
  await until('it is gone', () => serverProcesses()?.every(({ pid }) => pid !== server.pid) === true)
}

interface ServerProcess {
  readonly pid: number
  readonly spawnargs: readonly string[]
  kill(signal: string): void
}

/** The processes of the server that this host has started; undefined where the host is no process itself. */
function serverProcesses(): readonly ServerProcess[] | undefined {
  const host = (globalThis as { process?: { _getActiveHandles?(): readonly unknown[] } }).process
  const isServer = (handle: unknown): handle is ServerProcess =>
    (handle as Partial<ServerProcess>).spawnargs?.some(argument => argument.endsWith('server.cjs')) === true
  return host?._getActiveHandles?.().filter(isServer)
}
