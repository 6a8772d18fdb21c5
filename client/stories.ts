import { type DocumentSelector, l10n, languages, type TextDocument, workspace } from 'vscode'
import { detectStory } from '../server/analysis/detect.ts'
import { inReadersLanguage } from './language.ts'
import type { Treatments } from './treatments.ts'

/** The languages in which stories come, wherever the file lies. */
export const storySelector = [
  { language: 'news' },
  { language: 'plaintext' },
  { language: 'markdown' },
] as const satisfies DocumentSelector

/** The setting that says whether plain text and Markdown are looked at. */
export const detection = 'dateline.files.detect'

/** What the client alone can tell of a file, without the server. */
export interface Judgement {
  readonly state: 'story' | 'idle' | 'asking'
  /** Why, in words that the reader sees. */
  readonly reason: string
}

/** Whether the file could be a story by its language. */
export function canHoldStory(document: TextDocument): boolean {
  return languages.match(storySelector, document) > 0
}

/** Tells whether a file is a story: by what the user said of it, by its language, else by how it reads. */
export function judge(document: TextDocument, treatments: Treatments): Judgement {
  const treatment = treatments.of(document.uri)
  if (treatment === 'story') return { state: 'story', reason: l10n.t('You said that this file is a story.') }
  if (treatment === 'other') return { state: 'idle', reason: l10n.t('You said that this file is not a story.') }
  if (document.languageId === 'news') return { state: 'story', reason: l10n.t('The language of the file is News.') }
  const detect = workspace.getConfiguration(undefined, document.uri).get<'always' | 'ask' | 'never'>(detection, 'always')
  if (detect === 'never') return { state: 'idle', reason: l10n.t('Detection is off (dateline.files.detect).') }
  const { isStory, reasons } = detectStory(document.getText())
  const reason = reasons.map(inReadersLanguage).join('; ')
  if (!isStory) return { state: 'idle', reason }
  return { state: detect === 'ask' ? 'asking' : 'story', reason }
}
