import type { Paragraph } from '../paragraph.ts'
import { asSpeaker, mentionAt, type Speaker, type Stage } from './cast.ts'

/** Whether a paragraph is an answer of an interview, "A: …", and the cue at this token its label. */
export function isAnswer({ tokens }: Paragraph, cue: number): boolean {
  return cue <= 1 && hasLabel(tokens, 'A')
}

/** Whether a paragraph is a question of an interview, "Q: …". */
export const isQuestion = ({ tokens }: Paragraph): boolean => hasLabel(tokens, 'Q')

/** Who answers in an interview with bare labels: the one person named before its first question; undefined where there are several or none. */
export function intervieweeOf(voices: readonly { readonly stage: Stage; readonly isQuestion: boolean }[]): Speaker | undefined {
  const first = voices.findIndex(({ isQuestion }) => isQuestion)
  let found: number | undefined
  let speaker: Speaker | undefined
  for (const { stage } of voices.slice(0, Math.max(0, first)))
    for (const name of stage.names) {
      const mention = mentionAt(stage, name.start)
      if (!mention) continue
      if (found !== undefined && mention.person !== found) return undefined
      found = mention.person
      speaker = asSpeaker(stage, name)
    }
  return speaker
}

const hasLabel = ({ words }: Paragraph['tokens'], label: string) => words[0] === label && words[1] === ':'
