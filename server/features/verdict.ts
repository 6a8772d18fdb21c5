import type { TextDocument } from 'vscode-languageserver-textdocument'
import { detectStory } from '../analysis/detect.ts'
import { hasEndlessLine, largestStory } from '../analysis/limits.ts'
import type { DetectionMode } from './settings.ts'

/** What the user says a file is; `detect` leaves it to Dateline. */
export type Treatment = 'story' | 'other' | 'detect'

/** What Dateline makes of an open file, and why, in words for the user. Only a `story` is read. */
export interface Verdict {
  readonly state: 'story' | 'idle' | 'asking' | 'too-large'
  readonly reason: string
  /** How much the text looks like a story; absent where nobody asked. */
  readonly score?: number
}

/** The languages whose files may be stories: plain text as VS Code, Neovim and Sublime Text call it, and Markdown. */
const maybeStories: readonly string[] = ['plaintext', 'text', 'txt', 'markdown']

/** Says what a file is to be taken for. With the verdict before, a file that was detected as a story stays one until it is emptied, so that no letter typed turns the lights off. */
export function judge(document: TextDocument, treatment: Treatment, detection: DetectionMode, before?: Verdict): Verdict {
  const text = document.getText()
  if (text.length > largestStory) return { state: 'too-large', reason: 'The file is over 2 MB; Dateline reads no further.' }
  if (text.includes('\0')) return { state: 'too-large', reason: 'The file is not text; Dateline reads no further.' }
  if (hasEndlessLine(text))
    return { state: 'too-large', reason: 'A line of the file has over 200,000 characters; Dateline reads no further.' }
  if (treatment === 'other') return { state: 'idle', reason: 'You said that this file is not a story.' }
  if (treatment === 'story') return { state: 'story', reason: 'You said that this file is a story.' }
  if (document.languageId === 'news') return { state: 'story', reason: 'The language of the file is News.' }
  if (!maybeStories.includes(document.languageId))
    return { state: 'idle', reason: 'Only News, plain text and Markdown files are read.' }
  if (detection === 'never') return { state: 'idle', reason: 'Detection is off (dateline.files.detect).' }
  const detected: Verdict['state'] = detection === 'ask' ? 'asking' : 'story'
  if (before?.state === detected && before.score !== undefined && text.trim() !== '') return before
  const { isStory, score, reasons } = detectStory(text)
  return { state: isStory ? detected : 'idle', reason: reasons.join('; '), score }
}
