import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { readMarks } from '../server/analysis/marks.ts'
import { contains, type Span } from '../server/analysis/span.ts'
import { readForm } from '../server/analysis/structure/form.ts'
import { type PlacedText, readStructure, type Structure } from '../server/analysis/structure.ts'
import { readTokens } from '../server/analysis/tokens.ts'
import { splitParagraphs } from '../server/analysis/wrapping.ts'

test('agency copy: headline, bullets, byline, dateline, lead, crosshead, caption, credits', () => {
  const { text, structure } = check(`
    headline   UPDATE 2-Westland central bank holds rates as inflation cools
    note       * Bank keeps key rate at 4.5%
    note       * Governor sees "long road"
    byline     By Mara Ellison and Piet de Groot
    dateline   HALBURG/PORT MERRIN, March 3, 2020 (Northwire) +
    lead       -- Westland's central bank held rates on Tuesday, Governor Ilse Brandt said.
    note       FILE PHOTO: The central bank building in Halburg, January 2, 2020. NORTHWIRE/Jan Kessel
    paragraph  "We are patient," Brandt told reporters.
    crosshead  'LONG ROAD'
    paragraph  The economy shrank 0.2% last quarter.
    crosshead  What happens next?
    paragraph  It is not yet clear.
    note       ($1 = 0.9 marks)
    credits    (Reporting by Mara Ellison in Halburg and Piet de Groot; Additional reporting by the Port Merrin newsroom, Editing by Lena Ortiz)
    note       (MORE)`)
  assert.deepEqual(structure.day, { year: 2020, month: 3, day: 3 })
  assert.deepEqual(texts(text, structure.dateline?.cities ?? []), ['HALBURG', 'PORT MERRIN'])
  assert.deepEqual(texts(text, structure.bylines[0].names), ['Mara Ellison', 'Piet de Groot'])
  assert.deepEqual(
    structure.credits.map(credit => [
      credit.role,
      credit.additional,
      ...texts(text, credit.names),
      credit.place && text.slice(credit.place.start, credit.place.end),
    ]),
    [
      ['reporting', false, 'Mara Ellison', 'Halburg'],
      ['reporting', false, 'Piet de Groot', undefined],
      ['reporting', true, 'Port Merrin newsroom', undefined],
      ['editing', false, 'Lena Ortiz', undefined],
    ],
  )
})

test('a headline that breaks off and has swallowed byline and dateline', () => {
  check(`
    headline   Wirehouse - By Mara Ellison HALBURG, Feb 4 (Northwire) - Envoys from both sides wrapped up a
    byline     By Mara Ellison
    dateline   HALBURG, Feb 4 (Northwire) +
    lead       - Envoys from both sides wrapped up a first day of talks, the mayor said.`)
})

test('a date line alone, a deck, no dateline', () => {
  const { structure } = check(`
    headline   Two die as ferry runs aground off Port Merrin
    dateline   May 16, 2010
    lead       Two people died on Sunday when a ferry ran aground.
    paragraph  The captain is being questioned.`)
  assert.deepEqual(structure.day, { year: 2010, month: 5, day: 16 })
  check(`
    headline   Ferry runs aground
    headline   Two dead, captain questioned
    byline     Mara Ellison, Transport correspondent
    dateline   Published: 16 May 2010 10:45 BST
    lead       Two people died on Sunday when a ferry ran aground.`)
})

