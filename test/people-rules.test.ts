import { deepEqual } from 'node:assert/strict'
import { test } from 'node:test'
import { readArticle } from '../server/analysis/article.ts'
import { housePeople, readPeopleAtOnce } from '../server/folder/people.ts'
import { applyEdits } from '../server/rules/fix.ts'
import { checkArticle, type FoundProblem } from '../server/rules/index.ts'
import type { HousePeople } from '../server/rules/rule.ts'

/** What one rule finds in a text, whatever the house. */
function problemsOf(rule: string, text: string, people?: HousePeople): readonly FoundProblem[] {
  const settings = { profile: 'none', levels: { [rule]: 'warning' }, ...(people && { people }) } as const
  return checkArticle(readArticle(text), settings).filter(problem => problem.rule.id === rule)
}

/** The text with the first fix of each of a rule's problems applied. */
function mended(rule: string, text: string): string {
  return applyEdits(
    text,
    problemsOf(rule, text).flatMap(({ fixes }) => fixes?.[0]?.edits ?? []),
  )
}

function checkSilent(rule: string, ...texts: readonly string[]): void {
  for (const text of texts)
    deepEqual(
      problemsOf(rule, text).map(({ start, end }) => text.slice(start, end)),
      [],
      text,
    )
}

const spelling = 'name-spelled-two-ways'

test('a spelling that is a transliteration, a swap or a slip beside the same forename is mended after the more frequent one', () => {
  const texts: readonly (readonly [wrong: string, right: string])[] = [
    [
      'President Oleg Verenskiy came. Verenskiy said no, and Verenskyy left.',
      'President Oleg Verenskiy came. Verenskiy said no, and Verenskiy left.',
    ],
    [
      'Minister Ana Marlow came. Marlow said no.\n\nAna Marlew left.',
      'Minister Ana Marlow came. Marlow said no.\n\nAna Marlow left.',
    ],
    [
      "Minister Tom Brixley's car was seen. Birxley's driver said that Brixley had left.",
      "Minister Tom Brixley's car was seen. Brixley's driver said that Brixley had left.",
    ],
  ]
  for (const [wrong, right] of texts) deepEqual(mended(spelling, wrong), right)
})

test('a spelling problem shows the other place and the new text', () => {
  const text = 'Minister Ana Marlow came. Marlow said no.\n\nAna Marlew left.'
  const [{ related, fixes }] = problemsOf(spelling, text)
  deepEqual(
    related?.map(({ start, end }) => text.slice(start, end)),
    ['Marlow'],
  )
  deepEqual(
    fixes?.map(({ title, safe }) => [title, safe]),
    [['Write Marlow', false]],
  )
})

test('names of different people, of families, wives and daughters, and what is quoted are no slips', () => {
  checkSilent(
    spelling,
    'Minister Ana Marlow came. The Marlows said no.',
    'Minister Igor Verenov came. Olga Verenova, his wife, said no. Verenova left first, and Verenov stayed.',
    'Mayor Jan Kosinski came. His wife, Eva Kosinska, said that Kosinska was not her name.',
    'Brothers Carlos Reyker and Carlo Reyker said that they would come.',
    'President Barack Obama said that Osama was dead. Obama spoke for an hour.',
    'Minister Ana Marlow came. "Mrs Marlew is late," trader Tom Reyk said.',
    'President Oleg Verenskiy (Verensky in some papers) came. Verenskiy said no.',
  )
})

test('two people of one surname are told apart by a title, by distance and by who acts in the story', () => {
  const start = 'Mayor Ana Pell said that the bridge was safe. Her brother, Tom Pell, said that it was not.\n\n'
  checkSilent(
    'shared-surname',
    `${start}Mayor Pell left early.`,
    `${start}The Pells left early.`,
    `${start}It rained.\n\nIt rained again.\n\nIt snowed.\n\nPell left early.`,
    'Mayor Ana Pell, a daughter of Otto Pell, said that the bridge was safe.\n\nPell left early.',
  )
})

