import type { Article } from '../../analysis/article.ts'
import { textOf } from '../lookup.ts'
import type { Offer } from './offer.ts'

/** "(Reporting by J", "; editing by ", "… and ". */
const credits = /^\s*[([]?(?:additional\s+)?(?:report(?:ing|ed)|writ(?:ing|ten)|edit(?:ing|ed)|compiled)\b/i
const wantsName = /(?:\bby|\band|,)\s+(?:\p{Lu}[\p{L}'’-]*)?$/iu

/** In a credits line, who signed the story elsewhere and does not stand in the line yet; undefined in any other line. */
export function signersFor(article: Article, line: string): readonly Offer[] | undefined {
  if (!credits.test(line) || !wantsName.test(line)) return undefined
  const { bylines, credits: signed } = article.structure
  const names = [...bylines, ...signed].flatMap(({ names }) => names.map(name => textOf(article, name)))
  const typed = /\p{L}*$/u.exec(line)?.[0].toLowerCase() ?? ''
  return [...new Set(names)]
    .filter(name =>
      name
        .toLowerCase()
        .split(' ')
        .some(word => word.startsWith(typed)),
    )
    .filter(name => name.length > typed.length && !line.includes(name))
    .map(text => ({ text, detail: 'signs the story' }))
}
