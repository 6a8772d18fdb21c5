import { kept } from '../kept.ts'
import type { Paragraph } from '../paragraph.ts'
import { classOf, isCapital, isParticiple, isPunctuation, isWord, sentenceOf, type TokenRange } from '../phrases.ts'
import { isComma } from '../reports/subjects.ts'
import { firstEndingAfter } from '../span.ts'
import { TokenKind, type Tokens } from '../tokens.ts'
import { WordClass } from '../words/clause-words.ts'
import { bodyNouns, documentNouns, houseNouns, voiceless } from '../words/source-nouns.ts'
import {
  asSpeaker,
  mentionAt,
  nameAt,
  personAt,
  type SourcePhrase,
  type Speaker,
  type SpeakingCast,
  type Stage,
  type StageName,
  textOf,
  tokenFrom,
} from './cast.ts'
import {
  authorBefore,
  describedSpeaker,
  isDefinite,
  isPersonNoun,
  mayLookBack,
  pronounSpeaker,
  type Story,
} from './references.ts'

/** Who a noun phrase is, as its paragraph alone tells; `undefined` where the rest of the story has to be asked. */
export interface Answer {
  readonly speaker: Speaker | undefined
}

/** Who a noun phrase is, so far as its paragraph, the names and the people in it tell. */
export function speakerAlone(stage: Stage, phrase: SourcePhrase): Answer | undefined {
  const { tokens } = stage.reading
  const { head, source } = phrase
  const isOneWord = head.end - head.first === 1
  if (isOneWord && classOf(tokens, head.first) === WordClass.pronoun) {
    const speaker = personAt(stage, tokens.starts[head.first])
    return speaker || !mayLookBack(tokens.lower[head.first]) ? { speaker } : undefined
  }
  if (isOneWord && tokens.words[head.first].length === 1) return { speaker: undefined }
  const core = coreOf(tokens, head)
  const named = titledPerson(stage, phrase) ?? nameEnding(stage, withoutHouse(tokens, core))
  if (named?.kind === 'person') return { speaker: asSpeaker(stage, named) }
  const noun = tokens.lower[core.end - 1]
  const behind = isAideTo(tokens, head, core) ? undefined : apposed(stage, { first: head.end, end: source.end }, noun)
  // "the Secretary-General, Ada Venn": an office may look like the name of a body.
  if (behind && (!named || 'person' in behind)) return { speaker: behind }
  if (named) return { speaker: asSpeaker(stage, named) }
  const author = documentNouns.has(noun) ? authorOf(stage, phrase, core) : undefined
  if (author?.speaker) return { speaker: author.speaker }
  return isDefinite(tokens, head) ? undefined : { speaker: byWords(stage, phrase, core) }
}

/** Who a noun phrase is that its paragraph alone leaves open. */
export function speakerInStory(stage: Stage, phrase: SourcePhrase, story: Story): Speaker | undefined {
  const { tokens } = stage.reading
  const { head } = phrase
  if (head.end - head.first === 1 && classOf(tokens, head.first) === WordClass.pronoun)
    return pronounSpeaker(stage, phrase, story)
  const core = coreOf(tokens, head)
  const isDocument = documentNouns.has(tokens.lower[core.end - 1])
  const author = isDocument && !authorOf(stage, phrase, core) ? authorBefore(tokens, phrase, story) : undefined
  return author ?? describedSpeaker(stage, phrase, core, story) ?? byWords(stage, phrase, core)
}

/** Who a noun phrase is by its words alone. */
function byWords(stage: Stage, { head }: SourcePhrase, core: TokenRange): Speaker | undefined {
  const { reading } = stage
  const { tokens } = reading
  const noun = tokens.lower[core.end - 1]
  const byWord = personByWord(stage, core)
  if (byWord) return byWord
  if (isUnknownName(reading, head, core)) return { name: textOf(reading, core) }
  if (head.end - head.first === 1 && classOf(tokens, head.first) === WordClass.adverb) return undefined
  if (voiceless.has(noun) || isParticiple(tokens, head.first)) return undefined
  return { anonymous: textOf(reading, head) }
}

/** "the Interfax news agency": the name without what says what house it is. */
function withoutHouse(tokens: Tokens, { first, end }: TokenRange): TokenRange {
  let last = end
  while (last - 1 > first && houseNouns.has(tokens.lower[last - 1])) last--
  return { first, end: last < end && isCapital(tokens, last - 1) ? last : end }
}

/** The one person of the story whose name ends in this capitalised word, where the tagger has missed the name here ("VENN: …", "Soccer-Venn"). */
function personByWord({ cast, reading: { tokens } }: Stage, core: TokenRange): Speaker | undefined {
  if (!isCapital(tokens, core.end - 1) || core.end - core.first > 3) return undefined
  const word = tokens.lower[core.end - 1]
  const surnames = surnamesOf(cast)
  const found = surnames.get(word) ?? surnames.get(word.slice(word.indexOf('-') + 1))
  return found?.length === 1 ? { person: found[0] } : undefined
}

/** The ids of the people of a story by the last word of their names, in lower case. */
const surnamesOf = kept(({ people }: SpeakingCast['cast']): ReadonlyMap<string, readonly string[]> => {
  const surnames = new Map<string, string[]>()
  for (const { id, name } of people) {
    const surname = name.slice(name.lastIndexOf(' ') + 1).toLowerCase()
    const namesakes = surnames.get(surname)
    if (namesakes) namesakes.push(id)
    else surnames.set(surname, [id])
  }
  return surnames
})

