import type { FoundProblem } from '../rules/index.ts'
import type { Unread } from './outcome.ts'
import { type Position, positionsOf } from './positions.ts'
import type { Story } from './stories.ts'

/** One way to write problems: the lines of one story stand for themselves, so that nothing has to be kept. */
export interface Format {
  /** What stands before and after all of them. */
  readonly head?: string
  tail?(unread: readonly Unread[]): string
  /** What begins each line but the first. */
  readonly separator?: string
  linesOf(story: Story, problems: readonly PlacedProblem[]): Iterable<string>
}

/** A problem with its place, and whether it makes the run fail. */
export interface PlacedProblem extends FoundProblem {
  readonly from: Position
  readonly to: Position
  readonly fails: boolean
  /** The places of what belongs to it, in the order of `related`. */
  readonly relatedFrom: readonly Position[]
}

/** The problems of a story with their places. */
export function placed(
  { article }: Story,
  problems: readonly FoundProblem[],
  fails: (problem: FoundProblem) => boolean,
): readonly PlacedProblem[] {
  if (problems.length === 0) return []
  const positionAt = positionsOf(article.text)
  return problems.map(problem => ({
    ...problem,
    from: positionAt(problem.start),
    to: positionAt(problem.end),
    fails: fails(problem),
    relatedFrom: (problem.related ?? []).map(({ start }) => positionAt(start)),
  }))
}
