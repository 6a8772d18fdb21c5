import { readMarks } from '../../server/analysis/marks.ts'
import {
  featureCount,
  near,
  pairFeatures,
  places,
  runAt,
  type View,
  viewPieces,
  wordFeatures,
  writeJointFeatures,
  writePairFeatures,
  writeWordFeatures,
} from '../../server/analysis/names/features.ts'
import { begin, inside, isOpen, isStart, last, only, outside } from '../../server/analysis/names/labels.ts'
import type { Lexicon } from '../../server/analysis/names/lexicon.ts'
import { type Pieces, readPieces } from '../../server/analysis/names/pieces.ts'
import { createWordForms, type WordForms } from '../../server/analysis/names/wordforms.ts'
import { readZones, type Zone } from '../../server/analysis/names/zones.ts'
import { readSentences } from '../../server/analysis/sentences.ts'
import { readTokens } from '../../server/analysis/tokens.ts'
import type { Document, Domain, MarkedName, MarkedParagraph } from './corpus.ts'
import type { Sample } from './field.ts'

const domains: readonly Domain[] = ['news', 'gum', 'gmb', 'encyclopedia', 'social']

/** The zones of the documents as the tagger will see them, with the right labels. */
export function readSamples(documents: readonly Document[], lexicon: Lexicon): Sample[] {
  const samples: Sample[] = []
  const words = createWordForms()
  for (const { domain, weight, paragraphs } of documents)
    for (const paragraph of paragraphs)
      for (const sample of paragraphSamples(paragraph, words, lexicon))
        samples.push({ ...sample, domain: domains.indexOf(domain), weight })
  return samples
}

function paragraphSamples(
  { text, names }: MarkedParagraph,
  words: WordForms,
  lexicon: Lexicon,
): { features: Int32Array; labels: Uint8Array }[] {
  const tokens = readTokens(text, readMarks(text))
  const pieces = readPieces(tokens, readSentences(tokens), lexicon)
  const zones = readZones(pieces)
  const view = viewPieces(pieces, zones, words, lexicon)
  const labels = labelPieces(pieces, names)
  return zones.map(zone => ({ features: zoneFeatures(view, zone), labels: zoneLabels(labels, zone) }))
}

/** The features of a zone's pieces, `featureCount` a piece; -1 where there is none. */
function zoneFeatures(view: View, zone: Zone): Int32Array {
  const features = new Int32Array((zone.end - zone.first) * featureCount).fill(-1)
  let run = runAt(view.pieces, zone, zone.first)
  for (let i = zone.first; i < zone.end; i++) {
    if (i >= run.end) run = runAt(view.pieces, zone, i)
    let at = (i - zone.first) * featureCount
    for (const [place, count] of wordFeatures.entries()) {
      writeWordFeatures(view.words, view.forms[i + near + places[place]], place, features, at)
      at += count
    }
    for (const side of [0, 1]) {
      writePairFeatures(view.words, view.forms[i + near - 1 + side], view.forms[i + near + side], side, features, at)
      at += pairFeatures
    }
    writeJointFeatures(view, i, run, features, at)
  }
  return features
}

/** The labels of a zone; a name that reaches beyond it is none. */
export function zoneLabels(labels: Uint8Array, { first, end }: Zone): Uint8Array {
  const own = labels.slice(first, end)
  for (let i = 0; i < own.length && own[i] !== outside && !isStart(own[i]); i++) own[i] = 0
  for (let i = own.length - 1; i >= 0 && isOpen(own[i]); i--) own[i] = 0
  return own
}

/** The right label of each piece; a name whose ends are no ends of pieces is left out. */
export function labelPieces(pieces: Pieces, names: readonly MarkedName[]): Uint8Array {
  const labels = new Uint8Array(pieces.count)
  let at = 0
  for (const { start, end, kind } of names) {
    while (at < pieces.count && pieces.starts[at] < start) at++
    let stop = at
    while (stop < pieces.count && pieces.ends[stop] < end) stop++
    if (pieces.starts[at] !== start || pieces.ends[stop] !== end) continue
    if (at === stop) labels[at] = only(kind)
    else {
      labels.fill(inside(kind), at, stop)
      labels[at] = begin(kind)
      labels[stop] = last(kind)
    }
  }
  return labels
}
