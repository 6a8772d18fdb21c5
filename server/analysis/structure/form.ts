import type { Span } from '../span.ts'
import type { Tokens } from '../tokens.ts'
import { readByline } from './byline.ts'
import { readCredits } from './credits.ts'
import { readDateline } from './dateline.ts'
import { endsAsSentence, readDateLine, readTimeLabel, readVoice, type TimeLabel } from './forms.ts'
import { isBullet, isNote } from './notes.ts'

/** What a paragraph may be by its own words alone; a `line` is short and no sentence. */
export type FormKind = 'byline' | 'date' | 'dateline' | 'credits' | 'note' | 'bullet' | 'line' | 'prose'

/** What a paragraph may be, and what it begins with; offsets from its own start. */
export interface ParagraphForm {
  readonly kind: FormKind
  /** A label that may say who speaks. */
  readonly voice?: Span
  readonly time?: TimeLabel
}

/** Headlines are no longer than this, in code units. */
export const longestHeadline = 220

/** Reads the form of a paragraph. */
export function readForm(text: string, tokens: Tokens): ParagraphForm {
  const voice = readVoice(tokens)
  const time = readTimeLabel(tokens)
  return { kind: kindOf(text, tokens), ...(voice && { voice }), ...(time && { time }) }
}

function kindOf(text: string, tokens: Tokens): FormKind {
  if (isNote(text, tokens)) return readCredits(tokens) ? 'credits' : 'note'
  if (readByline(tokens)) return 'byline'
  if (readDateLine(tokens)) return 'date'
  if (readCredits(tokens)) return 'credits'
  if (readDateline(tokens)) return 'dateline'
  if (isBullet(text)) return 'bullet'
  return text.length <= longestHeadline && !endsAsSentence(tokens) ? 'line' : 'prose'
}