/** A capitalised source that is no name of the story: still named rather than unnamed. */
function isUnknownName({ tokens, sentences }: Paragraph, head: TokenRange, core: TokenRange): boolean {
  if (head.end !== core.end) return false
  for (let i = core.first; i < core.end; i++) if (!isCapital(tokens, i)) return false
  if (core.end - core.first >= 2) return true
  if (classOf(tokens, core.first) !== WordClass.open) return false // Another, Others, Both
  const opensSentence = sentences[sentenceOf(sentences, core.first)].firstToken === core.first
  return !opensSentence && !tokens.lower[core.first].endsWith('s')
}

/** A person's name that ends the phrase behind a title with "of" or "and" in it: "Former Mayor of Tolm Ada Venn", "candidate for Tolm Ada Venn". */
function titledPerson(stage: Stage, { head }: SourcePhrase): StageName | undefined {
  const { tokens } = stage.reading
  const name = nameEnding(stage, { first: Math.max(head.first, head.end - 1), end: head.end })
  if (name?.kind !== 'person' || name.firstToken < head.first) return undefined
  const before = name.firstToken - 1
  if (before < head.first) return name
  if (classOf(tokens, before) === WordClass.preposition || tokens.kinds[before] === TokenKind.possessive) return undefined
  if (isWord(tokens, head.first, 'a') || isWord(tokens, head.first, 'an')) return undefined
  for (let i = head.first; i < before; i++) {
    if (classOf(tokens, i) === WordClass.preposition && !isWord(tokens, i, 'of') && !endsTitle(stage, i, before)) return undefined
    if (tokens.kinds[i] === TokenKind.possessive && i < before - 8) return undefined
  }
  return isWord(tokens, before, 'and') ? undefined : name
}

/** "ambassador to Norland Ada Venn", "spokesman for Tolm Steel Ada Venn": what stands between the preposition and the name is a name of its own, no title. */
function endsTitle(stage: Stage, preposition: number, before: number): boolean {
  const { tokens } = stage.reading
  if (!isPersonNoun(tokens.lower[preposition - 1])) return false
  for (let i = preposition + 1; i <= before; i++) if (isPersonNoun(tokens.lower[i])) return false
  const own = nameEnding(stage, { first: before, end: before + 1 })
  return own?.kind === 'place' || own?.kind === 'organization'
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
function nameEnding({ names, reading: { tokens } }: Stage, range: TokenRange): StageName | undefined {
  const end = tokens.ends[range.end - 1]
  const name = names[firstEndingAfter(names, end - 1)]
  if (!name || name.kind === 'misc' || name.start >= end) return undefined
  // A name may hold a preposition itself (Bank of England), so it may end behind the core.
  return name.start >= tokens.starts[range.first] - 1 || name.end >= end ? name : undefined
}

/** "an aide to the president, Ada Venn": the name behind may be the president's; behind "the ambassador to the U.N." it is not. */
function isAideTo(tokens: Tokens, head: TokenRange, core: TokenRange): boolean {
  if (core.end >= head.end || !isWord(tokens, core.end, 'to')) return false
  for (let i = core.end + 1; i < head.end; i++) if (isPersonNoun(tokens.lower[i])) return true
  return false
}

/** Whom an apposition names: "one senator, Juan Vila", or a body behind a noun for one: "the company, Tolm Steel". */
function apposed(stage: Stage, range: TokenRange, noun: string): Speaker | undefined {
  const { tokens } = stage.reading
  for (let i = range.first; i < range.end; i++) {
    if (!isComma(tokens, i)) continue
    for (let j = i + 1; j < range.end && j - i < 8; j++) {
      if (classOf(tokens, j) === WordClass.preposition || classOf(tokens, j) === WordClass.relative || isPunctuation(tokens, j))
        break
      const found = mentionAt(stage, tokens.starts[j])
      const house = found || !bodyNouns.has(noun) ? undefined : nameAt(stage, tokens.starts[j])
      if (house?.kind === 'organization') return asSpeaker(stage, house)
      if (found && tokens.kinds[tokenFrom(tokens, found.end)] !== TokenKind.possessive) return personAt(stage, found.start)
    }
  }
  return undefined
}

/** Whose a statement, letter or report is, as its phrase tells: the possessive before it, or who is named behind "by", "from", "of". Undefined where it does not tell. */
function authorOf(stage: Stage, phrase: SourcePhrase, core: TokenRange): Answer | undefined {
  const { tokens } = stage.reading
  for (let i = phrase.head.first; i < phrase.source.end; i++) {
    const pronoun = i < core.end ? personAt(stage, tokens.starts[i]) : undefined
    if (pronoun) return { speaker: pronoun }
    const name = nameAt(stage, tokens.starts[i])
    if (!name || name.kind === 'misc') continue
    // "a statement from Venn's family" is not by Venn.
    if (i >= core.end && tokens.kinds[name.endToken] === TokenKind.possessive) return { speaker: undefined }
    // "reports by X and Y" have no single author, and "the report on X" is not by X.
    if (i < core.end || authorship.has(tokens.lower[i - 1]) || authorship.has(tokens.lower[i - 2] ?? ''))
      return { speaker: asSpeaker(stage, name) }
  }
  return undefined
}
const authorship: ReadonlySet<string> = new Set(['by', 'from', 'of'])
