import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { assert as check, property, string } from 'fast-check'
import { readMarks } from '../server/analysis/marks.ts'
import { readTokens, Shape, TokenKind } from '../server/analysis/tokens.ts'

const read = (text: string) => readTokens(text, readMarks(text))

/** The tokens as they are meant, with a bar between them. */
const write = (text: string) => read(text).words.join('|')

/** The tokens of one kind. */
function ofKind(text: string, kind: TokenKind): readonly string[] {
  const { words, kinds } = read(text)
  return words.filter((_, i) => kinds[i] === kind)
}

/** The names of the shapes of the first token. */
function shapesOf(text: string): readonly string[] {
  const [shapes] = read(text).shapes
  return Object.entries(Shape).flatMap(([name, bit]) => (shapes & bit ? [name] : []))
}

test('words, abbreviations and initials keep their stops, hyphens and ampersands', () => {
  equal(
    write('U.S.-backed forces met Gen. J.K. Reyk of AT&T at 3 p.m.'),
    'U.S.-backed|forces|met|Gen.|J.K.|Reyk|of|AT&T|at|3|p.m.',
  )
  equal(write('Mr. Tom Pell, Ph.D., of St. Karvi'), 'Mr.|Tom|Pell|,|Ph.D.|,|of|St.|Karvi')
  equal(write('He lives in the U.S.'), 'He|lives|in|the|U.S.')
})

test('a single letter at the end, and a lower-case word that looks like an abbreviation, do not keep the stop', () => {
  equal(write('She wrote on X. Then she left.'), 'She|wrote|on|X|.|Then|she|left|.')
  equal(write('It is rich in vitamin C. Pell said so.'), 'It|is|rich|in|vitamin|C|.|Pell|said|so|.')
  equal(write('He sat. Tom said no. Ana won gen. 4'), 'He|sat|.|Tom|said|no|.|Ana|won|gen|.|4')
  equal(write('Sen. A. Pell won No. 5'), 'Sen.|A.|Pell|won|No.|5')
})

test('an apostrophe inside a word is a straight one, whatever was typed, and an ending is a token of its own', () => {
  equal(write('don"t Sean O”Dara’s Karvia"s Isles" plan'), "don't|Sean|O'Dara|'s|Karvia|'s|Isles|'|plan")
  equal(write("rock 'n' roll of the '90s"), "rock|'n'|roll|of|the|'90s")
  equal(write("the U.S.'s and D.C.'s"), "the|U.S.|'s|and|D.C.|'s")
  deepEqual(ofKind('Karvia"s Isles\' "plan"', TokenKind.possessive), ["'s", "'"])
  deepEqual(ofKind('Karvia"s Isles\' "plan"', TokenKind.mark), ['"', '"'])
})

test('numbers with their signs and endings are one token', () => {
  equal(
    write('1,000.5 10:30 3.5bn 1990s 20th 38-year-old 20% $5 2-1'),
    '1,000.5|10:30|3.5bn|1990s|20th|38-year-old|20|%|$|5|2|-|1',
  )
  deepEqual(ofKind('Feb 4, F-16s and 38-year-old', TokenKind.number), ['4', '38-year-old'])
})

test('addresses, handles and hashtags are one symbol, a domain name is a word', () => {
  deepEqual(
    ofKind(
      'See https://karvia.example/a?b=c#d, www.karvia.org/x, a.pell@mail.karvia.org or @ana_pell #Karvia2020.',
      TokenKind.symbol,
    ),
    ['https://karvia.example/a?b=c#d', 'www.karvia.org/x', 'a.pell@mail.karvia.org', '@ana_pell', '#Karvia2020'],
  )
  equal(write('Karvia.com fell.She left'), 'Karvia.com|fell|.|She|left')
})

test('ellipses and dashes are one token', () => {
  equal(write('well ... maybe… and -- so - on—off'), 'well|...|maybe|…|and|--|so|-|on|—|off')
})

test('soft hyphens and zero-width characters are not seen, combining marks are', () => {
  equal(write('Kar\u00advia zero\u200bwidth e\u0301te\u0301'), 'Karvia|zerowidth|e\u0301te\u0301')
  equal(write('\u200b Karvia \u00ad'), 'Karvia')
})

test('other scripts, pairs of surrogates and halves of them do no harm', () => {
  equal(write('東京で会った。'), '東京で会った|。')
  equal(write('a😀b'), 'a|😀|b')
  equal(write('x \ud800 y'), 'x|\ud800|y')
  equal(write('𝐊arvia'), '𝐊arvia')
})

test('shapes', () => {
  deepEqual(shapesOf('Karvia'), ['capital'])
  deepEqual(shapesOf('McPell'), ['capital', 'innerCapital'])
  deepEqual(shapesOf('iKarv'), ['innerCapital'])
  deepEqual(shapesOf('U.N.'), ['capital', 'allCapitals', 'period'])
  deepEqual(shapesOf('F-16'), ['capital', 'digit', 'hyphen'])
  deepEqual(shapesOf("O'Dara"), ['capital', 'apostrophe', 'innerCapital'])
})

test('every visible character of any text belongs to exactly one token', () => {
  check(
    property(string({ unit: 'binary', maxLength: 100 }), text => {
      const { starts, ends, count } = read(text)
      let last = 0
      let between = ''
      for (let i = 0; i < count; i++) {
        ok(starts[i] >= last && ends[i] > starts[i])
        between += text.slice(last, starts[i])
        last = ends[i]
      }
      between += text.slice(last)
      equal(between.replace(/[\s\u0085\p{M}\u00ad\u200b-\u200d\u2060]/gu, ''), '')
    }),
    { numRuns: 500 },
  )
})

test('the label of an agency is no part of the first word', () => {
  equal(write('UPDATE 2-Westland holds rates'), 'UPDATE|2|-|Westland|holds|rates')
  equal(write('RPT-EXCLUSIVE-Bank of Norden to close'), 'RPT|-|EXCLUSIVE|-|Bank|of|Norden|to|close')
  equal(write('Soccer-Venn says he is fit'), 'Soccer|-|Venn|says|he|is|fit')
  equal(write('Text-based games, UPDATE 2-Venn'), 'Text-based|games|,|UPDATE|2-Venn')
})
