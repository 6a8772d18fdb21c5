import { writeFileSync } from 'node:fs'
import { argv, stdout } from 'node:process'
import { fileURLToPath } from 'node:url'
import { unpackLexicon } from '../../server/analysis/names/lexicon.ts'
import type { Document } from './corpus.ts'
import { shared, trainingDocuments } from './documents.ts'
import { trainField } from './field.ts'
import { packLexicon } from './lexicon.ts'
import { packModel } from './model.ts'
import { domainCount, readSamples } from './samples.ts'

export const settings = { domains: domainCount, rounds: 8, rate: 0.08, decay: 0.02, atLeast: 2 }

/** Learns the packed model of the documents. The same documents and lexicon give the same text. */
export function train(documents: readonly Document[], packedLexicon: string): string {
  const field = trainField(readSamples(documents, unpackLexicon(packedLexicon)), settings)
  return packModel(field, 0.06, 6)
}

function main(): void {
  const documents = trainingDocuments()
  const words = packLexicon(`${shared}/gazetteers`, documents)
  write('lexicon/model.ts', 'The words that the tagger knows, as `unpackLexicon` reads them', 'words', words)
  write('model.ts', 'What the tagger has learnt, as `unpackModel` reads it', 'packedModel', train(documents, words))
}

function write(file: string, what: string, name: string, packed: string): void {
  const path = fileURLToPath(new URL(`../../server/analysis/names/${file}`, import.meta.url))
  writeFileSync(path, `/** ${what}. Written by \`npm run train\`. */\nexport const ${name} =\n  '${packed}'\n`)
  stdout.write(`${file}: ${packed.length} characters\n`)
}

if (argv[1] === fileURLToPath(import.meta.url)) main()
