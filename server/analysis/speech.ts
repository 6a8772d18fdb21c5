import { isSameSpeaker } from './quotes/cast.ts'
import { type Attribution, sieveParagraph } from './quotes/sieves.ts'
import type { Voice } from './quotes/voices.ts'
import { type Quote, quotesIn } from './quotes.ts'
import { type Statement, statementsIn } from './statements.ts'
import type { Structure } from './structure.ts'

/**
 * What is said in a paragraph; offsets from its start. The same object as long as the paragraph, its names, the people in it and all of this are the same,
 * wherever the paragraph stands.
 */
export interface Speech {
  readonly voice: Voice
  /** Whether it is a headline or a crosshead. */
  readonly isHeadline: boolean
  /** How each quotation was attributed. */
  readonly attributions: readonly Attribution[]
  readonly quotes: readonly Quote[]
  readonly statements: readonly Statement[]
}

/**
 * Reads what is said in each paragraph. It is taken over from before where the paragraph's voices and what is said in the paragraph before it are the same;
 * where only the latter is not and nothing follows from it, the object stays.
 */
export function readSpeech(voices: readonly Voice[], structure: Structure, before: readonly Speech[] = []): readonly Speech[] {
  const headlines = new Set<number>()
  for (const { kind, paragraph } of structure.parts) if (kind === 'headline' || kind === 'crosshead') headlines.add(paragraph)
  const shift = before.length - voices.length
  const speeches: Speech[] = []
  for (let i = 0; i < voices.length; i++) {
    const voice = voices[i]
    const isHeadline = headlines.has(i)
    const at = before[i]?.voice === voice ? i : i + shift
    const known = before[at]?.voice === voice && before[at].isHeadline === isHeadline ? before[at] : undefined
    const isSame = known !== undefined && before[at - 1] === speeches[i - 1]
    speeches.push(isSame ? known : readParagraph(voice, isHeadline, speeches[i - 1], known))
  }
  return speeches
}

function readParagraph(voice: Voice, isHeadline: boolean, previous: Speech | undefined, known: Speech | undefined): Speech {
  const attributions = sieveParagraph(voice, previous)
  if (known?.attributions.every((attribution, i) => isSameAttribution(attribution, attributions[i]))) return known
  const quotes = quotesIn(voice.stage.reading, attributions, isHeadline)
  return { voice, isHeadline, attributions, quotes, statements: known?.statements ?? statementsIn(voice) }
}

/** Of the same quotation of the same paragraph. */
const isSameAttribution = (a: Attribution, b: Attribution) =>
  a.standing === b.standing && a.report === b.report && a.why === b.why && isSameSpeaker(a.speaker, b.speaker)
