import { commands, type Disposable, l10n, QuickPickItemKind, Range, Selection, window } from 'vscode'
import type { Server } from '../server.ts'

/** A source as the server lists it. */
interface Source {
  readonly kind: 'person' | 'institution' | 'document' | 'unnamed' | 'nobody'
  readonly name: string
  readonly description: string
  readonly said: readonly { readonly range: Range; readonly words: string }[]
}

/** The command that lists on whom and on what the active story rests; what is chosen is shown at its place. */
export function sourcesCommands(server: Server): readonly Disposable[] {
  return [commands.registerCommand('dateline.showSources', () => showSources(server))]
}

async function showSources(server: Server): Promise<void> {
  const editor = window.activeTextEditor
  if (editor === undefined) return
  const sources = await server.ask<readonly Source[]>('dateline/sources', { uri: editor.document.uri.toString() })
  if (sources === undefined) return
  const entries = sources.flatMap(source => [
    {
      label: `${source.name || l10n.t('Nobody is named')} · ${kindOf(source)}`,
      kind: QuickPickItemKind.Separator,
      range: undefined,
    },
    ...source.said.map(({ range, words }) => ({ label: words, description: source.description, range })),
  ])
  const title = l10n.t('What this story rests on')
  const placeHolder = entries.length > 0 ? l10n.t('Choose words to go to their place') : l10n.t('Nobody is quoted in this story.')
  const chosen = await window.showQuickPick(entries, { title, placeHolder, matchOnDescription: true })
  if (chosen?.range === undefined) return
  const { start, end } = chosen.range
  const range = new Range(start.line, start.character, end.line, end.character)
  editor.selection = new Selection(range.start, range.end)
  editor.revealRange(range)
}

function kindOf({ kind }: Source): string {
  const kinds = {
    person: l10n.t('person'),
    institution: l10n.t('institution'),
    document: l10n.t('document'),
    unnamed: l10n.t('unnamed'),
    nobody: l10n.t('no source'),
  }
  return kinds[kind]
}
