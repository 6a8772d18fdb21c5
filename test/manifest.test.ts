import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { legend } from '../server/features/semantic-tokens.ts'
import { defaultSettings, readSettings } from '../server/features/settings.ts'

const manifest = readJson('package.json')
const { contributes } = manifest
const standardTypes = ['number']

test('the token types and modifiers are those of the server', () => {
  const own = legend.tokenTypes.filter(type => !standardTypes.includes(type))
  assert.deepEqual(ids(contributes.semanticTokenTypes).toSorted(), own.toSorted())
  assert.deepEqual(ids(contributes.semanticTokenModifiers).toSorted(), legend.tokenModifiers.toSorted())
})

test('a theme can colour each type by its scopes, in each language', () => {
  const languages = contributes.semanticTokenScopes.map((entry: { language: string }) => entry.language)
  assert.deepEqual(languages, ['news', 'plaintext', 'markdown'])
  for (const { scopes } of contributes.semanticTokenScopes) {
    for (const type of legend.tokenTypes) assert.ok(scopes[type]?.length > 1, `${type}: a scope of ours and one that themes know`)
  }
})

/** The backgrounds of the editor in the themes that VS Code brings along, by the sections of the colours for them. */
const backgrounds: Readonly<Record<string, { readonly colours: readonly string[]; readonly contrast: number }>> = {
  '[*Dark Modern][Dark 2026][*Dark+][Visual Studio Dark]': { colours: ['#1F1F1F', '#121314', '#1E1E1E'], contrast: 4.5 },
  '[*Light Modern][Light 2026][*Light+][Visual Studio Light]': { colours: ['#FFFFFF'], contrast: 4.5 },
  '[Default High Contrast]': { colours: ['#000000'], contrast: 7 },
  '[Default High Contrast Light]': { colours: ['#FFFFFF'], contrast: 7 },
}

test('each type has a colour in each default theme that stands out from the background', () => {
  const { rules: _fonts, ...themes } = contributes.configurationDefaults['editor.semanticTokenColorCustomizations']
  assert.deepEqual(Object.keys(themes), Object.keys(backgrounds))
  for (const [theme, { colours, contrast }] of Object.entries(backgrounds)) {
    const { rules } = themes[theme]
    for (const type of legend.tokenTypes) assert.ok(rules[type] ?? rules[`${type}:news`], `${theme}: ${type}`)
    for (const [type, colour] of Object.entries<string>(rules)) {
      for (const background of colours) {
        const measured = contrastOf(colour, background)
        assert.ok(measured >= contrast, `${theme}: ${type} ${colour} on ${background} has a contrast of ${measured.toFixed(2)}`)
      }
    }
  }
})

test('the grammar colours a stretch as the server does, so that nothing changes colour when the server is up', () => {
  const semantic = contributes.configurationDefaults['editor.semanticTokenColorCustomizations']
  const textMate = contributes.configurationDefaults['editor.tokenColorCustomizations']
  const { scopes } = contributes.semanticTokenScopes[0]
  for (const theme of Object.keys(backgrounds)) {
    for (const { scope, settings } of textMate[theme].textMateRules) {
      const type = legend.tokenTypes.find(type => scopes[type][0] === scope)
      assert.ok(type, `${scope} is the scope of a type`)
      assert.equal(settings.foreground, semantic[theme].rules[type], `${theme}: ${scope}`)
      if (semantic.rules[type]) assert.equal(settings.fontStyle, Object.keys(semantic.rules[type]).join(' '), scope)
    }
  }
})

test('every text of the manifest is there in English and in German, and none is left over', () => {
  const used = [...new Set([...JSON.stringify(manifest).matchAll(/%([\w.]+)%/g)].map(([, key]) => key))].toSorted()
  assert.deepEqual(Object.keys(readJson('package.nls.json')).toSorted(), used)
  assert.deepEqual(Object.keys(readJson('package.nls.de.json')).toSorted(), used)
})

