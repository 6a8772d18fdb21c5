import type { Name } from '../names.ts'
import { Trait, traitsOf } from '../people/traits.ts'
import type { Person } from '../people.ts'
import { isCapital, isWord, sentenceOf, type TokenRange } from '../phrases.ts'
import { firstEndingAfter } from '../span.ts'
import { TokenKind } from '../tokens.ts'
import { bodyNouns } from '../words/source-nouns.ts'
import { asSpeaker, type Cast, type SourcePhrase, type Speaker, type SpokenBefore } from './cast.ts'

/** he, she: the person of the mention, else the unnamed person who has just spoken. it, they: the body or the unnamed that spoke in the sentence before, or its first name. */
export function pronounSpeaker(cast: Cast, phrase: SourcePhrase, before: readonly SpokenBefore[]): Speaker | undefined {
  const { start, reading } = cast.paragraphs[phrase.paragraph]
  const { tokens, sentences } = reading
  const found = cast.mentions.get(start + tokens.starts[phrase.head.first])
  if (found) return { person: found.person.id }
  const word = tokens.lower[phrase.head.first]
  const last = before.at(-1)
  if (word === 'he' || word === 'she') return unnamedPerson(last, phrase.paragraph)
  if (word !== 'it' && word !== 'they') return undefined
  const here = sentenceOf(sentences, phrase.head.first)
  const from = sentences[Math.max(here - 1, 0)]?.firstToken ?? 0
  if (last && last.paragraph === phrase.paragraph && last.token >= from && !('person' in last.speaker)) return last.speaker
  for (let i = here; i >= 0 && i >= here - 1; i--) {
    const { firstToken } = sentences[i]
    const subject = firstName(cast, phrase.paragraph, { first: firstToken, end: Math.min(phrase.head.first, firstToken + 12) })
    const leads = subject && subject.firstToken <= firstToken + 2
    if (subject && (subject.kind === 'organization' || (subject.kind === 'place' && leads))) return asSpeaker(cast, subject)
  }
  return last && !('person' in last.speaker) && phrase.paragraph - last.paragraph <= 1 ? last.speaker : undefined
}

/** "A spokesman said so. …, he added": nobody named is meant, so that the one who spoke last may be. */
function unnamedPerson(last: SpokenBefore | undefined, paragraph: number): Speaker | undefined {
  if (!last || paragraph - last.paragraph > 1 || !('anonymous' in last.speaker)) return undefined
  const words = last.speaker.anonymous.toLowerCase().split(/\s+/)
  const cut = words.findIndex((word, i) => i > 0 && behindNoun.has(word))
  return isPersonNoun(words[(cut < 0 ? words.length : cut) - 1]) ? last.speaker : undefined
}
const behindNoun: ReadonlySet<string> = new Set(['of', 'for', 'from', 'at', 'in', 'with', 'to', 'close', 'near', 'who'])

/** Whether a word in lower case is a noun for one person. */
export const isPersonNoun = (word: string | undefined) => word !== undefined && (traitsOf(word) & Trait.person) !== 0

function firstName(cast: Cast, paragraph: number, range: TokenRange): Name | undefined {
  if (range.end <= range.first) return undefined
  const { start, reading } = cast.paragraphs[paragraph]
  const name = cast.names[firstEndingAfter(cast.names, start + reading.tokens.starts[range.first])]
  return name && name.start < start + reading.tokens.ends[range.end - 1] ? name : undefined
}

