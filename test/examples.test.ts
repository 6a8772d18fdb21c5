import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { readArticle } from '../server/analysis/article.ts'
import { detectStory } from '../server/analysis/detect.ts'

const folder = new URL('../examples/', import.meta.url)
const stories = readdirSync(folder).filter(name => name !== 'README.md')

test('the list of the examples names each of them', () => {
  const listed = [...read('README.md').matchAll(/^\| \[([\w.-]+)\]\(\1\) \| .+ \|$/gm)].map(([, name]) => name)
  assert.deepEqual(listed.toSorted(), stories.toSorted())
})

test('an example is as long as a story', () => {
  for (const name of stories) {
    const words = read(name).split(/\s+/).length
    assert.ok(words >= 280 && words <= 600, `${name}: ${words} words`)
  }
})

test('plain text and Markdown examples are told to be stories, and their list is not', () => {
  for (const name of stories.filter(name => /\.(txt|md)$/.test(name))) assert.ok(detectStory(read(name)).isStory, name)
  assert.ok(!detectStory(read('README.md')).isStory)
})

test('the wire mangled every apostrophe of the talks, and each is told from a quotation mark', () => {
  const article = readArticle(read('talks-in-the-harbour.txt'))
  assert.ok(!/['‘’]/.test(article.text))
  const apostrophes = article.paragraphs.flatMap(({ reading }) =>
    reading.marks.marks.filter(mark => mark.role === 'apostrophe').map(mark => wordAround(reading.text, mark.start)),
  )
  assert.equal(
    apostrophes.join(' '),
    'harbour"s Norlund"s terminal"s Norlund"s terminal"s region"s dockers" company"s union"s owners" don"t We"ve Norlund"s I"ll can"t city"s Norlund"s company"s',
  )
  assert.deepEqual(
    article.quotes.map(quote => firstWords(article.text.slice(quote.start, quote.end))),
    [
      '"difficult"',
      '"We have agreed',
      '"an insult in',
      '"They don"t want',
      '"We"ve seen the',
      '"trusts the good',
      '"If it goes',
      '"You can"t ride',
    ],
  )
})

test('every mark of the examples that are set well has its pair, or runs on', () => {
  for (const name of stories.filter(name => !name.startsWith('hostile') && !name.startsWith('survivors'))) {
    const article = readArticle(read(name), undefined, name.endsWith('.md') ? 'markdown' : 'plain')
    assert.deepEqual(
      article.quotes.filter(quote => !quote.closed).map(quote => article.text.slice(quote.start, quote.end)),
      [],
      name,
    )
  }
  const speech = readArticle(read('survivors-speech.txt'))
  assert.equal(speech.quotes.filter(quote => !quote.closed).length, 3)
})

function wordAround(text: string, offset: number): string {
  const start = text.slice(0, offset).search(/\w*$/)
  return text.slice(start).match(/^\w*"\w*/)?.[0] ?? ''
}

function firstWords(text: string): string {
  return text.split(' ').slice(0, 3).join(' ')
}

function read(name: string): string {
  return readFileSync(new URL(name, folder), 'utf8')
}
