import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import fc from 'fast-check'
import { detectStory } from '../server/analysis/detect.ts'

const agencyCopy = `Harbour town votes to rebuild its burnt quay
By Mara Ellison
PORT MERRIN, March 3 (Northwire) - The council of Port Merrin voted on Tuesday to rebuild the quay that burned down last month, its leader said.
"We will not wait for the insurers," Piet de Groot told reporters after the meeting.
Police said two men had been arrested.
(Reporting by Mara Ellison; Editing by Lena Ortiz)
`
const magazine = `A tax on rain

The government plans to tax roofs, two ministers said on Wednesday, in a move that angered the opposition.

Households would pay 12 crowns for each square metre from January, according to a draft seen by this newspaper. The finance ministry declined to comment.

"It is a tax on rain," said Ilse Brandt, leader of the opposition in parliament. "Next they will tax the wind."

Officials expect the levy to raise 40 million crowns a year. A vote is due in May.
`
const markdown = `---
title: The school that closed
---

# The school that closed

**LITTLE FENWORTH, Sept 18 (Shire News)** — The county told the school on Thursday to stay open, officials said.

> “We teach patience,” the head teacher said.

## What the county says

Malcolm Threadgold, the education officer, told Shire News that he had nothing against apples. Parents will vote on Friday.
`

for (const [name, text] of Object.entries({ agencyCopy, magazine, markdown }))
  test(`a story: ${name}`, () => {
    for (const variant of [text, text.replaceAll("'", '"'), text.replaceAll('\n', '\r\n'), text.replace(/\n+/g, '\n')]) {
      const { isStory, reasons } = detectStory(variant)
      assert.ok(isStory, reasons.join('; '))
    }
    assert.ok(detectStory(text).reasons.length > 0)
  })

const others = {
  readme: `# fastlist

[![build](https://example.org/badge.svg)](https://example.org)

A fast list for Node.js. It was first announced in May 2019 and is used by the government of Westland.

## Install

\`\`\`sh
npm install fastlist
\`\`\`

## Usage

Import the module and call the function. It returns an array, and you can pass options to it.
`,
  changelog: `# Changelog

## 2.1.0 (March 3, 2020)

- Fixed a crash when the file is empty, reported by Mara Ellison.
- Added the \`strict\` option.

## 2.0.0 (January 9, 2020)

- The API returns a promise. This is a breaking change, as was announced in December.
`,
  licence: `Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files, to deal in the software without restriction.

The software is provided "as is", without warranty of any kind, express or implied. In no event shall the authors or copyright holders be liable for any claim, damages or other liability.
`,
  log: Array.from(
    { length: 20 },
    (_, i) => `2026-02-04 10:${10 + i}:07 ERROR police.service said "connection refused" after 3 attempts`,
  ).join('\n'),
  table: `Country,President,Minister,Votes\n${Array.from({ length: 20 }, (_, i) => `Westland,"Brandt, Ilse",De Groot,${i}`).join('\n')}`,
  mail: `From: Mara Ellison <mara@example.org>
To: desk@example.org
Subject: Council story
Date: Tue, 3 Mar 2020 10:00:00 +0000

Hi Lena, the council meets at six on Tuesday and I will file by eight. Could you please hold the front for me? Thank you.

Mara
`,
  recipe: `Plum cake

Preheat the oven to 180 degrees. Cream the butter with two tablespoons of sugar, then stir in the flour and a teaspoon of salt.

- 200 g flour
- 150 g butter
- 12 plums

Bake for 40 minutes on Sunday and eat it on Monday, as my grandmother said.
`,
  tale: `The door opened and Ilse stepped into the darkness of the hall. Her heart was beating. "Who is there?" she whispered.

Nobody answered. She glanced over her shoulder and laughed. "You and your ghosts," she said to the cat, which stared at her with yellow eyes.

The cat, as always, said nothing. She sighed, put down the lamp and went to look for the key that her father had left on the sill.
`,
  list: "- buy milk\n- call the police about the bike\n- vote on Tuesday\n- read the minister's statement\n- [ ] pay the court fee\n",
  code: 'export function vote(minister: string) {\n  const police = "said on Tuesday"\n  return police + minister;\n}\n'.repeat(
    10,
  ),
  nothing: '',
  words: 'The minister said no.',
}
for (const [name, text] of Object.entries(others))
  test(`no story: ${name}`, () => {
    const { isStory, score, reasons } = detectStory(text)
    assert.ok(!isStory, `${score} ${reasons.join('; ')}`)
    assert.ok(reasons.length > 0)
  })

test('any string gets an answer; hostile ones at once', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), text => Number.isFinite(detectStory(text).score)))
  const start = performance.now()
  for (const piece of ["'", '"', 'By Aa', '(', '\n', 'a,', '- ', 'said "', 'A. ', ' "', 'JAN '])
    detectStory(piece.repeat(100_000))
  assert.ok(performance.now() - start < 2000)
})

/** Files of the packages that are installed: none of them is news. */
test('no README, changelog or licence of the installed packages is a story', () => {
  const files = packageFiles('node_modules', 400)
  const lit = files.filter(file => detectStory(readFileSync(file, 'utf8')).isStory)
  assert.deepEqual(lit, [])
})

test('stories of the wild, where they are at hand: 97 in a hundred', () => {
  const folder = '../shared/stories/wikinews'
  if (!existsSync(folder)) return
  const files = readdirSync(folder)
  const missed = files.filter(file => !detectStory(readFileSync(join(folder, file), 'utf8')).isStory)
  assert.ok(missed.length <= files.length * 0.03, missed.join(', '))
})

function packageFiles(folder: string, most: number): readonly string[] {
  if (!existsSync(folder)) return []
  const packages = readdirSync(folder).flatMap(name =>
    name.startsWith('@')
      ? readdirSync(join(folder, name)).map(inner => join(folder, name, inner))
      : name.startsWith('.')
        ? []
        : [join(folder, name)],
  )
  return packages
    .flatMap(path =>
      existsSync(path)
        ? readdirSync(path, { withFileTypes: true })
            .filter(entry => entry.isFile())
            .map(entry => join(path, entry.name))
        : [],
    )
    .filter(path => /(?:readme|changelog|history|licen[sc]e|contributing)[^/]*$/i.test(path))
    .slice(0, most)
}
