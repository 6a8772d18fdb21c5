import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { type Article, readArticle } from '../server/analysis/article.ts'
import { passagesOf } from '../server/rules/passages.ts'

const story = `TOLM, Feb 4 (Tolm News) - The bridge will stay closed, Mayor Ada Venn said on Monday.

"We had no choice at all," Venn told reporters. "It was shaking."

The company, Karvian Steel, denied that the bridge was shaking.

It said the engineers had checked it twice.

"We did not find a thing," a spokesman said.

Shops by the river lost half of their trade, Tom Reyk, a baker, said.

"Nobody comes."`

/** How many of the first are none of the second. */
const countNew = (now: readonly object[], before: readonly object[]) => now.filter(each => !before.includes(each)).length

const speechOf = ({ memory }: Article) => memory?.speech ?? []
const notesOf = (article: Article) => passagesOf(article).map(({ notes }) => notes)

test('a letter typed in a plain word leaves what is said in all other paragraphs as it is', () => {
  const before = readArticle(story)
  equal(speechOf(before).length, 7)
  notesOf(before)
  for (const word of ['closed', 'reporters', 'denied', 'twice', 'find', 'trade', 'comes']) {
    const at = story.indexOf(word) + 1
    const now = readArticle(`${story.slice(0, at)}x${story.slice(at)}`, before)
    ok(countNew(speechOf(now), speechOf(before)) <= 2, word)
    ok(countNew(notesOf(now), notesOf(before)) <= 2, word)
  }
})

test('another speaker is heard wherever he is meant', () => {
  const before = readArticle(story)
  const text = story.replace('Karvian Steel', 'Norland Steel')
  const now = readArticle(text, before)
  const afresh = readArticle(text)
  deepEqual(now.quotes, afresh.quotes)
  deepEqual(now.statements, afresh.statements)
  ok(now.statements.some(({ speaker }) => speaker && 'name' in speaker && speaker.name === 'Norland Steel'))
})
