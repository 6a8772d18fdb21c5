import { kept } from '../kept.ts'
import type { Name } from '../names.ts'
import type { PlacedParagraph } from '../paragraph.ts'
import { Trait, traitsOf } from '../people/traits.ts'
import type { Person } from '../people.ts'
import { isCapital, isWord, sentenceOf, type TokenRange } from '../phrases.ts'
import { firstEndingAfter } from '../span.ts'
import { TokenKind, type Tokens } from '../tokens.ts'
import { bodyNouns } from '../words/source-nouns.ts'
import { asSpeaker, mentionAt, type SourcePhrase, type Speaker, type Stage, type StageName } from './cast.ts'

/** The story around a phrase, and what of it stands before: what "it", "they" and "the company" may mean. */
export interface Story {
  readonly paragraphs: readonly PlacedParagraph[]
  readonly voices: readonly { readonly stage: Stage }[]
  /** With their places in the story; sorted. */
  readonly names: readonly Name[]
  readonly people: ReadonlyMap<string, Person>
  /** Who has a role, by the role's noun. */
  readonly holders: ReadonlyMap<string, readonly Holder[]>
  /** Who answers in an interview. */
  readonly interviewee: Speaker | undefined
  /** The index of the paragraph that the phrase stands in. */
  readonly paragraph: number
  /** The paragraphs in which somebody has spoken before it, latest last. */
  readonly before: readonly HeardParagraph[]
}

/** Somebody with a role, and its words in lower case. */
export interface Holder {
  readonly person: string
  readonly words: readonly string[]
}

/** A paragraph and who speaks in it; there is always somebody. */
export interface HeardParagraph {
  readonly paragraph: number
  readonly spoken: readonly Spoken[]
}

/** A speaker and the first token of the cue that gives him the word. */
export interface Spoken {
  readonly speaker: Speaker
  readonly token: number
}

interface LastSpoken extends Spoken {
  readonly paragraph: number
}

/** Who spoke last, and in which paragraph. */
function lastSpoken(before: readonly HeardParagraph[]): LastSpoken | undefined {
  const last = before.at(-1)
  const spoken = last?.spoken.at(-1)
  return last && spoken && { ...spoken, paragraph: last.paragraph }
}

/** The last one to speak of whom this is true. No more than the last few are remembered. */
function lastToSpeak(before: readonly HeardParagraph[], isMeant: (speaker: Speaker) => boolean): Speaker | undefined {
  let tries = 0
  for (let i = before.length - 1; i >= 0; i--) {
    const { spoken } = before[i]
    for (let j = spoken.length - 1; j >= 0; j--) {
      if (isMeant(spoken[j].speaker)) return spoken[j].speaker
      if (++tries === memory) return undefined
    }
  }
  return undefined
}

/** How many speakers back "the source" may reach. */
const memory = 40

/** Whether a pronoun that means no person may mean who has spoken before, or a body. */
export const mayLookBack = (word: string) => word === 'he' || word === 'she' || word === 'it' || word === 'they'

/** he, she: the unnamed person who has just spoken. it, they: the body or the unnamed that spoke in the sentence before, or its first name. */
export function pronounSpeaker(stage: Stage, { head }: SourcePhrase, { before, paragraph }: Story): Speaker | undefined {
  const { tokens, sentences } = stage.reading
  const word = tokens.lower[head.first]
  const last = lastSpoken(before)
  if (word === 'he' || word === 'she') return unnamedPerson(last, paragraph)
  const here = sentenceOf(sentences, head.first)
  const from = sentences[Math.max(here - 1, 0)]?.firstToken ?? 0
  if (last && last.paragraph === paragraph && last.token >= from && !('person' in last.speaker)) return last.speaker
  for (let i = here; i >= 0 && i >= here - 1; i--) {
    const { firstToken } = sentences[i]
    const subject = firstName(stage, { first: firstToken, end: Math.min(head.first, firstToken + 12) })
    const leads = subject && subject.firstToken <= firstToken + 2
    if (subject && (subject.kind === 'organization' || (subject.kind === 'place' && leads))) return asSpeaker(stage, subject)
  }
  return last && !('person' in last.speaker) && paragraph - last.paragraph <= 1 ? last.speaker : undefined
}

