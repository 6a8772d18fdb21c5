import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { readArticle } from '../server/analysis/article.ts'
import { proseOf } from '../server/analysis/markdown.ts'
import { markupFiller } from '../server/analysis/markup.ts'
import { understood } from './understood.ts'

/** The prose with fillers as "·" and without the blanks at the ends of lines. */
const shown = (markdown: string) =>
  (proseOf(markdown)?.text ?? '').replaceAll(markupFiller, '·').replace(/ +$/gm, '').replace(/^ +/gm, '').trim()

for (const [markdown, prose] of [
  ['He is *very* **cross**.', 'He is ·very· ··cross··.'],
  ["*Time*'s editor", "Time·'s editor"],
  ['"*Yes*," she said', '"·Yes·," she said'],
  ["[Merrin](https://example.org/a_b)'s mayor", `Merrin${'·'.repeat('](https://example.org/a_b)'.length)}'s mayor`],
  ['see [the report][r] now\n\n[r]: https://example.org', 'see ·the report···· now'],
  ['don&rsquo;t', 'don’······t'],
  ['\\*no\\* list', '·*no·* list'],
  ['run `npm start` now', `run ${' '.repeat('`npm start`'.length)} now`],
  ['a ![quay](quay.jpg) b', `a ${'·'.repeat('![quay](quay.jpg)'.length)} b`],
  ['<b>Fire</b> at <https://example.org>', 'Fire···· at ·https://example.org·'],
  ['> “We wait,” she said.', '“We wait,” she said.'],
  ['1. One\n2. Two', 'One\nTwo'],
  ['A | B\n--- | ---\n1 | 2', ''],
  ['```js\nlet a = 1\n```\nAfter', 'After'],
  ['<!-- not\n\nthis -->\nThis', 'This'],
  ['Line one\nline two', 'Line one\nline two'],
] as const)
  test(`prose of ${JSON.stringify(markdown)}`, () => {
    assert.equal(shown(markdown).replace(/^·+|·+$/g, ''), prose.replace(/^·+|·+$/g, ''))
  })

test('headings, bold lines and front matter tell the structure; marks are no part of tokens', () => {
  const text = `---
title: "The quay that burned"
author: Mara Ellison
date: 2026-02-04
---

**PORT MERRIN (Northwire)** — The [quay](https://example.org)'s owner, *Piet de Groot*, said it burned on Tuesday.

## What now
The council's plan is “**not** ready”, he said.

**A vote in May**

It will be *close*.
`
  const article = readArticle(text, undefined, 'markdown')
  assert.deepEqual(
    article.structure.parts.map(({ kind, start, end }) => [kind, text.slice(start, end)]),
    [
      ['headline', 'The quay that burned'],
      ['byline', 'Mara Ellison'],
      ['dateline', 'PORT MERRIN (Northwire)'],
      ['lead', "The [quay](https://example.org)'s owner, *Piet de Groot*, said it burned on Tuesday."],
      ['crosshead', 'What now'],
      ['paragraph', "The council's plan is “**not** ready”, he said."],
      ['crosshead', 'A vote in May'],
      ['paragraph', 'It will be *close*.'],
    ],
  )
  assert.deepEqual(article.structure.day, { year: 2026, month: 2, day: 4 })
  const words = article.paragraphs.flatMap(({ start, reading }) =>
    Array.from(reading.tokens.words, (word, i) => [
      word,
      text.slice(start + reading.tokens.starts[i], start + reading.tokens.ends[i]),
    ]),
  )
  for (const [word, source] of words) assert.equal(source, word)
  assert.ok(words.some(([word]) => word === "'s"))
  assert.deepEqual(
    article.quotes.map(({ start, end }) => text.slice(start, end)),
    ['“**not** ready”'],
  )
})

test('a title in the text makes that of the front matter superfluous', () => {
  const text = '---\ntitle: The quay\n---\n\n# The quay that burned\n\nIt burned on Tuesday.\n'
  const { structure } = readArticle(text, undefined, 'markdown')
  assert.deepEqual(
    structure.parts.map(({ kind, start, end }) => [kind, text.slice(start, end)]),
    [
      ['headline', 'The quay that burned'],
      ['lead', 'It burned on Tuesday.'],
    ],
  )
})

test('any string: the prose is as long, each visible character of it stands in the source at its place or for an entity; nothing hangs', () => {
  const pieces = fc.constantFrom(
    '*',
    '**',
    '_',
    '`',
    '```\n',
    '[',
    '](',
    ')',
    '# ',
    '> ',
    '- ',
    '1. ',
    '\n',
    '\n\n',
    '\r\n',
    '<b>',
    '<!--',
    '-->',
    '---\n',
    'word',
    'title: x',
    ' ',
    '\\',
    '&amp;',
    '"',
    "'s",
    '\t',
    '|',
    '\ufeff',
    '\0',
    '\ud83d',
  )
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.array(pieces, { maxLength: 60 }).map(parts => parts.join('')),
      ),
      markdown => {
        const prose = proseOf(markdown)
        if (!prose) return
        assert.equal(prose.text.length, markdown.length)
        for (let i = 0; i < markdown.length; i++) {
          const character = prose.text[i]
          if (character === markdown[i] || character === ' ' || character === markupFiller) continue
          assert.equal(markdown[i], '&')
        }
        for (const { start, end } of prose.parts) assert.ok(start < end && end <= markdown.length)
        const before = readArticle(markdown.slice(3), undefined, 'markdown')
        assert.deepEqual(
          understood(readArticle(markdown, before, 'markdown')),
          understood(readArticle(markdown, undefined, 'markdown')),
        )
      },
    ),
    { numRuns: 1500 },
  )
  const start = performance.now()
  for (const piece of ['[', '*a_ ', '1. ', '``` ', '> ', '<!--', '&', '|', '\\', '# \n\n', '*a*\n\n'])
    proseOf(piece.repeat(20_000))
  assert.ok(performance.now() - start < 20_000)
})