for (const [shape, city, agency, day] of [
  ['LONDON (Reuters) - ', 'LONDON', 'Reuters', undefined],
  ['KYIV, Ukraine (AP) — ', 'KYIV', 'AP', undefined],
  ['Paris, Feb 4, 2020 (AFP) – ', 'Paris', 'AFP', '2020-2-4'],
  ['Berlin (dpa) - ', 'Berlin', 'dpa', undefined],
  ['WASHINGTON, Feb. 4 (Xinhua) -- ', 'WASHINGTON', 'Xinhua', '?-2-4'],
  ['NEW YORK/RIO DE JANEIRO, 4 February (Reuters) - ', 'NEW YORK|RIO DE JANEIRO', 'Reuters', '?-2-4'],
  ['MOSCOW, February 4. /TASS/. ', 'MOSCOW', 'TASS', '?-2-4'],
  ['NEW YORK--(BUSINESS WIRE)--', 'NEW YORK', 'BUSINESS WIRE', undefined],
  ['New Delhi [India], February 4 (ANI): ', 'New Delhi', 'ANI', '?-2-4'],
  ['(Reuters) - ', '', 'Reuters', undefined],
  ['WASHINGTON, D.C. — ', 'WASHINGTON', undefined, undefined],
  ['ABOARD AIR FORCE ONE (Reuters) - ', 'ABOARD AIR FORCE ONE', 'Reuters', undefined],
] as const)
  test(`dateline ${shape}`, () => {
    const { text, structure } = read(`A headline of the day\n\n${shape}The council met on Tuesday, it said.\n`)
    const { dateline } = structure
    assert.ok(dateline)
    assert.equal(texts(text, dateline.cities).join('|'), city)
    assert.equal(dateline.agency && text.slice(dateline.agency.start, dateline.agency.end), agency)
    assert.equal(structure.day && `${structure.day.year ?? '?'}-${structure.day.month}-${structure.day.day}`, day)
    const lead = structure.parts.find(part => part.kind === 'lead')
    assert.equal(lead && text.slice(lead.start, lead.end), 'The council met on Tuesday, it said.')
  })

test('a region behind the place of a credit is nobody', () => {
  const { text, structure } = check(`
    credits    (Reporting by Mara Ellison in Fairmont, Ostmark; Editing by Piet Groot)`)
  assert.deepEqual(
    structure.credits.map(({ names }) => texts(text, names)),
    [['Mara Ellison'], ['Piet Groot']],
  )
})

test('prose is no dateline, byline or credits', () => {
  for (const prose of [
    'NATO - the alliance - said on Tuesday it would not comment.',
    'IBM (the company) said it would close the plant.',
    'By Monday, the army had left the town.',
    'Reporting by the newspaper led to three arrests last year, the court heard.',
    'Smith (Labour) - who lost his seat in May - said he would stand again.',
  ]) {
    const { structure } = read(`A headline of the day\n\nThe council met on Tuesday.\n\n${prose}\n\nIt rained.\n`)
    assert.equal(structure.parts[2].kind, 'paragraph', prose)
  }
})

test('what the desk says of the story is no prose', () => {
  check(`
    note       BC-HALBURG-BRIDGE, 1st Ld-Writethru
    headline   Halburg bridge to close in May
    dateline   HALBURG, Feb 4 (Northwire) +
    lead       - The bridge at Halburg will close in May.
    note       EDITOR'S NOTE — Ana Pell has covered the council for 12 years.
    paragraph  This story begins in 1953, when the bridge was built.
    note       This story has been corrected to show that the bridge is 90 years old.
    note       This story was first published on Monday.
    note       Follow Ana Pell on X: anapell
    paragraph  Follow the river and you will find it.
    note       MTF`)
})

test('a pull quote repeats what is quoted in the text, and says whose words they are', () => {
  check(`
    headline   Halburg bridge to close in May
    lead       The bridge at Halburg will close in May.
    paragraph  "The old one is not safe any more, and I will not wait," Mayor Jo Marsh said on Monday.
    note       "The old one is not safe any more"
    note       — Jo Marsh, mayor of Halburg
    paragraph  "Nobody has told us anything so far."
    crosshead  'I WILL NOT'
    paragraph  The council meets in March.`)
})

test('a slug, a job under the byline, times before the heads of a live blog', () => {
  const { structure } = check(`
    note       HARBOUR-FIRE/ (UPDATE 2)
    headline   Quay burns in Port Merrin
    byline     By Mara Ellison
    byline     Northern correspondent
    lead       The old quay of Port Merrin burned down on Tuesday.
    crosshead  10:45 Trains stopped
    paragraph  No train has left since ten.`)
  assert.deepEqual(
    structure.parts.map(part => part.time !== undefined),
    [false, false, false, false, false, true, false],
  )
})

test('an interview and a live blog', () => {
  const { structure } = check(`
    headline   The ferryman speaks
    lead       Jon Aske has steered the Merrin ferry for 40 years.
    paragraph  Q: Why stop now?
    paragraph  A: Because my knees say so.
    crosshead  10:45 GMT
    paragraph  Crowds gather at the quay.
    paragraph  11:02: The ferry leaves.`)
  assert.deepEqual(
    structure.parts.map(part => Boolean(part.voice ?? part.time)),
    [false, false, true, true, true, false, true],
  )
})

