import { isAbsolute, sep } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { ArtifactLocation, Invocation, Location, ReportingDescriptor, Result, ToolComponent } from 'sarif'
import { fingerprint } from '../folder/ignores.ts'
import { levelOf, rules } from '../rules/index.ts'
import { rulesPage } from '../rules/page.ts'
import type { Level } from '../rules/rule.ts'
import { cleanJson } from './clean.ts'
import type { Format, PlacedProblem } from './format.ts'
import type { Story } from './stories.ts'

/** SARIF 2.1.0 (OASIS), one result a line, written as it is found. Offsets and columns count UTF-16 code units. */
export const sarif: Format = {
  get head() {
    return `{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[{"tool":{"driver":${cleanJson(driver())}},"columnKind":"utf16CodeUnits","results":[`
  },
  separator: ',',
  linesOf: (story, problems) => problems.map(problem => cleanJson(resultOf(story, problem))),
  tail: unread => {
    const invocation: Invocation = {
      executionSuccessful: unread.length === 0,
      toolExecutionNotifications: unread.map(({ file, problem }) => ({
        level: 'error',
        message: { text: `${file} ${problem}` },
        locations: [{ physicalLocation: { artifactLocation: locationOf(file) } }],
      })),
    }
    return `],"invocations":[${cleanJson(invocation)}]}]}`
  },
}

const levels = { error: 'error', warning: 'warning', information: 'note', hint: 'note', off: 'none' } as const satisfies Record<
  Level,
  Result.level
>

function driver(): ToolComponent {
  return {
    name: 'Dateline',
    informationUri: rulesPage,
    rules: rules.map<ReportingDescriptor>(rule => ({
      id: rule.id,
      shortDescription: { text: rule.summary },
      fullDescription: { text: rule.reason },
      helpUri: `${rulesPage}#${rule.id}`,
      defaultConfiguration: { level: levels[levelOf(rule, { profile: 'none', levels: {} })] },
    })),
  }
}

function resultOf(story: Story, problem: PlacedProblem): Result {
  const { start, end, from, to, rule, level, message, related = [], relatedFrom, fixes = [] } = problem
  const artifactLocation = locationOf(story.file)
  const region = { startLine: from.line, startColumn: from.column, endLine: to.line, endColumn: to.column }
  return {
    ruleId: rule.id,
    ruleIndex: rules.indexOf(rule),
    level: levels[level],
    message: { text: message },
    locations: [{ physicalLocation: { artifactLocation, region: { ...region, charOffset: start, charLength: end - start } } }],
    partialFingerprints: { 'sentence/v1': fingerprint(story.article, problem) },
    ...(related.length > 0 && {
      relatedLocations: related.map<Location>(({ message }, index) => ({
        id: index,
        message: { text: message },
        physicalLocation: {
          artifactLocation,
          region: { startLine: relatedFrom[index].line, startColumn: relatedFrom[index].column },
        },
      })),
    }),
    ...(fixes.length > 0 && {
      fixes: fixes.map(({ title, edits }) => ({
        description: { text: title },
        artifactChanges: [
          {
            artifactLocation,
            replacements: edits.map(edit => ({
              deletedRegion: { charOffset: edit.start, charLength: edit.end - edit.start },
              insertedContent: { text: edit.text },
            })),
          },
        ],
      })),
    }),
  }
}

/** The address of a story: a relative one for a path relative to the working directory, so that CI servers find it in the checkout. */
function locationOf(file: string): ArtifactLocation {
  if (file === '-') return { uri: 'stdin' }
  if (isAbsolute(file)) return { uri: pathToFileURL(file).href }
  const segments = file.split(sep).filter(segment => segment !== '.')
  return { uri: segments.map(segment => encodeURIComponent(segment.replace(/\p{Cs}/gu, '\ufffd'))).join('/') }
}
