import type { Name } from '../names.ts'
import type { Paragraph, PlacedParagraph } from '../paragraph.ts'
import type { PartKind, Structure } from '../structure.ts'
import { TokenKind, type Tokens } from '../tokens.ts'
import { courtesyTitles } from '../words/titles.ts'
import { ageBeside, type FoundAge } from './ages.ts'
import { genderOfNoun, genderOfRole } from './gender.ts'
import type { NamedMention } from './joining.ts'
import { readPersonalName } from './naming.ts'
import { type Part, partOf } from './parts.ts'
import { type Phrase, roleNoun, type Scene, type SceneName } from './phrases.ts'
import { type FoundRole, rolesBesideNames } from './roles.ts'
import { readTraits } from './traits.ts'

/** What a paragraph and its names alone tell of its people, wherever it stands. It is read once, and kept as long as both are the same. */
export interface PeopleScene extends Scene {
  readonly reading: Paragraph
  /** The indices of the people's names in `names`, in order; `mentions`, `parts` and `ages` have an entry for each. */
  readonly people: readonly number[]
  readonly mentions: readonly NamedMention[]
  readonly parts: readonly Part[]
  readonly ages: readonly (FoundAge | undefined)[]
  /** The roles beside the names. */
  readonly roles: readonly FoundRole[]
  /** Quoted stretches that hold a clause. */
  readonly speech: readonly Phrase[]
}

/** A scene at its place in the story. */
export interface StoryScene {
  readonly scene: PeopleScene
  /** The index that its first mention has among those of the story. */
  readonly firstMention: number
  readonly kind: PartKind
}

/** Lays the names over the tokens of each paragraph. Scenes of before are taken over where paragraph and names are the same. */
export function readScenes(
  paragraphs: readonly PlacedParagraph[],
  structure: Structure,
  names: readonly Name[],
  before: readonly { readonly scene: PeopleScene }[] = [],
): readonly StoryScene[] {
  const kinds: PartKind[] = paragraphs.map(() => 'paragraph')
  for (const part of structure.parts) if (part.kind !== 'dateline') kinds[part.paragraph] = part.kind
  const shift = before.length - paragraphs.length
  let endName = 0
  let mentions = 0
  return paragraphs.map((placed, paragraph) => {
    const firstName = endName
    const firstMention = mentions
    for (; endName < names.length && names[endName].paragraph === paragraph; endName++)
      if (names[endName].kind === 'person') mentions++
    const own: NamedParagraph = { placed, names, firstName, endName }
    const scene = sceneIfOf(own, before[paragraph]) ?? sceneIfOf(own, before[paragraph + shift]) ?? readScene(own)
    return { scene, firstMention, kind: kinds[paragraph] }
  })
}

/** A paragraph and which names of the story are its own. */
interface NamedParagraph {
  readonly placed: PlacedParagraph
  readonly names: readonly Name[]
  readonly firstName: number
  readonly endName: number
}

/** The scene, if it is of this paragraph with these names. */
function sceneIfOf(
  { placed, names, firstName, endName }: NamedParagraph,
  before: { readonly scene: PeopleScene } | undefined,
): PeopleScene | undefined {
  const scene = before?.scene
  if (scene?.reading !== placed.reading || scene.names.length !== endName - firstName) return undefined
  for (let i = firstName; i < endName; i++) {
    const { kind, start, end } = scene.names[i - firstName]
    if (kind !== names[i].kind || placed.start + start !== names[i].start || placed.start + end !== names[i].end) return undefined
  }
  return scene
}

function readScene(own: NamedParagraph): PeopleScene {
  const { reading } = own.placed
  const scene = layNames(own)
  const { tokens, nameAt, names, sentenceEnd, traits } = scene
  const people: number[] = []
  for (let index = 0; index < names.length; index++) if (names[index].kind === 'person') people.push(index)
  const roles = rolesBesideNames(scene, people)
  const rolesOf = groupByName(roles)
  return {
    tokens,
    nameAt,
    names,
    sentenceEnd,
    traits,
    reading,
    people,
    mentions: people.map((index, at) =>
      readMention(scene, reading.text, names[index], names[people[at + 1]], rolesOf.get(index) ?? []),
    ),
    parts: people.map(index => partOf(scene, phraseOf(names[index]))),
    roles,
    ages: people.map(index => ageBeside(scene, names[index], rolesOf.get(index) ?? [])),
    speech: readSpeech(reading, tokens),
  }
}

