import type { Article } from '../analysis/article.ts'
import { kept } from '../analysis/kept.ts'
import { legible } from '../analysis/legible.ts'
import { genderOfForename } from '../analysis/people/gender.ts'
import { fold, skeleton, spelledAlike } from '../analysis/people/naming.ts'
import { Shape, TokenKind } from '../analysis/tokens.ts'
import { type NamedPerson, type Naming, namedPeople, type OwnNaming } from './namings.ts'
import type { HousePeople, Level, Problem, Rule } from './rule.ts'

export const nameSpelledTwoWays: Rule = {
  id: 'name-spelled-two-ways',
  summary: 'One person is spelled in two ways.',
  reason:
    'A name has one spelling in a story. Only spellings a letter or two apart that the story shows to be one person are looked at: another form with the same forename or surname, or a transliteration (Zelenskiy, Zelensky); plurals, the surnames of wives and daughters and namesakes are left alone, and so are the spellings of the people file.',
  levels: { none: 'warning' },
  examples: [
    {
      wrong: 'Minister Ana Marlow said no.\n\nTraders had asked Marlow to wait, but Ana ⟦Marlowe⟧ refused.',
      right: 'Minister Ana Marlow said no.\n\nTraders had asked Marlow to wait, but Ana Marlow refused.',
    },
    {
      wrong: 'President Oleg Verenskiy came on Monday. Verenskiy spoke first, and ⟦Verensky⟧ left last.',
      right: 'President Oleg Verenskiy came on Monday. Verenskiy spoke first, and Verenskiy left last.',
    },
  ],
  *check(article: Article, house?: HousePeople): Iterable<Problem> {
    const told = new Set<number>()
    for (const named of namedPeople(article)) {
      const spellings = [...spellingsOf(named)].slice(0, mostSpellings)
      for (let i = 1; i < spellings.length; i++)
        for (let j = 0; j < i; j++) {
          const level = judge(article, spellings[i], spellings[j])
          if (!level || (house && isSettled(article, house, named, spellings[i], spellings[j]))) continue
          for (const problem of problemsOf(...inOrder(spellings[j], spellings[i]), level)) {
            if (!told.has(problem.start)) yield problem
            told.add(problem.start)
          }
        }
    }
  },
}

/** No story spells one person's names in more ways; who seems to have more is a list of people. */
const mostSpellings = 12

/** A word of a person's name as it is spelled, and where. */
interface Spelling {
  /** In lower case, accents kept. */
  readonly word: string
  readonly places: readonly Place[]
}

interface Place {
  readonly naming: Naming
  readonly token: number
}

function spellingsOf({ namings }: NamedPerson): Iterable<Spelling> {
  const places = new Map<string, Place[]>()
  for (const naming of namings)
    for (const { word, token } of spelledWords(naming.own)) {
      const known = places.get(word)
      if (known) known.push({ naming, token })
      else places.set(word, [{ naming, token }])
    }
  return [...places].map(([word, places]) => ({ word, places }))
}

/** The words of a name that may be spelled in two ways. */
const spelledWords = kept(({ tokens, firstToken, endToken }: OwnNaming) => {
  const words: { readonly word: string; readonly token: number }[] = []
  for (let token = firstToken; token < endToken; token++)
    if (tokens.kinds[token] === TokenKind.word && tokens.lower[token].length >= shortest)
      words.push({ word: tokens.lower[token].normalize('NFC'), token })
  return words
})

const shortest = 5

/** How loud it is that two words of a person's names are one in two spellings; undefined where they may be two words. */
function judge(article: Article, a: Spelling, b: Spelling): Level | undefined {
  const first = fold(a.word)
  const second = fold(b.word)
  if (first === second) return isAccented(a, b) ? 'information' : undefined
  if (!spelledAlike(first, second) || isInflected(first, second)) return undefined
  const level = judgeAlike(a, b, first, second)
  return level && (wordsOfOthers(article).has(first) || wordsOfOthers(article).has(second)) ? undefined : level
}

/** The same of two words that are a slip or a transliteration apart, also given without their accents. */
function judgeAlike(a: Spelling, b: Spelling, first: string, second: string): Level | undefined {
  if (a.places.some(({ naming }) => b.places.some(other => other.naming === naming))) return undefined
  const isTransliteration =
    skeleton(first) === skeleton(second) && (first[0] === second[0] || /^[gkq][gkq]$/.test(first[0] + second[0]))
  if (isTransliteration) return 'warning'
  if (first[0] !== second[0] || areForenames(first, second)) return undefined
  const beside = wordBeside(a, b)
  if (beside === 'forename') return 'warning'
  if (beside === 'surname') return isSwap(first, second) ? 'warning' : 'information'
  return Math.min(first.length, second.length) >= shortestBare(first, second) ? 'warning' : undefined
}

