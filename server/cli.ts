import { argv } from 'node:process'
import { isMainThread } from 'node:worker_threads'
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander'
import { version } from '../package.json'
import { type CheckOptions, checkFiles } from './cli/check.ts'
import { levels } from './cli/check-file.ts'
import { formatNames } from './cli/formats.ts'
import { checkHelp, generalHelp } from './cli/help.ts'
import { inspectFiles } from './cli/inspect.ts'
import type { Labour } from './cli/labour.ts'
import { endWithReader, exitCodes } from './cli/output.ts'
import { type LedgerFormat, ledgerFormats, listSources } from './cli/sources.ts'
import { serveThread } from './cli/threads.ts'
import { watchFiles } from './cli/watch.ts'
import { profiles } from './folder/dateline-file.ts'

const program = new Command('dateline')
  .description('Reads news stories: who is in them, who says what, and what a copy editor would stop at.')
  .version(version)
  .showHelpAfterError('Try: dateline --help')
  .exitOverride()
  .addHelpText('after', generalHelp)

program
  .command('inspect')
  .description('print what Dateline reads in each story, one JSON object a line')
  .argument('<file...>', 'stories; - is standard input')
  .addOption(jobsOption())
  .option('--quiet', 'show no progress')
  .action(async (files: string[], options: Labour) => {
    process.exitCode = await inspectFiles(files, options)
  })

program
  .command('check')
  .description('print the problems of each story')
  .argument('<file...>', 'stories, patterns, folders; - is standard input')
  .addOption(new Option('--format <format>', 'how problems are written').choices(formatNames).default('text'))
  .addOption(new Option('--max-level <level>', 'the loudest level that does not fail').choices(levels).default('information'))
  .addOption(new Option('--profile <house>', 'the house style, whatever dateline.json says').choices(profiles))
  .option('--fix', 'mend in the files what is safe to mend, and tell what is left')
  .option('--baseline <file>', 'let pass the problems that the file knows')
  .option('--write-baseline', 'write what is found to the baseline, and tell nothing')
  .option('--watch', 'check again each story that is written, until interrupted')
  .addOption(jobsOption())
  .option('--quiet', 'show no progress')
  .addHelpText('after', checkHelp)
  .action(async (files: string[], { watch, ...options }: CheckOptions & { readonly watch?: boolean }, command: Command) => {
    const wrong = contradiction(files, { watch, ...options })
    if (wrong) command.error(`error: ${wrong}`)
    process.exitCode = await (watch ? watchFiles : checkFiles)(files, options)
  })

function jobsOption(): Option {
  return new Option('--jobs <number>', 'how many threads read; by default as many as pay').argParser(text => {
    if (/^[1-9]\d{0,2}$/.test(text)) return Number(text)
    throw new InvalidArgumentError('It must be a number from 1 to 999.')
  })
}

/** Why options cannot go together. */
function contradiction(
  files: readonly string[],
  { watch, format, fix, baseline, writeBaseline }: CheckOptions & { readonly watch?: boolean },
): string | undefined {
  if (fix && files.includes('-')) return 'standard input has no file to mend; give --fix a file'
  if (writeBaseline && baseline === undefined) return '--write-baseline needs --baseline FILE'
  if (writeBaseline && fix) return '--write-baseline tells what is there; run --fix before'
  if (!watch) return undefined
  if (files.includes('-')) return 'standard input cannot be watched'
  if (writeBaseline) return '--write-baseline is done once; leave --watch out'
  return format === 'sarif' || format === 'junit'
    ? `${format} is one document; --watch goes with text, json and github`
    : undefined
}

program
  .command('sources')
  .description('print on whom and on what each story rests: people, institutions, documents, unnamed sources, nobody')
  .argument('<file...>', 'stories; - is standard input')
  .addOption(
    new Option('--format <format>', 'a table for people, comma-separated values, or JSON objects')
      .choices(ledgerFormats)
      .default('table'),
  )
  .action(async (files: string[], options: { readonly format: LedgerFormat }) => {
    process.exitCode = await listSources(files, options)
  })

if (isMainThread) {
  endWithReader()
  program.parseAsync(argv).catch((error: unknown) => {
    if (!(error instanceof CommanderError)) throw error
    process.exitCode = error.exitCode === 0 ? exitCodes.fine : exitCodes.badInput
  })
} else {
  serveThread()
}