/** Lays the names over the tokens. */
function layNames({ placed: { start: offset, reading }, names: all, firstName, endName }: NamedParagraph): Scene {
  const { tokens, sentences } = reading
  const nameAt: number[] = new Array(tokens.count)
  const sentenceEnd: number[] = new Array(tokens.count)
  for (const { firstToken, endToken } of sentences)
    for (let token = firstToken; token < endToken; token++) {
      nameAt[token] = -1
      sentenceEnd[token] = endToken
    }
  const names: SceneName[] = []
  for (let i = firstName; i < endName; i++) {
    const { kind, start, end, firstToken, endToken } = all[i]
    for (let token = firstToken; token < endToken; token++) nameAt[token] = names.length
    names.push({ start: start - offset, end: end - offset, kind, firstToken, endToken })
  }
  return { tokens, nameAt, names, sentenceEnd, traits: readTraits(tokens) }
}

function groupByName(roles: readonly FoundRole[]): ReadonlyMap<number, readonly FoundRole[]> {
  const groups = new Map<number, FoundRole[]>()
  for (const role of roles) {
    const group = groups.get(role.name)
    if (group) group.push(role)
    else groups.set(role.name, [role])
  }
  return groups
}

/** The tokens of a name. */
const phraseOf = ({ firstToken, endToken }: SceneName): Phrase => ({ first: firstToken, end: endToken })

/** A mention by name with the title before it and the roles beside it. `next` is the next person's name of the paragraph. */
function readMention(
  scene: Scene,
  text: string,
  name: SceneName,
  next: SceneName | undefined,
  roles: readonly FoundRole[],
): NamedMention {
  const { tokens } = scene
  const before = name.firstToken - 1
  const word = before >= 0 && tokens.kinds[before] === TokenKind.word ? tokens.lower[before].replace('.', '') : ''
  const isTitle = courtesyTitles.has(word) || roleNoun(scene, before) === 'singular'
  return {
    name: readPersonalName(tokens, name),
    text: text.slice(name.start, name.end),
    title: isTitle ? word : undefined,
    titleGender: isTitle ? genderOfNoun(word) : undefined,
    nouns: nounsOf(scene, roles),
    roleGender: firstOf(roles, role => genderOfRole(scene, role)),
    isCredit: false,
    joinsNext: next?.firstToken === name.endToken + 1 && tokens.lower[name.endToken] === 'and',
  }
}

/** The nouns of the roles: whom "the senator" may mean. */
function nounsOf(scene: Scene, roles: readonly FoundRole[]): readonly string[] {
  const nouns: string[] = []
  for (const { first, end } of roles)
    for (let token = first; token < end; token++) if (roleNoun(scene, token) === 'singular') nouns.push(scene.tokens.lower[token])
  return nouns
}

/** The first answer that is one. */
function firstOf<Item, Answer>(items: readonly Item[], answer: (item: Item) => Answer | undefined): Answer | undefined {
  for (const item of items) {
    const found = answer(item)
    if (found !== undefined) return found
  }
  return undefined
}

function readSpeech({ marks }: Paragraph, tokens: Tokens): readonly Phrase[] {
  const speech: Phrase[] = []
  let token = 0
  for (const stretch of marks.stretches) {
    if (stretch.depth > 0) continue
    while (token < tokens.count && tokens.ends[token] <= stretch.start) token++
    const first = token
    while (token < tokens.count && tokens.starts[token] < stretch.end) token++
    if (token - first >= shortestSpeech) speech.push({ first, end: token })
  }
  return speech
}

/** In tokens, marks inside: shorter stretches are single quoted words. */
const shortestSpeech = 5
