import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readMarks } from '../server/analysis/marks.ts'
import { createTagger, type NameCandidates, readNameCandidates } from '../server/analysis/names/candidates.ts'
import { lexicon } from '../server/analysis/names/lexicon.ts'
import { unpackModel } from '../server/analysis/names/tagger.ts'
import { readSentences } from '../server/analysis/sentences.ts'
import { readTokens } from '../server/analysis/tokens.ts'
import { type Document, readStory } from '../tools/train/corpus.ts'
import { labelPieces } from '../tools/train/samples.ts'
import { train } from '../tools/train/train.ts'

const stories: readonly Document[] = [
  `<org>Tarn Foods</org> buys mill

The <loc>Leeds</loc>-based maker <org>Tarn Foods</org> bought a mill from <per>Ann Coyle</per>, a <misc>Scottish</misc> baker.`,
  `Storm hits <loc>Porto</loc>

A storm hit <loc>Porto</loc> on Monday, <misc>Portuguese</misc> minister <per>Rui Prata</per> told <org>Radio Norte</org>.`,
  `<per>Mary Ojo</per> wins in <loc>Turin</loc>

<per>Ojo</per>, a <misc>Nigerian</misc> runner of the <org>Lagos Harriers</org>, won in <loc>Turin</loc> on Sunday.`,
].map((marked, i) => readStory(`story ${i}`, marked, 3))

test('the same stories make the same model, byte for byte', () => {
  const packed = train(stories, lexicon()).packed
  assert.equal(train(stories, lexicon()).packed, packed)
})

test('what has been learnt is read again', () => {
  const tagger = createTagger(lexicon(), unpackModel(train(stories, lexicon()).packed))
  for (const { paragraphs } of stories)
    for (const { text, names } of paragraphs) {
      const tokens = readTokens(text, readMarks(text))
      const candidates = readNameCandidates(tokens, readSentences(tokens), tagger)
      assert.deepEqual(labelsOf(candidates), labelPieces(candidates.pieces, names))
    }
})

test('a story whose tags do not nest is refused', () => {
  assert.throws(() => readStory('story', '<per>Ann</org>', 1), /closes per/)
  assert.throws(() => readStory('story', '<per>Ann', 1), /never closed/)
})

/** The labels of all pieces of a paragraph, in zones and out of them. */
function labelsOf({ pieces, zones, labels }: NameCandidates): Uint8Array {
  const all = new Uint8Array(pieces.count)
  let at = 0
  for (const { first, end } of zones) {
    all.set(labels.subarray(at, at + end - first), first)
    at += end - first
  }
  return all
}
