import type { Article } from './article.ts'
import { kept } from './kept.ts'
import { legible } from './legible.ts'
import type { Person } from './people.ts'
import type { Quote, Speaker } from './quotes.ts'
import type { Span } from './span.ts'
import type { Statement } from './statements.ts'
import { bodyNouns, documentNouns, evidenceNouns, paperNouns } from './words/source-nouns.ts'

/** What a source is: a person with a name, a body or place that speaks, something written, or somebody whom the story does not name. */
export type SourceKind = 'person' | 'institution' | 'document' | 'unnamed'

/** Somebody or something that a story rests on. */
export interface Source {
  readonly kind: SourceKind
  /** The name, or the words that stand for one. */
  readonly name: string
  /** A person's role, or the writing in which an institution speaks; of the unnamed nothing, since all of it is in `name`. */
  readonly description?: string
  /** An unnamed source of whom the story says nothing at all: "a source", "sources", "some". */
  readonly isBare: boolean
  /** The noun of an unnamed source, in lower case: "source" of "a source close to the government". */
  readonly noun?: string
  /** In full or in part, none of them within another; sorted. */
  readonly quotations: readonly Quote[]
  readonly statements: readonly Statement[]
  /** The phrases by which the story names the source beside its words, each once; offsets from the story's start. */
  readonly phrases: readonly Span[]
}

/** What a story rests on: its sources by the place where each first speaks, and what has none. */
export interface Ledger {
  readonly sources: readonly Source[]
  readonly withoutSource: { readonly quotations: readonly Quote[]; readonly statements: readonly Statement[] }
}

interface Draft {
  readonly speaker: Speaker
  readonly said: Said[]
}

type Said = Quote | Statement

const isQuote = (said: Said): said is Quote => 'kind' in said

/** Says of every quotation and every statement of a story whom or what it rests on. Linear; made once for an article. */
export const readSources = kept((article: Article): Ledger => {
  const said = inOrder(spokenWords(article))
  return { sources: sourcesOf(article, said), withoutSource: parted(said.filter(({ speaker }) => !speaker)) }
})

/** Those of the sources whose speakers are so, as the ledger has them. */
export function readSourcesOf(article: Article, isMeant: (speaker: Speaker) => boolean): readonly Source[] {
  return sourcesOf(article, inOrder(spokenWords(article).filter(({ speaker }) => speaker && isMeant(speaker))))
}

/** The sources of the words, by the place where each first speaks. */
function sourcesOf(article: Article, words: readonly Said[]): readonly Source[] {
  const drafts = new Map<string, Draft>()
  for (const said of words) {
    if (!said.speaker) continue
    const key = keyOf(said.speaker)
    const known = drafts.get(key)
    if (known) known.said.push(said)
    else drafts.set(key, { speaker: said.speaker, said: [said] })
  }
  const people = new Map(article.people.map(person => [person.id, person]))
  return [...drafts.values()].map(draft => sourceOf(article, people, draft))
}

/** What somebody says: no scare quotes, nothing in a quotation within another, no words that only the headline has. */
function spokenWords({ quotes, statements, structure }: Article): readonly Said[] {
  const headlines = new Set(structure.parts.filter(({ kind }) => kind === 'headline').map(({ paragraph }) => paragraph))
  let end = 0
  const outer = quotes.filter(quote => {
    const isOuter = quote.start >= end
    end = Math.max(end, quote.end)
    return isOuter && quote.kind !== 'scare' && (quote.speaker || !headlines.has(quote.paragraph))
  })
  return [...outer, ...statements]
}

const inOrder = (said: readonly Said[]) => said.toSorted((a, b) => a.start - b.start)

function keyOf(speaker: Speaker): string {
  if ('person' in speaker) return `person ${speaker.person}`
  if ('name' in speaker) return `name ${withoutDeterminer(speaker.name)}`
  return `unnamed ${withoutDeterminer(speaker.anonymous)}`
}

