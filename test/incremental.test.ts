import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { type Article, type Markup, readArticle } from '../server/analysis/article.ts'
import { readParagraphs } from '../server/analysis/paragraph.ts'
import { understood } from './understood.ts'

/** How many edits are tried: EDITS=100000 for a long run, SEED=7 for other ones. */
const edits = Number(process.env.EDITS ?? 1500)
const seed = Number(process.env.SEED ?? 1)

/** A small seeded generator of whole numbers below a bound: mulberry32, by Tommy Ettinger (public domain). */
function random(start: number): (bound: number) => number {
  let state = start >>> 0
  return bound => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4294967296) * bound)
  }
}

interface Source {
  readonly file: string
  readonly text: string
  readonly markup: Markup
}

/** The examples, and the gold stories without their tags where they are at hand. */
function readSources(): readonly Source[] {
  const folders = ['../examples/', '../../shared/gold/dev/', '../../shared/gold/train/'].map(folder =>
    fileURLToPath(new URL(folder, import.meta.url)),
  )
  return folders
    .filter(folder => existsSync(folder))
    .flatMap(folder =>
      readdirSync(folder)
        .filter(file => /\.(?:txt|md|news|story|wire)$/.test(file))
        .map(file => ({
          file,
          text: readFileSync(folder + file, 'utf8').replace(/<\/?[a-z]+[^<>]*>/g, ''),
          markup: file.endsWith('.md') ? ('markdown' as const) : ('plain' as const),
        })),
    )
}

/** What is typed and pasted: what changes the reading of a paragraph, of those beside it or of the whole story. */
const pieces = [
  ...'e s . , : ; ? ! - — ( ) " \' “ ” ‘ ’ « » „ ` _ * #'.split(' '),
  ...[
    ' ',
    '\n',
    '\r\n',
    '\r',
    '\n\n',
    '\r\n\r\n',
    '\t',
    '\u00a0',
    '\u2060',
    '\u200b',
    '\u0301',
    '\ud83d\ude00',
    '\ud83d',
    '\ude00',
    '\0',
  ],
  ...[
    'he said',
    'Ada Venn',
    'Venn',
    'Mr. Venn',
    'the minister',
    ', 38,',
    ' said on Monday: "',
    '," she added. "',
    '(Reporting by Ada Venn)',
  ],
  ...[
    '\nBy Ada Venn\n',
    '\nKYIV, Feb 4 (Agency) - ',
    '\n\nKEY POINTS\n\n',
    '\n\n"',
    '"\n\n',
    '\n- ',
    '\n# ',
    '\n```\n',
    '**',
    '[x](y)',
    '&quot;',
  ],
]

/** The text after one random edit near a place: typing, pasting, deleting within and across paragraphs, moving. */
function edit(text: string, at: number, next: (bound: number) => number, other: string): string {
  const from = Math.min(text.length, Math.max(0, at + next(40) - 20))
  const kind = next(10)
  if (kind < 4) return text.slice(0, from) + pieces[next(pieces.length)] + text.slice(from)
  if (kind < 6) return text.slice(0, from) + text.slice(from + 1 + next(3))
  if (kind === 6) return text.slice(0, from) + text.slice(from + next(400))
  if (kind === 7) return text.slice(0, from) + pieces[next(pieces.length)] + text.slice(from + next(30))
  const start = next(other.length)
  if (kind === 8) return text.slice(0, from) + other.slice(start, start + next(500)) + text.slice(from)
  const end = from + next(300)
  return text.slice(0, from) + text.slice(end) + text.slice(from, end)
}

/** Everything that is read of a story, in a form that is quickly compared; the paragraphs by their texts. */
const told = ({ paragraphs, memory: _, ...article }: Article) =>
  JSON.stringify([article, paragraphs.map(({ start, end, reading }) => [start, end, reading.text])])

test(`a story read again after an edit is the story read anew (${edits} edits)`, () => {
  const next = random(seed)
  const sources = readSources()
  let done = 0
  while (done < edits) {
    const { file, text: whole, markup } = sources[next(sources.length)]
    const other = sources[next(sources.length)].text
    const cut = next(Math.max(1, whole.length - 1500))
    let text = whole.slice(cut === 1 ? 0 : cut, cut + 500 + next(2000))
    let article = readArticle(text, undefined, markup)
    const past: string[] = []
    let at = next(text.length + 1)
    for (let step = 0; step < 30 && done < edits; step++, done++) {
      const before = past.at(-1)
      const isUndo = before !== undefined && next(8) === 0
      if (next(5) === 0) at = next(text.length + 1)
      const changed = isUndo ? before : edit(text, at, next, other)
      if (isUndo) past.pop()
      else past.push(text)
      text = changed
      article = readArticle(text, article, markup)
      const anew = readArticle(text, undefined, markup)
      const place = `edit ${done} with seed ${seed}, in ${file}: ${JSON.stringify(text)}`
      assert.ok(told(article) === told(anew), place)
      if (step % 10 === 9) assert.deepStrictEqual(understood(article), understood(anew), place)
    }
  }
})

test('a letter that is replaced by another is read, wherever it stands', () => {
  const text = 'A\n\n'.repeat(1200)
  const before = { text, paragraphs: readParagraphs(text, new Set()) }
  for (let at = 0; at < text.length; at += 3) {
    const changed = `${text.slice(0, at)}B${text.slice(at + 1)}`
    const paragraphs = readParagraphs(changed, new Set(), before)
    const wrong = paragraphs.filter(({ start, end, reading }) => reading.text !== changed.slice(start, end))
    assert.deepEqual(wrong, [], `at ${at}`)
  }
})

/** Where in each paragraph a letter can be typed into a plain word. */
const plainWords = ({ paragraphs }: Article) =>
  paragraphs.flatMap(({ start, reading }) => {
    const word = /(?<=[a-z] )[a-z]{6,}(?= [a-z])/.exec(reading.text)
    return word ? [start + word.index + 3] : []
  })

test('one letter in a plain word leaves alone what the other paragraphs say', () => {
  const folder = fileURLToPath(new URL('../examples/', import.meta.url))
  const files = readdirSync(folder).filter(file => /\.(?:txt|news|story|wire)$/.test(file))
  const text = files.map(file => readFileSync(folder + file, 'utf8')).join('\n\n')
  const article = readArticle(text)
  const appearances = article.memory?.casting.appearances ?? []
  const places = plainWords(article).filter((_, i) => i % 5 === 0)
  const isOneReadAnew = places.map(at => {
    const { paragraphs, memory } = readArticle(`${text.slice(0, at)}x${text.slice(at)}`, article)
    assert.equal(paragraphs.filter(({ reading }, i) => reading !== article.paragraphs[i].reading).length, 1)
    return memory?.casting.appearances.filter((appearance, i) => appearance !== appearances[i]).length === 1
  })
  // The word may have been a title, or a verb that told who is the subject.
  assert.ok(isOneReadAnew.filter(Boolean).length > 0.8 * places.length, JSON.stringify(isOneReadAnew))
})
