import type { Name } from '../names.ts'
import type { Paragraph, PlacedParagraph } from '../paragraph.ts'
import type { Person } from '../people.ts'
import { classOf, isCapital, isParticiple, isPunctuation, isWord, sentenceOf, type TokenRange } from '../phrases.ts'
import { isComma } from '../reports/subjects.ts'
import type { Report } from '../reports.ts'
import { firstEndingAfter } from '../span.ts'
import { TokenKind, type Tokens } from '../tokens.ts'
import { WordClass } from '../words/clause-words.ts'
import { bodyNouns, documentNouns, houseNouns, voiceless } from '../words/source-nouns.ts'
import {
  asSpeaker,
  type Cast,
  gatherCast,
  nameAt,
  type SourcePhrase,
  type Speaker,
  type SpokenBefore,
  tokenFrom,
} from './cast.ts'
import { intervieweeOf, isAnswer } from './interview.ts'
import { describedSpeaker, isPersonNoun, pronounSpeaker } from './references.ts'

/** Who speaks in a story: its cast, and for each paragraph the speaker of each of its reports. */
export interface Voices {
  readonly cast: Cast
  readonly speakers: readonly (readonly (Speaker | undefined)[])[]
}

/** Resolves the source of every report of the story, in the order of the text. */
export function readVoices(paragraphs: readonly PlacedParagraph[], names: readonly Name[], people: readonly Person[]): Voices {
  const cast = gatherCast(paragraphs, names, people)
  const before: SpokenBefore[] = []
  const interviewee = intervieweeOf(cast)
  const speakers = paragraphs.map(({ reading }, paragraph) =>
    reading.reports.map(({ source, head, cue }: Report, index) => {
      const speaker =
        source && head && (isAnswer(reading, cue.first) ? interviewee : resolveSpeaker(cast, { paragraph, source, head }, before))
      if (speaker && !isToldOf(reading.reports, index)) before.push({ speaker, paragraph, token: cue.first })
      if (before.length > memory) before.shift()
      return speaker
    }),
  )
  return { cast, speakers }
}

/** Whether a report stands within the words of the one before: "the ministry said the crew reported a fault" leaves the word to the ministry. */
function isToldOf(reports: readonly Report[], index: number): boolean {
  const { cue } = reports[index]
  const outer = reports[index - 1]
  return outer?.indirect === true && outer.words.some(({ first, end }) => first < cue.first && cue.end <= end)
}

/** How many speakers back "the source" may reach. */
const memory = 40

/** Who a noun phrase is. `before` are the speakers of the story so far, latest last: what "it", "they" and "the company" may mean. */
function resolveSpeaker(cast: Cast, phrase: SourcePhrase, before: readonly SpokenBefore[]): Speaker | undefined {
  const { tokens } = cast.paragraphs[phrase.paragraph].reading
  const { head, source } = phrase
  if (head.end - head.first === 1 && classOf(tokens, head.first) === WordClass.pronoun)
    return pronounSpeaker(cast, phrase, before)
  if (head.end - head.first === 1 && tokens.words[head.first].length === 1) return undefined
  const core = coreOf(tokens, head)
  const named = titledPerson(cast, phrase) ?? nameEnding(cast, phrase.paragraph, withoutHouse(tokens, core))
  if (named?.kind === 'person') return asSpeaker(cast, named)
  const noun = tokens.lower[core.end - 1]
  const behind = isAideTo(tokens, head, core)
    ? undefined
    : apposed(cast, phrase.paragraph, { first: head.end, end: source.end }, noun)
  // "the Secretary-General, Ada Venn": an office may look like the name of a body.
  if (behind && (!named || 'person' in behind)) return behind
  if (named) return asSpeaker(cast, named)
  const known =
    (documentNouns.has(noun) ? authorOf(cast, phrase, core, before) : undefined) ?? describedSpeaker(cast, phrase, core, before)
  if (known) return known
  const byWord = personByWord(cast, tokens, core)
  if (byWord) return byWord
  if (isUnknownName(cast.paragraphs[phrase.paragraph].reading, head, core)) return { name: text(cast, phrase.paragraph, core) }
  if (head.end - head.first === 1 && classOf(tokens, head.first) === WordClass.adverb) return undefined
  if (voiceless.has(noun) || isParticiple(tokens, head.first)) return undefined
  return { anonymous: text(cast, phrase.paragraph, head) }
}

