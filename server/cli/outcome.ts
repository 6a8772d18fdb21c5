/** A file or pattern that gave nothing, and why: a sentence whose subject it is. */
export interface Unread {
  readonly file: string
  readonly problem: string
}

/** A line for standard error. What it tells may make a file, or a `dateline.json`, one that could not be read. */
export interface Complaint {
  readonly text: string
  readonly unread?: Unread
  /** About what many stories share: told with the first of them alone. */
  readonly isShared?: true
}

/** What comes of one file, to be told in this order; plain data, so that another thread can find it out. */
export interface Outcome {
  readonly complaints: readonly Complaint[]
  readonly lines: readonly string[]
  /** Whether a problem is louder than is let pass. */
  readonly fails: boolean
  /** What a new baseline holds of the story. */
  readonly record?: BaselineRecord
}

/** A story as a baseline knows it: its path from the baseline's folder, and its problems by rule and sentence. */
export type BaselineRecord = readonly [story: string, problems: readonly string[]]
