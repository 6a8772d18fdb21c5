import type { Name } from '../names.ts'
import type { PlacedParagraph } from '../paragraph.ts'
import type { PartKind, Structure } from '../structure.ts'
import { TokenKind } from '../tokens.ts'
import { courtesyTitles } from '../words/titles.ts'
import type { NamedMention } from './cast.ts'
import { genderOfNoun } from './gender.ts'
import { readPersonalName } from './naming.ts'
import type { PronounScene } from './parts.ts'
import { type Phrase, roleNoun, type Scene } from './phrases.ts'
import { readTraits } from './traits.ts'

/** A paragraph of the story with its names laid over its tokens. */
export interface StoryScene extends Scene {
  readonly placed: PlacedParagraph
  readonly kind: PartKind
  /** The indices of the people's names in it, in order. */
  readonly people: readonly number[]
  /** Whether it tells the story: no byline, credits or note. */
  readonly isStory: boolean
}

/** Lays the names over the tokens of each paragraph. */
export function readScenes(
  paragraphs: readonly PlacedParagraph[],
  structure: Structure,
  names: readonly Name[],
): readonly StoryScene[] {
  const kinds: PartKind[] = paragraphs.map(() => 'paragraph')
  for (const part of structure.parts) if (part.kind !== 'dateline') kinds[part.paragraph] = part.kind
  let next = 0
  return paragraphs.map((placed, paragraph) => {
    const { tokens, sentences } = placed.reading
    const nameAt = new Int32Array(tokens.count).fill(-1)
    const people: number[] = []
    for (; next < names.length && names[next].paragraph === paragraph; next++) {
      nameAt.fill(next, names[next].firstToken, names[next].endToken)
      if (names[next].kind === 'person') people.push(next)
    }
    const sentenceEnd = new Int32Array(tokens.count)
    for (const sentence of sentences) sentenceEnd.fill(sentence.endToken, sentence.firstToken, sentence.endToken)
    const kind = kinds[paragraph]
    const isStory = kind !== 'byline' && kind !== 'credits' && kind !== 'note'
    return {
      paragraph,
      start: placed.start,
      tokens,
      nameAt,
      names,
      sentenceEnd,
      traits: readTraits(tokens),
      placed,
      kind,
      people,
      isStory,
    }
  })
}

/** A mention by name with the title before it. `next` is the index of the next person's name. */
export function readMention(scenes: readonly StoryScene[], index: number, next: number | undefined): NamedMention {
  const { names } = scenes[0]
  const name = names[index]
  const scene = scenes[name.paragraph]
  const { tokens } = scene
  const before = name.firstToken - 1
  const word = before >= 0 && tokens.kinds[before] === TokenKind.word ? tokens.lower[before].replace('.', '') : ''
  const isTitle = courtesyTitles.has(word) || roleNoun(scene, before) === 'singular'
  const titleGender = isTitle ? genderOfNoun(word) : undefined
  const following = next === undefined ? undefined : names[next]
  return {
    name: readPersonalName(tokens, name),
    text: scene.placed.reading.text.slice(name.start - scene.start, name.end - scene.start),
    ...(isTitle && { title: word }),
    ...(titleGender && { titleGender }),
    isCredit: !scene.isStory,
    joinsNext:
      following?.paragraph === name.paragraph &&
      following.firstToken === name.endToken + 1 &&
      tokens.lower[name.endToken] === 'and',
  }
}

/** The paragraph as the pronouns see it: whose names stand where, and which stretches are speech. */
export function viewForPronouns(scene: StoryScene, personOf: Int32Array): PronounScene {
  const { tokens, placed } = scene
  const speech: Phrase[] = []
  let token = 0
  for (const stretch of placed.reading.marks.stretches) {
    if (stretch.depth > 0) continue
    while (token < tokens.count && tokens.ends[token] <= stretch.start) token++
    const first = token
    while (token < tokens.count && tokens.starts[token] < stretch.end) token++
    if (token - first >= shortestSpeech) speech.push({ first, end: token })
  }
  return {
    scene,
    sentences: placed.reading.sentences,
    speech,
    mentions: scene.people.map(index => {
      const { firstToken, endToken } = scene.names[index]
      return { first: firstToken, end: endToken, person: personOf[index] }
    }),
    isHeadline: scene.kind === 'headline',
  }
}

/** In tokens, marks inside: shorter stretches are single quoted words. */
const shortestSpeech = 5

/** A role, in tokens of its paragraph, and whose it is. */
export interface PersonRole extends Phrase {
  readonly person: number
  readonly paragraph: number
}

/** The people whose roles have a noun, by the noun: who "the senator" may be. */
export function peopleByRole(
  scenes: readonly StoryScene[],
  roles: readonly PersonRole[],
): ReadonlyMap<string, readonly number[]> {
  const byRole = new Map<string, number[]>()
  for (const { person, paragraph, first, end } of roles) {
    const scene = scenes[paragraph]
    for (let i = first; i < end; i++) {
      if (roleNoun(scene, i) !== 'singular') continue
      const noun = scene.tokens.lower[i]
      const people = byRole.get(noun)
      if (!people) byRole.set(noun, [person])
      else if (people.length < 4 && !people.includes(person)) people.push(person)
    }
  }
  return byRole
}
