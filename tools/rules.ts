import { readFileSync, writeFileSync } from 'node:fs'
import { argv } from 'node:process'
import { fileURLToPath } from 'node:url'
import { rules } from '../server/rules/index.ts'
import type { Level, Profile, Rule } from '../server/rules/rule.ts'

// Writes docs/rules.md, schemas/dateline.schema.json and the setting dateline.rules in package.json from the rules: npx tsx tools/rules.ts

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
    ...(rule.source ? [`Source: [${rule.source.title}](${rule.source.url})`, ''] : []),
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
    properties: ruleLevels(),
  }
}

function ruleLevels() {
  return Object.fromEntries(
    rules.map(rule => [
      rule.id,
      {
        type: 'string',
        enum: levels,
        markdownDescription: `${rule.summary} By house: ${profiles.map(profile => `${profile} ${levelIn(rule, profile)}`).join(', ')}.`,
      },
    ]),
  )
}

/** The schema of dateline.json. */
export function datelineSchema(): object {
  const text = (description: string) => ({ type: 'string', description })
  const rule = { enum: rules.map(({ id }) => id), description: 'The rule, by its id.' }
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'dateline.json',
    description:
      'What a team lays down for the stories of a folder. It wins over the settings of each editor; the command line reads it too.',
    type: 'object',
    additionalProperties: false,
    properties: {
      $schema: { type: 'string' },
      profile: { enum: profiles, description: 'The house whose rules the stories follow.' },
      rules: {
        type: 'object',
        description: 'How loud single rules are; what stands here wins over the profile.',
        additionalProperties: false,
        properties: ruleLevels(),
      },
      people: {
        type: 'array',
        description: 'People files, by their paths from this folder, which they may not leave.',
        default: ['people.json'],
        items: { type: 'string', minLength: 1 },
      },
      ignore: {
        type: 'array',
        description: 'Problems that nobody wants to hear of; quick fixes write them.',
        items: {
          type: 'object',
          additionalProperties: false,
          required: ['rule'],
          oneOf: [{ required: ['sentence'] }, { required: ['story'] }],
          properties: {
            rule,
            sentence: text('The sentence, by a fingerprint of its words.'),
            story: text('The story, by its path from this folder.'),
            note: text('For people: what is ignored, and why.'),
          },
        },
      },
    },
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
  writeFileSync(
    fileURLToPath(new URL('../schemas/dateline.schema.json', import.meta.url)),
    `${JSON.stringify(datelineSchema(), undefined, 2)}\n`,
  )
}
