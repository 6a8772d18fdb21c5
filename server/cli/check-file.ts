import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Article } from '../analysis/article.ts'
import { checkForDesk } from '../folder/desk.ts'
import { defaultRuleSettings, type FoundProblem } from '../rules/index.ts'
import type { Level, Profile } from '../rules/rule.ts'
import { type Baseline, newProblems, recordOf } from './baseline.ts'
import { clean } from './clean.ts'
import { deskFinder } from './desks.ts'
import type { NamedFile } from './files.ts'
import { mendStory } from './fix.ts'
import { placed } from './format.ts'
import { type FormatName, formats } from './formats.ts'
import type { Complaint, Outcome } from './outcome.ts'
import { readNamed, type Story } from './stories.ts'

/** The levels, the quietest first. */
export const levels: readonly Level[] = ['off', 'hint', 'information', 'warning', 'error']

/** How files are checked; plain data. */
export interface Checking {
  readonly format: FormatName
  /** The loudest level that is let pass. */
  readonly maxLevel: Level
  /** The house, whatever `dateline.json` says. */
  readonly profile?: Profile
  /** Whether what is safe is mended in the files first. */
  readonly fix?: boolean
  /** The problems that are let pass, or the path of a baseline for which they are noted instead of told. */
  readonly baseline?: Baseline | string
}

/** Makes what checks one file after the other; what their folders lay down is read once. */
export function fileChecker({ format, maxLevel, profile, fix, baseline }: Checking): (named: NamedFile) => Outcome {
  let complaints: Complaint[] = []
  const tell = (complaint: Complaint) => {
    complaints.push(complaint)
  }
  const deskOf = deskFinder(tell)
  const fails = ({ level }: FoundProblem) => levels.indexOf(level) > levels.indexOf(maxLevel)

  function problemsOf(read: Story): { readonly story: Story; readonly problems: readonly FoundProblem[] } {
    const { file } = read
    const found = deskOf(file)
    const desk = profile === undefined ? found : { ...found, file: { ...found.file, profile } }
    const address = pathToFileURL(resolve(file)).href
    const check = (article: Article) => checkForDesk(article, address, desk, defaultRuleSettings)
    const failed = (problem: string) => tell({ text: `${clean(file)} ${problem}`, unread: { file, problem } })
    const story = fix && file !== '-' ? mendStory(read, check, failed) : read
    return { story, problems: check(story.article) }
  }

  return named => {
    complaints = []
    const read = readNamed(named, tell)
    if (!read) return { complaints, lines: [], fails: false }
    const { story, problems } = problemsOf(read)
    if (typeof baseline === 'string') return { complaints, lines: [], fails: false, record: recordOf(baseline, story, problems) }
    const found = placed(story, baseline ? newProblems(baseline, story, problems) : problems, fails)
    return { complaints, lines: [...formats[format].linesOf(story, found)], fails: found.some(problem => problem.fails) }
  }
}
