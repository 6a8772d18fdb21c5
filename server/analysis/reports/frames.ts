import { classOf, type TokenRange } from '../phrases.ts'
import type { Tokens } from '../tokens.ts'
import { WordClass } from '../words/clause-words.ts'
import type { ReportingVerb } from '../words/reporting-verbs.ts'
import { evidenceNouns, speechObjects } from '../words/source-nouns.ts'
import type { Following } from './contents.ts'

/** Whether what follows a verb is the words themselves, by the verb's frames. */
export function reportsIndirectly(tokens: Tokens, verb: ReportingVerb, { by, first }: Following, cue: TokenRange): boolean {
  if (verb.lemma === 'call' && cue.end - cue.first === 2) return by === 'to' || by === 'object' || by === 'clause'
  switch (by) {
    case 'that':
      return verb.class !== 'thinking' && (!verb.frames.includes('words') || verb.lemma === 'express')
    case 'clause':
      return verb.frames.includes('clause') || verb.frames.includes('that')
    case 'to':
      return verb.frames.includes('to')
    case 'object':
      return verb.frames.includes('object') || (!verb.frames.includes('words') && namesSpeech(tokens, first))
    default:
      return false
  }
}

/** "The poll found that", "the autopsies suggest": evidence shows something, it reports no speech. */
export function isEvidence(tokens: Tokens, head: TokenRange, verb: ReportingVerb): boolean {
  if (!showing.has(verb.lemma)) return false
  for (let i = head.first; i < head.end; i++) {
    if (evidenceNouns.has(tokens.lower[i])) return true
    if (classOf(tokens, i) === WordClass.preposition) return false
  }
  return false
}
const showing: ReadonlySet<string> = new Set([
  'suggest',
  'indicate',
  'reveal',
  'find',
  'demonstrate',
  'illustrate',
  'imply',
  'confirm',
  'predict',
])

/** "his intention to …", "the aim of …": an object that holds what was said. */
function namesSpeech(tokens: Tokens, first: number): boolean {
  for (let i = first; i < first + 3; i++) if (speechObjects.has(tokens.lower[i])) return true
  return false
}
