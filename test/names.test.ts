import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { type Article, readArticle } from '../server/analysis/article.ts'
import { readMarks } from '../server/analysis/marks.ts'
import { createTagger, readNameCandidates, type Tagger } from '../server/analysis/names/candidates.ts'
import { words } from '../server/analysis/names/lexicon/model.ts'
import { lexicon, unpackLexicon } from '../server/analysis/names/lexicon.ts'
import { packedModel } from '../server/analysis/names/model.ts'
import { model, unpackModel } from '../server/analysis/names/tagger.ts'
import { addTo, createTally, rowOf } from '../server/analysis/names/tally.ts'
import { readSentences } from '../server/analysis/sentences.ts'
import { readTokens } from '../server/analysis/tokens.ts'
import { checkReading } from './marked.ts'

/** Checks all names of a text: their places and kinds. */
const check = (marked: string) => checkReading(marked, ['names'])

describe('capitals', () => {
  test('a crosshead in capitals is no name, but holds the names of the story', () => {
    check(`The envoy left <loc>Kyiv</loc> on Monday after talks with <misc>Ukrainian</misc> officials.

MAJOR DIFFERENCES REMAIN

<loc>Kyiv</loc> and <loc>Moscow</loc> still differ, major questions remain open, officials said.

<loc>KYIV</loc> WANTS GUARANTEES

Guarantees are what <loc>Kyiv</loc> wants most, the envoy said.`)
  })

  test('abbreviations in capitals are names', () => {
    check('The <loc>UAE</loc> and <org>NATO</org> agreed, an official of the <org>EU</org> said in <loc>Brussels</loc>.')
  })

  test('a word at the start of a sentence that the story writes small is no name', () => {
    check('Rebels hold the bridge. Troops moved in at dawn. The rebels and the troops then talked in <loc>Paris</loc>.')
  })
})

describe('people', () => {
  test('a surname alone is the person named in full before', () => {
    check(`President <per>Donald Trump</per> met <misc>Chinese</misc> President <per>Xi Jinping</per> in <loc>Beijing</loc> on Friday.

<per>Xi</per> said the talks went well. <per>Trump</per> agreed.`)
  })

  test('particles, hyphens, initials and Jr. belong to the name', () => {
    check(
      'Former minister <per>Ursula von der Leyen</per> spoke with <per>Mohammed bin Salman</per>, <per>Bashar al-Assad</per> and <per>Juan de la Cruz</per>, officials said.',
    )
    check('The judge, <per>Martin J. Hollander Jr.</per>, called <per>Jean-Claude Dubois</per> to the stand.')
  })

  test('titles stay outside', () => {
    check(
      'Foreign Minister <per>Andrea Kowalski</per> and Gen. <per>Peter Strand</per> wrote to Prime Minister <per>Lars Holm</per>.',
    )
  })
})

describe('apostrophes, typed or mangled', () => {
  test('stay within the name', () => {
    check(`<per>Kevin O'Brien</per> flew to <loc>Côte d'Ivoire</loc> on Monday.`)
    check(`<per>Kevin O"Brien</per> flew to <loc>Côte d"Ivoire</loc> on Monday.`)
  })

  test('a possessive ending is outside', () => {
    check(`<loc>Ukraine</loc>'s president thanked <loc>Germany</loc>'s chancellor.`)
    check(`<loc>Ukraine</loc>"s president thanked <loc>Germany</loc>"s chancellor.`)
  })
})

describe('compounds', () => {
  test('a name ends before a hyphen and a small word', () => {
    check(`The <loc>U.S.</loc>-backed force left the <misc>Russian</misc>-occupied town, a <loc>Moscow</loc>-based analyst said.`)
  })

  test('lands and peoples joined by a hyphen are two names', () => {
    check('<misc>Israeli</misc>-<misc>Palestinian</misc> talks began in <loc>Cairo</loc> on Sunday.')
  })
})

describe('lines around the story', () => {
  test('byline, dateline and credits', () => {
    check(`By <per>Olga Brandt</per>

<loc>LISBON</loc>, Feb 4 (<org>Reuters</org>) - <loc>Portugal</loc> will vote in May, officials said on Wednesday.

(Reporting by <per>Olga Brandt</per>; Editing by <per>Peter Strand</per>)`)
  })
})

describe('the whole story', () => {
  test('a headline that runs into byline and dateline falls apart', () => {
    check(`Talks fail again - By <per>Ingrid Aasland</per> <loc>PORT ALDIS</loc>, March 12 (<org>Meridian</org>) - They walked out

By <per>Ingrid Aasland</per>

<loc>PORT ALDIS</loc>, March 12 (<org>Meridian</org>) - Most dockers of <loc>Port Aldis</loc> walked out on Thursday.`)
  })

  test('an unknown country is known by its ministers', () => {
    check(
      `<loc>Norlund</loc>'s Prime Minister <per>Sofia Ekdal</per> refused to step in. Ships leave <loc>Norlund</loc>'s busiest port.`,
    )
  })

  test('a surname is found where it stands alone', () => {
    check(
      `Foreign Secretary <per>William Hague</per> flew to <loc>Cairo</loc> on Monday. Officials there told <per>Hague</per> that they would wait.`,
    )
  })

  test('storms and ships are no people', () => {
    check(`<misc>Hurricane Otto</misc> moved north on Sunday. Forecasters said that <misc>Otto</misc> would weaken.`)
  })

  test('titles fall away', () => {
    check(
      'They read a letter from Sheik <per>Abdullah bin Nasser</per> and one from Ayatollah <per>Ebrahim Amini</per>, officials said.',
    )
  })

  test('a plain word that opens the sentence is no forename', () => {
    check('<per>Lena Maric</per> scored after an hour. Then <per>Maric</per> scored again.')
  })
})

