import { type CompletionItem, CompletionItemKind, type CompletionList, CompletionRequest } from 'vscode-languageserver'
import type { Article } from '../analysis/article.ts'
import { legible } from '../analysis/legible.ts'
import type { Person } from '../analysis/people.ts'
import { wordClasses } from '../analysis/words/clause-words.ts'
import { functionWords, prepositions } from '../analysis/words/function-words.ts'
import { type People, peopleStarting } from '../folder/people.ts'
import { answer, type Feature } from './feature.ts'
import { formsOf, introduction, textOf } from './lookup.ts'
import { firstWords, plain } from './markdown.ts'
import { offsetAt, rangeOf } from './story.ts'
import { attributionsFor } from './writing/attribution.ts'
import type { Offer } from './writing/offer.ts'
import { signersFor } from './writing/signers.ts'

/** Whom the story names, by name or with a title, once two letters of a name are typed; who says when; in the credits, who signed; and whom the desk has written down. Nothing while plain words are typed. */
export const completion: Feature = {
  capabilities: () => ({ completionProvider: {} }),
  answers: [
    answer(CompletionRequest.type, (story, { position }, session): CompletionList | undefined => {
      const { article } = story
      const offset = offsetAt(story, position)
      const before = article.text.slice(Math.max(0, offset - longestContext), offset)
      const line = before.slice(Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) + 1)
      const typed = /[\p{L}\p{N}][\p{L}\p{M}\p{N}'’-]*$/u.exec(line)?.[0] ?? ''
      const { people } = session.deskOf(story.document.uri)
      const offers =
        signersFor(article, line) ??
        attributionsFor(article, line, typed) ??
        withDesk(peopleFor(article, line, typed), people, typed)
      const range = rangeOf(story, { start: offset - typed.length, end: offset })
      return (
        offers && {
          isIncomplete: offers.length === 0 || people.length > 0,
          items: offers.map(offer => itemOf(offer, typed, range)),
        }
      )
    }),
  ],
}

/** Code units before the cursor that are looked at. */
const longestContext = 400

function itemOf({ text, detail }: Offer, typed: string, range: ReturnType<typeof rangeOf>): CompletionItem {
  return {
    label: text,
    kind: CompletionItemKind.Text,
    ...(detail && { detail: firstWords(detail, 80) }),
    filterText: `${wordLike(typed, text) ?? ''} ${text}`.trim(),
    textEdit: { range, newText: text },
  }
}

/** The people of the story for the first letters of a word that begins with a capital; after one letter nobody yet. */
function peopleFor(article: Article, line: string, typed: string): readonly Offer[] | undefined {
  if (!/^\p{Lu}/u.test(typed) || isMaybePlain(line, typed)) return undefined
  if (typed.length < 2) return []
  return article.people.flatMap(person => {
    const [role] = person.roles
    const names = new Set([person.name, ...formsOf(article, person).map(({ form }) => form)])
    names.delete(typed)
    const titled = titledForm(article, person)
    const forms = [...names].filter(form => wordLike(typed, form))
    const all = titled?.toLowerCase().startsWith(typed.toLowerCase()) ? [titled, ...forms] : forms
    return all.map(text => ({ text, ...(role && { detail: legible(article, role) }) }))
  })
}

/** After the people of the story, those of the people files whom it does not name yet. */
function withDesk(offers: readonly Offer[] | undefined, files: readonly People[], typed: string): readonly Offer[] | undefined {
  if (!offers || typed.length < 2) return offers
  const named = new Set(offers.map(({ text }) => text))
  const others = peopleStarting(files, typed, mostOfDesk).filter(({ entry }) => !named.has(entry.name))
  return [
    ...offers,
    ...others.map(({ entry: { name, memberships } }) => {
      const detail = [memberships[0]?.role, memberships[0]?.organization].filter(Boolean).join(', ')
      return { text: plain(name), ...(detail && { detail }) }
    }),
  ]
}

/** Who wants more types on. */
const mostOfDesk = 20

/** At the beginning of a sentence any word has a capital: while it may become one of the little words of the language, it is no name. */
function isMaybePlain(line: string, typed: string): boolean {
  const begins = /(?:^|[.!?:]["”’')]*\s+)["“‘'([]*$/.test(line.slice(0, -typed.length))
  const prefix = typed.toLowerCase()
  return begins && [...functionWords, ...prepositions, ...wordClasses.keys()].some(word => word.startsWith(prefix))
}

/** The surname with the title that the story puts before the person's name, where the title has a capital. */
function titledForm(article: Article, person: Person): string | undefined {
  const first = introduction(person)
  const title =
    first && person.roles.find(({ end }) => end < first.start && textOf(article, { start: end, end: first.start }) === ' ')
  if (!title || !/^\p{Lu}/u.test(title.text)) return undefined
  return `${legible(article, title)} ${person.name.slice(person.name.lastIndexOf(' ') + 1)}`
}

/** The first word of a text that begins with the letters. */
function wordLike(typed: string, text: string): string | undefined {
  return text.split(' ').find(word => word.toLowerCase().startsWith(typed.toLowerCase()))
}
