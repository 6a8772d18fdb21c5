import { readNameCandidates, type Tagger } from '../../server/analysis/names/candidates.ts'
import { kinds } from '../../server/analysis/names/labels.ts'
import { readNames } from '../../server/analysis/names.ts'
import { readParagraph } from '../../server/analysis/paragraph.ts'
import { readStructure } from '../../server/analysis/structure.ts'
import type { Document } from './corpus.ts'

/** Of each kind of names: those found rightly, those marked, those found. */
export type Tally = Readonly<Record<string, { right: number; marked: number; found: number }>>

/** Reads stories that their tagger has not seen, as Dateline does, and counts which names it finds: exact span and kind. */
export function countNames(parts: readonly { tagger: Tagger; stories: readonly Document[] }[]): Tally {
  const tally: Tally = Object.fromEntries(kinds.map(kind => [kind, { right: 0, marked: 0, found: 0 }]))
  for (const { tagger, stories } of parts)
    for (const story of stories) {
      const marked = new Set(markedNames(story))
      for (const name of marked) tally[kindOf(name)].marked++
      for (const name of foundNames(story, tagger)) {
        tally[kindOf(name)].found++
        if (marked.has(name)) tally[kindOf(name)].right++
      }
    }
  return tally
}

/** F of each kind and of people, organisations and places together, in per cent. */
export function figuresOf(tally: Tally): string {
  const f = (some: readonly string[]) => {
    const sum = (column: 'right' | 'marked' | 'found') => some.reduce((total, kind) => total + tally[kind][column], 0)
    return ((200 * sum('right')) / (sum('marked') + sum('found'))).toFixed(1)
  }
  return [...kinds.map(kind => `${kind} ${f([kind])}`), `the first three ${f(kinds.slice(0, 3))}`].join(', ')
}

const kindOf = (name: string) => name.split(' ')[2]

/** Where the paragraphs of a story begin when blank lines are between them. */
function startsOf({ paragraphs }: Document): readonly number[] {
  let start = -2
  return paragraphs.map((_, i) => {
    start += 2 + (i === 0 ? 0 : paragraphs[i - 1].text.length)
    return start
  })
}

function markedNames(story: Document): readonly string[] {
  const starts = startsOf(story)
  return story.paragraphs.flatMap(({ names }, i) =>
    names.map(({ start, end, kind }) => `${starts[i] + start} ${starts[i] + end} ${kinds[kind]}`),
  )
}

function foundNames(story: Document, tagger: Tagger): readonly string[] {
  const starts = startsOf(story)
  const placed = story.paragraphs.map(({ text }, i) => {
    const reading = readParagraph(text)
    const candidates = readNameCandidates(reading.tokens, reading.sentences, tagger)
    return { start: starts[i], end: starts[i] + text.length, reading: { ...reading, candidates } }
  })
  const { names } = readNames(placed, readStructure(placed), undefined, tagger)
  return names.map(({ start, end, kind }) => `${start} ${end} ${kind}`)
}
