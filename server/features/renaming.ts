import type { Article } from '../analysis/article.ts'
import { fold } from '../analysis/people/naming.ts'
import { contains, firstEndingAfter, type Span, spanAt } from '../analysis/span.ts'
import { textOf } from './lookup.ts'
import { type Occurrences, occurrencesAt } from './occurrences.ts'

/** One mention with its new text. A quoted one stands in somebody's own words, which no editor changes unasked. */
export interface Renaming extends Span {
  readonly text: string
  readonly isQuoted: boolean
}

/** The name under the cursor that can get another; undefined on a pronoun and elsewhere. */
export function renamableAt(article: Article, offset: number): Occurrences | undefined {
  const found = occurrencesAt(article, offset)
  return found && spanAt(article.names, found.here.start) ? found : undefined
}

/**
 * Gives a name its new form in all mentions: a word that changes in the mention under the cursor changes wherever the same person is named
 * with it, alone or in a longer form. Answers with the reason, for the user, where that cannot be.
 */
export function rename(article: Article, { here, all, person }: Occurrences, newName: string): readonly Renaming[] | string {
  const wanted = newName.trim()
  if (!/^[\p{L}\p{N}][\p{L}\p{M}\p{N} .,'’&-]*$/u.test(wanted)) return `“${newName}” is no name.`
  const speech = directSpeech(article)
  const change = changeOf(textOf(article, here), wanted)
  const renamings = all
    .filter(span => spanAt(article.names, span.start))
    .map(span => ({ ...placed(article, span, change(textOf(article, span))), isQuoted: isWithin(speech, span) }))
    .filter(renaming => textOf(article, renaming) !== renaming.text)
  const forms = new Set(renamings.map(({ text }) => comparable(text)))
  const namesake = article.people.find(
    other => other !== person && formsOf(article, other.mentions).some(form => forms.has(form)),
  )
  return namesake ? `${wanted} would be taken for ${namesake.name}.` : renamings
}

/** How the text of a mention changes when one mention, `from`, becomes `to`. */
function changeOf(from: string, to: string): (mention: string) => string {
  const before = from.split(' ')
  const after = to.split(' ')
  const words = new Map<string, string>()
  if (before.length === after.length) for (const [index, word] of before.entries()) words.set(comparable(word), after[index])
  else if (before.length === 1) words.set(comparable(from), to)
  else {
    words.set(comparable(before[0]), after.slice(0, -1).join(' ') || to)
    words.set(comparable(before[before.length - 1]), after[after.length - 1])
  }
  return mention => {
    if (comparable(mention) === comparable(from)) return inCaseOf(mention, to)
    return mention
      .split(' ')
      .map(word => inCaseOf(word, words.get(comparable(word)) ?? word))
      .join(' ')
  }
}

/** A name in capitals stays in capitals. */
function inCaseOf(before: string, after: string): string {
  return before.length > 1 && before === before.toUpperCase() && before !== before.toLowerCase() ? after.toUpperCase() : after
}

/** The mention with its new text; a bare possessive mark behind it gets its s where the new name needs one. */
function placed({ text }: Article, { start, end }: Span, renamed: string): Span & { readonly text: string } {
  const mark = text[end]
  const isBare =
    (mark === "'" || mark === '’') && /s$/i.test(text.slice(start, end)) && !/^[\p{L}\p{N}]/u.test(text.slice(end + 1))
  return isBare && !/s$/i.test(renamed) ? { start, end: end + 1, text: `${renamed}${mark}s` } : { start, end, text: renamed }
}

/** The outermost direct quotations, sorted and disjoint. */
function directSpeech({ quotes }: Article): readonly Span[] {
  const outermost: Span[] = []
  for (const quote of quotes) if (quote.kind === 'direct' && quote.end > (outermost.at(-1)?.end ?? 0)) outermost.push(quote)
  return outermost
}

function isWithin(spans: readonly Span[], span: Span): boolean {
  const holder = spans[firstEndingAfter(spans, span.start)]
  return holder !== undefined && contains(holder, span)
}

/** How the story names somebody, each form also by its last word alone, since readers will take that for the same. */
function formsOf(article: Article, mentions: readonly Span[]): readonly string[] {
  return mentions.flatMap(mention => {
    const form = comparable(textOf(article, mention))
    return [form, form.slice(form.lastIndexOf(' ') + 1)]
  })
}

const comparable = (name: string) => fold(name.toLowerCase())
