import { deepEqual, equal, ok } from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { diskFiles } from '../server/files/disk.ts'
import { indexStories, indexStory } from '../server/files/stories.ts'
import { readRecord, storyIndex } from '../server/folder/stories.ts'

const folder = mkdtempSync(join(tmpdir(), 'dateline-stories-'))
const outside = mkdtempSync(join(tmpdir(), 'dateline-outside-'))
after(() => {
  rmSync(folder, { recursive: true })
  rmSync(outside, { recursive: true })
})

const harbour =
  'Harbour strike goes on\n\nPORT ELWYN, March 3, 2026 (Northline) - "We will wait," harbour director Hanna Brixley said.\n'
const budget =
  'Budget passes\n\nPORT ELWYN, March 5, 2026 (Northline) - Hanna Brixley welcomed the vote, Mayor Tom Ferrant said on Thursday.\n'
const addressOf = (path: string) => pathToFileURL(join(folder, path)).href
const steady = { report: () => {}, isCancelled: () => false }

function write(path: string, text: string | Uint8Array): string {
  mkdirSync(join(folder, path, '..'), { recursive: true })
  writeFileSync(join(folder, path), text)
  return addressOf(path)
}

test('the stories of a folder are found below it, and nothing else is', async () => {
  write('march/harbour strike.news', harbour)
  write('budget.news', budget)
  write('readme.md', '# Tools\n\nRun make, then make install.\n')
  write('node_modules/x/harbour.news', harbour)
  write('.git/harbour.news', harbour)
  write('binary.news', Uint8Array.from([0, 1, 2]))
  writeFileSync(join(outside, 'secret.news'), harbour.replaceAll('Brixley', 'Vale'))
  symlinkSync(join(outside, 'secret.news'), join(folder, 'link.news'))
  symlinkSync(outside, join(folder, 'linked'))
  const index = storyIndex()
  await indexStories([pathToFileURL(folder).href], diskFiles, index, steady)
  equal(index.size, 2)
  deepEqual(
    index.naming('Hanna Brixley').map(([{ headline, day }, { line, quotes }]) => [headline, day, line, quotes]),
    [
      ['Budget passes', 20260305, 2, 0],
      ['Harbour strike goes on', 20260303, 2, 1],
    ],
  )
  deepEqual(
    index.search('brix', 9).people.map(([{ uri }]) => uri),
    [addressOf('budget.news'), addressOf('march/harbour strike.news')],
  )
  deepEqual(
    index.search('strike HARBOUR', 9).stories.map(({ headline }) => headline),
    ['Harbour strike goes on'],
  )
  deepEqual(index.search('', 9), { stories: [], people: [] })
})

test('a file outside of the folder is not read, by no link and by no path', async () => {
  const within = pathToFileURL(folder).href
  ok('problem' in (await diskFiles.read(addressOf('link.news'), within, 1000)))
  ok('problem' in (await diskFiles.read(pathToFileURL(join(outside, 'secret.news')).href, within, 1000)))
  ok('problem' in (await diskFiles.read(addressOf('linked/secret.news'), within, 1000)))
  ok('problem' in (await diskFiles.read(addressOf('budget.news'), within, 10)))
  deepEqual(await diskFiles.read(addressOf('none.txt'), within, 1000), { missing: true })
  deepEqual(await diskFiles.list(pathToFileURL(outside).href, within), [])
  deepEqual(await diskFiles.list('https://example.org/', within), [])
})

test('a story that changes is read anew, one that goes is forgotten, and an indexing can be stopped', async () => {
  const index = storyIndex()
  const uri = write('change.news', harbour)
  const within = pathToFileURL(folder).href
  await indexStory(uri, within, diskFiles, index)
  write('change.news', harbour.replace('Hanna Brixley', 'Odile Tarn'))
  await indexStory(uri, within, diskFiles, index)
  deepEqual([index.naming('Hanna Brixley').length, index.naming('Odile Tarn').length], [0, 1])
  rmSync(join(folder, 'change.news'))
  await indexStory(uri, within, diskFiles, index)
  deepEqual([index.size, index.naming('Odile Tarn').length], [0, 0])
  await indexStories([within], diskFiles, index, { ...steady, isCancelled: () => true })
  equal(index.size, 0)
})

test('the place of a name is told in lines, however they end', () => {
  for (const end of ['\n', '\r\n', '\r']) {
    const record = readRecord('file:///a.news', harbour.replaceAll('\n', end))
    const [person] = record?.people.filter(({ name }) => name === 'Hanna Brixley') ?? []
    deepEqual([person?.line, person?.character], [2, harbour.split('\n')[2].indexOf('Hanna')])
  }
})
