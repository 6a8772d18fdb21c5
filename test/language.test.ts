import { deepEqual, equal, notEqual, ok } from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { translator } from '../client/sentences.ts'
import { readArticle } from '../server/analysis/article.ts'
import { tooLarge } from '../server/files/files.ts'
import { readDatelineFile } from '../server/folder/dateline-file.ts'
import { readPeopleAtOnce } from '../server/folder/people.ts'
import { checkArticle, rules } from '../server/rules/index.ts'

const german: Readonly<Record<string, string>> = JSON.parse(read('l10n/bundle.l10n.de.json'))
const client = readdirSync(new URL('../client/', import.meta.url), { recursive: true, encoding: 'utf8' })
  .filter(name => name.endsWith('.ts'))
  .map(name => read(`client/${name}`))
const ofClient = client.flatMap(source => [...source.matchAll(/l10n\.t\(\s*'((?:[^'\\]|\\.)*)'/g)].map(([, text]) => text))
const reasons = ['server/features/verdict.ts', 'server/analysis/detect.ts'].flatMap(path => reasonsIn(read(path)))

test('every text of the client is there in German, and so is what the server says of files and offers to do', () => {
  for (const text of [...ofClient, ...reasons]) ok(Object.hasOwn(german, text), text)
  const inGerman = translator(german)
  for (const sentence of said()) notEqual(inGerman(sentence), sentence)
})

test('no translation is left over', () => {
  const known = new Set([...ofClient, ...reasons])
  const sentences = said()
  for (const key of Object.keys(german).filter(key => !known.has(key)))
    ok(
      sentences.some(sentence => translator({ [key]: '' })(sentence) === ''),
      key,
    )
})

test('a translation keeps the places for names and numbers', () => {
  const places = (text: string) => (text.match(/\{\d\}/g) ?? []).toSorted()
  for (const [text, translation] of Object.entries(german)) deepEqual(places(translation), places(text), text)
})

test('a sentence is put into the other language by its pattern, the one that says most', () => {
  const translate = translator({
    'Write {0}': '{0} schreiben',
    'Write {0} down': '{0} festhalten',
    'Add {0} to {1}': 'zu {1}: {0}',
    '{0} problems': '',
    Yes: 'Ja',
  })
  equal(translate('Yes'), 'Ja')
  equal(translate('Write {1} $& it'), '{1} $& it schreiben')
  equal(translate('Write it down'), 'it festhalten')
  equal(translate('Write  down'), ' festhalten')
  equal(translate('Add to to to people.json'), 'zu to people.json: to')
  for (const other of ['Rewrite it', '3 problems', 'Add it', 'constructor', '']) equal(translate(other), other)
})

/** Sentences of each kind that the server says of the files of a desk and in the titles of what it offers. */
function said(): readonly string[] {
  const rooms = ['folder/json', 'folder/dateline-file', 'folder/people-file', 'files/disk', 'files/editor']
  const sources = [...rooms.map(room => read(`server/${room}.ts`)), read('client/files.ts')]
  const plain = sources.flatMap(source => [...source.matchAll(/'([A-Z][^'\n]* [^'\n]*\.)'/g)].map(([, text]) => text))
  const offers = ['code-actions', 'people-fixes', 'silence'].flatMap(feature => {
    const titles = read(`server/features/${feature}.ts`).matchAll(
      /[`']((?:Add|Fix|Ignore|Make|Switch|Write) [^`'\n]*(?:'[^`\n]*)?)[`']/g,
    )
    return [...titles].map(([, title]) => title.replace(/\$\{[^}]*\}/g, 'x'))
  })
  const inNoExample = ['Give it double marks', 'The file has over 1 MB and is not read.']
  return [...plain, ...offers, ...titlesOfRules(), ...aboutFiles(), ...inNoExample]
}

function titlesOfRules(): readonly string[] {
  return rules.flatMap(rule =>
    rule.examples.flatMap(({ wrong }) => {
      const settings = { profile: 'none' as const, levels: { [rule.id]: 'warning' as const }, people: rule.exampleHouse }
      const problems = checkArticle(readArticle(wrong.replace(/[⟦⟧]/g, '')), settings)
      return problems.flatMap(({ fixes }) => fixes?.map(({ title }) => title) ?? [])
    }),
  )
}

function aboutFiles(): readonly string[] {
  const unknown = [
    '{ "profile": "reuter", "rules": { "lost-mrk": "off", "lost-mark": "wraning" }, "pepole": [] }',
    '{ "profile": "?????????", "rules": { "?????????": "off", "lost-mark": "?????????" }, "?????????": 1 }',
    '{ "profile": 1, "rules": { "lost-mark": 1 } }',
  ]
  const { file } = readPeopleAtOnce('file:///people.json', '[{ "name": "Ana Pell", "checked": "soon" }]')
  const large = tooLarge(2_000_000, 1_000_000)
  return [
    ...unknown.flatMap(text => readDatelineFile(text).problems),
    ...file.problems,
    ...('problem' in large ? [{ message: large.problem }] : []),
  ].map(({ message }) => message)
}

/** The reasons that a source gives for taking a file for a story or not; the number in one of them counts to five. */
function reasonsIn(source: string): string[] {
  const plain = [...source.matchAll(/(?:reason: |reasons: .*\[|count === 1 \? )'([^']+)'/g)].map(([, reason]) => reason)
  const counted = /\} quotations are attributed`/.test(source) ? ['2', '3', '4', '5', 'many'] : []
  return [...plain, ...counted.map(count => `${count} quotations are attributed`)]
}

function read(path: string): string {
  return readFileSync(new URL(`../${path}`, import.meta.url), 'utf8')
}
