import { deepEqual, equal, ifError, ok } from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { diskFiles, diskStorage } from '../server/files/disk.ts'
import { indexStories, indexStory } from '../server/files/indexing.ts'
import { noStorage, type Storage } from '../server/files/storage.ts'
import { keepStories } from '../server/files/stories.ts'
import { recollect } from '../server/folder/readings.ts'
import { readRecord, type StoryIndex, storyIndex } from '../server/folder/stories.ts'

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
const worldOf = (index: StoryIndex, storage = noStorage, reader = 'first') => ({ files: diskFiles, index, storage, reader })
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
  await indexStories([pathToFileURL(folder).href], worldOf(index), steady)
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
  await indexStories([within], worldOf(index), { ...steady, isCancelled: () => true })
  equal(index.size, 0)
})

test('a story that was read once is read again only when its text is another, or the reader is', async () => {
  const kept = diskStorage(addressOf('storage'))
  let saved = 0
  const save: Storage['save'] = (name, text) => {
    saved++
    return kept.save(name, text)
  }
  const folders = [addressOf('kept')]
  const uri = write('kept/strike.news', harbour)
  write('kept/readme.txt', 'Run make, then make install.\n')
  const indexed = async (reader = 'first') => {
    const index = storyIndex()
    await indexStories(folders, worldOf(index, { load: kept.load, save }, reader), steady)
    return index.naming('Hanna Brixley').map(([story, person]) => ({ ...story, people: [person] }))
  }
  const cold = await indexed()
  equal(cold[0].uri, uri)
  deepEqual(await indexed(), cold)
  equal(saved, 1)
  write('kept/moved.news', harbour)
  deepEqual((await indexed()).map(story => story.uri).sort(), [addressOf('kept/moved.news'), uri])
  equal(saved, 1)
  await indexed('second')
  equal(saved, 2)
  write('kept/strike.news', harbour.replaceAll('Brixley', 'Vale'))
  deepEqual((await indexed('second')).length, 1)
  equal(saved, 3)
})

test('what is kept may be cut off, be of another kind or lie where nothing can be written', async () => {
  const first = recollect('reader', '')
  const record = first.of('file:///a.news', harbour)
  const kept = first.toText()
  for (let end = 0; end <= kept.length; end += 7)
    deepEqual(recollect('reader', kept.slice(0, end)).of('file:///a.news', harbour), record)
  for (const wrong of ['"headline":3', '"people":[{}]', '}']) {
    const readings = recollect('reader', kept.replace('"headline"', wrong))
    deepEqual([readings.of('file:///a.news', harbour), readings.areNew], [record, true])
  }
  write('file', '')
  const index = storyIndex()
  await indexStories([addressOf('march')], worldOf(index, diskStorage(addressOf('file/storage'))), steady)
  equal(index.size, 1)
})

test('folders that are opened are read, of folders that are closed nothing is left', async () => {
  write('east/harbour.news', harbour)
  write('west/budget.news', budget)
  const index = storyIndex()
  let closed = () => {}
  const display = { report: () => {}, isCancelled: () => false, close: () => closed() }
  const stories = keepStories(worldOf(index), async () => display, ifError)
  const opening = (folders: readonly string[]) => {
    const done = new Promise<void>(resolve => {
      closed = resolve
    })
    stories.openFolders(folders.map(addressOf))
    return done
  }
  const first = opening(['east'])
  stories.begin()
  await first
  deepEqual(
    index.naming('Hanna Brixley').map(([{ headline }]) => headline),
    ['Harbour strike goes on'],
  )
  await opening(['east', 'west'])
  equal(index.size, 2)
  stories.openFolders([addressOf('west')])
  deepEqual(
    index.naming('Hanna Brixley').map(([{ headline }]) => headline),
    ['Budget passes'],
  )
})

test('the place of a name is told in lines, however they end', () => {
  for (const end of ['\n', '\r\n', '\r']) {
    const record = readRecord('file:///a.news', harbour.replaceAll('\n', end))
    const [person] = record?.people.filter(({ name }) => name === 'Hanna Brixley') ?? []
    deepEqual([person?.line, person?.character], [2, harbour.split('\n')[2].indexOf('Hanna')])
  }
})
