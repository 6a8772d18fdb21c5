import { readMarks } from '../../server/analysis/marks.ts'
import { featureCount, viewPieces, writeFeatures } from '../../server/analysis/names/features.ts'
import { begin, inside, last, only } from '../../server/analysis/names/labels.ts'
import type { Lexicon } from '../../server/analysis/names/lexicon.ts'
import { type Pieces, readPieces } from '../../server/analysis/names/pieces.ts'
import { readZones, type Zone } from '../../server/analysis/names/zones.ts'
import { readSentences } from '../../server/analysis/sentences.ts'
import { readTokens } from '../../server/analysis/tokens.ts'
import type { Document, Domain, MarkedName, MarkedParagraph } from './corpus.ts'
import type { Sample } from './field.ts'

const domains: readonly Domain[] = ['news', 'gum', 'gmb', 'encyclopedia', 'social']

/** The zones of the documents as the tagger will see them, with the right labels. */
export function readSamples(documents: readonly Document[], lexicon: Lexicon): Sample[] {
  const samples: Sample[] = []
  for (const { domain, weight, paragraphs } of documents)
    for (const paragraph of paragraphs)
      for (const sample of paragraphSamples(paragraph, lexicon))
        samples.push({ ...sample, domain: domains.indexOf(domain), weight })
  return samples
}

function paragraphSamples({ text, names }: MarkedParagraph, lexicon: Lexicon): { features: Int32Array; labels: Uint8Array }[] {
  const tokens = readTokens(text, readMarks(text))
  const pieces = readPieces(tokens, readSentences(tokens), lexicon)
  const zones = readZones(pieces)
  const views = viewPieces(pieces, zones, lexicon)
  const labels = labelPieces(pieces, names)
  return zones.map(zone => {
    const features = new Int32Array((zone.end - zone.first) * featureCount)
    writeFeatures(views, zone, features)
    return { features, labels: zoneLabels(labels, zone) }
  })
}

/** The labels of a zone; a name that reaches beyond it is none. */
export function zoneLabels(labels: Uint8Array, { first, end }: Zone): Uint8Array {
  const own = labels.slice(first, end)
  for (let i = 0; i < own.length && own[i] !== 0 && ((own[i] - 1) & 3) % 3 !== 0; i++) own[i] = 0
  for (let i = own.length - 1; i >= 0 && own[i] !== 0 && ((own[i] - 1) & 3) < 2; i--) own[i] = 0
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
