import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { array, assert as check, constantFrom, nat, property } from 'fast-check'
import { readArticle } from '../server/analysis/article.ts'
import { type MarkRole, readMarks } from '../server/analysis/marks.ts'
import { overlaps, type Span } from '../server/analysis/span.ts'

/**
 * Reads the marks of the text, written with signs for their roles: ⟦ before one that opens, ⟧ after one that closes, ᵃ before an apostrophe,
 * ᵖ before inches, feet or minutes, ᵒ before one that means nothing; and compares.
 */
function checkMarks(...marked: readonly string[]): void {
  for (const expected of marked) equal(writeMarks(expected.replace(/[⟦⟧ᵃᵖᵒ]/g, '')), expected)
}

function writeMarks(text: string): string {
  let written = ''
  let last = 0
  for (const { start, end, role } of readMarks(text).marks) {
    written += text.slice(last, start) + signs[role] + text.slice(start, end) + (role === 'closes' ? '⟧' : '')
    last = end
  }
  return written + text.slice(last)
}

const signs: Readonly<Record<MarkRole, string>> = { opens: '⟦', closes: '', apostrophe: 'ᵃ', prime: 'ᵖ', other: 'ᵒ' }

test('double marks with apostrophes', () => {
  checkMarks(
    '⟦"We donᵃ\'t know,"⟧ Ana Pell said. ⟦"Itᵃ\'s Karviaᵃ\'s call."⟧',
    '⟦“We donᵃ’t know,”⟧ Ana Pell said. ⟦“Itᵃ’s Karviaᵃ’s call.”⟧',
    'The ⟦"useful"⟧ talks, ⟦"long"⟧ and ⟦"good"⟧—⟦"very good"⟧—went on (⟦"again"⟧), he said ⟦"..."⟧.',
  )
})

test('every apostrophe typed as a double mark', () => {
  checkMarks(
    'Karviaᵃ"s envoy met the Islesᵃ" foreign ministry and Sean Oᵃ"Dara. Letᵃ"s go; they donᵃ"t.',
    '⟦"Letᵃ"s wait. We donᵃ"t know,"⟧ Ana Pell said of the playersᵃ" union.',
    '⟦"We like Karviaᵃ"s plan"⟧ and the ministerᵃ"s ⟦"new deal"⟧, the leadersᵃ" office said.',
    'It is the ᵃ"90s again.',
    'the U.S.ᵃ"s plan, the 1990ᵃ"s, ⟦"Karvia"⟧ᵃ"s plot',
  )
})

test('every double mark typed as an apostrophe, and British single marks', () => {
  checkMarks(
    "⟦'I donᵃ't know,'⟧ he said. ⟦'It is the playersᵃ' union.'⟧",
    "⟦'The workersᵃ' party'⟧ said no. ⟦'We wonᵃ't,'⟧ said the minersᵃ' leader.",
    '⟦\'He told me ⟦"go away"⟧ and left,\'⟧ she said.',
    '⟦‘He told me ⟦“go away”⟧ and wouldnᵃ’t stay,’⟧ she said.',
    "Itᵃ's a ⟦'yes'⟧ from the playersᵃ' ⟦'friends'⟧ in Karviaᵃ's camp",
  )
})

test('a plural possessive is no closing mark, and a closing mark no possessive', () => {
  checkMarks(
    "The playersᵃ' union and the ownersᵃ' group said ⟦'no'⟧ to the bossᵃ' car.",
    "⟦'terrorists'⟧ and the workersᵃ' party; the ⟦'players'⟧.",
    "⟦\"The playersᵃ' union wonᵃ't, and the ownersᵃ' wonᵃ't,\"⟧ he said.",
  )
})

test('elisions, decades and names', () => {
  checkMarks(
    "rock ᵃ'nᵃ' roll of the ᵃ'90s, ᵃ'tis the season, get ᵃ'em, ᵃ'til dawn; the class of ᵃ'68",
    'rock ᵃ"nᵃ" roll, donᵃ"t stop',
    'ᵃ‘90s and ᵃ’em and donᵃ‘t',
    "goinᵃ' down, singinᵃ' songs",
    "Sean Oᵃ'Dara, Ana dᵃ'Este, the Qurᵃ'an, Shiᵃ'ite, alᵃ'Karvi",
    'Dwayne ⟦"The Wall"⟧ Reyk and Tom ⟦\'Red\'⟧ Pell',
  )
})

test('inches, feet and minutes', () => {
  checkMarks(
    'He is 5ᵖ\'10ᵖ" tall and made a 7ᵖ" single and a 12ᵖ" one.',
    '⟦"He is 5ᵖ\'10ᵖ" tall,"⟧ she said. ⟦"My screen is 32ᵖ" wide."⟧',
    'He is 6ft 2ᵖ" tall and ⟦"happy"⟧ about it.',
    'They met at 51°30ᵖ\'26ᵖ"N.',
    '⟦"Top 40"⟧ and ⟦"Top 10"⟧ lists',
  )
})

test('quotations within quotations', () => {
  checkMarks(
    '⟦"He told me ⟦\'go\'⟧ and left,"⟧ she said. ⟦"He said, ⟦\'No.\'⟧"⟧',
    '⟦"⟦\'Go,\'⟧ he said to me,"⟧ she said. ⟦"I said ⟦\'no\'⟧"⟧',
    '⟦“He said ⟦‘they call it ⟦“home”⟧’⟧ and left.”⟧',
    // a slip, but plain enough
    'He wrote: ⟦"I told him ⟦"go"⟧ and he went."⟧',
    '⟦“I told him ⟦“go”⟧ and he went,”⟧ she said.',
  )
  deepEqual(
    readMarks('"He said \'go\' to me." "No."').stretches.map(stretch => stretch.depth),
    [0, 1, 0],
  )
})

