import { type Article, readArticle } from '../analysis/article.ts'
import { detectStory } from '../analysis/detect.ts'
import { fold } from '../analysis/people/naming.ts'

/** What the folder remembers of a story: a few words, not its text. */
export interface StoryRecord {
  readonly uri: string
  readonly headline: string
  /** The story's day as a number that grows with time, YYYYMMDD; 0 where the story does not say. */
  readonly day: number
  readonly people: readonly PersonRecord[]
}

/** A person of a story who is named in full. Where the name stands first is told in lines and UTF-16 code units from 0. */
export interface PersonRecord {
  readonly name: string
  readonly line: number
  readonly character: number
  readonly quotes: number
}

/** The stories of the open folders, and who is in them. */
export interface StoryIndex {
  put(record: StoryRecord): void
  remove(uri: string): void
  /** Forgets the stories that are not to be kept. */
  retain(isKept: (uri: string) => boolean): void
  readonly size: number
  /** The stories that name the person in full, the latest first. */
  naming(name: string): readonly (readonly [StoryRecord, PersonRecord])[]
  /** The stories whose headline holds all words of the query, and the people whose name does; no more than `most` of each. */
  search(
    query: string,
    most: number,
  ): {
    readonly stories: readonly StoryRecord[]
    readonly people: readonly (readonly [StoryRecord, PersonRecord])[]
  }
}

/** An empty index. */
export function storyIndex(): StoryIndex {
  const stories = new Map<string, StoryRecord>()
  const byName = new Map<string, Set<StoryRecord>>()
  const remove = (uri: string) => {
    const record = stories.get(uri)
    if (!record) return
    stories.delete(uri)
    for (const { name } of record.people) {
      const named = byName.get(keyOf(name))
      named?.delete(record)
      if (named?.size === 0) byName.delete(keyOf(name))
    }
  }
  const placesOf = (key: string) =>
    [...(byName.get(key) ?? [])]
      .sort((a, b) => b.day - a.day || (a.uri < b.uri ? -1 : 1))
      .flatMap(record => {
        const person = record.people.find(({ name }) => keyOf(name) === key)
        return person ? [[record, person] as const] : []
      })
  return {
    put: record => {
      remove(record.uri)
      stories.set(record.uri, record)
      for (const { name } of record.people) {
        const named = byName.get(keyOf(name))
        if (named) named.add(record)
        else byName.set(keyOf(name), new Set([record]))
      }
    },
    remove,
    retain: isKept => {
      for (const uri of stories.keys()) if (!isKept(uri)) remove(uri)
    },
    get size() {
      return stories.size
    },
    naming: name => placesOf(keyOf(name)),
    search: (query, most) => {
      const words = keyOf(query.slice(0, longestQuery)).split(' ').filter(Boolean)
      if (words.length === 0) return { stories: [], people: [] }
      const holds = (text: string) => words.every(word => text.includes(word))
      const found: StoryRecord[] = []
      for (const record of stories.values()) if (found.length < most && holds(keyOf(record.headline))) found.push(record)
      const people: (readonly [StoryRecord, PersonRecord])[] = []
      for (const key of byName.keys()) {
        if (people.length >= most) break
        if (holds(key)) people.push(...placesOf(key).slice(0, most - people.length))
      }
      return { stories: found, people }
    },
  }
}

const longestQuery = 200

const keyOf = (name: string) => fold(name.toLowerCase())

/** The files that may be stories, by the ends of their names. */
export const storyFiles: readonly string[] = ['news', 'story', 'wire', 'txt', 'md']

/** What stands behind the last dot of an address, in small letters. */
export function endingOf(uri: string): string {
  return uri.slice(uri.lastIndexOf('.') + 1).toLowerCase()
}

/** Reads a file of the folder for the index; undefined where it is no story. */
export function readRecord(uri: string, text: string): StoryRecord | undefined {
  const ending = endingOf(uri)
  const isNews = ending === 'news' || ending === 'story' || ending === 'wire'
  if (text.includes('\0') || (!isNews && !detectStory(text).isStory)) return undefined
  return recordOf(uri, readArticle(text, undefined, ending === 'md' ? 'markdown' : 'plain'))
}

function recordOf(uri: string, { text, structure, people, quotes }: Article): StoryRecord {
  const headline = structure.parts.find(({ kind }) => kind === 'headline')
  const { year = 0, month = 0, day = 0 } = structure.day ?? {}
  const quoted = new Map<string, number>()
  for (const { speaker } of quotes)
    if (speaker && 'person' in speaker) quoted.set(speaker.person, (quoted.get(speaker.person) ?? 0) + 1)
  const shown = headline ? text.slice(headline.start, headline.end) : text.trimStart()
  let lineStart = 0
  let line = 0
  const places = people
    .filter(({ name, mentions }) => name.includes(' ') && mentions.length > 0)
    .sort((a, b) => a.mentions[0].start - b.mentions[0].start)
    .map(({ id, name, mentions: [{ start }] }) => {
      for (let end = nextLine(text, lineStart); end > 0 && end <= start; end = nextLine(text, lineStart)) {
        lineStart = end
        line++
      }
      return { name, line, character: start - lineStart, quotes: quoted.get(id) ?? 0 }
    })
  // A name that is cut out of the text would keep all of the text in memory.
  return JSON.parse(
    JSON.stringify({
      uri,
      headline: shown.slice(0, longestHeadline).replace(/\s+/g, ' ').trim(),
      day: year * 10000 + month * 100 + day,
      people: places,
    }),
  )
}

const longestHeadline = 150

/** The start of the line after the one that begins at a place; 0 where there is none. */
function nextLine(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 10) return at + 1
    if (code === 13) return text.charCodeAt(at + 1) === 10 ? at + 2 : at + 1
  }
  return 0
}
