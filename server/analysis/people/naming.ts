import type { Name } from '../names.ts'
import { TokenKind, type Tokens } from '../tokens.ts'
import { fullForename } from '../words/nicknames.ts'
import { courtesyTitles, officeTitles } from '../words/titles.ts'

/** A personal name taken apart. Words are folded: lower case, no accents, no stops. `words` is never empty. */
export interface PersonalName {
  /** Forenames and surname, without titles and suffix. */
  readonly words: readonly string[]
  /** Index of the surname's first word, its particle (bin, van, al) inside; 0 where there is no forename. */
  readonly surnameAt: number
  /** The word that the surname is known by: its last, without an Arabic article. */
  readonly surname: string
  /** jr, sr or a number; tells father from son. */
  readonly suffix?: string
  /** The surname stands first, as the story shows by using it alone: Xi of Xi Jinping. */
  readonly isSurnameFirst?: boolean
}

const suffixes: ReadonlySet<string> = new Set(['jr', 'sr', 'ii', 'iii', 'iv'])
const particles: ReadonlySet<string> = new Set(
  'al el bin bint ibn ben abu abou aboul abdul abdel van von der den de da di du dos das del della la le ter ten st mac ul ur'.split(
    ' ',
  ),
)

/** Takes a name apart. A title that stands inside it is no part of the person's own name. */
export function readPersonalName(tokens: Tokens, name: Pick<Name, 'firstToken' | 'endToken'>): PersonalName {
  const words: string[] = []
  let suffix: string | undefined
  for (let i = name.firstToken; i < name.endToken; i++) {
    if (tokens.kinds[i] !== TokenKind.word) continue
    const word = fold(tokens.lower[i])
    if (words.length > 0 && suffixes.has(word)) suffix = word
    else if (word !== '') words.push(word)
  }
  while (words.length > 1 && (courtesyTitles.has(words[0]) || plainOffices.has(words[0]))) words.shift()
  if (words.length === 0) words.push(tokens.lower[name.firstToken])
  let surnameAt = words.length - 1
  while (surnameAt > 0 && particles.has(words[surnameAt - 1])) surnameAt--
  const surname = withoutArticle(words[words.length - 1])
  return suffix ? { words, surnameAt, surname, suffix } : { words, surnameAt, surname }
}

/** Titles that are hardly ever forenames or surnames. */
const plainOffices: ReadonlySet<string> = new Set(
  [...officeTitles.keys()].filter(
    title =>
      !/^(king|prince|duke|earl|baron|pope|bishop|dean|judge|marshal|count|queen|princess|major|sergeant|constable|marquess|father|brother|justice|cardinal|mullah)$/.test(
        title,
      ),
  ),
)

/** A word as it is compared: lower case, without accents and stops; Latin letters of other alphabets' romanisations as they are. */
export function fold(lower: string): string {
  const bare = lower.endsWith('.') ? lower.replaceAll('.', '') : lower
  return isAscii(bare)
    ? bare
    : bare.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ø', 'o').replaceAll('ł', 'l').replaceAll('’', "'")
}

function isAscii(word: string): boolean {
  for (let i = 0; i < word.length; i++) if (word.charCodeAt(i) > 127) return false
  return true
}

const withoutArticle = (word: string) => (/^(?:al|el|as|ar|an|at|ash)-./.test(word) ? word.slice(word.indexOf('-') + 1) : word)

/** Whether two names can be those of one person: one is the other with names left out, shortened to initials or replaced by a short form. */
export function agree(a: PersonalName, b: PersonalName): boolean {
  if (a.suffix && b.suffix && a.suffix !== b.suffix) return false
  const [short, long] = a.words.length <= b.words.length ? [a.words, b.words] : [b.words, a.words]
  if (isShortOf(short, long)) return true
  if (a.surname !== b.surname || !sameWord(a.words[0], b.words[0])) return false
  return !middlesContradict(a, b)
}

