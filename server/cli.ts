import { argv } from 'node:process'
import { Command, CommanderError, Option } from 'commander'
import { type CheckOptions, checkFiles, levels } from './cli/check.ts'
import { formats } from './cli/formats.ts'
import { inspectFiles } from './cli/inspect.ts'
import { endWithReader, exitCodes } from './cli/output.ts'
import { type LedgerFormat, ledgerFormats, listSources } from './cli/sources.ts'

const program = new Command('dateline')
  .description('Reads news stories: who is in them, who says what, and what a copy editor would stop at.')
  .showHelpAfterError('Try: dateline --help')
  .exitOverride()
  .addHelpText(
    'after',
    `
FILE is a story as plain text or Markdown (.md) in UTF-8, UTF-16 with a byte order mark or Windows-1252; "-" is standard input.
Offsets and columns count UTF-16 code units, as editors do.

The nearest dateline.json, from each story's folder up, may set a house profile and the level of each rule.

Levels: hint, information, warning, error.
Exit codes: 0 nothing to complain of; 1 a problem of level warning or error (see check --max-level); 2 bad usage, or a file that could not be read.`,
  )

program
  .command('inspect')
  .description('print what Dateline reads in each story, one JSON object a line')
  .argument('<file...>', 'stories; - is standard input')
  .action(async (files: string[]) => {
    process.exitCode = await inspectFiles(files)
  })

program
  .command('check')
  .description('print the problems of each story: file:line:column  level  message  rule')
  .argument('<file...>', 'stories; - is standard input')
  .addOption(
    new Option('--format <format>', 'lines for people, JSON objects, or annotations for GitHub Actions')
      .choices(formats)
      .default('text'),
  )
  .addOption(new Option('--max-level <level>', 'the loudest level that does not fail').choices(levels).default('information'))
  .action(async (files: string[], options: CheckOptions) => {
    process.exitCode = await checkFiles(files, options)
  })

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

endWithReader()
program.parseAsync(argv).catch((error: unknown) => {
  if (!(error instanceof CommanderError)) throw error
  process.exitCode = error.exitCode === 0 ? exitCodes.fine : exitCodes.badInput
})
