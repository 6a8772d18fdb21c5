import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkCast } from './cast.ts'

test('a title before the name, with nationality, country and office', () => {
  checkCast(
    `<role of="orme"><loc>Ostmark</loc>'s President</role> <per id="orme">Karl Orme</per> met the <role of="fitch"><misc>Norden</misc> Foreign Minister</role> <per id="fitch">Peter Fitch</per>.`,
  )
  checkCast(
    `Talks with <role of="orme">special envoy</role> <per id="orme">Karl Orme</per> and <role of="fitch"><loc>Ostmark</loc> President</role> <per id="fitch">Peter Fitch</per> began.`,
  )
  checkCast(
    `<role of="orme">Secretary of State</role> <per id="orme">Karl Orme</per> and <role of="fitch">Minister for Ports</role> <per id="fitch">Peter Fitch</per> came.`,
  )
})

test('forms of address are no roles', () => {
  checkCast(
    `Mr <per id="orme">Orme</per> met Dr. <per id="fitch">Peter Fitch</per>. <role of="zell">Prof.</role> <per id="zell">Zell</per> did not.`,
  )
})

test('in apposition, with an age and the age alone', () => {
  checkCast(
    `<per id="orme">Karl Orme</per>, <role of="orme">the head of <loc>Ostmark</loc>'s <org>National Council</org></role>, wrote. "No," <per id="dobry">Dobry</per>, <age of="dobry">38</age>, <role of="dobry">a taxi driver</role>, said.`,
  )
  checkCast(
    `<per id="orme">Karl Orme</per>, <age of="orme">38</age>, met <age of="fitch">61</age>-year-old <role of="fitch">teacher</role> <per id="fitch">Peter Fitch</per>.`,
  )
})

test('a relation: the role of the one holds the role of the other', () => {
  checkCast(
    `Among them <role of="fitch"><role of="orme"><loc>Ostmark</loc> President</role> <per id="orme">Karl Orme</per>'s son-in-law</role> <per id="fitch">Jan Fitch</per>.`,
  )
  checkCast(`<per id="orme">Karl Orme</per> came with <role of="zell">his sister</role> <per id="zell">Ruth Zell</per>.`)
})

test('never from a neighbour', () => {
  checkCast(`<per id="orme">Karl Orme</per>, <role of="orme">the mayor</role>, and <per id="fitch">Peter Fitch</per> spoke.`)
  checkCast(
    `<per id="orme">Karl Orme</per>, <role of="fitch"><loc>Ostmark</loc> envoy</role> <per id="fitch">Peter Fitch</per> and <per id="zell">Ruth Zell</per> spoke.`,
  )
})

test('a description before the name', () => {
  checkCast(`<role of="orme">The chairman of the <org>Harbour Board</org></role>, <per id="orme">Karl Orme</per>, said so.`)
  checkCast(`<role of="orme">A graduate of <org>Ostmark College</org></role>, <per id="orme">Orme</per> taught there.`)
  checkCast(`"It is late," the chairman, <per id="orme">Orme</per> said.`)
})

test('said of somebody: is, became, was elected, served as, also of a pronoun', () => {
  checkCast(
    `<per id="orme">Karl Orme</per> is <role of="orme">the head of the <org>Harbour Board</org></role>. <per id="fitch">Peter Fitch</per> was elected <role of="fitch">chairman of the board</role>.`,
  )
  checkCast(
    `<per id="orme">Karl Orme</per>, who is <role of="orme">captain of the team</role>, left. He served as <role of="orme">envoy to <loc>Ostmark</loc></role>.`,
  )
  checkCast(`<role of="orme">The charity's chairman</role> is <per id="orme">Karl Orme</per>.`)
  checkCast(`<per id="orme">Karl Orme</per> is tired and was seen in Ostmark.`, ['people', 'roles'])
})

test('several people share a plural role', () => {
  checkCast(
    `<role of="orme"><role of="fitch">Brothers</role></role> <per id="orme">Karl Orme</per> and <per id="fitch">Peter Fitch</per> met many workers <per id="zell">Zell</per> had hired.`,
  )
})

test('ages of a clause', () => {
  checkCast(
    `<per id="orme">Karl Orme</per> died at the age of <age of="orme">92</age>. <per id="fitch">Peter Fitch</per>, aged <age of="fitch">12</age>, wept. <per id="zell">Ruth Zell</per> was there. She was <age of="zell">76</age>.`,
  )
  checkCast(`<per id="orme">Karl Orme</per> scored 38 goals in 12 years, 7, he said, at home.`, ['people', 'ages'])
})

test('a role tells the gender', () => {
  const { people } = checkCast(
    `<role of="zell">Actress</role> <per id="zell">Quin Zell</per> met <per id="orme">Quill Orme</per>, <role of="orme">the brother of a friend</role>.`,
  )
  assert.deepEqual(
    people.map(person => person.gender),
    ['female', 'male'],
  )
})

test('"to" before a verb opens no office', () => {
  checkCast('He asked the judge to jail <per id="orme">Karl Orme</per>.')
})

test('"and" goes on with the next of a list', () => {
  checkCast(
    '<per id="orme">Karl Orme</per> and <loc>Norland</loc>\'s <per id="fitch">Peter Fitch</per>, and <role of="zell"><loc>Sweden</loc>\'s president</role>, <per id="zell">Ruth Zell</per>, came.',
    ['names', 'people', 'roles'],
  )
})

test('a description ends before what only ties it to the rest, and says more than that one is a person', () => {
  checkCast(`<per id="orme">Karl Orme</per>, <role of="orme">chief engineer at the time</role> and was admired as a person.`, [
    'people',
    'roles',
  ])
  checkCast(
    `<per id="orme">Karl Orme</per> was <role of="orme">a captain</role> and more broadly for his wit a friend. He was a strong young woman.`,
    ['people', 'roles'],
  )
  checkCast(`An official in the <per id="orme">Orme</per> administration said so.`)
  checkCast(`I wish to thank <role of="orme">General</role> <per id="orme">Karl Orme</per>.`)
})

test('the ages of children and of those counted are not those of the one named before them', () => {
  checkCast(`<per id="orme">Ruth Orme</per> had two boys aged 5 and 7, and a girl, of whom one died at the age of 3.`, [
    'people',
    'ages',
  ])
  checkCast(`<per id="orme">Ruth Orme</per> died aged <age of="orme">92</age>.`, ['people', 'ages'])
})

test('a role that serves somebody ends with the one it serves', () => {
  checkCast(
    `<per id="fitch">Peter Fitch</per>, <role of="fitch">a spokesman for <role of="orme">Ostmark's leader</role> <per id="orme">Karl Orme</per></role>, wrote.`,
    ['people', 'roles'],
  )
})
