import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readArticle } from '../server/analysis/article.ts'
import { checkArticle } from '../server/rules/index.ts'

// Orders of magnitude and no more, in time of the processor: `npm run bench` measures.

/** Paragraphs of agency copy of which no two are alike, about 200 code units each. */
const story = (paragraphs: number) =>
  Array.from(
    { length: paragraphs },
    (_, i) =>
      `"The harbour of pier ${i} will open in ${1900 + (i % 120)}," Ada Venn${i % 7}, the head of the port authority, told reporters in Norvik on Monday. ` +
      `Officials of the Karvian Trade Union had said that ${i * 3} people would lose their jobs.`,
  ).join('\n')

/** The least that it takes, of some tries, in milliseconds. */
function least(run: () => void): number {
  const times = Array.from({ length: 5 }, () => {
    const { user } = process.cpuUsage()
    run()
    return (process.cpuUsage().user - user) / 1000
  })
  return Math.min(...times)
}

test('a long story is read in far less than a second, and again after an edit in a fraction of it', () => {
  const text = story(400)
  const article = readArticle(text)
  const middle = text.indexOf('\n', text.length / 2) + 8
  const edited = `${text.slice(0, middle)}e${text.slice(middle)}`
  const whole = least(() => readArticle(text))
  const again = least(() => {
    readArticle(edited, article)
  })
  assert.ok(whole < 3000, `${text.length} code units took ${whole} ms`)
  assert.ok(again < whole / 2, `the edit took ${again} ms, the whole ${whole} ms`)
})

test('a story ten times as long takes about ten times as long', () => {
  const short = story(60)
  const long = story(600)
  checkArticle(readArticle(long))
  const few = least(() => checkArticle(readArticle(short)))
  const many = least(() => checkArticle(readArticle(long)))
  assert.ok(many < few * 30, `${few} ms and ${many} ms`)
})
