import { fileURLToPath } from 'node:url'
import { type Document, readCorpus, readStories } from './corpus.ts'

/** The folder of reference material that lies beside the project. */
export const shared = fileURLToPath(new URL('../../../shared', import.meta.url))

/** All that the tagger learns from. */
export function trainingDocuments(): Document[] {
  const corpus = (name: string, ...rest: [Document['domain'], number]) =>
    readCorpus(`${shared}/corpora/names/${name}.jsonl`, ...rest)
  return [
    ...readStories(`${shared}/gold/train`, 3),
    ...readStories(fileURLToPath(new URL('stories', import.meta.url)), 3),
    ...corpus('gum-news', 'gum', 1),
    ...corpus('gum-news-dev', 'gum', 1),
    ...corpus('gum-interview', 'gum', 1),
    ...corpus('gum-interview-dev', 'gum', 1),
    ...corpus('gum-open', 'gum', 0.5),
    ...corpus('gum-open-dev', 'gum', 0.5),
    ...corpus('gmb', 'gmb', 0.5),
    ...['redocred-a', 'redocred-b'].flatMap(name => corpus(name, 'encyclopedia', 0.5)),
    ...['literature', 'literature-a', 'music-a', 'politics', 'politics-a', 'politics-b', 'science-a'].flatMap(name =>
      corpus(`crossner-${name}`, 'encyclopedia', 0.5),
    ),
    ...corpus('wnut17', 'social', 0.3),
    ...['btc-f', 'btc-g'].flatMap(name => corpus(name, 'social', 0.3)),
  ]
}
