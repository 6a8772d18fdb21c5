import { type Article, readArticle } from '../analysis/article.ts'
import { clean } from './clean.ts'
import { complain } from './output.ts'
import { readStory } from './read-file.ts'

/** A story that was read; `file` is its name as given. */
export interface Story {
  readonly file: string
  readonly article: Article
}

/** Reads the stories one after the other. A file that cannot be read is complained of and left out, and `unread` is called. */
export function* readStories(files: readonly string[], unread: () => void): Generator<Story> {
  for (const file of files) {
    const read = readStory(file)
    const name = file === '-' ? 'standard input' : clean(file)
    if ('problem' in read) {
      complain(`${name} ${read.problem}`)
      unread()
      continue
    }
    if (read.note) complain(`${name} ${read.note}`)
    yield { file, article: readArticle(read.text, undefined, isMarkdown(file) ? 'markdown' : 'plain') }
  }
}

const isMarkdown = (file: string) => /\.(?:md|markdown)$/i.test(file)
