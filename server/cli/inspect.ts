import { namedFiles } from './files.ts'
import { doTask, type Labour } from './labour.ts'
import { exitCodes, writeLine } from './output.ts'

/** `dateline inspect`: prints one JSON object a line for each story, in the order of the files. Gives the exit code. */
export async function inspectFiles(names: readonly string[], labour: Labour): Promise<number> {
  const unread = await doTask({ kind: 'inspect' }, [...namedFiles(names)], labour, async ({ lines }) => {
    for (const line of lines) await writeLine(line)
  })
  return unread.length > 0 ? exitCodes.badInput : exitCodes.fine
}
