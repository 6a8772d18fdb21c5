import { deepEqual, doesNotMatch, equal, match, ok } from 'node:assert/strict'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { fromMarkdown } from 'mdast-util-from-markdown'
import type { CodeLens, CompletionList, DocumentSymbol, Hover, InlayHint } from 'vscode-languageserver'
import {
  DidOpenTextDocumentNotification,
  DocumentDiagnosticRequest,
  HoverRequest,
  MarkupContent,
  WorkspaceSymbolRequest,
} from 'vscode-languageserver'
import { cleanJson } from '../server/cli/clean.ts'
import { deskFinder } from '../server/cli/desks.ts'
import { placed } from '../server/cli/format.ts'
import { formatNames, formats } from '../server/cli/formats.ts'
import { readText } from '../server/cli/stories.ts'
import { keepDesks } from '../server/files/desks.ts'
import { diskFiles } from '../server/files/disk.ts'
import { inspect } from '../server/inspect.ts'
import { checkArticle } from '../server/rules/index.ts'
import { converse, opening, place, textDocument } from './conversation.ts'
import { internetSockets } from './e2e/sockets.mjs'
import { openMarked } from './features/check.ts'

/** The example that was written to be hostile, and the same tricks within names, roles and words that people say. */
const bait = '\u202e\u200b\u2066<img src=x onerror=alert(1)>\u001b[31m\u0007\u009b2J\ud800](command:x)'
const stories = [
  readFileSync(new URL('../examples/hostile.news', import.meta.url), 'utf8'),
  `Quay ${bait} burns\nBy Ines ${bait} Marlow\n\n"We ${bait} wait. [See](file:///etc/passwd) <b>now</b>," said harbour"s director Hanna${bait} Brix\u200bley, 38.\n\n` +
    `${bait} Brixley said she had seen ![it](https://evil.example/x.png) www.evil.example on Tuesday.\n\n` +
    `KEEP ${bait} OUT\n\n"It's ${bait} over," a source ${bait} with knowledge of the matter said.\n\n(Reporting by Ines ${bait} Marlow)\n`,
  bait.repeat(2000),
]

/** What no terminal, list or card may be given: controls, directions, what has no width, half characters. */
const dangerous = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]|\p{Cs}/u

test('cards hold no link, picture or HTML of the story, wherever the mouse rests', () => {
  for (const text of stories) {
    const story = openMarked(text)
    const { names = [], quotes = [], statements = [], people = [] } = story.session.story(story.uri)?.article ?? {}
    const spans = [...names, ...quotes, ...statements, ...people.flatMap(({ mentions }) => mentions)].slice(0, 400)
    for (const { start } of spans) {
      const hover = story.ask<Hover | null>('textDocument/hover', { position: story.document.positionAt(start) })
      if (!hover || !MarkupContent.is(hover.contents)) continue
      const { value } = hover.contents
      doesNotMatch(value, dangerous)
      for (const address of addressesIn(fromMarkdown(value)))
        ok(address.startsWith(story.uri) || /^https:\/\/(?!evil)/.test(address), `${address} in ${value}`)
    }
  }
})

/** The addresses of all links; HTML and pictures are at fault by being there. */
function addressesIn(node: Node): readonly string[] {
  ok(node.type !== 'html' && node.type !== 'image' && node.type !== 'definition', node.type)
  return [...(node.url === undefined ? [] : [node.url]), ...(node.children ?? []).flatMap(addressesIn)]
}

interface Node {
  readonly type: string
  readonly url?: string
  readonly children?: readonly Node[]
}

test('outline, lenses, hints, completion and who speaks of whom stay clean', () => {
  for (const text of stories) {
    const story = openMarked(text, { settings: { inlayHints: { fullNames: true } } })
    const range = { start: { line: 0, character: 0 }, end: { line: 9999, character: 0 } }
    const outline = story.ask<readonly DocumentSymbol[]>('textDocument/documentSymbol')
    const shown = [
      ...outline.flatMap(labelsOf),
      ...story.ask<readonly CodeLens[]>('textDocument/codeLens').map(({ command }) => command?.title ?? ''),
      ...(story.ask<readonly InlayHint[] | null>('textDocument/inlayHint', { range }) ?? []).flatMap(({ label, tooltip }) => [
        String(label),
        String(tooltip),
      ]),
    ]
    for (const label of shown) doesNotMatch(label, dangerous)
    ok(shown.length > 0)
  }
  const items =
    openMarked(`${stories[1]}\nThe offer came from Ha‸`).ask<CompletionList | null>('textDocument/completion')?.items ?? []
  for (const { detail = '' } of items) doesNotMatch(detail, dangerous)
})

const labelsOf = ({ name, detail = '', children = [] }: DocumentSymbol): string[] => [name, detail, ...children.flatMap(labelsOf)]

