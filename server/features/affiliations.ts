import type { Article } from '../analysis/article.ts'
import { hashWord } from '../analysis/names/hash.ts'
import { Known, lexicon } from '../analysis/names/lexicon.ts'
import type { Person, Role } from '../analysis/people.ts'
import { contains, firstEndingAfter } from '../analysis/span.ts'
import { textOf } from './lookup.ts'

/** Where the story says that somebody belongs: to what nation and to what organisation. Only what a role says beyond doubt; of a "former head" or a "French teacher" nothing. */
export interface Affiliations {
  readonly nationality?: string
  readonly organization?: string
}

export function affiliationsOf(article: Article, { roles }: Person): Affiliations {
  const held = roles.filter(role => !notHeld.test(role.text))
  const nationality = held.map(nationalityIn).find(found => found !== undefined)
  const organization = held.map(role => organizationIn(article, role)).find(found => found !== undefined)
  return { nationality, organization }
}

/** Words of a role that somebody has no more, not yet, or not in truth. */
const notHeld =
  /\b(?:former|ex|late|retired|one-?time|then|until|ousted|deposed|sacked|next|incoming|future|designate|elect|would-be|purported|alleged|self-(?:styled|proclaimed|declared))\b/i

/** Who holds an office of a state is of that state. */
const stateOffice =
  /\b(?:minister|secretary|premier|chancellor|president|king|queen|lawmaker|senator|ambassador|envoy|diplomat|general|admiral|prosecutor|negotiator|official|citizen|national)$/i

/** "Ukrainian deputy defence minister": the nation first, the office last. */
function nationalityIn({ text }: Role): string | undefined {
  const [, nation, office] = /^(?:the )?(\p{Lu}[\p{L}.]+) (.+)$/u.exec(text) ?? []
  if (nation === undefined || !stateOffice.test(office)) return undefined
  const slot = lexicon().find(hashWord(nation.toLowerCase()))
  return slot >= 0 && (lexicon().known(slot) & Known.nationality) !== 0 ? nation : undefined
}

/** Who leads, speaks or works for an organisation, as the last words of a role. */
const post =
  '(?:executive|ceo|chief|head|director|president|chairman|chairwoman|chairperson|chair|boss|manager|secretary-general|leader|member|spokesman|spokeswoman|spokesperson|reporter|correspondent|analyst|economist)'
const postBefore = new RegExp(String.raw`\b${post} (?:of|at|for|with) (?:the )?$`, 'i')
const postBehind = new RegExp(String.raw`^ (?:\p{L}+ ){0,2}${post}$`, 'iu')

/** "Chief executive of Harrow Rail", "Harrow Rail spokesman": the organisation, and nothing beside it but the post. */
function organizationIn(article: Article, role: Role): string | undefined {
  const index = firstEndingAfter(article.names, role.start)
  const name = article.names[index]
  if (name?.kind !== 'organization' || !contains(role, name) || article.names[index + 1]?.start < role.end) return undefined
  const before = article.text.slice(role.start, name.start)
  const behind = article.text.slice(name.end, role.end)
  const isSaid = behind === '' ? postBefore.test(before) : /^(?:the )?$/i.test(before) && postBehind.test(behind)
  return isSaid ? textOf(article, name) : undefined
}