/** "the Interfax news agency": the name without what says what house it is. */
function withoutHouse(tokens: Tokens, { first, end }: TokenRange): TokenRange {
  let last = end
  while (last - 1 > first && houseNouns.has(tokens.lower[last - 1])) last--
  return { first, end: last < end && isCapital(tokens, last - 1) ? last : end }
}

/** The one person of the story whose name ends in this capitalised word, where the tagger has missed the name here ("VENN: …", "Soccer-Venn"). */
function personByWord(cast: Cast, tokens: Tokens, core: TokenRange): Speaker | undefined {
  if (!isCapital(tokens, core.end - 1) || core.end - core.first > 3) return undefined
  const word = tokens.lower[core.end - 1]
  const found = cast.surnames.get(word) ?? cast.surnames.get(word.slice(word.indexOf('-') + 1))
  return found?.length === 1 ? { person: found[0].id } : undefined
}

/** A capitalised source that is no name of the story: still named rather than unnamed. */
function isUnknownName({ tokens, sentences }: Paragraph, head: TokenRange, core: TokenRange): boolean {
  if (head.end !== core.end) return false
  for (let i = core.first; i < core.end; i++) if (!isCapital(tokens, i)) return false
  if (core.end - core.first >= 2) return true
  const opensSentence = sentences[sentenceOf(sentences, core.first)].firstToken === core.first
  return !opensSentence && !tokens.lower[core.first].endsWith('s')
}

/** A person's name that ends the phrase behind a title with "of" or "and" in it: "Former Mayor of Tolm Ada Venn", "candidate for Tolm Ada Venn". */
function titledPerson(cast: Cast, { paragraph, head }: SourcePhrase): Name | undefined {
  const { tokens } = cast.paragraphs[paragraph].reading
  const name = nameEnding(cast, paragraph, { first: Math.max(head.first, head.end - 1), end: head.end })
  if (name?.kind !== 'person' || name.firstToken < head.first) return undefined
  const before = name.firstToken - 1
  if (before < head.first) return name
  if (classOf(tokens, before) === WordClass.preposition || tokens.kinds[before] === TokenKind.possessive) return undefined
  if (isWord(tokens, head.first, 'a') || isWord(tokens, head.first, 'an')) return undefined
  for (let i = head.first; i < before; i++) {
    if (classOf(tokens, i) === WordClass.preposition && !isWord(tokens, i, 'of') && !endsTitle(cast, paragraph, i, before))
      return undefined
    if (tokens.kinds[i] === TokenKind.possessive && i < before - 8) return undefined
  }
  return isWord(tokens, before, 'and') ? undefined : name
}

/** "ambassador to Norland Ada Venn", "spokesman for Tolm Steel Ada Venn": what stands between the preposition and the name is a name of its own, no title. */
function endsTitle(cast: Cast, paragraph: number, preposition: number, before: number): boolean {
  const { tokens } = cast.paragraphs[paragraph].reading
  if (!isPersonNoun(tokens.lower[preposition - 1])) return false
  for (let i = preposition + 1; i <= before; i++) if (isPersonNoun(tokens.lower[i])) return false
  const own = nameEnding(cast, paragraph, { first: before, end: before + 1 })
  return own?.kind === 'place' || own?.kind === 'organization'
}

const text = (cast: Cast, paragraph: number, range: TokenRange): string => {
  const { reading } = cast.paragraphs[paragraph]
  return reading.text.slice(reading.tokens.starts[range.first], reading.tokens.ends[range.end - 1])
}

