import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readMarks } from '../server/analysis/marks.ts'
import { agree, type PersonalName, readPersonalName } from '../server/analysis/people/naming.ts'
import { linkPeople } from '../server/analysis/people.ts'
import { readStructure } from '../server/analysis/structure.ts'
import { readTokens } from '../server/analysis/tokens.ts'
import { checkCast } from './cast.ts'

const nameIn = (text: string): PersonalName => {
  const tokens = readTokens(text, readMarks(text))
  return readPersonalName(tokens, { firstToken: 0, endToken: tokens.count })
}

test('a surname, a forename, a title and initials find their person', () => {
  checkCast(`<per id="varga">Varga</per> wins again
Mayor <per id="varga">Irma Varga</per> won. Mrs <per id="varga">Varga</per>'s party cheered. "<per id="varga">Irma</per>!" they called.
<per id="varga">I. Varga</per> signed; <per id="varga">VARGA</per> was printed.`)
})

test('a byline is a person and takes no surname from the story', () => {
  checkCast(`By <per id="holt">Ada Holt</per>
OSTMARK, Feb 4 (Norda) - The builder <per id="holt-2">Holt</per> spoke in the port. "Fine," said <per id="holt-2">Holt</per>.`)
})

test('a married couple with one surname is told apart by title and forename', () => {
  checkCast(`<per id="lund">Per Lund</per> and his wife <per id="lund-2">Greta Lund</per> arrived. Mrs <per id="lund-2">Lund</per> spoke, Mr <per id="lund">Lund</per> did not.
<per id="lund-2">Greta</per> smiled at <per id="lund">Per Lund</per>.`)
})

test('father and son, two presidents of one name', () => {
  checkCast(
    `<per id="moss">Carl Moss Jr.</per> ran against <per id="moss-2">Carl Moss Sr.</per> and won; <per id="moss-2">Moss Sr.</per> wept.`,
  )
  checkCast(
    `<per id="hale">Robert W. Hale</per> followed <per id="hale-2">Robert H. D. Hale</per>. <per id="hale">Robert Hale</per> said so.`,
  )
})

test('two who share a surname: the bare surname goes to the one the story is about', () => {
  checkCast(`<per id="reyes">Tomas Reyes</per> died. <per id="reyes">Reyes</per> was born in Ostmark. His brother <per id="reyes-2">Luis Reyes</per> came.
<per id="reyes">Reyes</per> wrote eleven books.`)
})

test('one spelling or another: transliteration and a slip of one letter', () => {
  checkCast(
    `<per id="kovalskiy">Taras Kovalskiy</per> spoke. <per id="kovalskiy">Kovalskyy</per> left. <per id="kovalskiy">Taras Kovalsky</per> came back. <per id="kovalskiy">Kovaslkiy</per> slept.`,
  )
  checkCast(`<per id="mercer">Mario Mercer</per> met <per id="mercer-2">Maria Mercer</per>.`)
})

test('short forms of forenames, names left out, initials', () => {
  for (const [a, b] of [
    ['Bill Hart', 'William Hart'],
    ['Ali Noor', 'Ali Noor Mahmoud'],
    ['J. Mark Dray', 'Mark Dray'],
    ['José Peña', 'Jose Pena'],
    ['Omar al-Tal', 'Omar Tal'],
  ]) {
    assert.ok(agree(nameIn(a), nameIn(b)), `${a} is ${b}`)
  }
  for (const [a, b] of [
    ['Ann Hart', 'Bill Hart'],
    ['Kim Dae-sun', 'Kim Dae-jin'],
    ['Adil Karim Haddad', 'Karim Haddad'],
  ]) {
    assert.ok(!agree(nameIn(a), nameIn(b)), `${a} is not ${b}`)
  }
})

test('particles belong to the surname, written apart or not', () => {
  checkCast(
    `<per id="de-witte">Frans De Witte</per> flew; <per id="de-witte">DeWitte</per> landed. <per id="bin-saleh">Omar bin Saleh</per> watched <per id="bin-saleh">bin Saleh</per>'s son.`,
  )
})

test('a surname that stands first is seen by its use', () => {
  const { people } = checkCast('President <per id="qiu">Qiu Wenbo</per> spoke. <per id="qiu">Qiu</per> left.')
  assert.equal(people[0].mentions[1].reason, 'surname of Qiu Wenbo')
})

test('a person is called by the fullest form, and each mention says why it is this person', () => {
  const { people } = checkCast(
    '<per id="orme">Orme</per> spoke. Then <per id="orme">Lena Orme</per> left, and <per id="orme">Lena</per> slept.',
  )
  assert.equal(people[0].name, 'Lena Orme')
  assert.deepEqual(
    people[0].mentions.map(mention => mention.reason),
    ['surname of Lena Orme', 'full name', 'first name of Lena Orme'],
  )
})

test('no names, no people; hundreds of namesakes are read too', () => {
  assert.deepEqual(linkPeople([], readStructure([]), []), [])
  const marked = Array.from(
    { length: 400 },
    (_, i) => `<per>Ann${String.fromCharCode(97 + (i % 26))} Bell</per> met <per>Bell</per>.`,
  ).join('\n')
  checkCast(marked)
})
