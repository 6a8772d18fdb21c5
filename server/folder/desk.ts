import type { Article } from '../analysis/article.ts'
import { checkArticle, type FoundProblem, type RuleSettings } from '../rules/index.ts'
import { pathIn } from './address.ts'
import { type DatelineFile, noDatelineFile } from './dateline-file.ts'
import { withoutIgnored } from './ignores.ts'
import { housePeople, type People } from './people.ts'

/** What holds for the stories of a folder. */
export interface Desk {
  /** The address of the folder; absent for a story that lies in none. */
  readonly folder?: string
  readonly file: DatelineFile
  /** The people files, the one that wins first. */
  readonly people: readonly People[]
  /** Where the first people file lies, or may be made. */
  readonly peopleUri?: string
  /** `dateline.json` as it may be written to: its text, empty where there is no such file yet. Absent where it cannot be read. */
  readonly source?: { readonly uri: string; readonly text: string; readonly isThere: boolean }
}

/** Of a story that lies in no folder. */
export const noDesk: Desk = { file: noDatelineFile, people: [] }

/** The settings as the folder's `dateline.json` changes them. */
export function settingsOfDesk({ file, people }: Desk, settings: RuleSettings): RuleSettings {
  return {
    profile: file.profile ?? settings.profile,
    levels: { ...settings.levels, ...file.levels },
    ...(people.length > 0 && { people: housePeople(people) }),
  }
}

/** The problems of a story as its desk wants to hear them. */
export function checkForDesk(article: Article, uri: string, desk: Desk, settings: RuleSettings): readonly FoundProblem[] {
  const problems = checkArticle(article, settingsOfDesk(desk, settings))
  return withoutIgnored(problems, article, desk.file.ignores, storyPath(desk, uri))
}

/** The path by which `dateline.json` knows a story. */
export function storyPath({ folder }: Desk, uri: string): string | undefined {
  return folder === undefined ? undefined : pathIn(folder, uri)
}