test('every command of the manifest is registered, and the other way round', () => {
  const registered = clientSources().flatMap(source =>
    [...source.matchAll(/registerCommand\('([\w.]+)'/g)].map(([, command]) => command),
  )
  assert.deepEqual(contributes.commands.map((entry: { command: string }) => entry.command).toSorted(), registered.toSorted())
})

test('the defaults of the settings are those of the server, and it understands each setting', () => {
  const settings: Record<string, Setting> = Object.assign(
    {},
    ...contributes.configuration.map((section: { properties: object }) => section.properties),
  )
  const defaults = Object.entries(settings).map(([name, { default: value }]) => [name, value] as const)
  assert.deepEqual(readSettings(nested(defaults)), defaultSettings)
  for (const [name, setting] of Object.entries(settings)) {
    if (name === 'dateline.trace.server' || setting.type === 'object') continue
    const other =
      setting.type === 'array' ? ['other'] : (setting.enum?.find(value => value !== setting.default) ?? !setting.default)
    assert.notDeepEqual(readSettings(nested([...defaults, [name, other]])), defaultSettings, name)
  }
})

test('every setting stands in a section with a title, and says what it does', () => {
  for (const section of contributes.configuration) {
    assert.match(section.title, /^%settings\.\w+\.title%$/)
    for (const [name, setting] of Object.entries<{ description?: string; markdownDescription?: string }>(section.properties)) {
      assert.match(name, /^dateline\./)
      assert.ok(setting.markdownDescription ?? setting.description, name)
    }
  }
})

test('nothing starts before a file that could be a story is opened', () => {
  assert.deepEqual(manifest.activationEvents, ['onLanguage:news', 'onLanguage:plaintext', 'onLanguage:markdown'])
  assert.equal(manifest.capabilities.untrustedWorkspaces.supported, 'limited')
  assert.deepEqual(manifest.capabilities.untrustedWorkspaces.restrictedConfigurations, ['dateline.people.files'], 'names paths')
  assert.equal(manifest.capabilities.virtualWorkspaces, true)
})

test('every file that the manifest names is there', () => {
  const withoutPatterns = (key: string, value: unknown) => (key === 'fileMatch' || key === 'default' ? undefined : value)
  const named = JSON.stringify([manifest.icon, contributes], withoutPatterns).match(/[\w./-]+\.(?:svg|png|webp|json)(?=")/g) ?? []
  for (const path of named) assert.ok(existsSync(new URL(`../${path}`, import.meta.url)), path)
})

test('a double click takes a whole word of the newsroom', () => {
  const { pattern, flags } = readJson('syntaxes/language-configuration.json').wordPattern
  const words = (text: string) => text.match(new RegExp(pattern, `g${flags}`))
  assert.deepEqual(words('Kyiv’s U.S.-backed envoy O\'Brien, "don"t", said'), [
    'Kyiv’s',
    'U.S.-backed',
    'envoy',
    "O'Brien",
    'don"t',
    'said',
  ])
  assert.deepEqual(words('Côte d’Ivoire, Zoë and 1,200.50 in a "good" deal.'), [
    'Côte',
    'd’Ivoire',
    'Zoë',
    'and',
    '1,200.50',
    'in',
    'a',
    'good',
    'deal',
  ])
})

function ids(entries: readonly { id: string }[]): string[] {
  return entries.map(entry => entry.id)
}

interface Setting {
  readonly type: string
  readonly default?: unknown
  readonly enum?: readonly string[]
}

/** The section `dateline` as a client sends it: names with dots become objects within objects. */
function nested(settings: Iterable<readonly [string, unknown]>): unknown {
  const section: Record<string, Record<string, unknown>> = {}
  for (const [name, value] of settings) {
    const [, group, key] = name.split('.')
    if (key === undefined) Object.assign(section, { [group]: value })
    else section[group] = { ...section[group], [key]: value }
  }
  return section
}

/** The contrast of two colours as WCAG 2 defines it, from 1 to 21. */
function contrastOf(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].toSorted((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map(at => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function clientSources(): string[] {
  const folder = new URL('../client/', import.meta.url)
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.ts'))
    .map(name => readFileSync(new URL(name, folder), 'utf8'))
}

function readJson(path: string) {
  return JSON.parse(read(path))
}

function read(path: string): string {
  return readFileSync(new URL(`../${path}`, import.meta.url), 'utf8')
}