/** "the senator", "the 62-year-old", "the company", "the source": somebody the story has named or described before. */
export function describedSpeaker(
  cast: Cast,
  phrase: SourcePhrase,
  core: TokenRange,
  before: readonly SpokenBefore[],
): Speaker | undefined {
  const { start, reading } = cast.paragraphs[phrase.paragraph]
  const { tokens } = reading
  const { head } = phrase
  const definite = isWord(tokens, head.first, 'the') || isCapital(tokens, head.first)
  if (!definite || isWord(tokens, head.first, 'a') || isWord(tokens, head.first, 'an')) return undefined
  const here = start + tokens.starts[head.first]
  const noun = tokens.lower[core.end - 1]
  const wanted: string[] = []
  for (let i = head.first; i < head.end; i++)
    if (tokens.kinds[i] === TokenKind.word && !isWord(tokens, i, 'the')) wanted.push(tokens.lower[i])
  if (/^\d+-year-old$/.test(noun)) {
    const aged = latest(
      cast.people.filter(person => person.age?.years === Number.parseInt(noun, 10)),
      here,
    )
    const ageless = cast.people.filter(({ age }) => !age)
    const last = before.findLast(({ speaker }) => 'person' in speaker && ageless.some(({ id }) => id === speaker.person))
    return aged ?? last?.speaker ?? latest(ageless, here)
  }
  const holders = (cast.roles.get(noun) ?? []).filter(({ words }) => wanted.every(word => words.includes(word)))
  const holder = latest(
    holders.map(({ person }) => person),
    here,
  )
  if (holder) return holder
  if (isCompetitor(cast, phrase.paragraph, core)) return onlyPersonNear(cast, phrase.paragraph, here)
  if (wanted.length !== 1) return undefined
  const unnamed = before.findLast(
    ({ speaker }) => 'anonymous' in speaker && (noun === 'source' || speaker.anonymous.toLowerCase().split(/\s+/).includes(noun)),
  )
  if (unnamed) return unnamed.speaker
  // "Police said" opens a sentence and speaks of no body before it.
  return bodyNouns.has(noun) && isWord(tokens, head.first, 'the') ? describedBody(cast, here, noun, before) : undefined
}

/** "the German", "the Senegal forward": what sports copy calls a person whom it has just named. */
function isCompetitor({ names, paragraphs }: Cast, paragraph: number, { first, end }: TokenRange): boolean {
  const { start, reading } = paragraphs[paragraph]
  const { starts, ends, lower } = reading.tokens
  const noun = lower[end - 1]
  const name = names[firstEndingAfter(names, start + starts[first])]
  if (!name || name.start >= start + ends[end - 1]) return false
  if (competitors.has(noun)) return true
  return (
    name.kind === 'misc' &&
    name.end === start + ends[end - 1] &&
    end - first === 2 &&
    !/(?:s|ese)$/.test(noun) &&
    !peoples.has(noun)
  )
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
function onlyPersonNear({ names, mentions }: Cast, paragraph: number, here: number): Speaker | undefined {
  let found: string | undefined
  let within = paragraph
  for (
    let i = firstEndingAfter(names, here) - 1, tries = 0;
    i >= 0 && tries < 60 && names[i].paragraph >= within - 1;
    i--, tries++
  ) {
    const person = mentions.get(names[i].start)?.person.id
    if (person === undefined || (found !== undefined && names[i].paragraph < within)) continue
    if (found !== undefined && person !== found) return undefined
    found = person
    within = names[i].paragraph
  }
  return found === undefined || within < paragraph - 1 ? undefined : { person: found }
}

/** The body that "the ministry", "the company" means: the last one with this word in its name, else the last body that spoke. */
function describedBody(cast: Cast, here: number, noun: string, before: readonly SpokenBefore[]): Speaker | undefined {
  let nearest: Name | undefined
  for (let i = firstEndingAfter(cast.names, here) - 1, tries = 0; i >= 0 && tries < 60; i--, tries++) {
    const name = cast.names[i]
    if (name.kind === 'organization') {
      const { tokens } = cast.paragraphs[name.paragraph].reading
      const last = tokens.lower[name.endToken - 1]
      if (last === noun || tokens.lower[name.firstToken - 1] === noun) return asSpeaker(cast, name)
      if (!bodyNouns.has(last)) nearest ??= name
    } else if (name.kind === 'place' && lands.has(noun)) return asSpeaker(cast, name)
  }
  const last = before.findLast(({ speaker }) => 'name' in speaker)?.speaker
  return last ?? (nearest && here - nearest.start < 600 ? asSpeaker(cast, nearest) : undefined)
}
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
