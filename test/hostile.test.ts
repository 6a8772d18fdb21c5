import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { readArticle } from '../server/analysis/article.ts'
import { detectStory } from '../server/analysis/detect.ts'
import { features } from '../server/features/index.ts'
import { readDatelineFile } from '../server/folder/dateline-file.ts'
import { findPerson, readPeopleAtOnce } from '../server/folder/people.ts'
import { checkArticle, type RuleSettings, rules } from '../server/rules/index.ts'
import { openMarked } from './features/check.ts'

/** What is repeated to make a hostile text: each piece is bait for one recogniser or more. */
const baits: readonly string[] = [
  '"',
  '“',
  '”',
  "'",
  '’',
  '``',
  "''",
  '«',
  '" ',
  ' "',
  '"a" ',
  '("',
  '(',
  '[',
  '{',
  ')',
  '-',
  '--',
  '- ',
  'a-',
  'A-',
  '.',
  '. ',
  'a.',
  'A.',
  'U.S.',
  '...',
  ',',
  ', ',
  ':',
  '1',
  '1,',
  '1.',
  '10:',
  '1/',
  '$',
  '$1 ',
  '%',
  '#',
  '@a',
  'a@',
  'www.',
  'http://',
  'é',
  '\u0301',
  '\ud83d',
  '\ud83d\ude00',
  '\u200b',
  '\u2060',
  '\t',
  '\n',
  '\r',
  '\n\n"',
  '\n- ',
  '\nBy ',
  '\n\nBy Ada Venn\n\n',
  'A',
  'a',
  'A ',
  'Ada ',
  'Ada Venn ',
  'Ada Venn, ',
  'Ada Venn and ',
  'Ada Venn. ',
  'Venn of ',
  'Bank of ',
  'the ',
  'he ',
  'he said ',
  'said ',
  'said that ',
  '"Yes," he said. ',
  'Ada Venn said: "Yes. ',
  'Ada Venn, the head of the ',
  'minister ',
  'President of ',
  'according to ',
  'as ',
  'on Monday ',
  'Feb 4 ',
  '4 February 2020 ',
  'Kyiv"s ',
  "Kyiv's ",
  'KYIV ',
  'KYIV, Feb 4 (Agency) - ',
  '38-year-old ',
  '5 feet 10" ',
  "rock 'n' ",
  'Mr. ',
  '(Reporting by ',
  'Ada Venn: ',
  '\n\nQ: ',
  '\n\nKEY POINTS\n\n',
  '\n\nAda Venn said "yes" on Monday.\n\n',
  'Bela Zorn said he was glad. ',
]

/** The default is enough to tell a line from a curve; SIZE=300000 for a long run. */
const size = Number(process.env.SIZE ?? 8_000)

const milliseconds = (run: () => unknown): number => {
  const { user, system } = process.cpuUsage()
  run()
  const after = process.cpuUsage()
  return (after.user - user + after.system - system) / 1000
}

const repeated = (bait: string, length: number) => bait.repeat(Math.ceil(length / bait.length))

/** Texts four times as long may take ten times as long, or no time to speak of; a busy machine gets three tries. */
function checkGrowth(what: string, run: (length: number) => () => unknown): void {
  const tries: string[] = []
  for (let attempt = 0; attempt < 3; attempt++) {
    const short = milliseconds(run(size / 4))
    const long = milliseconds(run(size))
    if (long < size / 200 || long < short * 10) return
    tries.push(`${short.toFixed(0)} to ${long.toFixed(0)} ms`)
  }
  assert.fail(`${what}: ${tries.join(', ')} for four times the text`)
}

const allRules: RuleSettings = { profile: 'none', levels: Object.fromEntries(rules.map(({ id }) => [id, 'warning'])) }

/** What is done with each text; what it needs is prepared first. */
const works: Readonly<Record<string, (text: string) => () => unknown>> = {
  'the reading': text => () => readArticle(text),
  'the reading after a letter was typed': text => {
    const before = readArticle(text)
    return () => readArticle(`${text}a`, before)
  },
  'the reading of Markdown': text => () => readArticle(text, undefined, 'markdown'),
  'the rules': text => {
    const article = readArticle(text)
    return () => checkArticle(article, allRules)
  },
  'the answers of the server': text => {
    const { ask, document, session, uri } = openMarked(text)
    session.story(uri)
    const position = document.positionAt(text.length / 2)
    const range = { start: { line: 0, character: 0 }, end: document.positionAt(text.length) }
    const params = { uri, position, positions: [position], range, context: { diagnostics: [], includeDeclaration: true } }
    return () => asked.map(method => ask(method, params))
  },
  'what tells a story from other files': text => () => detectStory(text),
  'dateline.json': text => () => [text, `{"ignore":[${text}`, `{"rules":{"${text}`].map(readDatelineFile),
  'a people file': text => () =>
    [text, `[{"name":"${text}`, `[{"name":"a"},${text}`].map(json =>
      findPerson([readPeopleAtOnce('file:///people.json', json)], 'Ada Venn'),
    ),
}

/** All that needs no more than a story and a place. */
const asked = features
  .flatMap(({ answers }) => answers.map(({ method }) => method))
  .filter(method => method.startsWith('textDocument/') && method !== 'textDocument/rename')

describe('hostile texts take no more than linear time', () => {
  for (const [what, prepare] of Object.entries(works))
    test(what, () => {
      for (const bait of baits) checkGrowth(JSON.stringify(bait), length => prepare(repeated(bait, length)))
    })

  test('a story with one paragraph for each name', () => {
    checkGrowth('names', length => {
      const text = Array.from({ length: length / 40 }, (_, i) => `Ada Venn${i} said Bela Zorn${i % 97} knew.`).join('\n\n')
      return () => readArticle(text)
    })
  })
})