/** "A spokesman said so. …, he added": nobody named is meant, so that the one who spoke last may be. */
function unnamedPerson(last: LastSpoken | undefined, paragraph: number): Speaker | undefined {
  if (!last || paragraph - last.paragraph > 1 || !('anonymous' in last.speaker)) return undefined
  const words = wordsOf(last.speaker)
  const cut = words.findIndex((word, i) => i > 0 && behindNoun.has(word))
  return isPersonNoun(words[(cut < 0 ? words.length : cut) - 1]) ? last.speaker : undefined
}
const behindNoun: ReadonlySet<string> = new Set(['of', 'for', 'from', 'at', 'in', 'with', 'to', 'close', 'near', 'who'])

/** The words of a description, in lower case. */
const wordsOf = kept((speaker: Speaker): readonly string[] =>
  'anonymous' in speaker ? speaker.anonymous.toLowerCase().split(/\s+/) : [],
)

/** Whether a word in lower case is a noun for one person. */
export const isPersonNoun = (word: string | undefined) => word !== undefined && (traitsOf(word) & Trait.person) !== 0

function firstName({ names, reading: { tokens } }: Stage, range: TokenRange): StageName | undefined {
  if (range.end <= range.first) return undefined
  const name = names[firstEndingAfter(names, tokens.starts[range.first])]
  return name && name.start < tokens.ends[range.end - 1] ? name : undefined
}

/** Whose "the statement" is: of whoever spoke last. */
export function authorBefore(tokens: Tokens, { head }: SourcePhrase, { before, paragraph }: Story): Speaker | undefined {
  const last = lastSpoken(before)
  const isSame = isWord(tokens, head.first, 'the') && head.end - head.first === 2
  return isSame && last && paragraph - last.paragraph <= 1 ? last.speaker : undefined
}

/** Whether a noun phrase speaks of something known: with "the", or by a name. */
export const isDefinite = (tokens: Tokens, { first }: TokenRange) =>
  (isWord(tokens, first, 'the') || isCapital(tokens, first)) && !isWord(tokens, first, 'a') && !isWord(tokens, first, 'an')

/** "the senator", "the 62-year-old", "the company", "the source": somebody the story has named or described before. */
export function describedSpeaker(stage: Stage, { head }: SourcePhrase, core: TokenRange, story: Story): Speaker | undefined {
  const { tokens } = stage.reading
  const here = story.paragraphs[story.paragraph].start + tokens.starts[head.first]
  const noun = tokens.lower[core.end - 1]
  if (/^\d+-year-old$/.test(noun)) return agedSpeaker(Number.parseInt(noun, 10), here, story)
  const wanted: string[] = []
  for (let i = head.first; i < head.end; i++)
    if (tokens.kinds[i] === TokenKind.word && !isWord(tokens, i, 'the')) wanted.push(tokens.lower[i])
  const holders = (story.holders.get(noun) ?? []).filter(({ words }) => wanted.every(word => words.includes(word)))
  const holder = latest(
    holders.flatMap(({ person }) => story.people.get(person) ?? []),
    here,
  )
  if (holder) return holder
  if (isCompetitor(stage, core)) return onlyPersonNear(stage, story, tokens.starts[head.first])
  if (wanted.length !== 1) return undefined
  const unnamed = lastToSpeak(
    story.before,
    speaker => 'anonymous' in speaker && (noun === 'source' || wordsOf(speaker).includes(noun)),
  )
  if (unnamed) return unnamed
  // "Police said" opens a sentence and speaks of no body before it.
  return bodyNouns.has(noun) && isWord(tokens, head.first, 'the') ? describedBody(here, noun, story) : undefined
}

/** "the 62-year-old": whoever is so old, else the last one to speak, or to be mentioned, whose age is not told. */
function agedSpeaker(years: number, here: number, { people, before }: Story): Speaker | undefined {
  const aged: Person[] = []
  const ageless: Person[] = []
  for (const person of people.values()) {
    if (person.age?.years === years) aged.push(person)
    if (!person.age) ageless.push(person)
  }
  const last = lastToSpeak(before, speaker => 'person' in speaker && ageless.some(({ id }) => id === speaker.person))
  return latest(aged, here) ?? last ?? latest(ageless, here)
}

