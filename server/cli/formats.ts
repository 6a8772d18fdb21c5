import type { FoundProblem } from '../rules/index.ts'
import { clean, cleanJson } from './clean.ts'
import { type Position, positionsOf } from './positions.ts'
import type { Story } from './stories.ts'

/** How `dateline check` writes the problems of a story: lines, each for itself, so that nothing has to be kept. */
export type Format = 'text' | 'json' | 'github'
export const formats: readonly Format[] = ['text', 'json', 'github']

/** The lines that say what is wrong with a story. */
export function* linesOf(format: Format, { file, article }: Story, problems: readonly FoundProblem[]): Generator<string> {
  const positionAt = positionsOf(article.text)
  for (const problem of problems) yield writers[format](file, problem, positionAt(problem.start), positionAt(problem.end))
}

type Writer = (file: string, problem: FoundProblem, start: Position, end: Position) => string

const writers: Readonly<Record<Format, Writer>> = {
  text: (file, { level, message, rule }, { line, column }) =>
    `${clean(file)}:${line}:${column}  ${level}  ${clean(message)}  ${rule.id}`,
  json: (file, { start, end, level, message, rule }, { line, column }) =>
    cleanJson({ file, line, column, start, end, level, rule: rule.id, message }),
  github: (file, { level, message, rule }, start, end) => {
    const place = `file=${property(file)},line=${start.line},col=${start.column},endLine=${end.line},endColumn=${end.column}`
    return `::${commands[level]} ${place},title=${property(rule.id)}::${data(message)}`
  },
}

/** The workflow commands of GitHub Actions (docs.github.com, "Workflow commands"). */
const commands: Readonly<Record<FoundProblem['level'], string>> = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
  hint: 'notice',
}
const data = (text: string) => clean(text.replaceAll('%', '%25'))
const property = (text: string) => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
