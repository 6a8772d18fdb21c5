import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { readArticle } from '../server/analysis/article.ts'
import { noDatelineFile } from '../server/folder/dateline-file.ts'
import { checkForDesk } from '../server/folder/desk.ts'
import { withOtherName, withOurName, withPerson } from '../server/folder/edits.ts'
import { findPerson, type People, peopleStarting, readPeopleAtOnce } from '../server/folder/people.ts'
import { entryAt, readPeopleFile } from '../server/folder/people-file.ts'
import { applyEdits } from '../server/rules/fix.ts'
import { defaultRuleSettings } from '../server/rules/index.ts'
import { almostJson } from './almost-json.ts'

/** Reads a people file to its end. */
function people(text: string): People {
  return readPeopleAtOnce('file:///desk/people.json', text)
}

const desk = `[
  // the palace
  {
    "name": "Oleg Verenskiy",
    "other_names": [{ "name": "Oleg Verensky", "note": "his own office" }],
    "memberships": [{ "role": "president", "organization": { "name": "Tarnovia" } }],
    "birth_date": "1978-01-25", "checked": "2025-11",
  },
  { "name": "Muatar Kadavi", "other_names": [{ "name": "Gadavi" }] },
  { "name": "Hanna Brixley" }, { "name": "Hanna M. Brixley" },
  { "name": "Peleo" },
]
`
const find = (name: string, text = desk) => findPerson([people(text)], name)?.entry.name

test('an entry is found by its name, by its other names and by a spelling of them', () => {
  deepEqual(
    ['Oleg Verenskiy', 'Oleg Verensky', 'Oleg Verenskyy', 'Muatar Gadavi', 'Gadavi', 'Peleo'].map(name => find(name)),
    ['Oleg Verenskiy', 'Oleg Verenskiy', 'Oleg Verenskiy', 'Muatar Kadavi', 'Muatar Kadavi', 'Peleo'],
  )
  equal(find('Hanna Brixley'), 'Hanna Brixley', 'the very name before the one with an initial')
})

test('nobody is found by a bare surname, a namesake, or a name that two people have', () => {
  deepEqual(
    ['Verenskiy', 'Olga Verenskiy', 'Oleg', '', 'Hanna'].map(name => find(name)),
    [undefined, undefined, undefined, undefined, undefined],
  )
  equal(find('Ana Pell', '[{ "name": "Ana Pell", "note": "a" }, { "name": "Ana Pell", "note": "b" }]'), undefined)
})

test("an entry holds what Popolo and the desk say; what is of the wrong type is left out, and so is a link that is not the web's", () => {
  const { file } = people(`{ "meta": ["persons", {"persons": 1}], "persons": [{
    "name": "Ana Pell", "birth_date": "1978-01", "honorific_prefix": 3, "memberships": [{ "role": "mayor" }, 4], "note": null,
    "links": [{ "url": "command:evil" }, { "url": "https://example.org/", "note": "site" }, { "url": "file:///etc" }]
  }] }`)
  deepEqual(JSON.parse(JSON.stringify(entryAt(file, 0))), {
    name: 'Ana Pell',
    otherNames: [],
    birthDate: '1978-01',
    memberships: [{ role: 'mayor' }],
    links: [{ url: 'https://example.org/', note: 'site' }],
  })
})

test('what is wrong is told at its place, and the other entries hold', () => {
  const wrong =
    '[{ "name": "Ana Pell", "checked": "soon" }, { "nam": "x" }, { "name": "Bo" "note": 1 }, 7, "y", { "name": "Tom Arden" }]'
  const { file } = people(wrong)
  deepEqual(
    file.problems.map(({ start, message }) => [wrong.slice(start, start + 5), message.slice(0, 22)]),
    [
      ['{ "na', 'The checked of Ana Pel'],
      ['{ "na', 'This entry has no name'],
      ['"note', 'A comma is missing her'],
      ['{ "na', 'This entry has no name'],
      ['7, "y', 'This entry has no name'],
      ['"y", ', 'This entry has no name'],
    ],
  )
  ok(findPerson([people(wrong)], 'Tom Arden'))
  match(people('[{ "name": "Ana Pell" }, { "name": "Tom').file.problems[0].message, /./)
  equal(people('[{ "name": "Ana Pell" }, { "name": "Tom').file.count, 1)
  match(people('{ "people": [] }').file.problems[0].message, /list of people/)
  match(people('[{ "name": "Ana Pell" }').file.problems[0].message, /closing bracket/)
  deepEqual(people('').file.problems, [])
})