/** The part of a noun phrase that says what it is: behind the last possessive, before "of", "for", "from". */
function coreOf(tokens: Tokens, head: TokenRange): TokenRange {
  let end = head.end
  for (let i = head.first + 1; i < head.end; i++) {
    const wordClass = classOf(tokens, i)
    const isSpeaking = isParticiple(tokens, i) && isCapital(tokens, i - 1)
    if (wordClass === WordClass.preposition || wordClass === WordClass.relative || isSpeaking) {
      end = i
      break
    }
    if (tokens.words[i] === '(') {
      end = i
      break
    }
  }
  let first = head.first
  for (let i = head.first; i < end - 1; i++) if (tokens.kinds[i] === TokenKind.possessive) first = i + 1
  return { first, end }
}

/** The name with which the tokens end, if one does. */
function nameEnding(cast: Cast, paragraph: number, range: TokenRange): Name | undefined {
  const { start, reading } = cast.paragraphs[paragraph]
  const end = start + reading.tokens.ends[range.end - 1]
  const name = cast.names[firstEndingAfter(cast.names, end - 1)]
  if (!name || name.start >= end) return undefined
  // A name may hold a preposition itself (Bank of England), so it may end behind the core.
  return name.start >= start + reading.tokens.starts[range.first] - 1 || name.end >= end
    ? name.kind === 'misc'
      ? undefined
      : name
    : undefined
}

/** "an aide to the president, Ada Venn": the name behind may be the president's; behind "the ambassador to the U.N." it is not. */
function isAideTo(tokens: Tokens, head: TokenRange, core: TokenRange): boolean {
  if (core.end >= head.end || !isWord(tokens, core.end, 'to')) return false
  for (let i = core.end + 1; i < head.end; i++) if (isPersonNoun(tokens.lower[i])) return true
  return false
}

/** Whom an apposition names: "one senator, Juan Vila", or a body behind a noun for one: "the company, Tolm Steel". */
function apposed(cast: Cast, paragraph: number, range: TokenRange, noun: string): Speaker | undefined {
  const { start, reading } = cast.paragraphs[paragraph]
  const { tokens } = reading
  for (let i = range.first; i < range.end; i++) {
    if (!isComma(tokens, i)) continue
    for (let j = i + 1; j < range.end && j - i < 8; j++) {
      if (classOf(tokens, j) === WordClass.preposition || classOf(tokens, j) === WordClass.relative || isPunctuation(tokens, j))
        break
      const found = cast.mentions.get(start + tokens.starts[j])
      const house = found || !bodyNouns.has(noun) ? undefined : nameAt(cast, start + tokens.starts[j])
      if (house?.kind === 'organization') return asSpeaker(cast, house)
      if (found && tokens.kinds[tokenFrom(tokens, found.mention.end - start)] !== TokenKind.possessive)
        return { person: found.person.id }
    }
  }
  return undefined
}

/** Whose a statement, letter or report is: the possessive before it, who is named behind "by", "from", "of", or for "the statement" who spoke last. */
function authorOf(cast: Cast, phrase: SourcePhrase, core: TokenRange, before: readonly SpokenBefore[]): Speaker | undefined {
  const { start, reading } = cast.paragraphs[phrase.paragraph]
  const { tokens } = reading
  for (let i = phrase.head.first; i < phrase.source.end; i++) {
    const pronoun = i < core.end ? cast.mentions.get(start + tokens.starts[i]) : undefined
    if (pronoun) return { person: pronoun.person.id }
    const name = nameAt(cast, start + tokens.starts[i])
    if (!name || name.kind === 'misc') continue
    // "a statement from Venn's family" is not by Venn.
    if (i >= core.end && tokens.kinds[name.endToken] === TokenKind.possessive) return undefined
    // "reports by X and Y" have no single author, and "the report on X" is not by X.
    if (i < core.end || authorship.has(tokens.lower[i - 1]) || authorship.has(tokens.lower[i - 2] ?? ''))
      return asSpeaker(cast, name)
  }
  const last = before.at(-1)
  const isSame = isWord(tokens, phrase.head.first, 'the') && phrase.head.end - phrase.head.first === 2
  return isSame && last && phrase.paragraph - last.paragraph <= 1 ? last.speaker : undefined
}
const authorship: ReadonlySet<string> = new Set(['by', 'from', 'of'])
