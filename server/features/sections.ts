import type { Article } from '../analysis/article.ts'
import type { Span } from '../analysis/span.ts'

/** The sections of a story: from each crosshead to the end of the last paragraph before the next one, before the credits or another story. Notes neither end a section nor belong to its end. Sorted and disjoint. */
export function sectionsOf({ structure }: Article): readonly Span[] {
  const sections: Span[] = []
  let start: number | undefined
  let end = 0
  for (const part of structure.parts) {
    if (part.kind === 'note') continue
    const ends = part.kind === 'crosshead' || part.kind === 'credits' || part.kind === 'headline'
    if (ends && start !== undefined) sections.push({ start, end })
    if (ends) start = part.kind === 'crosshead' ? part.start : undefined
    end = part.end
  }
  if (start !== undefined) sections.push({ start, end })
  return sections
}
