import type { Span } from '../span.ts'
import type { Tokens } from '../tokens.ts'
import { type Byline, readByline } from './byline.ts'
import { type Credit, readCredits } from './credits.ts'
import { type DatelineMatch, readDateline } from './dateline.ts'
import { type DateLine, endsAsSentence, readDateLine, readTimeLabel, readVoice, type TimeLabel } from './forms.ts'
import { isBullet, isNote } from './notes.ts'
import { readQuotation } from './pull-quotes.ts'

/** What a paragraph may be by its own words alone, and what it then says; a `line` is short and no sentence. Offsets from its own start. */
export type Form =
  | { readonly kind: 'byline'; readonly byline: Byline }
  | { readonly kind: 'date'; readonly date: DateLine }
  | { readonly kind: 'dateline'; readonly match: DatelineMatch }
  | { readonly kind: 'credits'; readonly credits: readonly Credit[] }
  | { readonly kind: 'note' | 'bullet' | 'line' | 'prose' }

/** What a paragraph may be, and what else may be told by its words; offsets from its own start. */
export type ParagraphForm = Form & {
  /** A label that it begins with, and that may say who speaks. */
  readonly voice?: Span
  /** A time that it begins with, or is. */
  readonly time?: TimeLabel
  /** What is said in it, where it is one quotation and no more. */
  readonly quotation?: string
}

/** Headlines are no longer than this, in code units. */
export const longestHeadline = 220

/** Reads the form of a paragraph. */
export function readForm(text: string, tokens: Tokens): ParagraphForm {
  const form = formOf(text, tokens)
  const voice = readVoice(tokens)
  const time = readTimeLabel(tokens)
  const quotation = readQuotation(text)
  if (!voice && !time && !quotation) return form
  return { ...form, ...(voice && { voice }), ...(time && { time }), ...(quotation && { quotation }) }
}

function formOf(text: string, tokens: Tokens): Form {
  const isDesk = isNote(text, tokens)
  const byline = isDesk ? undefined : readByline(tokens)
  if (byline) return { kind: 'byline', byline }
  const date = isDesk ? undefined : readDateLine(tokens)
  if (date) return { kind: 'date', date }
  const credits = readCredits(tokens)
  if (credits) return { kind: 'credits', credits }
  if (isDesk) return { kind: 'note' }
  const match = readDateline(tokens)
  if (match) return { kind: 'dateline', match }
  if (isBullet(text)) return { kind: 'bullet' }
  return { kind: text.length <= longestHeadline && !endsAsSentence(tokens) ? 'line' : 'prose' }
}
