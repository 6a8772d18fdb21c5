import type { FoundProblem } from '../rules/index.ts'
import { clean, cleanJson } from './clean.ts'
import type { Format, PlacedProblem } from './format.ts'
import { junit } from './junit.ts'
import { sarif } from './sarif.ts'

/** How `dateline check` writes problems. */
export const formatNames = ['text', 'json', 'sarif', 'github', 'junit'] as const
export type FormatName = (typeof formatNames)[number]

/** The workflow commands of GitHub Actions (docs.github.com, "Workflow commands"). */
const commands: Readonly<Record<FoundProblem['level'], string>> = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
  hint: 'notice',
}
const data = (text: string) => clean(text.replaceAll('%', '%25'))
const property = (text: string) => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C')

const byLine = (write: (file: string, problem: PlacedProblem) => string): Format => ({
  linesOf: ({ file }, problems) => problems.map(problem => write(file, problem)),
})

export const formats: Readonly<Record<FormatName, Format>> = {
  text: byLine(
    (file, { level, message, rule, from }) =>
      `${clean(file)}:${from.line}:${from.column}  ${level}  ${clean(message)}  ${rule.id}`,
  ),
  json: byLine((file, { start, end, level, message, rule, from: { line, column } }) =>
    cleanJson({ file, line, column, start, end, level, rule: rule.id, message }),
  ),
  github: byLine((file, { level, message, rule, from, to }) => {
    const place = `file=${property(file)},line=${from.line},col=${from.column},endLine=${to.line},endColumn=${to.column}`
    return `::${commands[level]} ${place},title=${property(rule.id)}::${data(message)}`
  }),
  sarif,
  junit,
}
