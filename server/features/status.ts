import { mentionsInStory } from './lookup.ts'
import type { Session } from './session.ts'
import type { Verdict } from './verdict.ts'

/** What Dateline makes of a file and, of a story, how much it found. Counts are 0 where nothing is read. */
export interface Status extends Verdict {
  readonly uri: string
  /** Those whom the story is about; who only signed it does not count. */
  readonly people: number
  readonly quotes: number
  readonly problems: number
}

export function statusOf(uri: string, verdict: Verdict, session: Session): Status {
  const story = session.story(uri)
  return {
    uri,
    ...verdict,
    people: story?.article.people.filter(person => mentionsInStory(story.article, person).length > 0).length ?? 0,
    quotes: story?.article.quotes.length ?? 0,
    problems: story ? session.check(story).problems.length : 0,
  }
}
