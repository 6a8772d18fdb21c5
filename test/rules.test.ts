import { deepEqual, equal, ok } from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { array, assert as check, constantFrom, integer, property, string, tuple } from 'fast-check'
import { readArticle } from '../server/analysis/article.ts'
import { convertMarks } from '../server/rules/convert.ts'
import { directSpeech, standsWithin } from '../server/rules/direct-speech.ts'
import { applyEdits, fixAll } from '../server/rules/fix.ts'
import { checkArticle, levelOf, type RuleSettings, rules } from '../server/rules/index.ts'
import type { Profile, Rule, TextEdit } from '../server/rules/rule.ts'
import { datelineSchema, describeRules, ruleSettings } from '../tools/rules.ts'

const profiles: readonly Profile[] = ['none', 'reuters', 'ap', 'british']

/** The settings under which a rule is heard. */
function settingsFor(rule: Rule): RuleSettings {
  const profile = profiles.find(name => levelOf(rule, { profile: name, levels: {} }) !== 'off')
  return { profile: profile ?? 'none', levels: profile ? {} : { [rule.id]: 'warning' }, people: rule.exampleHouse }
}

/** The text with the places of one rule's problems between ⟦ and ⟧. */
function markProblems(text: string, rule: Rule): string {
  const edits = checkArticle(readArticle(text), settingsFor(rule))
    .filter(problem => problem.rule === rule)
    .flatMap<TextEdit>(({ start, end }) => [
      { start, end: start, text: '⟦' },
      { start: end, end, text: '⟧' },
    ])
  return applyEdits(text, edits)
}

for (const rule of rules) {
  test(`${rule.id}: each wrong example has exactly the problem that is tagged, each right one none`, () => {
    ok(rule.examples.length > 0)
    for (const { wrong, right } of rule.examples) {
      equal(markProblems(wrong.replace(/[⟦⟧]/g, ''), rule), wrong)
      equal(markProblems(right, rule), right)
    }
  })
}