test('other families of marks', () => {
  checkMarks(
    "⟦«Nous ne savons pas»⟧, dit-il. ⟦« Cᵃ'est lᵃ'heure »⟧, dit-elle. ⟦»Ja«⟧, sagte er. ⟦‹Non›⟧.",
    '⟦„Wir gehen“⟧, sagte er. ⟦‚Nein‘⟧, sagte sie. ⟦„Er sagte ⟦‚nein‘⟧ zu mir.“⟧',
    "⟦``We go,''⟧ he said. ⟦``Itᵃ's the workersᵃ' day.''⟧",
    "The ship ᵒ''Karvia Queenᵒ'' sailed.", // the italics of a wiki
  )
})

test('marks lost in a conversion', () => {
  checkMarks(
    '⟦â€œWe donᵃâ€™t know,â€⟧ he said. It was 5â€“6 â€” and ⟦â€œfineâ€⟧.',
    '⟦?We donᵃ?t know,?⟧ he said.',
    'Karviaᵃ?s talks',
    '⟦\ufffdWe donᵃ\ufffdt know,\ufffd⟧ he said.',
    'Who knows? Really? See page?s=1.',
  )
})

test('interrupted quotations, and marks beside brackets, dashes and stops', () => {
  checkMarks(
    '⟦"Go,"⟧ he said, ⟦"now."⟧',
    '⟦"I was—"⟧ he began. ⟦"What ... no,"⟧ she said. ⟦"... and more ..."⟧',
    '⟦"They (the ministers) [all of them] wait,"⟧ he said; ⟦"always!"⟧ (⟦"Why?"⟧)',
    '⟦" presented to the board ..."⟧ he wrote.',
    '⟦"yes"⟧ ⟦"No"⟧ ⟦"Maybe"⟧',
    'It said ⟦""⟧ and no more.',
  )
})

test('a quotation that runs over paragraphs has a stretch to the end of each but the last', () => {
  checkMarks('⟦"We go on. It is not over.', 'He said: ⟦"We go on. It is not over.', '⟦“We wonᵃ’t go on.')
  const [stretch] = readMarks('"We go on.').stretches
  deepEqual([stretch.start, stretch.end, stretch.open, stretch.close], [0, 10, 0, undefined])
})

test('a closing mark that nothing opens ends a stretch only at the very end of a paragraph', () => {
  checkMarks('And that is all.”⟧', 'And that is all,"⟧ he said. ⟦"We like it,"⟧ he added.')
  deepEqual(readMarks('And that is all,” he said.').stretches, [])
  const [stretch] = readMarks('And that is all.”').stretches
  deepEqual([stretch.start, stretch.open, stretch.close], [0, undefined, 0])
})

test('a mark without a partner leaves the pairs beside it alone', () => {
  checkMarks('ᵒ"No, he said. ⟦"We like it,"⟧ he added.', '⟦"No,"⟧ he said. ⟦"We like it')
})

test('a sure mark has a wide margin, an unsure one a narrow one', () => {
  const marginOf = (text: string) => Math.min(...readMarks(text).marks.map(mark => mark.margin))
  ok(marginOf('"We don\'t know," Ana Pell said.') > 3)
  ok(marginOf('The Isles" and the players came.') < 1)
})

test('partners point at each other, and stretches nest', () => {
  check(
    property(noise, text => {
      const { marks, stretches } = readMarks(text)
      marks.forEach(({ partner }, index) => {
        if (partner !== undefined) equal(marks[partner].partner, index)
      })
      for (let i = 1; i < marks.length; i++) ok(marks[i - 1].end <= marks[i].start)
      const within = (a: Span, b: Span) => b.start <= a.start && a.end <= b.end
      for (const a of stretches) for (const b of stretches) ok(!overlaps(a, b) || within(a, b) || within(b, a))
    }),
    { numRuns: 300 },
  )
})

test('marks thrown into a paragraph do not change the marks of the others', () => {
  const paragraphs = [
    '"We wait," Ana Pell said.',
    "The players' union said 'no' to Karvia's plan.",
    '“It’s ‘fine’,” said Tom Reyk.',
  ]
  const alone = paragraphs.map(writeMarks)
  check(
    property(nat(2), noise, (index, thrown) => {
      const text = paragraphs.with(index, thrown.replace(/[\r\n]/g, ' ')).join('\n\n')
      const read = readArticle(text).paragraphs.map(paragraph => writeMarks(paragraph.reading.text))
      alone.forEach((expected, other) => {
        if (other !== index) ok(read.includes(expected))
      })
    }),
    { numRuns: 60 },
  )
})

test('a hundred thousand marks in one paragraph take time in proportion', () => {
  for (const row of ['"', "'", '"a ', '“', '‘“', "a's "]) {
    const timeOf = (count: number) => {
      const text = row.repeat(count / row.replace(/[a-z ]/g, '').length)
      const start = performance.now()
      equal(readMarks(text).marks.length > 0, true)
      return performance.now() - start
    }
    timeOf(10_000)
    ok(timeOf(100_000) < 10_000, row)
  }
})

const noise = array(
  constantFrom(
    '"',
    "'",
    '“',
    '”',
    '‘',
    '’',
    '«',
    '»',
    '„',
    '``',
    "''",
    '?',
    ' ',
    'a',
    's',
    'Word',
    '7',
    '.',
    ',',
    '-',
    '(',
    ')',
    '\ud800',
    'é',
  ),
  { maxLength: 40 },
).map(parts => parts.join(''))
