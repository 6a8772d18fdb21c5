import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { readMarks } from '../server/analysis/marks.ts'
import { addDays, type CalendarRange, weekdayOf } from '../server/analysis/times/calendar.ts'
import { readTimes, resolve, type TimeExpression } from '../server/analysis/times.ts'
import { readTokens } from '../server/analysis/tokens.ts'

test('each kind is found at its place', () => {
  check(
    'The ferry sank at <time 645>10:45 GMT</time> on <date>Feb. 4, 2026</date>, <duration 2 day>two days</duration> after it left.',
  )
  check(
    'It rose <percentage 0.2 percent>0.2%</percentage> to <money 152000000000 USD>US$152 billion</money>, <money 2500000000 GBP>£2.5bn</money> more.',
  )
  check(
    'Ilse Brandt, <age 38 year>38</age>, a driver, has a <age 9 year>nine-year-old</age> son and a dog <age 3 year>aged three</age>.',
  )
  check(
    'The <duration 12 month>12-month</duration> plan costs <money 5000000 EUR>five million euros</money>, <percentage 3 percent>three per cent</percentage> of it paid.',
  )
  check(
    '<number 111>111</number> countries, <number 250>two hundred and fifty</number> delegates and <number 3000000>3 million</number> people.',
  )
  check('It lies <quantity 15 kilometre>15 km</quantity> off Port Merrin in <quantity 40 metre>40-metre</quantity> waters.')
  check('She was <age 85 year>85 years old</age> and had worked for <duration 1 decade>a decade</duration>, once a day.')
  check('At <time 1020>5 p.m.</time> he left; at <time 720>noon</time> he came; the <number 40>40th</number> day.')
})

test('numbers that are no years, words that are no months or numbers', () => {
  check('They may march, said one of them; Mr May had <number 1500>1500</number> boats and <number 2000>2000</number> people.')
  check(
    'By <date>2026</date> and since early <date>2024</date>, the <date>2012</date> games and the <date>1990s</date>.'.replace(
      'early <date>',
      '<date>early ',
    ),
  )
})

test('dates are counted from the story: Wednesday, 4 February 2026', () => {
  for (const [text, expected] of [
    ['he said on Wednesday', '2026-2-4'],
    ['he said on Tuesday', '2026-2-3'],
    ['talks are expected to go on on Thursday', '2026-2-5'],
    ['he said on Thursday', '2026-1-29'],
    ['last Wednesday', '2026-1-28'],
    ['next Wednesday', '2026-2-11'],
    ['he left yesterday', '2026-2-3'],
    ['he left two days ago', '2026-2-2'],
    ['he left last week', '2026-1-26 2026-2-1'],
    ['he left last month', '2026-1-1 2026-1-31'],
    ['earlier this month', '2026-2-1 2026-2-28'],
    ['he left last year', '2025-1-1 2025-12-31'],
    ['he left in August', '2025-8-1 2025-8-31'],
    ['he left on Dec 30', '2025-12-30'],
    ['he will leave on 2 March', '2026-3-2'],
    ['the 2022 invasion', '2022-1-1 2022-12-31'],
    ['by end-2026', '2026-1-1 2026-12-31'],
    ['the third quarter', undefined],
  ] as const) {
    const date = read(text).find(expression => expression.kind === 'date')?.date
    assert.ok(date, text)
    assert.equal(written(resolve(date, { year: 2026, month: 2, day: 4 })), expected, text)
  }
})

test('without the year of the story there is no weekday, but there is a yesterday', () => {
  const [weekday] = read('on Wednesday')
  const [yesterday] = read('yesterday')
  assert.equal(weekday.date && resolve(weekday.date, { month: 2, day: 4 }), undefined)
  assert.equal(written(yesterday.date && resolve(yesterday.date, { month: 2, day: 4 })), '?-2-3')
  assert.equal(written(yesterday.date && resolve(yesterday.date, { month: 3, day: 1 })), undefined)
})

test('the calendar agrees with that of the machine', () => {
  fc.assert(
    fc.property(fc.integer({ min: -200_000, max: 200_000 }), days => {
      const day = addDays({ year: 1970, month: 1, day: 1 }, days)
      const date = new Date(days * 86_400_000)
      assert.deepEqual(day, { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() })
      assert.equal(day && weekdayOf(day), date.getUTCDay())
    }),
  )
})

test('any string: expressions are sorted, disjoint and on tokens; dates resolve without fail', () => {
  const pieces = fc.constantFrom(
    'Feb',
    'May',
    '4',
    '2026',
    ',',
    '.',
    ' ',
    'last',
    'two',
    'days',
    'ago',
    '$',
    '5',
    'million',
    '%',
    '-',
    'year-old',
    'aged',
    'the',
    'quarter',
    'Monday',
    'half',
    'a',
    '10:45',
    'p.m.',
    '1e9',
    '99999999999',
  )
  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(pieces, { maxLength: 30 }).map(parts => parts.join(' ')),
    fc.array(pieces, { maxLength: 30 }).map(parts => parts.join('')),
  )
  fc.assert(
    fc.property(texts, text => {
      let token = 0
      for (const { firstToken, endToken, start, end, date } of read(text)) {
        assert.ok(firstToken >= token && endToken > firstToken && start < end && end <= text.length)
        if (date) resolve(date, { year: 2026, month: 2, day: 4 })
        token = endToken
      }
    }),
    { numRuns: 3000 },
  )
})

/** Reads the text without its tags and puts what was found back as tags: kind, then amount and unit where there are any. */
function check(marked: string): void {
  const text = marked.replace(/<[^>]+>/g, '')
  const kindsWithValue = /<\w+ [^>]+>/.test(marked)
  let got = ''
  let from = 0
  for (const { start, end, kind, amount, unit } of read(text)) {
    const value = kindsWithValue && amount !== undefined ? ` ${amount}${unit === undefined ? '' : ` ${unit}`}` : ''
    got += `${text.slice(from, start)}<${kind}${value}>${text.slice(start, end)}</${kind}>`
    from = end
  }
  assert.equal(got + text.slice(from), marked)
}

const read = (text: string): readonly TimeExpression[] => readTimes(text, readTokens(text, readMarks(text)))
const written = (range: CalendarRange | undefined) =>
  range && [...new Set([range.from, range.to].map(({ year, month, day }) => `${year ?? '?'}-${month}-${day}`))].join(' ')
