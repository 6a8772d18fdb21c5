import { defaultRuleSettings, type RuleSettings } from '../rules/index.ts'
import type { Level, Profile } from '../rules/rule.ts'

/** Whether files that are not of language `news` are read when they look like a story. */
export type DetectionMode = 'always' | 'never' | 'ask'

/** What the user set under `dateline`. */
export interface Settings {
  readonly detect: DetectionMode
  readonly speakerHints: boolean
  readonly fullNameHints: boolean
  readonly codeLenses: boolean
  /** Paths of people files from the workspace folder, where its `dateline.json` names none. */
  readonly peopleFiles: readonly string[]
  readonly rules: RuleSettings
}

export const defaultSettings: Settings = {
  detect: 'always',
  speakerHints: true,
  fullNameHints: false,
  codeLenses: true,
  peopleFiles: ['people.json'],
  rules: defaultRuleSettings,
}

/** Reads the section `dateline` as a client sends it; what is absent or not understood is as by default. */
export function readSettings(sent: unknown): Settings {
  return {
    detect: oneOf<DetectionMode>(['always', 'never', 'ask'], at(sent, 'files', 'detect'), defaultSettings.detect),
    speakerHints: oneOf([true, false], at(sent, 'inlayHints', 'speakers'), defaultSettings.speakerHints),
    fullNameHints: oneOf([true, false], at(sent, 'inlayHints', 'fullNames'), defaultSettings.fullNameHints),
    codeLenses: oneOf([true, false], at(sent, 'codeLens', 'enabled'), defaultSettings.codeLenses),
    peopleFiles: readPaths(at(sent, 'people', 'files')),
    rules: {
      profile: oneOf<Profile>(['none', 'reuters', 'ap', 'british'], at(sent, 'style', 'profile'), 'none'),
      levels: readLevels(at(sent, 'rules')),
    },
  }
}

const levels: readonly Level[] = ['error', 'warning', 'information', 'hint', 'off']

function readPaths(sent: unknown): readonly string[] {
  return Array.isArray(sent) ? sent.filter(path => typeof path === 'string') : defaultSettings.peopleFiles
}

function readLevels(sent: unknown): Readonly<Record<string, Level>> {
  if (typeof sent !== 'object' || sent === null) return {}
  return Object.fromEntries(
    Object.entries(sent).flatMap(([rule, value]) => levels.filter(level => level === value).map(level => [rule, level])),
  )
}

function oneOf<T>(known: readonly T[], sent: unknown, otherwise: T): T {
  return known.find(value => value === sent) ?? otherwise
}

function at(value: unknown, ...path: readonly string[]): unknown {
  let here = value
  for (const key of path) {
    if (typeof here !== 'object' || here === null) return undefined
    here = (here as Readonly<Record<string, unknown>>)[key]
  }
  return here
}
