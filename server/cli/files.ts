import { type Stats, statSync } from 'node:fs'
import { join, sep } from 'node:path'
import { globSync } from 'tinyglobby'

/** A file that the arguments name, in the order of the arguments; or an argument that names none, and why. */
export interface NamedFile {
  readonly file: string
  /** Set for plain text and Markdown that was only found in a folder, where a README is no story. */
  readonly mustLookLikeStory?: true
  readonly problem?: string
}

const storyEndings = ['news', 'story', 'wire']
const textEndings = ['txt', 'md', 'markdown']

/** What a folder is searched for, as the help says it. */
export const searchedEndings = [...storyEndings, ...textEndings].map(ending => `.${ending}`).join(', ')

/** The files that arguments name: files, patterns, folders with all that is in them, `-`. Each once, those of a pattern or folder sorted. */
export function* namedFiles(names: readonly string[]): Generator<NamedFile> {
  const given = new Set<string>()
  for (const name of names) {
    for (const named of expanded(name)) {
      if (given.has(named.file)) continue
      given.add(named.file)
      yield named
    }
  }
}

function expanded(name: string): readonly NamedFile[] {
  if (name === '-') return [{ file: name }]
  const stats = statsOf(name)
  if (stats?.isDirectory()) return inFolder(name)
  if (stats || !/[*?{[]/.test(name)) return [{ file: name }]
  const pattern = sep === '\\' ? name.replaceAll('\\', '/') : name
  const files = globSync(pattern, { ...searching, dot: false }).sort()
  return files.length > 0 ? files.map(file => ({ file })) : [{ file: name, problem: 'matches no file' }]
}

/** What lies at a path; undefined where nothing does, and where nothing can: the name is too long, links lead in a circle, a folder on the way is a file. */
export function statsOf(path: string): Stats | undefined {
  try {
    return statSync(path)
  } catch {
    return undefined
  }
}

const searching = { onlyFiles: true, expandDirectories: false, ignore: '**/node_modules/**' } as const

/** The stories in a folder and in those below; hidden ones, links and packages are passed over. */
function inFolder(folder: string): readonly NamedFile[] {
  const pattern = `**/*.{${[...storyEndings, ...textEndings].join(',')}}`
  const files = globSync(pattern, { ...searching, cwd: folder, followSymbolicLinks: false, caseSensitiveMatch: false }).sort()
  if (files.length === 0) return [{ file: folder, problem: `holds no file of these: ${searchedEndings}` }]
  return files.map(found => {
    const file = join(folder, found)
    const isStory = storyEndings.some(ending => file.toLowerCase().endsWith(`.${ending}`))
    return isStory ? { file } : { file, mustLookLikeStory: true }
  })
}
