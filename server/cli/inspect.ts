import { inspect } from '../inspect.ts'
import { cleanJson } from './clean.ts'
import { exitCodes, writeLine } from './output.ts'
import { readStories } from './stories.ts'

/** `dateline inspect`: prints one JSON object a line for each story, in the order of the files. Gives the exit code. */
export async function inspectFiles(files: readonly string[]): Promise<number> {
  let exitCode: number = exitCodes.fine
  const unread = () => {
    exitCode = exitCodes.badInput
  }
  for (const { file, article } of readStories(files, unread)) await writeLine(cleanJson(inspect(file, article)))
  return exitCode
}