test('no two rules share an id, and each says its summary and reason in whole sentences', () => {
  equal(new Set(rules.map(rule => rule.id)).size, rules.length)
  for (const { id, summary, reason, source } of rules) {
    ok(/^[a-z]+(-[a-z]+)*$/.test(id), id)
    ok(/^[A-Z"].*\.$/.test(summary) && /\.$/.test(reason), id)
    ok(!source || source.url.startsWith('https://'), id)
  }
})

test('docs/rules.md, the schema of dateline.json and the setting dateline.rules are those of the rules (npx tsx tools/rules.ts)', () => {
  const read = (path: string) => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8')
  equal(read('docs/rules.md'), describeRules())
  deepEqual(JSON.parse(read('schemas/dateline.schema.json')), datelineSchema())
  const { contributes } = JSON.parse(read('package.json'))
  const sections: readonly { readonly properties?: Readonly<Record<string, unknown>> }[] = [contributes.configuration].flat()
  deepEqual(sections.map(section => section.properties?.['dateline.rules']).find(Boolean), ruleSettings())
})

test('a level set by hand wins over the profile, and a problem may be quieter than its rule, never louder', () => {
  const article = readArticle('The Karvia"s answer came.\n\nNobody knew "what.')
  const levels = (settings: RuleSettings) => checkArticle(article, settings).map(problem => `${problem.rule.id} ${problem.level}`)
  deepEqual(levels({ profile: 'none', levels: {} }), ['double-mark-for-apostrophe warning', 'unpaired-mark warning'])
  deepEqual(levels({ profile: 'none', levels: { 'unpaired-mark': 'off' } }), ['double-mark-for-apostrophe warning'])
  deepEqual(levels({ profile: 'ap', levels: { 'double-mark-for-apostrophe': 'hint', 'unpaired-mark': 'error' } }), [
    'double-mark-for-apostrophe hint',
    'unpaired-mark error',
  ])
})

test('what a rule that does not look into quotations finds within a direct one is dropped', () => {
  const text = '"We have always claimed that the report was late," trader Ana Pell said.'
  deepEqual(
    checkArticle(readArticle(text), { profile: 'reuters', levels: {} }).map(problem => problem.rule.id),
    [],
  )
})

test('one fix-all mends every mangled apostrophe, also within quotations, and nothing else', () => {
  const text = `"Let"s wait," Ana Pell said. "They don"t know Karvia"s plan."\n\nThe Isles" foreign ministry and Sean O"Dara met Karvia"s envoy.`
  const mended = `"Let's wait," Ana Pell said. "They don't know Karvia's plan."\n\nThe Isles' foreign ministry and Sean O'Dara met Karvia's envoy.`
  equal(mend(text, { profile: 'none', levels: {} }), mended)
})

test('a mixture of marks is one problem, and its fix takes the side of the many', () => {
  const text = '“We wait,” Ana Pell said. “We don\'t know.”\n\nTom Reyk called it "useful".'
  const [problem, ...others] = checkArticle(readArticle(text))
  equal(others.length, 0)
  equal(problem.related?.length, 2)
  equal(mend(text, { profile: 'none', levels: {} }), '“We wait,” Ana Pell said. “We don’t know.”\n\nTom Reyk called it “useful”.')
})

test('a mark that may be something else is information, and its fix is not safe', () => {
  const text = 'The Isles" and the players came.'
  const [{ level, fixes }] = checkArticle(readArticle(text))
  equal(level, 'information')
  deepEqual(
    fixes?.map(fix => fix.safe),
    [false],
  )
})

test('a quotation that runs over paragraphs, each with an opening mark, is no problem', () => {
  const text = '"We wait," Ana Pell said. "We have time.\n\n"We will see.\n\n"It is not over," she said.'
  deepEqual(checkArticle(readArticle(text)), [])
})

test('inches, feet, minutes, decades, elisions and plural possessives are no problem', () => {
  const texts = [
    `He is 5'10" tall and made a 7" single.`,
    "It was rock 'n' roll of the '90s, 'til dawn, and 'twas the players' and the workers' night.",
    `The "workers' party" of Sean O'Dara won't go.`,
    'Dwayne "The Wall" Reyk and Tom \'Red\' Pell came.',
    "«Nous partons», dit-il. „Wir gehen“, sagte er. ``We go,'' he said.",
    'The 12 winners\' names; Karvia\'s "best," "brightest" and "boldest"—all of them.',
  ]
  for (const text of texts) deepEqual(checkArticle(readArticle(text)), [], text)
})

test('marks are converted to another shape, and to the other of double and single', () => {
  const text = `"He said 'no' to Karvia's plan," Ana Pell said. It was 5'10" long.`
  const convert = (from: string, to: Parameters<typeof convertMarks>[1]) => applyEdits(from, convertMarks(readArticle(from), to))
  const typographic = `“He said ‘no’ to Karvia’s plan,” Ana Pell said. It was 5'10" long.`
  equal(convert(text, 'typographic'), typographic)
  equal(convert(typographic, 'straight'), text)
  equal(convert(text, 'single'), `'He said "no" to Karvia's plan,' Ana Pell said. It was 5'10" long.`)
  equal(convert(convert(text, 'single'), 'double'), text)
  deepEqual(convertMarks(readArticle(text), 'double'), [])
})

/** The text after all safe fixes. */
function mend(text: string, settings: RuleSettings): string {
  return applyEdits(text, fixAll(checkArticle(readArticle(text), settings)))
}

const pieces = [
  ...['"', '"', "'", '“', '”', '‘', '’', ' ', ' ', ', ', '. ', '\n\n', '...', '…', '[', ']', '(', ')', ' - ', '—'],
  ...[
    'Ana Pell said',
    'he said',
    'Karvia"s',
    "don't",
    'don"t',
    'the Isles" ministry',
    'We will wait',
    'and see',
    '"We go," she said.',
  ],
  ...[
    '“Yes,” Tom Reyk said. ',
    "players'",
    '5\'10"',
    '’90s',
    '‘90s',
    'said, "We will not wait any longer."',
    'Isles’',
    'donâ€™t',
    'â€œWe wait,â€ he said.',
  ],
]
const stories = array(constantFrom(...pieces), { maxLength: 40 }).map(parts => parts.join(''))
const anySettings = tuple(constantFrom(...profiles), constantFrom('warning' as const, 'off' as const)).map(
  ([profile, mixed]): RuleSettings => ({ profile, levels: { 'mixed-marks': mixed } }),
)

/** What must not change: all that stands within direct quotations, marks and apostrophes left out. */
const quotedWords = (text: string) =>
  readArticle(text)
    .quotes.filter(quote => quote.kind === 'direct')
    .map(({ start, end }) => text.slice(start, end).replace(/["'“”‘’„‚]/g, ''))

test('no fix changes a character inside a direct quotation but its marks and apostrophes', () => {
  check(
    property(stories, anySettings, (text, settings) => {
      const article = readArticle(text)
      const problems = checkArticle(article, settings)
      const direct = article.quotes.filter(quote => quote.kind === 'direct')
      const edits = [...problems.flatMap(problem => problem.fixes?.flatMap(fix => fix.edits) ?? []), ...fixAll(problems)]
      for (const edit of edits) {
        if (!direct.some(quote => edit.start < quote.end && quote.start < edit.end)) continue
        ok(
          /^(?:["'“”‘’„‚?\ufffd]?|â€[œ˜™]?)$/.test(text.slice(edit.start, edit.end)) && /^["'“”‘’]$/.test(edit.text),
          JSON.stringify(edit),
        )
      }
      for (const to of ['typographic', 'straight', 'double', 'single'] as const)
        for (const edit of convertMarks(article, to))
          ok(/^["'“”‘’„‚]$/.test(text.slice(edit.start, edit.end)) && /^["'“”‘’]$/.test(edit.text), JSON.stringify(edit))
    }),
    { numRuns: 400 },
  )
})

test('the words of direct quotations are the same after fix-all', () => {
  const text = '“Let”s wait,” Ana Pell said. "They don"t know."\n\n‘We won’t,’ said Tom Reyk of the Isles" team.'
  deepEqual(quotedWords(mend(text, { profile: 'none', levels: {} })), quotedWords(text))
})

test('fix-all is disjoint and comes to rest, and leaves no mangled apostrophe that it was sure of', () => {
  check(
    property(stories, anySettings, (text, settings) => {
      const edits = fixAll(checkArticle(readArticle(text), settings))
      for (let i = 1; i < edits.length; i++) ok(edits[i - 1].end <= edits[i].start)
      let current = text
      for (let round = 0; round < 4; round++) current = mend(current, settings)
      equal(mend(current, settings), current)
    }),
    { numRuns: 200 },
  )
})

/** All examples as one story, under a dateline. */
const allExamples = [
  'TOLM, Feb 4 (Tolm News) - Talks went on.',
  ...rules.flatMap(rule => rule.examples.map(({ wrong }) => wrong)),
]
  .join('\n\n')
  .replace(/[⟦⟧]/g, '')

test('a rule that goes by paragraphs finds in them what it finds in the whole story', () => {
  const article = readArticle(allExamples)
  const speech = directSpeech(article)
  for (const rule of rules) {
    const settings: RuleSettings = { profile: 'none', levels: { [rule.id]: 'error' } }
    const found = checkArticle(article, settings).filter(problem => problem.rule === rule)
    const whole = [...rule.check(article)].filter(problem => rule.looksIntoQuotations || !standsWithin(speech, problem))
    deepEqual(
      found.map(({ start, end, message, fixes, related }) => ({ start, end, message, fixes, related })),
      whole
        .map(({ start, end, message, fixes, related }) => ({ start, end, message, fixes, related }))
        .sort((a, b) => a.start - b.start || a.end - b.end),
      rule.id,
    )
  }
})

test('after an edit the problems are those of the text read afresh', () => {
  const places = integer({ min: 0, max: allExamples.length })
  let article = readArticle(allExamples)
  check(
    property(places, integer({ min: 0, max: 3 }), constantFrom('', 'x', '"', ' Pell', '\n\n', '. '), (at, removed, typed) => {
      const text = article.text.slice(0, at) + typed + article.text.slice(at + removed)
      article = readArticle(text, article)
      const afresh = readArticle(text)
      for (const profile of profiles)
        deepEqual(checkArticle(article, { profile, levels: {} }), checkArticle(afresh, { profile, levels: {} }))
    }),
    { numRuns: 25 },
  )
})

test('any text can be checked', () => {
  check(
    property(string({ unit: 'binary', maxLength: 200 }), stories, (noise, story) => {
      for (const profile of profiles) checkArticle(readArticle(noise + story + noise), { profile, levels: {} })
    }),
    { numRuns: 100 },
  )
})
