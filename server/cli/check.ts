import { checkArticle } from '../rules/index.ts'
import type { Level } from '../rules/rule.ts'
import { type Format, linesOf } from './formats.ts'
import { exitCodes, writeLine } from './output.ts'
import { readStories } from './stories.ts'

/** The levels, the quietest first. */
export const levels: readonly Level[] = ['off', 'hint', 'information', 'warning', 'error']

export interface CheckOptions {
  readonly format: Format
  /** The loudest level that is let pass; `information` by default, so that a warning fails. */
  readonly maxLevel: Level
}

/** `dateline check`: prints the problems of each story. Gives the exit code: 1 where one is louder than allowed, 2 where a file could not be read. */
export async function checkFiles(files: readonly string[], { format, maxLevel }: CheckOptions): Promise<number> {
  let exitCode: number = exitCodes.fine
  const unread = () => {
    exitCode = exitCodes.badInput
  }
  for (const story of readStories(files, unread)) {
    const problems = checkArticle(story.article)
    for (const line of linesOf(format, story, problems)) await writeLine(line)
    const isTooLoud = problems.some(({ level }) => levels.indexOf(level) > levels.indexOf(maxLevel))
    if (exitCode === exitCodes.fine && isTooLoud) exitCode = exitCodes.problems
  }
  return exitCode
}
