import { checkArticle, type FoundProblem } from '../rules/index.ts'
import { clean } from './clean.ts'
import { exitCodes, writeLine } from './output.ts'
import { positionsOf } from './positions.ts'
import { readStories, type Story } from './stories.ts'

/** `dateline check`: prints the problems of each story, a line each. Gives the exit code: 1 where one is a warning or worse, 2 where a file could not be read. */
export async function checkFiles(files: readonly string[]): Promise<number> {
  let exitCode: number = exitCodes.fine
  const unread = () => {
    exitCode = exitCodes.badInput
  }
  for (const story of readStories(files, unread)) {
    const problems = checkArticle(story.article)
    const positionAt = positionsOf(story.article.text)
    for (const problem of problems) await writeLine(lineOf(story, problem, positionAt(problem.start)))
    if (exitCode === exitCodes.fine && problems.some(isLoud)) exitCode = exitCodes.problems
  }
  return exitCode
}

const isLoud = ({ level }: FoundProblem) => level === 'warning' || level === 'error'

const lineOf = (
  { file }: Story,
  { level, message, rule }: FoundProblem,
  { line, column }: { readonly line: number; readonly column: number },
) => `${clean(file)}:${line}:${column}  ${level}  ${clean(message)}  ${rule.id}`
