import { readFileSync, writeFileSync } from 'node:fs'
import { argv } from 'node:process'
import { fileURLToPath } from 'node:url'
import { rules } from '../server/rules/index.ts'
import type { Level, Profile, Rule } from '../server/rules/rule.ts'

// Writes docs/rules.md and the setting dateline.rules in package.json from the rules: npx tsx tools/rules.ts

const profiles: readonly Profile[] = ['none', 'reuters', 'ap', 'british']
const levels: readonly Level[] = ['error', 'warning', 'information', 'hint', 'off']

/** The page of all rules. */
export function describeRules(): string {
  const overview = rules.map(
    rule => `| [${rule.id}](#${rule.id}) | ${profiles.map(profile => levelIn(rule, profile)).join(' | ')} |`,
  )
  return [
    '# Rules',
    '',
    'What Dateline stops at, in the words of its rules. This page is written by `npx tsx tools/rules.ts`; the rules are in `server/rules`.',
    '',
    'A rule is as loud as the house profile says (`dateline.style.profile`), unless `dateline.rules` names another level for it: `error`, `warning`,',
    '`information`, `hint` or `off`. A mark that may be something else is never more than information, and its fix never part of a fix-all.',
    'No fix changes a character inside a direct quotation but its marks and its apostrophes.',
    '',
    `| rule | ${profiles.join(' | ')} |`,
    `| --- | ${profiles.map(() => '---').join(' | ')} |`,
    ...overview,
    '',
    ...rules.flatMap(describeRule),
  ].join('\n')
}

function describeRule(rule: Rule): readonly string[] {
  return [
    `## ${rule.id}`,
    '',
    rule.summary,
    '',
    rule.reason,
    '',
    `Source: [${rule.source.title}](${rule.source.url})`,
    '',
    ...rule.examples.flatMap(({ wrong, right }) => ['```text', `wrong: ${shown(wrong)}`, `right: ${shown(right)}`, '```', '']),
  ]
}

/** An example as it is shown: the paragraphs of a longer one below each other. */
const shown = (example: string) => example.replace(/\n+/g, '\n       ')

const levelIn = (rule: Rule, profile: Profile) => rule.levels[profile] ?? rule.levels.none

/** The schema of the setting dateline.rules: a level for each rule, none of them set. */
export function ruleSettings() {
  return {
    type: 'object',
    scope: 'resource',
    default: {},
    additionalProperties: false,
    markdownDescription: '%settings.rules%',
    properties: Object.fromEntries(
      rules.map(rule => [
        rule.id,
        {
          type: 'string',
          enum: levels,
          markdownDescription: `${rule.summary} By house: ${profiles.map(profile => `${profile} ${levelIn(rule, profile)}`).join(', ')}.`,
        },
      ]),
    ),
  }
}

interface Section {
  readonly id?: string
  readonly properties?: Record<string, unknown>
}

/** The manifest with the setting put into its section on style. */
function withRuleSettings(manifest: string): string {
  const parsed = JSON.parse(manifest)
  const sections: readonly Section[] = [parsed.contributes.configuration].flat()
  const properties = sections.find(section => section.properties?.['dateline.style.profile'])?.properties
  if (!properties) throw new Error('package.json has no setting dateline.style.profile, beside which dateline.rules belongs')
  properties['dateline.rules'] = ruleSettings()
  return `${JSON.stringify(parsed, undefined, 2)}\n`
}

if (argv[1] === fileURLToPath(import.meta.url)) {
  const manifest = fileURLToPath(new URL('../package.json', import.meta.url))
  writeFileSync(manifest, withRuleSettings(readFileSync(manifest, 'utf8')))
  writeFileSync(fileURLToPath(new URL('../docs/rules.md', import.meta.url)), describeRules())
}
