import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { readArticle } from '../server/analysis/article.ts'
import { addressIn, folderOf, pathIn } from '../server/folder/address.ts'
import { readDatelineFile } from '../server/folder/dateline-file.ts'
import { checkForDesk } from '../server/folder/desk.ts'
import { withIgnore, withRuleOff } from '../server/folder/edits.ts'
import { fingerprint } from '../server/folder/ignores.ts'
import { nearest } from '../server/folder/nearest.ts'
import { applyEdits } from '../server/rules/fix.ts'
import { defaultRuleSettings } from '../server/rules/index.ts'
import { almostJson } from './almost-json.ts'

/** Compares where `dateline.json` is at fault, as the text there, and in what words. */
function checkProblems(text: string, problems: readonly (readonly [string, RegExp])[]): void {
  const found = readDatelineFile(text).problems
  deepEqual(
    found.map(({ start, end }) => text.slice(start, end)),
    problems.map(([place]) => place),
  )
  for (const [index, [, words]] of problems.entries()) match(found[index].message, words)
}

test('dateline.json: profile, levels, people files and what is ignored, with comments', () => {
  const { profile, levels, people, ignores, problems } = readDatelineFile(`\ufeff{ // the desk
    "$schema": "x", "profile": "ap", "rules": { "lost-mark": "hint", }, "people": ["lists/people.json"],
    "ignore": [{ "rule": "lost-mark", "sentence": "00", "note": "n" }, { "rule": "lost-mark", "story": "a/b.txt" }],
  }`)
  deepEqual(
    { profile, levels, people, ignores, problems },
    {
      profile: 'ap',
      levels: { 'lost-mark': 'hint' },
      people: ['lists/people.json'],
      ignores: [
        { rule: 'lost-mark', sentence: '00' },
        { rule: 'lost-mark', story: 'a/b.txt' },
      ],
      problems: [],
    },
  )
  deepEqual(readDatelineFile('').problems, [])
})

test('what is not known is told at its place, with the name that was meant; the rest holds', () => {
  checkProblems('{ "profile": "reuter", "rules": { "lost-mrk": "off" } }', [
    ['"reuter"', /no profile "reuter".*"reuters"/],
    ['"lost-mrk"', /no rule "lost-mrk".*"lost-mark"/],
  ])
  checkProblems('{ "rules": { "lost-mark": "wraning", "mixed-marks": 3 }, "pepole": [] }', [
    ['"wraning"', /"warning"/],
    ['3', /A level belongs here/],
    ['"pepole"', /"people"/],
  ])
  checkProblems('{ "rules": [], "ignore": {}, "people": "people.json" }', [
    ['[]', /rules with their levels/],
    ['{}', /list/],
    ['"people.json"', /paths/],
  ])
  checkProblems('{ "ignore": [{ "rule": "lost-mark" }, { "rule": "no", "story": "a" }] }', [
    ['{ "rule": "lost-mark" }', /either a sentence or a story/],
    ['"no"', /no rule/],
  ])
  checkProblems('[1]', [['[1]', /object/]])
  equal(readDatelineFile('{ "rules": { "lost-mark": "off" }, "profile": }').levels['lost-mark'], 'off')
})

test('a path of a people file stays inside the folder', () => {
  for (const path of [
    '../people.json',
    '/etc/people.json',
    'a/../../people.json',
    'C:/people.json',
    'http://x/y',
    '~/people.json',
    '..\\x',
    '',
  ])
    deepEqual(readDatelineFile(JSON.stringify({ people: [path] })).people, [], path)
})

test('any text gives an answer, and problems lie within it', () => {
  fc.assert(
    fc.property(almostJson('rules', '"ignore"', '"lost-mark"', '"off"'), text => {
      for (const { start, end } of readDatelineFile(text).problems) ok(0 <= start && start <= end && end <= text.length)
    }),
    { numRuns: 2000 },
  )
  match(readDatelineFile('['.repeat(1_000_000)).problems[0].message, /too deep/)
})