/** Whether the words of the shorter stand in the longer in their order, from its first word on; an initial or a particle (Abdul) before them may be left out. */
function isShortOf(short: readonly string[], long: readonly string[]): boolean {
  const mayLackFirst = long[0].length === 1 || particles.has(long[0])
  if (!sameWord(short[0], long[0]) && !(mayLackFirst && sameWord(short[0], long[1]))) return false
  return isWithin(short, long)
}

function isWithin(short: readonly string[], long: readonly string[]): boolean {
  let at = 0
  for (const word of long) if (at < short.length && sameWord(short[at], word)) at++
  return at === short.length
}

/** Whether both names have forenames between the first and the surname, and not the same: Robert W. and Robert H. Hale. */
export function middlesContradict(a: PersonalName, b: PersonalName): boolean {
  const first = a.words.slice(1, a.surnameAt)
  const second = b.words.slice(1, b.surnameAt)
  return first.length > 0 && second.length > 0 && !isWithin(first, second) && !isWithin(second, first)
}

function sameWord(a: string, b: string): boolean {
  if (a === b) return true
  if (a.length === 1 || b.length === 1) return a[0] === b[0]
  const full = fullForename.get(a)
  return (full !== undefined && full === fullForename.get(b)) || withoutArticle(a) === withoutArticle(b)
}

/** The keys under which a full name is found by its other forms: forename and surname, initial and surname, any two of its words. */
export function* fullNameKeys({ words, surname }: PersonalName): Iterable<string> {
  const forename = words[0]
  yield `${fullForename.get(forename) ?? forename} ${surname}`
  yield `${forename[0]}. ${surname}`
  const count = Math.min(words.length, 5)
  for (let i = 0; i < count; i++) for (let j = i + 1; j < count; j++) yield `${words[i]} ${words[j]}`
}

/** The keys under which a word is found by its other spellings: one slip spares either its beginning or its end. */
export function spellingKeys(word: string): readonly string[] {
  return word.length < shortestSpelling ? [] : [`${word.slice(0, 3)}-`, `-${word.slice(-3)}`]
}

const shortestSpelling = 5

/** Whether two words are one in two spellings: transliterations of one another, or a single letter left out, added, changed or swapped with the next. */
export function spelledAlike(a: string, b: string): boolean {
  if (a.length < shortestSpelling || b.length < shortestSpelling || Math.abs(a.length - b.length) > 2) return false
  return isOneSlip(a, b) || skeleton(a) === skeleton(b)
}

function isOneSlip(a: string, b: string): boolean {
  let start = 0
  while (start < a.length && a[start] === b[start]) start++
  let endA = a.length
  let endB = b.length
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) {
    endA--
    endB--
  }
  const left = endA - start
  const right = endB - start
  if (left <= 1 && right <= 1) return true
  return left === 2 && right === 2 && a[start] === b[start + 1] && a[start + 1] === b[start]
}

/** What is left of a name where transliterations differ: Zelenskiy, Zelenskyy and Zelensky are one. */
export function skeleton(word: string): string {
  return word
    .replaceAll("'", '')
    .replace(/(?:iy|yi|ii|yy|ij|y|i)$/, 'i')
    .replaceAll('kh', 'h')
    .replaceAll('ph', 'f')
    .replaceAll('ou', 'u')
    .replaceAll('oo', 'u')
    .replaceAll('ck', 'k')
    .replaceAll('tch', 'ch')
    .replaceAll('w', 'v')
    .replaceAll('y', 'i')
    .replaceAll('q', 'k')
    .replaceAll('g', 'k')
    .replace(/(.)\1+/g, '$1')
}

/** The words of the surname, as one would say it: "bin laden", "xi". */
export function surnameWords({ words, surnameAt, isSurnameFirst }: PersonalName): readonly string[] {
  return isSurnameFirst ? words.slice(0, 1) : words.slice(surnameAt)
}

/** The first of the forenames. */
export function firstForename({ words, isSurnameFirst }: PersonalName): string {
  return (isSurnameFirst && words[1]) || words[0]
}
