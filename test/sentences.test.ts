import { equal } from 'node:assert/strict'
import { test } from 'node:test'
import { assert as check, property, string } from 'fast-check'
import { readMarks } from '../server/analysis/marks.ts'
import { readSentences } from '../server/analysis/sentences.ts'
import { readTokens } from '../server/analysis/tokens.ts'

const read = (text: string) => readSentences(readTokens(text, readMarks(text)))

/** Checks that the text is split at the signs | and nowhere else. */
function checkSentences(...marked: readonly string[]): void {
  for (const expected of marked) {
    const text = expected.replaceAll('| ', ' ')
    equal(
      read(text)
        .map(({ start, end }) => text.slice(start, end))
        .join('| '),
      expected,
    )
  }
}

test('abbreviations and initials do not end a sentence', () => {
  checkSentences(
    'Gen. Tom Pell and J.K. Reyk met Mr. Dara.| They left.',
    'On Feb. 4 the U.S. President met Sen. Ana B. Pell.| She agreed.',
    'It was No. 5 of St. Karvi vs. the Isles.| Then it ended.',
    'Karvia Co. of the Isles and Pell Inc. fell.| He left Pell Inc.| The firm fell.',
  )
})

test('letters with stops end one where a new one plainly begins', () => {
  checkSentences(
    'He left the U.S.| The talks failed.',
    'U.S. officials met at 5 p.m.| They left at 10 a.m. on Monday.',
    'She lives in the U.S.',
  )
})

test('a single letter ends a sentence where it is no initial', () => {
  checkSentences('She wrote on X.| Then she left.', 'It has vitamin C.| Pell said so.', 'She wrote on X.')
})

test('a quotation that ends with a stop goes on with its speaker', () => {
  checkSentences(
    '"No." he said.| She left.',
    '"Will you go?" he asked.| "Yes!" said Ana Pell.',
    '"Will you go?" Mr. Pell asked.| "Never!" Ana Reyk of course said no.'.replace(' Ana Reyk of course said no.', '| She left.'),
    'He said "no."| Then he left.| She said "yes".| Then she left.',
    '"We wait.| We must," she said.',
    '"No."| "Yes."| "Maybe."',
  )
})

test('numbers, ellipses, brackets and lists', () => {
  checkSentences(
    'It rose 3.5 percent to 1,000.50.| It was 2020.| Next.',
    'He said ... nothing.| It stopped…| Then it went on.',
    '(This was all.)| He left (see above).| [Laughs] More.',
    '1. First item here.| 2. Second item.',
    'Q: What now?| A: Nothing.',
    'What!?| No way...| Really?',
    'See https://karvia.example/a.b.| Follow @ana_pell.| Yes.',
    '- one item, no stop',
  )
})

test('the sentences of any text hold all its tokens, in order', () => {
  check(
    property(string({ unit: 'binary', maxLength: 100 }), text => {
      const tokens = readTokens(text, readMarks(text))
      let next = 0
      for (const { firstToken, endToken, start, end } of readSentences(tokens)) {
        equal(firstToken, next)
        equal(start, tokens.starts[firstToken])
        equal(end, tokens.ends[endToken - 1])
        next = endToken
      }
      equal(next, tokens.count)
    }),
  )
})
