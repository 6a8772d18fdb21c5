import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Hover, MarkupContent } from 'vscode-languageserver'
import { openMarked } from './check.ts'

/** Compares the card at the caret with the lines expected. */
function checkHover(marked: string, card: string): void {
  const hover = openMarked(marked).ask<Hover | null>('textDocument/hover')
  assert.equal((hover?.contents as MarkupContent | undefined)?.value ?? '', card.trim())
}

const lead = 'Harbour strike goes on\n\nWorkers turned down a new offer.\n\n'

test('a person: who it is, how often and in which forms, what is said, and why we think so', () => {
  checkHover(
    `${lead}"We have put good money on the table," said Hanna Brixley, 51, the harbour director.\n\nBrix‸ley left early.\n`,
    `
**Hanna Brixley**, the harbour director${'  '}
2 mentions · 1 quotation of 8 words · age 51 · [first full mention](file:///stories/harbour.news#L5,45)${'  '}
Brixley 1× · Hanna Brixley 1×

---

- ["We have put good money on the table,"](file:///stories/harbour.news#L5,1): said

*Why: surname of Hanna Brixley*`,
  )
})

test('a person who says very much: the card stays a card', () => {
  const said = '"We will wait," said Hanna Brixley.\n\n'
  const hover = openMarked(`${lead}${said.repeat(19)}Hanna Brix‸ley left.\n`).ask<Hover>('textDocument/hover')
  const { value } = hover.contents as MarkupContent
  assert.equal(value.match(/^- \[/gm)?.length, 8)
  assert.match(value, /^- … and 11 more$/m)
})

test('nation and organisation are told where a role says them beyond doubt, and only there', () => {
  const countsOf = (naming: string) => {
    const hover = openMarked(`${lead}${naming} left on Monday. Brix‸ley walked.\n`).ask<Hover>('textDocument/hover')
    return (hover.contents as MarkupContent).value.split('\n')[1].replace(/ · \[.*/, '')
  }
  const counts = '2 mentions'
  assert.equal(countsOf('Ukrainian deputy defence minister Hanna Brixley'), `${counts} · Ukrainian`)
  assert.equal(countsOf('Hanna Brixley, the head of the World Health Organization,'), `${counts} · World Health Organization`)
  assert.equal(countsOf('World Health Organization spokeswoman Hanna Brixley'), `${counts} · World Health Organization`)
  for (const naming of [
    'Former Ukrainian defence minister Hanna Brixley',
    'French teacher Hanna Brixley',
    'Hanna Brixley, until recently the head of the World Health Organization,',
    'Hanna Brixley, the former head of the World Health Organization,',
    'Hanna Brixley, a critic of the World Health Organization,',
  ])
    assert.equal(countsOf(naming), counts, naming)
})

test('a quotation: its kind, its speaker and why; one without a speaker says so', () => {
  checkHover(
    `${lead}"We have put ‸good money on the table," said Hanna Brixley.\n`,
    'Direct quotation: **Hanna Brixley** · 8 words · *named after the quotation*',
  )
  checkHover(`${lead}"We put ‸good money down."\n`, 'Direct quotation: speaker unknown · 5 words')
})

test('an unnamed source keeps its description', () => {
  checkHover(
    `${lead}"We will make ‸no other offer," said a source familiar with the matter.\n`,
    'Direct quotation: **a source familiar with the matter** · an unnamed source · 6 words · *named after the quotation*',
  )
})

test('a date: the day that it means', () => {
  checkHover(
    'Strike\n\nLISBON, March 3, 2026 (Northline) - Workers turned down an offer on ‸Monday.\n',
    '**Monday**, date · Monday, 2 March 2026',
  )
})

test('a problem: what is wrong, why it matters, and who says so', () => {
  const hover = openMarked(`${lead}The harbour‸"s director left.\n`).ask<Hover>('textDocument/hover')
  assert.match(
    (hover.contents as MarkupContent).value,
    /^A double mark stands for an apostrophe[\s\S]*\[double-mark-for-apostrophe\]\(https:/,
  )
})

test('markup, links and direction marks of the story have no effect', () => {
  const story = `${lead}"Go to [me](command:x) <b>now</b> ‸\u202Ewww.evil.example," said Hanna Brixley.\n\nBrixley left.\n`
  const marked = story.replace('‸', '').replace('Brixley left', 'Brix‸ley left')
  const { value } = openMarked(marked).ask<Hover>('textDocument/hover').contents as MarkupContent
  assert.match(value, /\\\[me\\\]\(command:x\) \\<b\\>now\\<\/b\\> www\\\.evil\.example/)
  assert.doesNotMatch(value, /\u202E/)
})

test('nothing under the cursor, nothing shown', () => checkHover(`${lead}They ‸waited.\n`, ''))
