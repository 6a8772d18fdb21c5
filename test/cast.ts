import type { Article } from '../server/analysis/article.ts'
import type { Name, NameKind } from '../server/analysis/names.ts'
import { type PlacedParagraph, readParagraph, splitParagraphs } from '../server/analysis/paragraph.ts'
import { linkPeople } from '../server/analysis/people.ts'
import { readStructure } from '../server/analysis/structure.ts'
import { checkReading, type Layer, type MarkedSpan } from './marked.ts'

/**
 * Like `checkReading`, for people alone: the names are taken from the marked text (per, org, loc, misc), so that what is checked is who is who, the pronouns,
 * the roles and the ages, whatever the tagger makes of the names.
 */
export function checkCast(marked: string, layers?: readonly Layer[]): Article {
  return checkReading(marked, layers, (text, spans) => {
    const paragraphs = splitParagraphs(text).map(({ start, end }) => ({
      start,
      end,
      reading: readParagraph(text.slice(start, end)),
    }))
    const structure = readStructure(paragraphs)
    const names = spans.flatMap(span => nameOf(span, paragraphs))
    const people = linkPeople(paragraphs, structure, names)
    return { text, markup: 'plain', paragraphs, structure, names, people, quotes: [], statements: [] }
  })
}

const kindOfTag: Readonly<Record<string, NameKind>> = { per: 'person', org: 'organization', loc: 'place', misc: 'misc' }

/** The name that a tag marks, in the paragraph that holds it; none where the tag marks something else. */
export function nameOf({ tag, start, end }: MarkedSpan, paragraphs: readonly PlacedParagraph[]): readonly Name[] {
  const kind = kindOfTag[tag]
  const paragraph = paragraphs.findIndex(placed => placed.end > start)
  if (!kind || paragraph < 0) return []
  const { tokens } = paragraphs[paragraph].reading
  const offset = paragraphs[paragraph].start
  const firstToken = tokens.ends.findIndex(tokenEnd => offset + tokenEnd > start)
  const after = tokens.starts.findIndex(tokenStart => offset + tokenStart >= end)
  return [{ start, end, kind, paragraph, firstToken, endToken: after < 0 ? tokens.count : after }]
}
