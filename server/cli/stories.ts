import { type Article, readArticle } from '../analysis/article.ts'
import { detectStory } from '../analysis/detect.ts'
import { hasEndlessLine } from '../analysis/limits.ts'
import { clean } from './clean.ts'
import { type NamedFile, namedFiles } from './files.ts'
import type { Complaint, Unread } from './outcome.ts'
import { complain } from './output.ts'
import { type Read, readStory } from './read-file.ts'

/** A story that was read; `file` is its name as given, or as found in a folder. */
export interface Story {
  readonly file: string
  readonly article: Article
}

/** Reads the stories that the arguments name, one after the other. What cannot be read is complained of and left out, and `unread` is called. */
export function* readStories(names: readonly string[], unread: (what: Unread) => void): Generator<Story> {
  for (const named of namedFiles(names)) {
    const story = readNamed(named, complaint => {
      complain(complaint.text)
      if (complaint.unread) unread(complaint.unread)
    })
    if (story) yield story
  }
}

/** Reads a story; undefined where there is none, which is told unless the file does not look like one and need not. */
export function readNamed(
  { file, problem, mustLookLikeStory }: NamedFile,
  tell: (complaint: Complaint) => void,
): Story | undefined {
  const read = problem === undefined ? readLegible(file) : { problem }
  const name = file === '-' ? 'standard input' : clean(file)
  if ('problem' in read) {
    tell({ text: `${name} ${read.problem}`, unread: { file, problem: read.problem } })
    return undefined
  }
  if (mustLookLikeStory && !detectStory(read.text).isStory) return undefined
  if (read.note) tell({ text: `${name} ${read.note}` })
  return { file, article: readText(file, read.text) }
}

function readLegible(file: string): Read {
  const read = readStory(file)
  if ('problem' in read || !hasEndlessLine(read.text)) return read
  return { problem: 'has a line of over 200,000 characters, longer than any paragraph; Dateline does not read it' }
}

/** Reads a text as the file's name says: as Markdown or plain. */
export function readText(file: string, text: string): Article {
  return readArticle(text, undefined, isMarkdown(file) ? 'markdown' : 'plain')
}

const isMarkdown = (file: string) => /\.(?:md|markdown)$/i.test(file)
