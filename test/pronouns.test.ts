import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkCast } from './cast.ts'

test('he is the subject of the sentence before', () => {
  checkCast(
    `<per id="orme">Karl Orme</per> met <per id="fitch">Peter Fitch</per> on Monday. <pron id="orme">He</pron> said <pron id="orme">his</pron> plan was ready.`,
  )
})

test('a pronoun follows gender: by title, by role, by forename', () => {
  checkCast(
    `Mr <per id="orme">Orme</per> met Ms <per id="fitch">Fitch</per>. <pron id="fitch">She</pron> smiled. <pron id="orme">He</pron> did not.`,
  )
  checkCast(`Actress <per id="zell">Quin Zell</per> met <per id="dorn">Karl Dorn</per>. <pron id="zell">She</pron> smiled.`)
  checkCast(
    `<per id="zell">Ruth Zell</per> met <per id="dorn">Karl Dorn</per>. <pron id="dorn">He</pron> smiled at <pron id="zell">her</pron>.`,
  )
})

test('gender learnt from an earlier pronoun holds for the rest of the story', () => {
  const { people } = checkCast(
    `<per id="zell">Quin Zell</per> won. <pron id="zell">She</pron> smiled. <per id="dorn">Karl Dorn</per> lost. <pron id="dorn">He</pron> wept.`,
  )
  assert.equal(people[0].gender, 'female')
})

test('"X and his": the pronoun means the name beside it', () => {
  checkCast(`<per id="orme">Karl Orme</per> backs <per id="fitch">Peter Fitch</per> and <pron id="fitch">his</pron> party.`)
})

test('within a quotation the pronoun is not its speaker', () => {
  checkCast(`<per id="orme">Karl Orme</per> resigned.
"<pron id="orme">He</pron> did <pron id="orme">his</pron> best," <per id="fitch">Peter Fitch</per> said.`)
  checkCast(`<per id="orme">Karl Orme</per> resigned.
<per id="fitch">Peter Fitch</per> paid tribute: "<pron id="orme">He</pron> was the best of us."`)
})

test('"he said" goes on with the speaker', () => {
  checkCast(`"The port is open," <per id="orme">Karl Orme</per> told <per id="fitch">Peter Fitch</per>.
"It stays open," <pron id="orme">he</pron> said.`)
})

test('him is not the subject of its own clause, himself is', () => {
  checkCast(`<per id="orme">Karl Orme</per> waited. <per id="fitch">Peter Fitch</per> called <pron id="orme">him</pron>.`)
  checkCast(`<per id="orme">Karl Orme</per> waited. <per id="fitch">Peter Fitch</per> blamed <pron id="fitch">himself</pron>.`)
})

test('a pronoun before the first name waits for it', () => {
  checkCast(`In <pron id="orme">his</pron> first speech, <per id="orme">Karl Orme</per> promised calm.`)
})

test('the senator is the senator whom the story names', () => {
  checkCast(
    `Senator <per id="orme">Karl Orme</per> met <per id="fitch">Peter Fitch</per>. <per id="fitch">Fitch</per> left early. The senator said <pron id="orme">he</pron> stayed.`,
  )
})

test('a man without a name keeps his pronoun to himself', () => {
  checkCast(`<per id="orme">Karl Orme</per> opened the port. A man was hurt when he fell from a crane.`)
})

test('nobody of fitting gender: the pronoun stays open', () => {
  checkCast(`<per id="orme">Karl Orme</per> opened the port. She fell.`)
})

test('journalists of byline and credits draw no pronouns', () => {
  checkCast(`By <per id="holt">Adam Holt</per>
OSTMARK, Feb 4 (Norda) - The port opened. Nobody knew what he meant.
(Reporting by <per id="holt">Adam Holt</per>; Editing by <per id="ames">Ruth Ames</per>)`)
})

test('each pronoun says why', () => {
  const { people } = checkCast(
    `<per id="orme">Karl Orme</per> met <per id="fitch">Peter Fitch</per>. <pron id="orme">He</pron> left.`,
  )
  assert.equal(people[0].mentions[1].reason, 'he: subject of the sentence before')
})

test('a subject between commas is a subject, whatever stands before or behind it', () => {
  checkCast(
    `<role of="fitch">Lawyer</role> <per id="fitch">Anna Fitch</per> wept. <role of="zell">The singer's mother</role>, <per id="zell">Ruth Zell</per>, told the court that <pron id="zell">she</pron> was tired.`,
  )
  checkCast(
    `<per id="fitch">Peter Fitch</per> scored twice.
<per id="orme">Orme</per>, who came on late, said <pron id="orme">he</pron> was happy.`,
  )
})

test('who was the subject long ago is none now', () => {
  checkCast(
    `<per id="orme">Karl Orme</per> was sent off. The crowd went home.
The winning shot came from <per id="fitch">Peter Fitch</per>. <pron id="fitch">He</pron> kicked it past the keeper.`,
  )
})

test('nobody speaks of himself by name', () => {
  checkCast(
    `<per id="orme">Karl Orme</per> spoke first. The officer <per id="fitch">Peter Fitch</per> denied it. "<per id="orme">Orme</per> is only talking again," <pron id="fitch">he</pron> said.`,
    ['people', 'pronouns'],
  )
})
