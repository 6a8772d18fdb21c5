import { type Article, readArticle } from '../analysis/article.ts'
import { detectStory } from '../analysis/detect.ts'
import { clean } from './clean.ts'
import { namedFiles } from './files.ts'
import { complain } from './output.ts'
import { readStory } from './read-file.ts'

/** A story that was read; `file` is its name as given, or as found in a folder. */
export interface Story {
  readonly file: string
  readonly article: Article
}

/** A file or pattern that gave nothing, and why: a sentence whose subject it is. */
export interface Unread {
  readonly file: string
  readonly problem: string
}

/** Reads the stories that the arguments name, one after the other. What cannot be read is complained of and left out, and `unread` is called. With `only`, the others are passed over. */
export function* readStories(
  names: readonly string[],
  unread: (what: Unread) => void,
  only?: ReadonlySet<string>,
): Generator<Story> {
  for (const named of namedFiles(names)) {
    if (only && !only.has(named.file)) continue
    const read = named.problem === undefined ? readStory(named.file) : { problem: named.problem }
    const { file } = named
    const name = file === '-' ? 'standard input' : clean(file)
    if ('problem' in read) {
      complain(`${name} ${read.problem}`)
      unread({ file, problem: read.problem })
      continue
    }
    if (named.mustLookLikeStory && !detectStory(read.text).isStory) continue
    if (read.note) complain(`${name} ${read.note}`)
    yield { file, article: readText(file, read.text) }
  }
}

/** Reads a text as the file's name says: as Markdown or plain. */
export function readText(file: string, text: string): Article {
  return readArticle(text, undefined, isMarkdown(file) ? 'markdown' : 'plain')
}

const isMarkdown = (file: string) => /\.(?:md|markdown)$/i.test(file)