test('any text gives an answer, and its problems lie within it', () => {
  fc.assert(
    fc.property(almostJson('"name"', '"persons"', '"Ana Pell"'), text => {
      const found = people(text)
      for (const { start, end } of found.file.problems) ok(0 <= start && start <= end && end <= text.length)
      findPerson([found], 'Ana Pell')
      peopleStarting([found], 'An', 5)
    }),
    { numRuns: 2000 },
  )
  for (const hostile of ['[', '{"a":', '[{', '"', '/*', '[1,', '{"persons":[']) people(hostile.repeat(200_000))
})

test('the reading pauses also where nothing is an entry, a stray word is told once, and no entry is read that is as long as a book', () => {
  const pausesOf = (text: string) => [...readPeopleFile(text, () => {})].length
  ok(pausesOf(`[${'{},'.repeat(10_000)}`) >= 10)
  deepEqual([...new Set(people('[a stray word, { "name": "Ana Pell" }]').file.problems.map(({ start }) => start))], [1])
  const { file } = people(`[{ "name": "Ana Pell", "note": "${'long '.repeat(300_000)}" }, { "name": "Tom Arden" }]`)
  match(file.problems[0].message, /longer than/)
  equal(file.count, 1)
})

const story =
  'President Oleg Verensky came on Monday. "Verensky is here," an aide said. VERENSKY left on Tuesday, Oleg Petrov said.\n'
const problemsOf = (text: string, file: People) =>
  checkForDesk(readArticle(text), 'file:///desk/a.txt', { file: noDatelineFile, people: [file] }, defaultRuleSettings)
    .filter(({ rule }) => rule.id === 'spelling-not-ours')
    .map(({ start, end, level, fixes }) => [text.slice(start, end), level, fixes?.[0].edits[0].text])

test('a spelling that is not ours is told, save in quotations; one that nobody wrote down is information', () => {
  deepEqual(problemsOf(story, people(desk))[0], ['Verensky', 'warning', 'Verenskiy'])
  deepEqual(problemsOf(story.replaceAll('Verensky', 'Verenskyy'), people(desk))[0], ['Verenskyy', 'information', 'Verenskiy'])
  deepEqual(problemsOf(story.replaceAll('Verensky', 'Verenskiy').replace('VERENSKY', 'Verenskiy'), people(desk)), [])
  deepEqual(
    problemsOf(
      'The mayor, Ana Pell, met William Arden.\n',
      people('[{ "name": "Anna Pell" }, { "name": "Bill Arden", "other_names": [{ "name": "William Arden" }] }]'),
    ),
    [],
  )
})

test('names that begin with the letters, of any of their words', () => {
  deepEqual(
    peopleStarting([people(desk)], 'Ha', 9).map(({ entry }) => entry.name),
    ['Hanna Brixley', 'Hanna M. Brixley'],
  )
  deepEqual(
    peopleStarting([people(desk)], 'Verenskiy', 9).map(({ entry }) => entry.name),
    ['Oleg Verenskiy'],
  )
})

test('entries are added and changed in the form of the file, and no other is touched', () => {
  const file = people(desk)
  const found = findPerson([file], 'Oleg Verenskiy') ?? undefined
  ok(found)
  const ours = applyEdits(desk, withOurName(found, 'Oleg Verensky') ?? [])
  equal(find('Oleg Verenskiy', ours), 'Oleg Verensky')
  ok(ours.includes('// the palace') && ours.endsWith(desk.slice(desk.indexOf('"Muatar'))), ours)
  const other = applyEdits(desk, withOtherName(found, 'Aleh Verenski') ?? [])
  equal(find('Aleh Verenski', other), 'Oleg Verenskiy')
  const added = applyEdits(desk, withPerson(file, { name: 'Tom Arden', role: 'mayor' }) ?? [])
  deepEqual(findPerson([people(added)], 'Tom Arden')?.entry.memberships[0].role, 'mayor')
  deepEqual(people(added).file.problems, [])
  for (const empty of [undefined, people('[]'), people('')])
    ok(find('Tom Arden', applyEdits(empty?.file.text ?? '', withPerson(empty, { name: 'Tom Arden' }) ?? [])))
  equal(withPerson(people('{ "x": 1 }'), { name: 'Tom Arden' }), undefined)
})