const withoutDeterminer = (phrase: string) => phrase.toLowerCase().replace(/^(?:the|a|an) /, '')

function sourceOf(article: Article, people: ReadonlyMap<string, Person>, { speaker, said }: Draft): Source {
  const phrases = phrasesOf(said)
  const rest = { ...parted(said), phrases }
  if ('person' in speaker) {
    const person = people.get(speaker.person)
    const role = person?.roles[0]
    const name = person ? legibleName(article, person) : speaker.person
    return { kind: 'person', name, isBare: false, ...(role && { description: legible(article, role) }), ...rest }
  }
  if ('name' in speaker) {
    const described = phrases.map(phrase => legible(article, phrase)).find(phrase => isWritingOf(phrase, speaker.name))
    return { kind: 'institution', name: speaker.name, isBare: false, ...(described && { description: described }), ...rest }
  }
  const phrase = phrases.find(({ start }) => article.text.startsWith(speaker.anonymous, start))
  const name = phrase
    ? legible(article, { start: phrase.start, end: phrase.start + speaker.anonymous.length })
    : speaker.anonymous
  const { noun, isBare } = readDescription(name)
  const kind = isWritten(noun) ? 'document' : bodyNouns.has(noun) || offices.has(noun) ? 'institution' : 'unnamed'
  return { kind, name, noun, isBare: kind === 'unnamed' && isBare, ...rest }
}

function parted(said: readonly Said[]): Pick<Source, 'quotations' | 'statements'> {
  return { quotations: said.filter(isQuote), statements: said.filter((each): each is Statement => !isQuote(each)) }
}

function phrasesOf(said: readonly Said[]): readonly Span[] {
  const phrases = new Map<number, Span>()
  for (const { source } of said) if (source) phrases.set(source.start, source)
  return [...phrases.values()].sort((a, b) => a.start - b.start)
}

function legibleName(article: Article, { mentions, name }: Person): string {
  const mention = mentions.find(({ start, end }) => end - start === name.length && article.text.startsWith(name, start))
  return mention ? legible(article, mention) : name
}

/** "the ministry's statement": the name, and in what it speaks. */
function isWritingOf(phrase: string, name: string): boolean {
  return phrase.includes(name) && phrase.length > name.length && isWritten(readDescription(phrase).noun)
}

/** Bodies that speak without a name. */
const offices: ReadonlySet<string> = new Set(
  'police authorities officers prosecutors prosecution defence defense parliament embassy hospital school coastguard firefighters'.split(
    ' ',
  ),
)

const isWritten = (noun: string) => documentNouns.has(noun) || evidenceNouns.has(noun) || paperNouns.has(noun)

/** What a description may consist of and still say nothing: who knows how many, and that they have no name. */
const emptyWords: ReadonlySet<string> = new Set(
  'a an the this that these those one two three four five some several many other others another multiple various both all unnamed anonymous unidentified undisclosed reliable'.split(
    ' ',
  ),
)
const emptyNouns: ReadonlySet<string> = new Set(['source', 'sources', 'insider', 'insiders', 'person', 'people'])
const endOfHead =
  /^(?:of|in|at|for|from|with|within|inside|near|on|to|by|close|familiar|briefed|who|that|which|speaking|working)$/

/** The noun of an unnamed source, and whether no word beside it says who that is. */
function readDescription(phrase: string): { readonly noun: string; readonly isBare: boolean } {
  const words = phrase.toLowerCase().split(/\s+/)
  const cut = words.findIndex((word, i) => i > 0 && (endOfHead.test(word) || words[i - 1].endsWith(',')))
  const head = cut < 0 ? words : words.slice(0, cut)
  const noun = (head.at(-1) ?? '').replace(/,$/, '')
  const isEmpty = emptyNouns.has(noun) || emptyWords.has(noun)
  return { noun, isBare: cut < 0 && isEmpty && head.slice(0, -1).every(word => emptyWords.has(word)) }
}
