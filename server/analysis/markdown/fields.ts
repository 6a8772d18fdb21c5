import type { MarkupPart } from '../structure.ts'
import { type CalendarDay, isDay } from '../times/calendar.ts'

/** What a story needs of its front matter; offsets from its start. */
export interface Fields {
  readonly parts: readonly MarkupPart[]
  readonly day?: CalendarDay
}

const kinds: ReadonlyMap<string, MarkupPart['kind']> = new Map([
  ['title', 'headline'],
  ['headline', 'headline'],
  ['author', 'byline'],
  ['byline', 'byline'],
])

/** Reads the plain fields of YAML or TOML ("title: The day", `date = 2026-02-04`). No more of either language is understood. */
export function readFields(source: string): Fields {
  const parts: MarkupPart[] = []
  let day: CalendarDay | undefined
  let start = 0
  for (const line of source.split('\n')) {
    const field = /^(\w+)[ \t]*[:=][ \t]*(["']?)([^\r\n]*)/.exec(line)
    if (field) {
      const [before, name, quote, rest] = field
      const end = quote === '' ? -1 : rest.lastIndexOf(quote)
      const value = (end < 0 ? rest : rest.slice(0, end)).trimEnd()
      const at = start + before.length - rest.length
      const kind = kinds.get(name.toLowerCase())
      if (kind && /^[^[{|>&*\s]/.test(value)) parts.push({ start: at, end: at + value.length, kind })
      if (/^(?:date|published|pubdate)$/i.test(name)) day ??= dayOf(value)
    }
    start += line.length + 1
  }
  return { parts, ...(day && { day }) }
}

function dayOf(value: string): CalendarDay | undefined {
  const written = /^(\d{4})-(\d\d?)-(\d\d?)(?!\d)/.exec(value)
  const day = written && { year: Number(written[1]), month: Number(written[2]), day: Number(written[3]) }
  return day && isDay(day) ? day : undefined
}