/** Whether the desk has written down both words as they are spelled, for one person or for two, or has a spelling of its own for one of them: `spelling-not-ours` tells of that. */
function isSettled(article: Article, house: HousePeople, { person }: NamedPerson, a: Spelling, b: Spelling): boolean {
  const whole = house.called(person.name)
  const [one, other] = [a, b].map(({ word, places }) => {
    const entry = places.map(({ naming }) => house.called(legible(article, naming))).find(Boolean) ?? whole
    return { knows: entry?.knows(word), ours: entry?.ours(word) }
  })
  return (one.knows && other.knows) || one.ours !== undefined || other.ours !== undefined
}

/** From how many letters on a bare surname with this slip is hardly somebody else's: a wrong consonant (Obama, Osama) tells names apart, a vowel seldom does. */
function shortestBare(a: string, b: string): number {
  if (isSwap(a, b)) return shortest
  const at = [...a].findIndex((letter, i) => letter !== b[i])
  const isVowel = a.length !== b.length || /^[aeiouy]{2}$/.test(a[at] + b[at])
  return isVowel ? 6 : 7
}

/** Where the two stand in full names with another word in common: which word that is. */
function wordBeside(a: Spelling, b: Spelling): 'forename' | 'surname' | undefined {
  for (const { naming: one } of a.places)
    for (const { naming: other } of b.places) {
      const shared = one.personal.words.find(word => word.length > 1 && other.personal.words.includes(word))
      if (shared) return shared === one.personal.surname ? 'surname' : 'forename'
    }
  return undefined
}

/** Pell and Pells, Ivanov and Ivanova, Kaminski and Kaminska: a family, a wife or a daughter. */
function isInflected(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (long === `${short}s` || long === `${short}es` || long === `${short}a`) return true
  return a.slice(0, -1) === b.slice(0, -1) && (/a$/.test(a) || /a$/.test(b) || /[ou][su]$/.test(a))
}

const areForenames = (a: string, b: string) => genderOfForename(a) !== undefined && genderOfForename(b) !== undefined

/** Two neighbouring letters that have changed places. */
const isSwap = (a: string, b: string) => a.length === b.length && [...a].sort().join('') === [...b].sort().join('')

/** Erdoğan and Erdogan differ; what stands in capitals often has no accents. */
function isAccented(a: Spelling, b: Spelling): boolean {
  return [a, b].every(({ places }) => places.some(({ naming, token }) => !isInCapitals(naming, token)))
}

const isInCapitals = ({ tokens }: Naming, token: number) => (tokens.shapes[token] & Shape.allCapitals) !== 0

/** The words of all names of places and organisations: what may be spelled so for good. */
const wordsOfOthers = kept(({ names, paragraphs }: Article): ReadonlySet<string> => {
  const words = new Set<string>()
  for (const { kind, paragraph, firstToken, endToken } of names) {
    if (kind === 'person' || kind === 'misc') continue
    const { tokens } = paragraphs[paragraph].reading
    for (let i = firstToken; i < endToken; i++) words.add(fold(tokens.lower[i]))
  }
  return words
})

/** The spelling to keep, then the other: the more frequent is kept, of equals the one that comes first. */
function inOrder(a: Spelling, b: Spelling): readonly [Spelling, Spelling] {
  const lead = a.places.length - b.places.length || b.places[0].naming.start - a.places[0].naming.start
  return lead >= 0 ? [a, b] : [b, a]
}

function* problemsOf(kept: Spelling, odd: Spelling, level: Level): Iterable<Problem> {
  const right = kept.places.find(({ naming, token }) => !isInCapitals(naming, token)) ?? kept.places[0]
  const word = right.naming.tokens.words[right.token]
  for (const { naming, token } of odd.places) {
    const span = spanOf(naming, token)
    const isLoud = isInCapitals(naming, token)
    if ((isLoud && fold(odd.word) === fold(kept.word)) || isExplained(naming)) continue
    const text = isLoud ? word.toUpperCase() : word
    yield {
      ...span,
      message: `The story spells this name ${word} elsewhere: make it one spelling.`,
      level,
      fixes: [{ title: `Write ${text}`, edits: [{ ...span, text }], safe: false }],
      related: [{ ...spanOf(right.naming, right.token), message: `Spelled ${word} here.` }],
    }
  }
}

/** "also spelled Verensky", "Verenskiy (Verensky)": another spelling that the story gives on purpose. */
const isExplained = ({ tokens, firstToken }: Naming) => explanations.has(tokens.lower[firstToken - 1] ?? '')
const explanations: ReadonlySet<string> = new Set(['(', '/', 'or', 'as', 'spelled', 'spelt', 'written', 'called', 'née', 'born'])

function spanOf({ start, tokens, firstToken }: Naming, token: number) {
  const offset = start - tokens.starts[firstToken]
  return { start: offset + tokens.starts[token], end: offset + tokens.ends[token] }
}
