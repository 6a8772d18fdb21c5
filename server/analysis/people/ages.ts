import { TokenKind, type Tokens } from '../tokens.ts'
import { isAgeAt } from './appositions.ts'
import type { Phrase, Scene, SceneName } from './phrases.ts'

/** An age and the place of its number in the paragraph. */
export interface FoundAge {
  readonly token: number
  /** Length of the number in code units: "38" of "38-year-old". */
  readonly length: number
  readonly years: number
}

/** The age that stands beside a name: "X, 38,", "X (38)", "X, who is 38", "38-year-old X", or in one of the roles beside it. */
export function ageBeside(scene: Scene, name: SceneName, roles: readonly Phrase[]): FoundAge | undefined {
  const { tokens } = scene
  const { firstToken: first, endToken: end } = name
  const opener = tokens.words[end]
  if ((opener === ',' || opener === '(') && isAgeAt(scene, end + 1))
    return ageAt(tokens, /^\d/.test(tokens.words[end + 1]) ? end + 1 : end + 2)
  if (opener === ',' && tokens.lower[end + 1] === 'who' && /^(?:is|was|turned)$/.test(tokens.lower[end + 2] ?? '')) {
    const age = ageAt(tokens, end + 3)
    if (age && tokens.kinds[end + 4] !== TokenKind.word) return age
  }
  const start = Math.min(first, ...roles.filter(role => role.end <= first).map(role => role.first))
  for (let i = Math.max(0, start - 3); i < first; i++) if (isYearOld(tokens, i)) return ageAt(tokens, i)
  for (const role of roles) for (let i = role.first; i < role.end; i++) if (isYearOld(tokens, i)) return ageAt(tokens, i)
  return undefined
}

/** The ages that a clause gives its subject: "died at the age of 67", "aged 92", "dies at 52", "He was 76." */
export function agesOfSubjects(scene: Scene, first: number, end: number): readonly FoundAge[] {
  const { tokens } = scene
  const ages: FoundAge[] = []
  for (let i = first + 1; i < end; i++) {
    // "and they had five children, of whom one died at 7": from here on it is told of somebody else.
    if (others.has(tokens.lower[i])) break
    if (tokens.kinds[i] !== TokenKind.number || !/^\d{1,3}$/.test(tokens.words[i])) continue
    const before = tokens.lower[i - 1]
    const isAge =
      (before === 'aged' && !isCounted(scene, i - 2)) ||
      before === 'age' ||
      (before === 'of' && tokens.lower[i - 2] === 'age') ||
      (before === 'turned' && endsThere(tokens, i)) ||
      (before === 'at' && /^(?:die|dies|died|dead|dying|today|yesterday|peacefully)$/.test(tokens.lower[i - 2] ?? '')) ||
      (/^(?:is|was)$/.test(before) && endsThere(tokens, i))
    const age = isAge ? ageAt(tokens, i) : undefined
    if (age) ages.push(age)
  }
  return ages
}

const others: ReadonlySet<string> = new Set(['whom', 'whose', 'children', 'sons', 'daughters'])

/** Whether "aged" tells of the noun before it and not of the subject: "two boys aged 5 and 7", "a son aged 3". */
const isCounted = ({ tokens, nameAt }: Scene, token: number) =>
  tokens.kinds[token] === TokenKind.word && nameAt[token] < 0 && !ends.has(tokens.lower[token])
const ends: ReadonlySet<string> = new Set('die dies died dead dying away peacefully today yesterday'.split(' '))

const endsThere = (tokens: Tokens, i: number) =>
  i + 1 >= tokens.count ||
  tokens.kinds[i + 1] === TokenKind.punctuation ||
  /^(?:when|with|and|years|on|last|this)$/.test(tokens.lower[i + 1])

const isYearOld = (tokens: Tokens, i: number) =>
  tokens.kinds[i] === TokenKind.number &&
  (/^\d{1,3}-years?-old$/.test(tokens.lower[i]) ||
    (/^\d{1,3}$/.test(tokens.words[i]) && /^years?-old$/.test(tokens.lower[i + 1] ?? '')))

function ageAt(tokens: Tokens, token: number): FoundAge | undefined {
  const digits = /^\d{1,3}(?!\d)/.exec(tokens.words[token] ?? '')?.[0]
  const years = Number(digits)
  return digits && years > 0 && years < 125 ? { token, length: digits.length, years } : undefined
}
