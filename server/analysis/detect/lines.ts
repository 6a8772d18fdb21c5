/** What the lines of a text look like, counted. */
export interface LineCounts {
  /** Lines that hold anything. */
  readonly lines: number
  /** Blocks of at least 100 characters that begin and end like sentences; a block is a long line, or short lines without a blank one between. */
  readonly prose: number
  readonly proseLength: number
  readonly code: number
  readonly lists: number
  readonly headings: number
  readonly fences: number
  readonly badges: number
  readonly log: number
  readonly table: number
  readonly mail: number
  readonly versions: number
}

const most = 600
const shapes = {
  list: /^\s*(?:[-*+•▪]|\d{1,3}[.)]|\[[ x]\]|- \[)\s/i,
  heading: /^(?:#{1,6}\s|={3,}\s*$|-{4,}\s*$)/,
  fence: /^\s*(?:```|~~~)/,
  badge: /^\s*(?:\[!\[|!\[|<(?:img|p|div|h\d|a|table|br|center|details|!--)\b|\[[^\]]{1,60}\]:\s)/i,
  log: /^\W{0,2}(?:\d{4}-\d\d-\d\d[T ]\d|\d{4}\/\d\d\/\d\d \d|[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d|\d\d:\d\d:\d\d|\d{10,}|(?:INFO|WARN|WARNING|ERROR|DEBUG|TRACE|FATAL)\b)/,
  code: /(?:[{};]|=>|\)\s*\{?)\s*$|^\s*(?:#include|\/\/|\/\*|\*\/|\$ |> |@\w+)|^\s*(?:import|export|const|let|var|function|def|class|return|public|private|package|using|if|for|while)\b[^.“”"]*[=({;:*]/,
  mail: /^(?:From|To|Cc|Subject|Reply-To|Received|Message-ID|Date|Return-Path|MIME-Version|Content-Type): ./i,
  version: /^\s*#{0,4}\s*\[?(?:version |v|release )?\d+\.\d+(?:\.\d+)?\b/i,
}

/** Counts what the lines look like. Linear. */
export function countLines(text: string): LineCounts {
  const counts = {
    lines: 0,
    prose: 0,
    proseLength: 0,
    code: 0,
    lists: 0,
    headings: 0,
    fences: 0,
    badges: 0,
    log: 0,
    table: 0,
    mail: 0,
    versions: 0,
  }
  let block = ''
  let isFenced = false
  const finish = () => {
    if (block.length >= 100 && isProse(block)) {
      counts.prose++
      counts.proseLength += block.length
    }
    block = ''
  }
  for (const raw of withoutFrontMatter(text).split(/\r\n|\r|\n/, most)) {
    const line = raw.length > 400 ? raw.slice(0, 200) + raw.slice(-200) : raw
    const trimmed = line.trim()
    if (trimmed === '') {
      finish()
      continue
    }
    counts.lines++
    const isProseLine = trimmed.length > 120 && isProse(trimmed)
    if (shapes.fence.test(line)) {
      counts.fences++
      isFenced = !isFenced
    } else if (isFenced) continue
    else if (shapes.badge.test(line)) counts.badges++
    else if (shapes.heading.test(line)) counts.headings++
    else if (shapes.log.test(line)) counts.log++
    else if (shapes.list.test(line)) counts.lists++
    else if (counts.lines < 15 && shapes.mail.test(line)) counts.mail++
    else if (!isProseLine && (shapes.code.test(line) || (/^(?: {4}|\t)/.test(line) && !/^\s+["“A-Z]/.test(line)))) counts.code++
    else if (isTable(line)) counts.table++
    else {
      if (isProseLine || (block.length > 120 && /[.!?]["”'’)]?$/.test(block))) finish()
      block = block === '' ? trimmed : `${block} ${trimmed}`
      if (shapes.version.test(line) && trimmed.length < 60) counts.versions++
      continue
    }
    if (shapes.version.test(line)) counts.versions++
    finish()
  }
  finish()
  return counts
}

/** Markdown may begin with fields between two rules of dashes. */
function withoutFrontMatter(text: string): string {
  const end = text.startsWith('---\n') ? text.indexOf('\n---\n', 3) : -1
  return end > 0 && end < 2000 ? text.slice(end + 5) : text
}

/** Begins like a sentence, ends like one, and has the words of one between. */
function isProse(block: string): boolean {
  return (
    /^["“”'‘’([]{0,2}[\p{Lu}\d$£€]/u.test(block) &&
    /[.!?]["“”'‘’)\]]{0,3}$/.test(block) &&
    / (?:the|a|an|of|to|in|and|for|on) /.test(block)
  )
}

const isTable = (line: string) => (line.match(/,(?! )|\t|\|/g)?.length ?? 0) >= 3 && !/[a-z] [a-z]+ [a-z]+ [a-z]/.test(line)
