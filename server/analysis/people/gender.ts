import type { Gender } from '../people.ts'
import { femaleForenames, maleForenames } from '../words/forenames.ts'
import { prepositions } from '../words/function-words.ts'
import { genderedNouns, relatives } from '../words/occupations.ts'
import { courtesyTitles, officeTitles } from '../words/titles.ts'
import { type Phrase, roleNoun, type Scene } from './phrases.ts'
import { singular } from './traits.ts'

/** The gender that a noun or title for a person tells: "actress", "Mrs", "son-in-law", "spokeswoman". In lower case. */
export function genderOfNoun(word: string): Gender | undefined {
  const bare = word.endsWith('.') ? word.slice(0, -1) : word
  const known = genderedNouns.get(bare) ?? relatives.get(bare) ?? courtesyTitles.get(bare) ?? officeTitles.get(bare)
  if (known) return known
  if (bare.endsWith('woman')) return 'female'
  if (bare.endsWith('man') && bare !== 'human' && bare !== 'german' && bare !== 'roman') return 'male'
  const one = singular(bare)
  return one !== undefined && one !== bare && !one.endsWith('s') ? genderOfNoun(one) : undefined
}

/** The gender of nearly all who bear the forename; folded. Of a double name the first half decides. */
export function genderOfForename(forename: string): Gender | undefined {
  if (femaleForenames.has(forename)) return 'female'
  if (maleForenames.has(forename)) return 'male'
  const hyphen = forename.indexOf('-')
  return hyphen > 1 ? genderOfForename(forename.slice(0, hyphen)) : undefined
}

/** The gender that the nouns of a role tell: "actress", "Donald Bell's son-in-law". The last one decides; what belongs to somebody else is behind a preposition. */
export function genderOfRole(scene: Scene, { first, end }: Phrase): Gender | undefined {
  const { tokens, nameAt } = scene
  let gender: Gender | undefined
  for (let i = first; i < end; i++) {
    if (i > first && nameAt[i] < 0 && prepositions.has(tokens.lower[i])) break
    if (nameAt[i] < 0 && roleNoun(scene, i)) gender = genderOfNoun(tokens.lower[i]) ?? gender
  }
  return gender
}