describe('while one letter is typed', () => {
  const text = `Minister Ada Venn flew to Oslo on Monday, an aide said.

The talks in Oslo will go on for a week, officials told reporters.

Venn met Norwegian colleagues. Norway had asked her to come, and Venn agreed.`
  const before = readArticle(text)
  const namedAgain = (now: Article) =>
    now.memory?.naming.paragraphs.map((paragraph, i) => paragraph !== before.memory?.naming.paragraphs[i])

  test('in a plain word, the names of other paragraphs are not settled again', () => {
    const now = readArticle(text.replace('talks', 'talkss'), before)
    assert.deepEqual(namedAgain(now), [false, true, false])
    assert.ok(now.names[0] === before.names[0])
    assert.deepEqual(now.names, readArticle(now.text).names)
  })

  test('in a name, those are that have it too', () => {
    const now = readArticle(text.replace('Ada Venn', 'Ada Vennx'), before)
    assert.deepEqual(now.memory?.naming.paragraphs[1], before.memory?.naming.paragraphs[1])
    assert.deepEqual(now.names, readArticle(now.text).names)
  })
})

describe('a tally', () => {
  test('is empty again when all was taken away', () => {
    const tally = createTally(2, 1)
    const hashes = Array.from({ length: 1000 }, (_, i) => Math.imul(i, 0x9e3779b1) | 0)
    for (const times of [1, -1])
      for (const hash of hashes) {
        addTo(tally, hash, 0, 3 * times)
        addTo(tally, hash, 1, (hash & 7) * times)
      }
    for (const hash of [...hashes, 17]) assert.equal(tally.rows[rowOf(tally, hash)], 0)
  })

  test('knows what was added, however often it grew', () => {
    const tally = createTally(1, 1)
    for (let i = 1; i < 3000; i++) addTo(tally, i, 0, i)
    for (let i = 1; i < 3000; i++) assert.equal(tally.rows[rowOf(tally, i)], i)
  })
})

describe('the model', () => {
  test('scores a paragraph alike whatever was read before, also when much of it was forgotten', () => {
    const read = (text: string, tagger: Tagger) => {
      const tokens = readTokens(text, readMarks(text))
      return readNameCandidates(tokens, readSentences(tokens), tagger)
    }
    const used = createTagger(lexicon(), model())
    for (let i = 0; i < 60; i++) {
      const words = Array.from({ length: 400 }, (_, j) => `${'ABCDEFG'[j % 7]}or${((i * 400 + j) * 7919).toString(36)}a`)
      const text = `${words.join(' of ')} met Ada Venn in Oslo.`
      if (i % 10 < 9) read(text, used)
      else assert.deepEqual(read(text, used), read(text, createTagger(lexicon(), model())))
    }
  })

  test('is unpacked quickly', () => {
    unpackLexicon(words)
    const before = process.cpuUsage()
    unpackLexicon(words)
    unpackModel(packedModel)
    const { user } = process.cpuUsage(before)
    assert.ok(user < 500_000, `${user / 1000} ms`) // some 30 ms on a quiet machine
  })

  test('any string has names, none of them beyond its ends', () => {
    for (const text of [
      '',
      ' ',
      'A',
      '-',
      'A-',
      '-A',
      'A-b-C-D',
      '\ud800 X',
      '"',
      'İstanbul-based',
      '\u0000 The \uffff',
      'U.S.-',
      "O'",
    ])
      for (const { start, end } of readArticle(text).names) assert.ok(0 <= start && start < end && end <= text.length, text)
  })

  test('a long hostile line is read in linear time', () => {
    const time = (text: string) => {
      const before = process.cpuUsage()
      readArticle(text)
      return process.cpuUsage(before).user
    }
    for (const unit of ['New York of the ', 'A-b', 'United Nations ', 'of and the ', 'X ']) {
      time(unit.repeat(1000))
      const short = time(unit.repeat(4000))
      const long = time(unit.repeat(16000))
      assert.ok(long < short * 16 + 200_000, `${unit}: ${short} and ${long} microseconds`)
    }
  })
})

describe('what stands right beside a name', () => {
  test('a title in capitals leaves no doubt, nor does the label of an agency', () => {
    check(`FACTBOX-Who is who in <loc>Kyiv</loc>

Prime Minister <per>Amadou Sel Tombaya</per> died on Wednesday. <per>Sel Tombaya</per> was 61.`)
  })

  test('who speaks for a house is no part of it', () => {
    check('"You cannot shrink to greatness," said <per>Sash Tolm</per> of <org>Agency Partners</org>.')
  })

  test('a number alone is no name, what one is called is not who one is', () => {
    check('It could cost 1,700 jobs in <loc>Britain</loc> and 900 in <loc>Spain</loc>.')
    check('It was the turn of a <misc>Dutchman</misc> at this time.')
    check('The islands of the <misc>Sund</misc> will keep their ferries.')
  })
})