/** "the German", "the Senegal forward": what sports copy calls a person whom it has just named. */
function isCompetitor({ names, reading: { tokens } }: Stage, { first, end }: TokenRange): boolean {
  const { starts, ends, lower } = tokens
  const noun = lower[end - 1]
  const name = names[firstEndingAfter(names, starts[first])]
  if (!name || name.start >= ends[end - 1]) return false
  if (competitors.has(noun)) return true
  return name.kind === 'misc' && name.end === ends[end - 1] && end - first === 2 && !/(?:s|ese)$/.test(noun) && !peoples.has(noun)
}
const competitors: ReadonlySet<string> = new Set(
  `forward striker midfielder defender goalkeeper keeper winger captain skipper coach manager boss champion star veteran sprinter swimmer boxer golfer driver
  rider racer skier jockey wrestler gymnast batsman bowler fullback flanker lock prop hooker quarterback pitcher guard centre center number player`.split(
    /\s+/,
  ),
)
/** Nationalities that mean a whole people. */
const peoples: ReadonlySet<string> = new Set(
  'french british english dutch irish welsh spanish polish danish finnish swedish turkish scottish'.split(' '),
)

/** The only person named in the paragraph up to an offset, else in the one before. */
function onlyPersonNear(stage: Stage, { voices, paragraph }: Story, here: number): Speaker | undefined {
  const own = peopleNamed(stage, here)
  const [found, ...others] = own.length > 0 || paragraph === 0 ? own : peopleNamed(voices[paragraph - 1].stage)
  return others.length === 0 ? found : undefined
}

/** The people whom the last names before an offset mean, each once. */
function peopleNamed(stage: Stage, here = Number.POSITIVE_INFINITY): readonly Speaker[] {
  const found = new Map<number, Speaker>()
  const end = firstEndingAfter(stage.names, here)
  for (const { start } of stage.names.slice(Math.max(0, end - mostNames), end)) {
    const mention = mentionAt(stage, start)
    if (mention) found.set(mention.person, asSpeaker(stage, mention))
  }
  return [...found.values()]
}

/** So many names back is looked for who may be meant. */
const mostNames = 60

/** The body that "the ministry", "the company" means: the last one with this word in its name, else the last body that spoke. */
function describedBody(here: number, noun: string, { names, voices, paragraphs, before }: Story): Speaker | undefined {
  const speakerOf = ({ start, end, paragraph }: Name) => {
    const offset = paragraphs[paragraph].start
    return asSpeaker(voices[paragraph].stage, { start: start - offset, end: end - offset })
  }
  let nearest: Name | undefined
  const from = firstEndingAfter(names, here) - 1
  for (let i = from; i >= 0 && i > from - mostNames; i--) {
    const name = names[i]
    if (name.kind === 'organization') {
      const { tokens } = voices[name.paragraph].stage.reading
      const last = tokens.lower[name.endToken - 1]
      if (tokens.lower.slice(Math.max(0, name.firstToken - 1), name.endToken).includes(noun)) return speakerOf(name)
      if (!bodyNouns.has(last)) nearest ??= name
    } else if (name.kind === 'place' && lands.has(noun)) return speakerOf(name)
  }
  // "The ministry" is none of the companies before it: its name would have the word.
  if (officeNouns.has(noun)) return undefined
  const last = lastToSpeak(before, speaker => 'name' in speaker)
  return last ?? (nearest && here - nearest.start < 600 ? speakerOf(nearest) : undefined)
}
const officeNouns: ReadonlySet<string> = new Set('ministry department bank court university army police parliament'.split(' '))
const lands: ReadonlySet<string> = new Set(['country', 'nation', 'state'])

/** Of some people the one mentioned last before an offset. */
function latest(people: readonly Person[], before: number): Speaker | undefined {
  let found: Person | undefined
  let at = -1
  for (const person of people) {
    const mention = person.mentions[firstEndingAfter(person.mentions, before) - 1]
    if (mention && mention.start > at) {
      found = person
      at = mention.start
    }
  }
  return found && { person: found.id }
}
