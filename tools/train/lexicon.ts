import { readFileSync } from 'node:fs'
import { readMarks } from '../../server/analysis/marks.ts'
import { hashWord } from '../../server/analysis/names/hash.ts'
import { fineBits, joinRow, Known, lexiconBits } from '../../server/analysis/names/lexicon.ts'
import { readTokens } from '../../server/analysis/tokens.ts'
import { wordClasses } from './classes.ts'
import type { Document } from './corpus.ts'
import { PackedWriter } from './packed.ts'

interface Entry {
  known: number
  habit: number
  fine: number
}

/** How many of the commonest words have a class. */
const classedWords = 90_000

/** The lexicon as `unpackLexicon` reads it, from the gazetteers, the lists beside this file, word vectors and the case of words in the training texts. */
export function packLexicon(gazetteers: string, documents: readonly Document[]): string {
  const entries = new Map<number, Entry>()
  const entry = (hash: number) => {
    const key = hash >>> (32 - lexiconBits)
    const found = entries.get(key) ?? { known: 0, habit: 0, fine: 0 }
    entries.set(key, found)
    return found
  }
  const add = (name: string, known: number) => {
    const row = hashesOf(name)
    if (row.length === 0 || row.length > 7) return
    entry(row.reduce(joinRow)).known |= known
    if (row.length === 1) return
    entry(row[0]).known |= Known.beginsRow
    if (known & Known.organization) for (const word of row) entry(word).known |= Known.organizationWord
  }
  for (const [known, names] of gazetteerNames(gazetteers)) for (const name of names) add(name, known)
  for (const [word, fine] of wordClasses(classedWords)) {
    const found = entry(hashWord(word))
    if (found.fine === 0) found.fine = fine
  }
  for (const [hash, habit] of caseHabits(documents)) entry(hash).habit = habit
  return pack(entries)
}

function pack(entries: ReadonlyMap<number, Entry>): string {
  const writer = new PackedWriter()
  const sorted = [...entries].sort(([a], [b]) => a - b)
  const setOf = (e: Entry) => (e.known << 4) | (e.habit << 1) | (e.fine ? 1 : 0)
  const uses = new Map<number, number>()
  for (const [, e] of sorted) uses.set(setOf(e), (uses.get(setOf(e)) ?? 0) + 1)
  const sets = [...uses].sort(([a, m], [b, n]) => n - m || a - b).map(([set]) => set)
  const indexOf = new Map(sets.map((set, index) => [set, index]))
  writer.number(sets.length)
  for (const set of sets) writer.number(set)
  writer.number(sorted.length)
  let before = 0
  for (const [key, e] of sorted) {
    writer.number(key - before)
    before = key
    writer.small(indexOf.get(setOf(e)) ?? 0)
    if (e.fine) writer.pair(e.fine & ((1 << fineBits) - 1))
  }
  return writer.text()
}

function hashesOf(name: string): number[] {
  const tokens = readTokens(name, readMarks(name))
  return tokens.lower.map(hashWord)
}

function gazetteerNames(folder: string): [number, readonly string[]][] {
  const table = (file: string) =>
    readFileSync(`${folder}/${file}.tsv`, 'utf8')
      .split('\n')
      .slice(1)
      .filter(Boolean)
      .map(line => line.split('\t'))
  const column = (file: string, index: number) => table(file).map(row => row[index] ?? '')
  const list = (file: string) =>
    readFileSync(new URL(`lists/${file}`, import.meta.url), 'utf8')
      .split('\n')
      .map(line => line.trim())
      .filter(line => line && !line.startsWith('#'))
  const surnames = column('surnames_us', 0)
  return [
    [Known.forename, [...column('forenames_us', 0), ...column('forenames_world', 0)]],
    [Known.surname, [...column('surnames_world', 0), ...column('us_congress_current', 2)]],
    [Known.rareSurname, surnames],
    [Known.person, [...column('us_congress_current', 0), ...column('us_presidents_vps', 0)]],
    [Known.country, [...column('cities', 1), ...column('admin1', 1), ...list('countries.txt')]],
    [Known.bigCity, list('cities.txt')],
    [Known.nationality, column('nationalities', 0).flatMap(withPlural)],
    [Known.region, [...column('admin1', 0), ...column('cities', 2), ...list('regions.txt')]],
    [Known.city, column('cities', 0)],
    [
      Known.organization,
      [
        ...column('companies_fortune500', 0),
        ...column('newspapers', 0),
        ...column('us_federal_agencies', 0),
        ...column('uk_parties', 0),
        ...list('organizations.txt'),
      ].flatMap(withoutArticle),
    ],
    [Known.misc, list('misc.txt')],
    [Known.honorific, [...column('honorifics', 0), ...column('name_prefixes', 0), ...column('name_suffixes', 0)]],
    [Known.occupation, column('occupations', 0)],
  ]
}

const withPlural = (name: string) => (/(ese|ish|ch|ss)$/.test(name) ? [name] : [name, `${name}s`])
const withoutArticle = (name: string) => (/^the /i.test(name) ? [name, name.slice(4)] : [name])

/** How each word is mostly written within sentences of the training texts. */
function caseHabits(documents: readonly Document[]): [number, number][] {
  const counts = new Map<number, [number, number]>()
  for (const { paragraphs } of documents)
    for (const { text } of paragraphs) {
      if (text === text.toUpperCase()) continue
      const tokens = readTokens(text, readMarks(text))
      for (let i = 1; i < tokens.count; i++) {
        if (tokens.kinds[i] !== 0 || /[.!?:"“”]$/.test(tokens.words[i - 1])) continue
        const count = counts.get(hashWord(tokens.lower[i])) ?? [0, 0]
        count[tokens.shapes[i] & 1]++
        counts.set(hashWord(tokens.lower[i]), count)
      }
    }
  return [...counts]
    .filter(([, [small, capital]]) => small + capital >= 4)
    .map(([hash, [small, capital]]) => {
      const share = small / (small + capital)
      return [hash, share < 0.02 ? 1 : share < 0.3 ? 2 : share < 0.7 ? 3 : share < 0.98 ? 4 : 5]
    })
}