test('hard-wrapped copy: blank lines or indents part paragraphs', () => {
  assert.deepEqual(
    paragraphsOf(`Mayor of Halburg quits after flood report finds
city ignored warnings

   The mayor of Halburg resigned on Wednesday after a report on last
summer's flood found that the city had ignored warnings for three
years.
   "I take responsibility," Ilse Brandt told reporters outside the
town hall. She will leave at the end of the month.

The council will elect a new mayor in May, said its leader Piet van
Groot.
`),
    [
      'Mayor of Halburg quits after flood report finds city ignored warnings',
      "The mayor of Halburg resigned on Wednesday after a report on last summer's flood found that the city had ignored warnings for three years.",
      '"I take responsibility," Ilse Brandt told reporters outside the town hall. She will leave at the end of the month.',
      'The council will elect a new mayor in May, said its leader Piet van Groot.',
    ],
  )
})

test('a paragraph a line stays one, whatever the line end', () => {
  const lines = [
    'Ferry runs aground off Port Merrin, two are dead',
    'By Mara Ellison',
    'Two people died on Sunday.',
    'The captain is being questioned.',
  ]
  for (const end of ['\n', '\r\n', '\r', '\n\n']) assert.deepEqual(paragraphsOf(lines.join(end)), lines)
})

test('any string: paragraphs cover all that is no white space, parts are sorted, disjoint and within their paragraphs', () => {
  const pieces = fc.constantFrom(
    '\n',
    '\r\n',
    ' ',
    '"',
    'KYIV',
    ', ',
    'Feb',
    ' 4',
    '(Reuters)',
    ' - ',
    'By ',
    'Jane Doe',
    '.',
    'Q: ',
    '10:45',
    '(Reporting by ',
    ';',
    '\ud83d',
    'the long day of the city',
    '\u00a0',
    '* ',
  )
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.array(pieces, { maxLength: 60 }).map(parts => parts.join('')),
      ),
      text => {
        const { paragraphs, structure } = read(text)
        let end = 0
        for (const paragraph of paragraphs) {
          assert.equal(text.slice(end, paragraph.start).trim(), '')
          assert.ok(paragraph.start < paragraph.end)
          end = paragraph.end
        }
        assert.equal(text.slice(end).trim(), '')
        end = 0
        for (const part of structure.parts) {
          assert.ok(part.start >= end && part.start < part.end && contains(paragraphs[part.paragraph], part))
          end = part.end
        }
      },
    ),
    { numRuns: 2000 },
  )
})

/** A story of lines "kind  text"; the text after a dateline's " +" follows in the same paragraph, its dash belongs to neither part. */
function check(expected: string): { readonly text: string; readonly structure: Structure } {
  const lines = expected
    .trim()
    .split('\n')
    .map(line => /^\s*(\w+)\s+(.*)$/.exec(line)?.slice(1) ?? [])
  const source = lines.map(([, text]) => (text.endsWith(' +') ? text.slice(0, -1) : `${text}\n`)).join('')
  const { structure } = read(source)
  const got = structure.parts.map(({ kind, start, end }) => [kind, source.slice(start, end)])
  assert.deepEqual(
    got,
    lines.map(([kind, text], i) => [
      kind,
      text.endsWith(' +') ? text.slice(0, -2) : lines[i - 1]?.[0] === 'dateline' ? text.replace(/^-+ /, '') : text,
    ]),
  )
  return { text: source, structure }
}

function read(text: string) {
  const paragraphs = splitParagraphs(text).map(({ start, end }): PlacedText => {
    const own = text.slice(start, end)
    const tokens = readTokens(own, readMarks(own))
    return { start, end, reading: { text: own, tokens, form: readForm(own, tokens) } }
  })
  return { text, paragraphs, structure: readStructure(paragraphs) }
}

const texts = (text: string, spans: readonly Span[]) => spans.map(({ start, end }) => text.slice(start, end))
const paragraphsOf = (text: string) => texts(text, splitParagraphs(text)).map(paragraph => paragraph.replace(/\s+/g, ' '))
