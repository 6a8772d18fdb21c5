import { ConfigurationTarget, l10n, type Uri, window, workspace } from 'vscode'
import { detection } from './stories.ts'
import type { Treatments } from './treatments.ts'

const asked = new Set<string>()

/** Asks once a session, in a message that blocks nothing, whether the file is a story, and remembers the answer. */
export async function askAbout(uri: Uri, reason: string, treatments: Treatments): Promise<void> {
  if (asked.has(uri.toString())) return
  asked.add(uri.toString())
  const yes = l10n.t('Yes')
  const no = l10n.t('No')
  const never = l10n.t('Never Ask')
  const name = uri.path.slice(uri.path.lastIndexOf('/') + 1)
  const answer = await window.showInformationMessage(l10n.t('Is “{0}” a news story? ({1})', name, reason), yes, no, never)
  if (answer === yes) await treatments.set(uri, 'story')
  if (answer === no) await treatments.set(uri, 'other')
  if (answer === never) await workspace.getConfiguration().update(detection, 'never', ConfigurationTarget.Global)
}