test('courtesy titles are cut outside quotation marks, save where they tell two people apart or are part of a couple', () => {
  const rule = 'courtesy-title'
  deepEqual(mended(rule, 'Ana Pell came. Mrs. Pell spoke, and Ms Pell left.'), 'Ana Pell came. Pell spoke, and Pell left.')
  checkSilent(
    rule,
    '"We have told Mr Reyk," trader Ana Pell said of Tom Reyk.',
    'Mr and Mrs Reyk came.',
    'Tom Pell and Ana Pell came. Mrs Pell spoke.',
  )
})

test('ages: figures between commas, ages behind of and numbers that are none are left alone', () => {
  const rule = 'age-without-commas'
  deepEqual(mended(rule, 'Tom Reyk, thirty-eight, came. Ana Pell (51) left.'), 'Tom Reyk, 38, came. Ana Pell, 51, left.')
  checkSilent(
    rule,
    'Tom Reyk, 38, came.',
    'Tom Reyk, who is 38, came.',
    'Tom Reyk, 12 of whose goals counted, came.',
    'Goals: Tom Reyk (23), Ana Pell (41), Jan Orlo (55), Eva Brixley (90)',
  )
})

test('who is introduced in any form is not asked for a role', () => {
  checkSilent(
    'first-mention-without-role',
    'Prices rose, trader Ana Pell said.',
    'Ana Pell, of the Karvia Post, said that prices rose.',
    'Ana Pell of the traders said that prices rose.',
    "Northwire's Ana Pell said that prices rose.",
    'Ana Pell, 51, said that prices rose.',
    'Ana Pell came. Prices rose.',
  )
})

/** The people of a people file with these entries. */
function houseOf(entries: readonly object[]): HousePeople {
  return housePeople([readPeopleAtOnce('file:///desk/people.json', JSON.stringify(entries))])
}

test('an age is held against the date of birth in the people file, as far as that is known', () => {
  const told = (birth: string, age: number) =>
    problemsOf(
      'age-not-of-birth-date',
      `HALBURG, Feb 4, 2026 (Northwire) - Ana Pell, ${age}, won on Monday.`,
      houseOf([{ name: 'Ana Pell', birth_date: birth }]),
    ).map(({ message }) => message)
  deepEqual(told('1978-03-01', 47), [])
  deepEqual(told('1978-03-01', 48), [
    'By our people file Ana Pell was born in 1978 and would be 47: correct the age or the file.',
  ])
  deepEqual(told('1978-02', 47), [])
  deepEqual(told('1978-02', 48), [])
  deepEqual(told('1978', 48), [])
  deepEqual(told('1978', 46), [
    'By our people file Ana Pell was born in 1978 and would be 47 or 48: correct the age or the file.',
  ])
})

test('names that the people file has are no false alarms', () => {
  const found = (rule: string, text: string, entries: readonly object[]) => problemsOf(rule, text, houseOf(entries)).length
  const sisters = 'Minister Ana Marlow came. Marlow said no.\n\nAna Marlowe left.'
  deepEqual(found(spelling, sisters, [{ name: 'Ilse Brandt' }]), 1)
  deepEqual(found(spelling, sisters, [{ name: 'Ana Marlow' }, { name: 'Ana Marlowe' }]), 0)
  deepEqual(found(spelling, sisters, [{ name: 'Ana Marlow', other_names: [{ name: 'Ana Marlowe' }] }]), 0)
  const late = 'The talks will go on, Dano said.\n\nTrade is slow. Minister Rui Dano met traders on Monday.'
  const rule = 'first-mention-without-full-name'
  deepEqual(found(rule, late, [{ name: 'Rui Dano' }]), 1)
  deepEqual(found(rule, late, [{ name: 'Rui Dano', other_names: [{ name: 'Dano', note: 'his name on the pitch' }] }]), 0)
})
