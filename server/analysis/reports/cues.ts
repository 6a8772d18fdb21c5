import { isWord } from '../phrases.ts'
import type { Tokens } from '../tokens.ts'
import { type ReportingForm, type ReportingVerb, reportingForms } from '../words/reporting-verbs.ts'

/** Whether a word in lower case can be the first of a cue. Most words cannot, and are not looked at again. */
export const mayOpenCue = (word: string): boolean => openers.has(word)
const openers: ReadonlySet<string> = new Set([
  ...reportingForms.keys(),
  ...'make makes made making termed talked put puts according words'.split(' '),
])

/** "made clear", "made it clear", "as she put it": cues of more than a verb; "termed" and "talked", whose other forms are nouns. */
export function idiom(tokens: Tokens, at: number): ReportingForm | undefined {
  const word = tokens.lower[at]
  if (makes.has(word) && (isWord(tokens, at + 1, 'clear') || (isWord(tokens, at + 1, 'it') && isWord(tokens, at + 2, 'clear'))))
    return { verb: makeClear, form: word === 'making' ? 'gerund' : 'past' }
  if (word === 'termed') return { verb: term, form: 'past' }
  if (word === 'talked') return { verb: talk, form: 'past' }
  return (word === 'put' || word === 'puts') && isWord(tokens, at + 1, 'it') ? { verb: putIt, form: 'past' } : undefined
}
const makes: ReadonlySet<string> = new Set(['make', 'makes', 'made', 'making'])
const makeClear: ReportingVerb = { lemma: 'make clear', class: 'supporting', frames: ['that'], recipient: false }
const term: ReportingVerb = { lemma: 'term', class: 'judging', frames: ['words'], recipient: false }
const talk: ReportingVerb = { lemma: 'talk', class: 'neutral', frames: ['words'], recipient: false }
const putIt: ReportingVerb = { lemma: 'put it', class: 'neutral', frames: ['clause'], recipient: false }

/** The end of the cue with its particle: "pointed out", "called for". */
export function cueEnd(tokens: Tokens, at: number, found: ReportingForm): number {
  if (found.verb === makeClear) return isWord(tokens, at + 1, 'clear') ? at + 2 : at + 3
  if (found.verb === putIt) return at + 2
  return particles.get(found.verb.lemma)?.includes(tokens.lower[at + 1] ?? '') ? at + 2 : at + 1
}
const particles: ReadonlyMap<string, readonly string[]> = new Map([
  ['point', ['out']],
  ['call', ['for', 'on']],
  ['refer', ['to']],
])
