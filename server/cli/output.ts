import { once } from 'node:events'
import { stderr, stdout } from 'node:process'

/** Exit codes of every command. */
export const exitCodes = { fine: 0, problems: 1, badInput: 2 } as const

/** Writes a line to standard output and waits while the reader is slow, so that memory stays flat. */
export async function writeLine(line: string): Promise<void> {
  if (!stdout.write(`${line}\n`)) await once(stdout, 'drain')
}

export function complain(message: string): void {
  stderr.write(`dateline: ${message}\n`)
}

/** Ends quietly when whoever reads the output has seen enough (`dateline check * | head`). */
export function endWithReader(): void {
  for (const stream of [stdout, stderr])
    stream.on('error', (error: NodeJS.ErrnoException) => {
      process.exit(error.code === 'EPIPE' ? (process.exitCode ?? exitCodes.fine) : exitCodes.badInput)
    })
}
