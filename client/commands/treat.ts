import { commands, type Disposable, Uri, window } from 'vscode'
import type { Treatment, Treatments } from '../treatments.ts'

/** The commands that say whether a file is a story, or let Dateline judge again. They take the active file, or the one of the menu they are called from. */
export function treatCommands(treatments: Treatments): readonly Disposable[] {
  const treat = (as: Treatment | undefined) => async (chosen: unknown) => {
    const uri = chosen instanceof Uri ? chosen : window.activeTextEditor?.document.uri
    if (uri !== undefined) await treatments.set(uri, as)
  }
  return [
    commands.registerCommand('dateline.treatAsStory', treat('story')),
    commands.registerCommand('dateline.treatAsOther', treat('other')),
    commands.registerCommand('dateline.detectAgain', treat(undefined)),
  ]
}
