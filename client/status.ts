import {
  commands,
  type Disposable,
  EventEmitter,
  type LanguageStatusItem,
  LanguageStatusSeverity,
  l10n,
  languages,
  type TextDocument,
  Uri,
  window,
  workspace,
} from 'vscode'
import { inReadersLanguage } from './language.ts'
import type { Server } from './server.ts'
import { canHoldStory, judge, storySelector } from './stories.ts'
import type { Treatments } from './treatments.ts'

/** What the server says of an open file in the notification `dateline/status`. */
export interface StoryStatus {
  readonly uri: string
  readonly state: 'story' | 'idle' | 'asking' | 'too-large'
  /** Why, in words that the reader sees. */
  readonly reason: string
  readonly score?: number
  readonly people?: number
  readonly quotes?: number
  readonly problems?: number
}

/** The latest status of each open file. */
export interface StatusBoard {
  get(uri: Uri): StoryStatus | undefined
  set(status: StoryStatus): void
  forget(uri: Uri): void
  clear(): void
  readonly onDidChange: EventEmitter<void>['event']
}

/** An empty board. */
export function statusBoard(): StatusBoard {
  const statuses = new Map<string, StoryStatus>()
  const changed = new EventEmitter<void>()
  const changing = (change: () => void) => {
    change()
    changed.fire()
  }
  return {
    get: uri => statuses.get(uri.toString()),
    set: status => changing(() => void statuses.set(status.uri, status)),
    forget: uri => changing(() => void statuses.delete(uri.toString())),
    clear: () => changing(() => statuses.clear()),
    onDidChange: changed.event,
  }
}

/** Checks a message of the server; undefined where it is none. The address is written the way VS Code writes it, the reason in the language of its user. */
export function readStatus(message: unknown): StoryStatus | undefined {
  const status = message as StoryStatus | undefined
  if (typeof status?.uri !== 'string' || typeof status.reason !== 'string') return undefined
  return { ...status, uri: Uri.parse(status.uri).toString(), reason: status.reason.split('; ').map(inReadersLanguage).join('; ') }
}

/** Shows in the status bar what Dateline makes of the active file, and sets the context key `dateline.story` for menus. */
export function showStatus(board: StatusBoard, server: Server, treatments: Treatments): Disposable {
  const item = languages.createLanguageStatusItem('dateline', storySelector)
  item.name = 'Dateline'
  const show = () => {
    const document = window.activeTextEditor?.document
    const status = document && canHoldStory(document) ? statusOf(document, board, server, treatments) : undefined
    if (status !== undefined) fill(item, status, server.exhausted)
    void commands.executeCommand('setContext', 'dateline.story', status?.state === 'story')
  }
  const subscriptions = [
    item,
    window.onDidChangeActiveTextEditor(show),
    workspace.onDidCloseTextDocument(({ uri }) => board.forget(uri)),
    board.onDidChange(show),
    server.onDidChange(show),
    treatments.onDidChange(show),
  ]
  show()
  return {
    dispose: () => {
      for (const subscription of subscriptions) subscription.dispose()
    },
  }
}

/** What the server said last, else what the client can tell by itself. */
function statusOf(document: TextDocument, board: StatusBoard, server: Server, treatments: Treatments): StoryStatus {
  const said = server.running ? board.get(document.uri) : undefined
  return said ?? { uri: document.uri.toString(), ...judge(document, treatments) }
}

function fill(item: LanguageStatusItem, status: StoryStatus, exhausted: boolean): void {
  item.severity = LanguageStatusSeverity.Information
  item.detail = status.reason
  if (exhausted) {
    item.severity = LanguageStatusSeverity.Error
    item.text = l10n.t('Dateline: stopped')
    item.detail = l10n.t('The server stopped five times within three minutes.')
    item.command = { title: l10n.t('Restart'), command: 'dateline.restart' }
  } else if (status.state === 'story') {
    item.text = l10n.t('Dateline: {0}', counts(status))
    item.command = { title: l10n.t('Not a Story'), command: 'dateline.treatAsOther' }
  } else if (status.state === 'too-large') {
    item.severity = LanguageStatusSeverity.Warning
    item.text = l10n.t('Dateline: too large to read')
    item.command = { title: l10n.t('Show Output'), command: 'dateline.showOutput' }
  } else {
    item.text = l10n.t('Dateline: not a story')
    item.command = { title: l10n.t('Treat as Story'), command: 'dateline.treatAsStory' }
  }
}

function counts({ people, quotes, problems }: StoryStatus): string {
  if (people === undefined || quotes === undefined) return l10n.t('a story')
  const parts = [
    people === 1 ? l10n.t('1 person') : l10n.t('{0} people', people),
    quotes === 1 ? l10n.t('1 quotation') : l10n.t('{0} quotations', quotes),
  ]
  if (problems === 1) parts.push(l10n.t('1 problem'))
  else if (problems !== undefined && problems > 1) parts.push(l10n.t('{0} problems', problems))
  return parts.join(', ')
}