test('entries are added in the form that the file has, comments and all; a broken file is left alone', () => {
  const entry = { rule: 'lost-mark', sentence: '0f' }
  const edited = (text: string, edits = withIgnore(text, entry)) => edits && applyEdits(text, edits)
  deepEqual(readDatelineFile(edited('') ?? '').ignores, [entry])
  deepEqual(readDatelineFile(edited('{}') ?? '').ignores, [entry])
  const commented = '{\n\t"ignore": [\n\t\t{ "rule": "mixed-marks", "story": "a.txt" } // why\n\t]\n}\n'
  const more = edited(commented) ?? ''
  ok(more.includes('// why') && more.includes('\n\t\t\t"rule": "lost-mark"'), more)
  deepEqual(readDatelineFile(more).ignores, [{ rule: 'mixed-marks', story: 'a.txt' }, entry])
  deepEqual(readDatelineFile(edited('{ "rules": {} }', withRuleOff('{ "rules": {} }', 'lost-mark')) ?? '').levels, {
    'lost-mark': 'off',
  })
  for (const broken of ['{', '[]', '{ "ignore": 1 }', '{ "a" }']) equal(edited(broken), undefined, broken)
})

const story = 'Quay burns\n\nThe mayor said so. The town"s quay burned down on Tuesday, Hanna Brixley said.\n'
const problemsOf = (text: string, ignore: object[], markup: 'plain' | 'markdown' = 'plain') => {
  const file = readDatelineFile(JSON.stringify({ ignore }))
  const article = readArticle(text, undefined, markup)
  return checkForDesk(article, 'file:///desk/a%20b.txt', { folder: 'file:///desk', file, people: [] }, defaultRuleSettings).map(
    ({ rule }) => rule.id,
  )
}

test('what is ignored in a sentence stays so while its words do, wherever it stands', () => {
  const rule = 'double-mark-for-apostrophe'
  const article = readArticle(story)
  const ignored = [{ rule, sentence: fingerprint(article, { start: story.indexOf('"'), end: story.indexOf('"') + 1 }) }]
  ok(problemsOf(story, []).includes(rule))
  ok(!problemsOf(story, ignored).includes(rule))
  ok(
    !problemsOf(
      story.replace('Quay burns', 'Quay burns\n\nA paragraph more.').replace('quay burned', 'quay  burned'),
      ignored,
    ).includes(rule),
  )
  ok(problemsOf(story.replace('burned down', 'blew up'), ignored).includes(rule))
  ok(problemsOf(story, [{ ...ignored[0], rule: 'mixed-marks' }]).includes(rule))
})

test('a rule is ignored in a story by its path, in Markdown by a comment', () => {
  const rule = 'double-mark-for-apostrophe'
  ok(!problemsOf(story, [{ rule, story: 'a b.txt' }]).includes(rule))
  ok(problemsOf(story, [{ rule, story: 'b.txt' }]).includes(rule))
  ok(!problemsOf(`<!-- dateline-ignore mixed-marks, ${rule} -->\n\n${story}`, [], 'markdown').includes(rule))
  ok(problemsOf(`<!-- dateline-ignore mixed-marks -->\n\n${story}`, [], 'markdown').includes(rule))
  ok(problemsOf(`<!-- dateline-ignore ${rule}\n\n${story}`, [], 'markdown').length === 0, 'an open comment hides the story')
})

test('the nearest name, and none where nothing is near', () => {
  equal(nearest('wraning', ['error', 'warning']), 'warning')
  equal(nearest('Reuter', ['ap', 'reuters']), 'reuters')
  equal(nearest('xyzzy', ['error', 'warning']), undefined)
  equal(nearest('x'.repeat(100_000), ['error']), undefined)
})

test('addresses: up, down, and from one to the other', () => {
  equal(folderOf('file:///a/b.txt'), 'file:///a')
  equal(folderOf('file:///'), undefined)
  equal(folderOf('untitled:Untitled-1'), undefined)
  equal(addressIn('vscode-vfs://github/x/', 'lists/the people.json'), 'vscode-vfs://github/x/lists/the%20people.json')
  equal(pathIn('file:///c%3A/desk', 'file:///c:/desk/a%20b.txt'), 'a b.txt')
  equal(pathIn('file:///desk', 'file:///desks/a.txt'), undefined)
})
