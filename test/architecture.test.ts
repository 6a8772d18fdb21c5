import { deepEqual, match, ok } from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))

/** The rooms, the first that fits a path, and what each may import: rooms, and packages by the beginning of their names. */
const rooms: readonly { readonly name: string; readonly path: RegExp; readonly mayImport: RegExp }[] = [
  { name: 'analysis', path: /^server\/analysis\//, mayImport: /^(analysis|micromark.*|mdast-util-.*)$/ },
  { name: 'rules', path: /^server\/rules\//, mayImport: /^(rules|analysis)$/ },
  { name: 'folder', path: /^server\/folder\//, mayImport: /^(folder|rules|analysis|jsonc-parser)$/ },
  { name: 'files', path: /^server\/files\//, mayImport: /^(files|folder|vscode-languageserver|node:.*)$/ },
  {
    name: 'features',
    path: /^server\/features\//,
    mayImport: /^(features|folder|rules|analysis|inspect|vscode-languageserver.*)$/,
  },
  {
    name: 'server',
    path: /^server\/(server|node|browser)\.ts$/,
    mayImport: /^(server|features|files|folder|rules|analysis|vscode-languageserver.*)$/,
  },
  { name: 'start', path: /^server\/start\.ts$/, mayImport: /^node:.*$/ },
  { name: 'inspect', path: /^server\/inspect\.ts$/, mayImport: /^(analysis|rules)$/ },
  {
    name: 'cli',
    path: /^server\/cli(\/.*|\.ts)$/,
    mayImport: /^(cli|inspect|files|folder|rules|analysis|cli-progress|commander|sarif|tinyglobby|package\.json|node:.*)$/,
  },
  { name: 'client', path: /^client\//, mayImport: /^(client|detect|vscode|vscode-languageclient.*)$/ },
]

/** The room of a file, by its path from the root. The client may see one file of the analysis, which says whether a text is a story. */
function roomOf(path: string, from: string): string {
  if (from === 'client' && path === 'server/analysis/detect.ts') return 'detect'
  return rooms.find(room => room.path.test(path))?.name ?? path
}

function sources(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map(file => join(folder, file).replaceAll('\\', '/'))
    .filter(file => file.endsWith('.ts'))
}

/** What a file imports: a package's name, or the path from the root of a file. */
function importsOf(file: string): readonly string[] {
  const code = readFileSync(join(root, file), 'utf8')
  const imports = [
    ...code.matchAll(/^\s*(?:import|export)\b[^'"`;]*?\bfrom\s+'([^']+)'|^\s*import\s+'([^']+)'|\bimport\(\s*'([^']+)'/gm),
  ]
  return imports
    .map(([, from, bare, dynamic]) => from ?? bare ?? dynamic ?? '')
    .map(name => (name.startsWith('.') ? relative(root, join(root, dirname(file), name)).replaceAll('\\', '/') : name))
}

for (const { name, mayImport } of rooms) {
  test(`${name} imports only what it may`, () => {
    const files = [...sources('server'), ...sources('client')].filter(file => roomOf(file, '') === name)
    ok(files.length > 0)
    const wrong = files.flatMap(file =>
      importsOf(file)
        .filter(imported => !mayImport.test(roomOf(imported, name)))
        .map(imported => `${file} imports ${imported}`),
    )
    deepEqual(wrong, [])
  })
}

test('every source file stands in a room', () => {
  const homeless = [...sources('server'), ...sources('client')].filter(file => !rooms.some(room => room.path.test(file)))
  deepEqual(homeless, [])
})

test('imports of files carry their ending', () => {
  for (const file of [...sources('server'), ...sources('client')]) {
    for (const imported of importsOf(file).filter(name => /^(server|client)\//.test(name))) match(imported, /\.(ts|json)$/, file)
  }
})
