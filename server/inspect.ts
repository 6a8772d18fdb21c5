import type { Article } from './analysis/article.ts'
import { checkArticle } from './rules/index.ts'

/** The public, versioned form in which other programs get a reading: what `dateline inspect` prints. All offsets are UTF-16 code units. */
export function inspect(file: string, article: Article): unknown {
  const idOf = new Map(article.people.flatMap(person => person.mentions.map(mention => [mention.start, person.id] as const)))
  return {
    version: 1,
    file,
    parts: article.structure.parts.map(({ start, end, kind }) => ({ start, end, kind })),
    names: article.names.map(({ start, end, kind }) => ({
      start,
      end,
      kind,
      ...(kind === 'person' && { person: idOf.get(start) }),
    })),
    people: article.people.map(({ id, name, mentions, roles, age }) => ({
      id,
      name,
      mentions: mentions.map(({ start, end, form }) => ({ start, end, form })),
      roles: roles.map(({ start, end }) => ({ start, end })),
      ...(age && { age: { start: age.start, end: age.end, years: age.years } }),
    })),
    quotes: article.quotes.map(({ start, end, kind, speaker, cue, source, why }) => ({
      start,
      end,
      kind,
      speaker: speaker ?? null,
      ...(cue && { cue }),
      ...(source && { source }),
      ...(why && { why }),
    })),
    statements: article.statements.map(({ start, end, speaker, cue, source }) => ({
      start,
      end,
      speaker: speaker ?? null,
      ...(cue && { cue }),
      ...(source && { source }),
    })),
    problems: checkArticle(article).map(({ start, end, rule, level, message }) => ({
      start,
      end,
      rule: rule.id,
      severity: level,
      message,
    })),
  }
}
