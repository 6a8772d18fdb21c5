import { EventEmitter, type Memento, Uri } from 'vscode'
import type { Server } from './server.ts'

/** What the user said that a file is. */
export type Treatment = 'story' | 'other'

/** What the user said of files, kept for the workspace; of untitled files only until the window closes. */
export interface Treatments {
  of(uri: Uri): Treatment | undefined
  /** Remembers it; `undefined` forgets it, so that the file is judged by how it reads. */
  set(uri: Uri, as: Treatment | undefined): Promise<void>
  /** Tells the server all that is remembered. */
  tell(server: Server): void
  readonly onDidChange: EventEmitter<{ readonly uri: Uri; readonly as: Treatment | undefined }>['event']
}

const memoryKey = 'dateline.treatAs'

/** Reads what the workspace remembers. Entries that are no treatment are passed over. */
export function rememberTreatments(memory: Memento): Treatments {
  const changed = new EventEmitter<{ readonly uri: Uri; readonly as: Treatment | undefined }>()
  const known = new Map<string, Treatment>()
  for (const [uri, as] of Object.entries(memory.get<Record<string, unknown>>(memoryKey, {}))) {
    if (as === 'story' || as === 'other') known.set(uri, as)
  }
  return {
    of: uri => known.get(uri.toString()),
    set: async (uri, as) => {
      if (as === undefined) known.delete(uri.toString())
      else known.set(uri.toString(), as)
      changed.fire({ uri, as })
      const lasting = [...known].filter(([address]) => Uri.parse(address).scheme !== 'untitled')
      await memory.update(memoryKey, Object.fromEntries(lasting))
    },
    tell: server => {
      for (const [uri, as] of known) server.notify('dateline/treatAs', { uri, as })
    },
    onDidChange: changed.event,
  }
}
