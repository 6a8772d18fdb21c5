import { readFileSync } from 'node:fs'
import type { Article } from '../analysis/article.ts'
import { applyEdits, fixAll } from '../rules/fix.ts'
import type { FoundProblem } from '../rules/index.ts'
import { clean } from './clean.ts'
import { decodeStory, encodeStory } from './read-file.ts'
import { readText, type Story } from './stories.ts'
import { replaceFile } from './write-file.ts'

/** A mended text may show what was hidden; no story needs more rounds than this. */
const mostRounds = 5

/**
 * Mends in its file all that is safe to mend, and gives the story as it then stands. Encoding and line endings stay; a file that could not be given back
 * byte for byte, or that has changed since it was read, is left alone, as is one that cannot be written: `failed` is told why.
 */
export function mendStory(
  story: Story,
  check: (article: Article) => readonly FoundProblem[],
  failed: (problem: string) => void,
): Story {
  const { file } = story
  let { article } = story
  for (let round = 0; round < mostRounds; round++) {
    const edits = fixAll(check(article))
    if (edits.length === 0) break
    article = readText(file, applyEdits(article.text, edits))
  }
  if (article === story.article) return story
  const problem = write(file, story.article.text, article.text)
  if (problem === undefined) return { file, article }
  failed(problem)
  return story
}

/** Writes the mended text; says why where it does not. */
function write(file: string, before: string, after: string): string | undefined {
  try {
    const bytes = readFileSync(file)
    const read = decodeStory(bytes)
    if ('problem' in read || read.text !== before) return 'has changed meanwhile and is not mended'
    const same = encodeStory(before, read.encoding)
    if (!same || Buffer.compare(same, bytes) !== 0) return 'holds bytes that are no text and is not mended'
    const mended = encodeStory(after, read.encoding)
    if (!mended) return `is not mended: ${read.encoding} has no place for the right marks; save it as UTF-8 first`
    replaceFile(file, mended)
    return undefined
  } catch (error) {
    return `cannot be written: ${clean(error instanceof Error ? error.message : String(error))}`
  }
}
