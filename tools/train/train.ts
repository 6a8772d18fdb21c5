import { writeFileSync } from 'node:fs'
import { argv, stdout } from 'node:process'
import { fileURLToPath } from 'node:url'
import { createTagger } from '../../server/analysis/names/candidates.ts'
import { evidenceSize } from '../../server/analysis/names/evidence.ts'
import { aspects } from '../../server/analysis/names/labels.ts'
import { type Lexicon, unpackLexicon } from '../../server/analysis/names/lexicon.ts'
import { unpackModel } from '../../server/analysis/names/tagger.ts'
import type { Document } from './corpus.ts'
import { shared, trainingDocuments } from './documents.ts'
import { trainEvidence } from './evidence.ts'
import { type Field, type Settings, trainFields } from './field.ts'
import { packLexicon } from './lexicon.ts'
import { packModel } from './model.ts'
import { readSamples } from './samples.ts'
import { countNames, figuresOf } from './validation.ts'

export const settings: Settings = { rounds: 5, ownRounds: 6, replay: 0.15, rate: 0.15, shrink: 0.003, decay: 0.02, atLeast: 2 }

/** In how many parts the stories are cut, so that each can be read by a tagger that has not seen it. */
const parts = 3

const noEvidence = new Float32Array(evidenceSize * aspects)

/** What is learnt of documents: the packed model, and to prove it by, the models learnt without one part of the stories each, with that part. */
export interface Lesson {
  readonly packed: string
  readonly parts: readonly { readonly packed: string; readonly stories: readonly Document[] }[]
}

/** Learns the model of the documents. The same documents and lexicon give the same. */
export function train(documents: readonly Document[], lexicon: Lexicon): Lesson {
  const stories = documents.filter(({ domain }) => domain === 'news')
  const others = readSamples(
    documents.filter(({ domain }) => domain !== 'news'),
    lexicon,
  )
  const unseen = Array.from({ length: parts }, (_, part) => stories.filter((_, i) => i % parts === part))
  const lists = [stories, ...unseen.map(some => stories.filter(story => !some.includes(story)))]
  const [whole, ...cut] = trainFields(
    others,
    lists.map(list => readSamples(list, lexicon)),
    settings,
  )
  const evidence = learnEvidence(cut, unseen, lexicon)
  return {
    packed: packModel(whole, evidence),
    parts: cut.map((field, part) => ({ packed: packModel(field, evidence), stories: unseen[part] })),
  }
}

function learnEvidence(fields: readonly Field[], unseen: readonly (readonly Document[])[], lexicon: Lexicon): Float32Array {
  return trainEvidence(
    fields.map((field, part) => ({
      tagger: createTagger(lexicon, unpackModel(packModel(field, noEvidence))),
      stories: unseen[part],
    })),
  )
}

function main(): void {
  const documents = trainingDocuments()
  const words = packLexicon(`${shared}/gazetteers`, documents)
  const lexicon = unpackLexicon(words)
  const { packed, parts } = train(documents, lexicon)
  write('lexicon/model.ts', 'The words that the tagger knows, as `unpackLexicon` reads them', 'words', words)
  write('model.ts', 'What the tagger has learnt, as `unpackModel` reads it', 'packedModel', packed)
  const proofs = parts.map(({ packed, stories }) => ({
    tagger: createTagger(lexicon, unpackModel(packed)),
    stories: stories.filter(({ id }) => !id.startsWith('own-')),
  }))
  for (const proof of proofs) stdout.write(`a part of the stories, unseen: ${figuresOf(countNames([proof]))}\n`)
  stdout.write(`all stories, unseen: ${figuresOf(countNames(proofs))}\n`)
}

function write(file: string, what: string, name: string, packed: string): void {
  const path = fileURLToPath(new URL(`../../server/analysis/names/${file}`, import.meta.url))
  writeFileSync(path, `/** ${what}. Written by \`npm run train\`. */\nexport const ${name} =\n  '${packed}'\n`)
  stdout.write(`${file}: ${packed.length} characters\n`)
}

if (argv[1] === fileURLToPath(import.meta.url)) main()
