import type { Article } from '../analysis/article.ts'
import type { Span } from '../analysis/span.ts'

/** How loud a problem is. The default level of a rule that is exact may be `warning`; a heuristic says `information` or `hint`. */
export type Level = 'error' | 'warning' | 'information' | 'hint' | 'off'

/** The levels that are heard. */
export type HeardLevel = Exclude<Level, 'off'>

/** A house whose style a rule can follow. `none` is what every house agrees on. */
export type Profile = 'none' | 'reuters' | 'ap' | 'british'

/** A change of the text; offsets from the story's start. */
export interface TextEdit extends Span {
  readonly text: string
}

/** A way to mend a problem. `title` shows the new text. A safe fix may be applied without being looked at. */
export interface Fix {
  readonly title: string
  readonly edits: readonly TextEdit[]
  readonly safe: boolean
}

/** What a rule found; offsets from the story's start. `level` only where it is quieter than the rule's own. */
export interface Problem extends Span {
  readonly message: string
  readonly fixes?: readonly Fix[]
  readonly related?: readonly (Span & { readonly message: string })[]
  readonly level?: Level
}

/** An example for the docs and the tests. The place of the problem stands between ⟦ and ⟧; `right` has none. */
export interface Example {
  readonly wrong: string
  readonly right: string
}

/** One rule of the copy desk: everything that is known of it, in one object in a file of its own. */
export interface Rule {
  /** What is wrong, in kebab case: `unclosed-quote`. */
  readonly id: string
  /** One sentence for the settings and the docs. */
  readonly summary: string
  /** Why a desk cares. */
  readonly reason: string
  /** The level in each profile; a profile that is not named has that of `none`. */
  readonly levels: { readonly none: Level } & Partial<Readonly<Record<Profile, Level>>>
  /** Where a style book says so. Absent where the calendar, a sum or the copy itself is the reason. */
  readonly source?: { readonly title: string; readonly url: string }
  readonly examples: readonly Example[]
  /** Looks at the marks or the form of quotations, and so inside them too; what any other rule finds within a direct quotation is dropped. */
  readonly looksIntoQuotations?: true
  /**
   * Looks at one paragraph at a time: `check` is given each paragraph as an article of its own (see `passagesOf`), with no people in it and no house, and
   * what it finds there is kept as long as the paragraph stays as it is.
   */
  readonly byParagraph?: true
  /** What it marks can go, so that an editor may fade it. */
  readonly isSuperfluous?: true
  /** The people of the house that the examples are of. */
  readonly exampleHouse?: HousePeople
  /** Yields the problems of an article in the order of the text. Pure; never throws. `house` is there where the desk has written down how it spells people. */
  check(article: Article, house?: HousePeople): Iterable<Problem>
}

/** The people whom the desk has written down. */
export interface HousePeople {
  /** The person whom a story calls so; undefined where the desk knows nobody, or several. */
  called(name: string): HousePerson | undefined
}

export interface HousePerson {
  readonly name: string
  /** YYYY, YYYY-MM or YYYY-MM-DD. */
  readonly birthDate?: string
  /** The house's spelling of a word of the name; undefined where the word is spelled so, or is another one. `isKnown` says that the desk has written down the spelling that the story has. */
  ours(word: string): { readonly word: string; readonly isKnown: boolean } | undefined
  /** Whether one of the person's names, as the desk has written them down, has the word. */
  knows(word: string): boolean
}