test('whatever the command line writes, no terminal acts on it, and each format stays what it is', () => {
  for (const text of stories) {
    const file = `desk/${bait}.news`
    const story = { file, article: readText(file, text) }
    const problems = placed(story, checkArticle(story.article, { profile: 'reuters', levels: {} }), () => true)
    for (const name of formatNames) {
      const { head = '', tail = () => '', linesOf } = formats[name]
      const lines = [...linesOf(story, problems)]
      doesNotMatch([head, ...lines, tail([{ file, problem: bait }])].join('\n'), dangerous, name)
      if (name === 'json' || name === 'sarif') for (const line of lines) JSON.parse(line)
      if (name === 'github') for (const line of lines) equal(line.match(/^::(?:error|warning|notice) [^\n]*$/)?.length, 1)
      if (name === 'junit') doesNotMatch(lines.join('\n'), /<(?!\/?(?:testsuite|testcase|failure|system-out)\b)/)
    }
    doesNotMatch(cleanJson(inspect(file, story.article)), dangerous)
  }
})

test('a people file that lies outside of the folder, by its path or by a link, is read by nobody, and that is told', async context => {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-untrusted-'))
  const outside = mkdtempSync(join(tmpdir(), 'dateline-outside-'))
  context.after(() => {
    for (const each of [folder, outside]) rmSync(each, { recursive: true })
  })
  writeFileSync(join(outside, 'people.json'), '[{ "name": "Hanna Brixley" }]')
  symlinkSync(join(outside, 'people.json'), join(folder, 'people.json'))
  symlinkSync(outside, join(folder, 'lists'))
  const paths = [
    'people.json',
    'lists/people.json',
    `..${outside.slice(tmpdir().length)}/people.json`,
    join(outside, 'people.json'),
  ]
  writeFileSync(join(folder, 'dateline.json'), JSON.stringify({ people: paths }))
  const told: string[] = []
  deepEqual(deskFinder(({ text }) => told.push(text))(join(folder, 'strike.news')).people, [])

  const address = (name: string) => pathToFileURL(join(folder, name)).href
  const desks = keepDesks({
    files: diskFiles,
    openText: () => undefined,
    peoplePaths: () => paths,
    report: (_uri, _text, problems) => told.push(...problems.map(({ message }) => message)),
    renewed: () => {},
  })
  desks.openFolders([address('')])
  await desks.visit(address('strike.news'))
  deepEqual(desks.of(address('strike.news')).people, [])
  equal(told.filter(text => /outside of the folder|leaves the folder/.test(text)).length, 2 * paths.length, told.join('\n'))
})

test('the server has no way to the network but the one pipe that its client may ask for', async () => {
  const { metafile } = await build({
    entryPoints: ['server/node.ts'],
    bundle: true,
    platform: 'node',
    format: 'cjs',
    mainFields: ['module', 'main'],
    write: false,
    metafile: true,
    logLevel: 'error',
  })
  const importers = (module: RegExp) =>
    Object.entries(metafile.inputs)
      .filter(([, { imports }]) => imports.some(({ path, external }) => external && module.test(path)))
      .map(([file]) => file)
  deepEqual(importers(/^(?:node:)?(?:https?|http2|dgram|tls|dns|inspector)(?:\/|$)/), [])
  // The protocol's library can speak over a pipe or socket where it is started with --pipe or --socket; Dateline itself imports no network at all.
  for (const file of importers(/^(?:node:)?net$/)) match(file, /\/vscode-jsonrpc\/lib\/node\/main\.js$/)
  const own = Object.keys(metafile.inputs).filter(file => file.startsWith('server/'))
  for (const file of own)
    doesNotMatch(readFileSync(file, 'utf8'), /\bfetch\(|XMLHttpRequest|WebSocket|EventSource|sendBeacon/, file)
})

test('a server that has read a folder and answered has no socket open', async context => {
  const folder = new URL('../examples', import.meta.url).href
  const { client, processId, end } = await converse(context, { textDocument: { diagnostic: {} } }, undefined, folder)
  await client.sendNotification(DidOpenTextDocumentNotification.type, opening)
  await client.sendRequest(DocumentDiagnosticRequest.type, { textDocument })
  await client.sendRequest(HoverRequest.type, { textDocument, position: place('Brixley told') })
  await client.sendRequest(WorkspaceSymbolRequest.type, { query: 'brixley' })
  deepEqual(internetSockets(processId), [])
  equal(await end(), 0)
})

if (process.platform === 'linux')
  test('a socket that is open would have been seen', async context => {
    const before = internetSockets(process.pid).length
    const server = createServer().listen(0, '127.0.0.1')
    context.after(() => server.close())
    await once(server, 'listening')
    equal(internetSockets(process.pid).length, before + 1)
  })
