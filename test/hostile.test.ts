import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { readArticle } from '../server/analysis/article.ts'
import { checkArticle, rules } from '../server/rules/index.ts'

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
const size = Number(process.env.SIZE ?? 12_000)

const milliseconds = (run: () => void): number => {
  const { user, system } = process.cpuUsage()
  run()
  const after = process.cpuUsage()
  return (after.user - user + after.system - system) / 1000
}

const repeated = (bait: string, length: number) => bait.repeat(Math.ceil(length / bait.length))

/** Texts four times as long may take ten times as long, or no time to speak of; a busy machine gets three tries. */
function checkGrowth(what: string, run: (length: number) => () => void): void {
  const tries: string[] = []
  for (let attempt = 0; attempt < 3; attempt++) {
    const short = milliseconds(run(size / 4))
    const long = milliseconds(run(size))
    if (long < size / 200 || long < short * 10) return
    tries.push(`${short.toFixed(0)} to ${long.toFixed(0)} ms`)
  }
  assert.fail(`${what}: ${tries.join(', ')} for four times the text`)
}

describe('hostile texts take no more than linear time', () => {
  test('the reading', () => {
    for (const bait of baits)
      checkGrowth(JSON.stringify(bait), length => {
        const text = repeated(bait, length)
        return () => {
          readArticle(text)
        }
      })
  })

  test('the rules', () => {
    for (const bait of baits)
      checkGrowth(JSON.stringify(bait), length => {
        const article = readArticle(repeated(bait, length))
        return () => {
          checkArticle(article, { profile: 'none', levels: Object.fromEntries(rules.map(({ id }) => [id, 'warning'])) })
        }
      })
  })

  test('a story with one paragraph for each name', () => {
    checkGrowth('names', length => {
      const text = Array.from({ length: length / 40 }, (_, i) => `Ada Venn${i} said Bela Zorn${i % 97} knew.`).join('\n\n')
      return () => {
        readArticle(text)
      }
    })
  })
})
