import { deepEqual, equal, match } from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { test } from 'node:test'
import { array, assert as check, constantFrom, property } from 'fast-check'
import { readArticle } from '../server/analysis/article.ts'
import { readSources } from '../server/analysis/sources.ts'
import { checkArticle } from '../server/rules/index.ts'

/** The ledger of a text, a line a source: kind, name, quotations, statements, and what the story says of it. */
function ledgerOf(text: string): readonly string[] {
  const { sources, withoutSource } = readSources(readArticle(text))
  const lines = sources.map(({ kind, name, quotations, statements, description, isBare }) =>
    [
      kind,
      name,
      `${quotations.length}+${statements.length}`,
      ...(description ? [description] : []),
      ...(isBare ? ['bare'] : []),
    ].join(' | '),
  )
  const { quotations, statements } = withoutSource
  return quotations.length + statements.length > 0 ? [...lines, `nobody | ${quotations.length}+${statements.length}`] : lines
}

test('people by name and role, whatever they are called later', () => {
  deepEqual(
    ledgerOf('Mayor Ana Pell said that the bridge was late. "We will wait," Pell said.\n\nShe said that it would open in May.'),
    ['person | Ana Pell | 1+2 | Mayor'],
  )
})

test('institutions by name, and the police without one', () => {
  deepEqual(ledgerOf('The Ministry of Trade said that sales fell. Police said that nobody was hurt.'), [
    'institution | Ministry of Trade | 0+1',
    'institution | Police | 0+1',
  ])
})

test('a document that nobody is named for', () => {
  deepEqual(ledgerOf('The fire began in the kitchen, according to a report.'), ['document | a report | 0+1'])
})

test('unnamed sources: described, and of whom nothing is said', () => {
  deepEqual(
    ledgerOf(
      'A source close to the government told Northwire that it will fall. Sources said that it will not. Two analysts said that they did not know.',
    ),
    ['unnamed | A source close to the government | 0+1', 'unnamed | Sources | 0+1 | bare', 'unnamed | Two analysts | 0+1'],
  )
})

test('the source is the one that the story has described', () => {
  deepEqual(ledgerOf('A source in the ministry said that the plant will close. The source said that it will close in May.'), [
    'unnamed | A source in the ministry | 0+2',
  ])
})

test('words that have no source; scare quotes rest on nobody and need not', () => {
  deepEqual(ledgerOf('The "smart" bin was emptied.\n\n"We will certainly be back here before long."\n\nThe market fell.'), [
    'nobody | 1+0',
  ])
})

test('a mangled apostrophe is shown mended', () => {
  deepEqual(ledgerOf('Karvia"s lead negotiator said that the talks went well.'), ["unnamed | Karvia's lead negotiator | 0+1"])
})

test('a described source is no bare one, before or behind its words, with or without a comma', () => {
  for (const text of [
    'A source close to the government told Northwire that it will fall.',
    'A source familiar with the matter said that it will fall.',
    'It will fall, said a source, who has seen the letter.',
    'It will fall, according to two sources in the ministry.',
    'A government source said that it will fall.',
    'A source at the plant said that it will close. Sources said that it will close in May.',
    'Plant to close - sources\n\nThe plant will close, Mayor Ana Pell said on Monday.',
  ])
    deepEqual(alarms(text, 'bare-source'), [], text)
})

test('words of a story and of its ledger are the same: each said once, whatever the text', () => {
  const pieces = [
    '"We wait," Ana Pell said. ',
    'Sources said that it fell. ',
    'according to a report',
    'The ministry said ',
    '"so-called"',
    '\n\n',
    'He said: "Yes, we "do" it.',
    '\' " ',
  ]
  check(
    property(array(constantFrom(...pieces), { maxLength: 30 }), parts => {
      const article = readArticle(parts.join(''))
      const { sources, withoutSource } = readSources(article)
      const said = [...sources, withoutSource].flatMap(({ quotations, statements }) => [...quotations, ...statements])
      equal(new Set(said).size, said.length)
      equal(said.filter(each => !('kind' in each)).length, article.statements.length)
    }),
    { numRuns: 200 },
  )
})

const story = 'Bridge to close\n\nThe bridge will close, =Mayor Ana "Red" Pell said. A source said, "It must, it should."\n'

test('dateline sources prints a table, comma-separated values or JSON, and ends with 0', () => {
  const table = run('table', story)
  match(table, /^-: 2 sources \(1 person, 1 unnamed\)\n {2}line {2}kind /)
  match(table, /\n {5}3 {2}unnamed {2}A source +1 +0 {2}not described\n$/)
  const [head, ...rows] = run('csv', story).trimEnd().split('\r\n')
  equal(head, 'file,line,kind,source,quotations,statements,description')
  match(rows[1], /^-,3,unnamed,A source,1,0,not described$/)
  const { version, sources } = JSON.parse(run('json', story))
  deepEqual([version, sources.map((source: { kind: string }) => source.kind)], [1, ['person', 'unnamed']])
  const { start, end } = sources[1].quotations[0]
  equal(story.slice(start, end), '"It must, it should."')
})

test('no story makes a spreadsheet calculate or a terminal act', () => {
  const hostile =
    'The plant, "+1" said\u001b[31m Ana.\n\nThe \u001b]0;title\u0007ministry, who said that it fell, said that "it, fell".'
  for (const format of ['table', 'csv', 'json'])
    equal(/[\u0000-\u0009\u000b\u000c\u000e-\u001f]/.test(run(format, hostile)), false)
  for (const cell of run('csv', hostile).split(/[,\r\n]/)) equal(/^[=+@]/.test(cell), false)
})

/** The texts that a rule stops at, at any level. */
function alarms(text: string, rule: string): readonly string[] {
  return checkArticle(readArticle(text), { profile: 'none', levels: { [rule]: 'warning' } })
    .filter(problem => problem.rule.id === rule)
    .map(({ start, end }) => text.slice(start, end))
}

function run(format: string, input: string): string {
  const { stdout, status } = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'server/cli.ts', 'sources', '--format', format, '-'],
    { encoding: 'utf8', input },
  )
  equal(status, 0)
  return stdout
}
