import type { Paragraph } from '../paragraph.ts'
import type { Cast, Speaker } from './cast.ts'

/** Whether a paragraph is an answer of an interview, "A: …", and the cue at this token its label. */
export function isAnswer({ tokens }: Paragraph, cue: number): boolean {
  return cue <= 1 && hasLabel(tokens, 'A')
}

/** Who answers in an interview with bare labels: the one person named before its first question; undefined where there are several or none. */
export function intervieweeOf({ paragraphs, names, mentions }: Cast): Speaker | undefined {
  const first = paragraphs.findIndex(({ reading }) => hasLabel(reading.tokens, 'Q'))
  let found: string | undefined
  for (const name of names) {
    if (name.paragraph >= first) break
    const person = mentions.get(name.start)?.person.id
    if (person === undefined) continue
    if (found !== undefined && person !== found) return undefined
    found = person
  }
  return found === undefined ? undefined : { person: found }
}

const hasLabel = ({ words }: Paragraph['tokens'], label: string) => words[0] === label && words[1] === ':'
