import { TokenKind, type Tokens } from '../tokens.ts'
import { finiteVerbs, functionWords, prepositions } from '../words/function-words.ts'
import { occupationEndings, occupations, relatives } from '../words/occupations.ts'
import { reportingForms } from '../words/reporting-verbs.ts'
import { officeTitles } from '../words/titles.ts'

/** What a word can be, for finding people and their roles; a set of bits. `person` is a noun for one person, `people` for several. */
export const Trait = { person: 1, people: 2, verb: 4, function: 8, preposition: 16, pronoun: 32, clause: 64 } as const

/** The traits of each token of a paragraph. One look-up a token. */
export function readTraits(tokens: Tokens): Uint8Array {
  const traits = new Uint8Array(tokens.count)
  for (let i = 0; i < tokens.count; i++) if (tokens.kinds[i] <= TokenKind.number) traits[i] = traitsOf(tokens.lower[i])
  return traits
}

/** The traits of a word in lower case. */
export function traitsOf(word: string): number {
  return lexicon.get(word) ?? (word.length > 4 || word.endsWith('.') ? unlisted(word) : 0)
}

/** A word that no list has: by the word without its stop, its last part, its ending, its singular. */
function unlisted(word: string): number {
  const last = word.charCodeAt(word.length - 1)
  if (last === fullStop) return traitsOf(word.slice(0, -1)) & Trait.person
  const hyphen = word.lastIndexOf('-')
  if (hyphen > 0) {
    const end = word.slice(hyphen + 1)
    const noun = end === 'elect' || end === 'designate' || end === 'general' ? word.slice(0, hyphen) : end
    return traitsOf(noun) & (Trait.person | Trait.people)
  }
  if (last === letterS) {
    const one = singular(word)
    return one !== undefined && traitsOf(one) & Trait.person ? Trait.people : 0
  }
  if (word.length < 7 || (last !== letterT && last !== letterN && last !== letterR)) return 0
  return occupationEndings.some(ending => word.endsWith(ending)) ? Trait.person : 0
}

const fullStop = 46
const letterN = 110
const letterR = 114
const letterS = 115
const letterT = 116

/** The singular of a plural noun; undefined where the word is no plural. */
export function singular(word: string): string | undefined {
  const irregular = irregularPlurals.get(word)
  if (irregular) return irregular
  if (word.endsWith('men')) return `${word.slice(0, -3)}man`
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`
  if (word.endsWith('s') && !word.endsWith('ss')) return word.slice(0, -1)
  return undefined
}

const irregularPlurals: ReadonlyMap<string, string> = new Map([
  ['children', 'child'],
  ['people', 'person'],
  ['wives', 'wife'],
])

/** Words at which a clause with a subject of its own may begin. */
const clauseOpeners = 'that because while when who although after before if whether as but'.split(' ')
const personalPronouns = 'he him his himself she her hers herself'.split(' ')

/** All listed words with their traits, plurals of the nouns inside. */
const lexicon: ReadonlyMap<string, number> = buildLexicon()

function buildLexicon(): ReadonlyMap<string, number> {
  const traits = new Map<string, number>()
  const add = (words: Iterable<string>, trait: number) => {
    for (const word of words) traits.set(word, (traits.get(word) ?? 0) | trait)
  }
  const nouns = new Set([...occupations, ...officeTitles.keys(), ...relatives.keys()])
  add(nouns, Trait.person)
  for (const noun of nouns) {
    const plural = noun.endsWith('man')
      ? `${noun.slice(0, -3)}men`
      : /[^aeiou]y$/.test(noun)
        ? `${noun.slice(0, -1)}ies`
        : `${noun}s`
    if (!traits.has(plural)) traits.set(plural, Trait.people)
  }
  add(irregularPlurals.keys(), Trait.people)
  add(functionWords, Trait.function)
  add(prepositions, Trait.preposition)
  add(finiteVerbs, Trait.verb)
  for (const [word, { form }] of reportingForms) if (form === 'past' || form === 'present') add([word], Trait.verb)
  add(clauseOpeners, Trait.clause)
  add(personalPronouns, Trait.pronoun)
  return traits
}
