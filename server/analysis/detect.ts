import { countLines, type LineCounts } from './detect/lines.ts'
import { type Topic, topics } from './detect/vocabulary.ts'

/** Whether a text reads like a news story, and why, in words for the user. A score of 2 or more is a story. */
export interface StoryDetection {
  readonly isStory: boolean
  readonly score: number
  /** What speaks for it and against it, the weightiest first. */
  readonly reasons: readonly string[]
}

/** No more of a text is looked at, in code units. */
const looksAt = 20_000
const threshold = 2

/** Says whether a text reads like a news story. Looks at its beginning alone: quick enough to be asked at every file that is opened. */
export function detectStory(text: string): StoryDetection {
  const head = withoutEmphasis(text.slice(0, looksAt))
  const lines = countLines(head)
  const words = countWords(head)
  const evidence = [
    ...structureEvidence(head),
    ...quotationEvidence(head),
    ...wordEvidence(words, lines),
    ...lineEvidence(lines, head.length),
  ]
    .filter(({ weight }) => weight !== 0)
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
  const score = Math.round(evidence.reduce((sum, { weight }) => sum + weight, 0) * 10) / 10
  const isStory = score >= threshold && lines.prose > 0
  const side = evidence.filter(({ weight }) => weight > 0 === isStory).map(({ reason }) => reason)
  return { isStory, score, reasons: side.length > 0 ? side.slice(0, 4) : ['nothing in it reads like a news story'] }
}

/** Markdown's bold and italics, and its mark of a quoted passage, hide where a line begins. */
const withoutEmphasis = (head: string) => head.replaceAll('**', '').replace(/^(?:[*_](?=\S)|> (?=["“]))/gm, '')

interface Evidence {
  readonly weight: number
  readonly reason: string
}

const month =
  '(?:Jan(?:uary|\\.)?|Feb(?:ruary|\\.)?|Mar(?:ch|\\.)?|Apr(?:il|\\.)?|May|June?|July?|Aug(?:ust|\\.)?|Sept?(?:ember|\\.)?|Oct(?:ober|\\.)?|Nov(?:ember|\\.)?|Dec(?:ember|\\.)?)'
const city = "[A-Z][A-Z.'’-]+(?:[ /][A-Z][A-Z.'’-]*){0,5}"
const forms = {
  agency: /^(?:.{0,90}\s)?\p{Lu}[^\n()]{1,60} \((?:[A-Z][\w/.-]+)(?: [A-Z][\w.-]+){0,3}\)\s?(?:-{1,2}|–|—) ?["“]?\p{Lu}/mu,
  bareAgency: /^\((?:Reuters|AP|AFP|Bloomberg|dpa|UPI|CNN|PA)[^)\n]{0,20}\)\s?(?:-{1,2}|–|—)/m,
  dated: new RegExp(`^${city}(?:, [A-Z][\\w. ]{1,20})?, (?:${month} \\d{1,2}|\\d{1,2} ${month})\\b[^\\n]{0,40}(?:-|–|—|:)`, 'm'),
  city: new RegExp(`^${city}(?:, [A-Z][\\w.]{1,20}){0,2} (?:--|–|—) ?["“]?[A-Z]`, 'm'),
  byline: /^(?:By|BY) (?:\p{Lu}[\p{L}.'’-]{0,25} ){1,4}\p{Lu}[\p{L}.'’-]{1,25}(?:(?:,| and| in| \||-).{0,60})?$/mu,
  date: new RegExp(
    `^(?:\\w+day,? )?(?:${month} \\d{1,2}(?:st|nd|rd|th)?,? \\d{4}|\\d{1,2}(?:st|nd|rd|th)? ${month},? \\d{4})[^\\n]{0,25}$`,
    'm',
  ),
  credits: /^[([]?(?:Additional )?(?:Reporting|Writing|Editing)(?: and \w+)? by \p{Lu}/mu,
  desk: /^\W{0,3}(?:MORE|30|ENDS|Editor['’"]s note)\W{0,3}$/im,
}

/** What only stories have: dateline, byline, credits, a date on a line of its own. */
function structureEvidence(head: string): readonly Evidence[] {
  const top = head.slice(0, 3000)
  const hasDateline = forms.agency.test(top) || forms.bareAgency.test(top) || forms.dated.test(top)
  return [
    { weight: hasDateline ? 3.5 : forms.city.test(top) ? 2 : 0, reason: 'it has a dateline' },
    { weight: forms.byline.test(top) ? 1.5 : 0, reason: 'it has a byline' },
    { weight: forms.date.test(top) ? 1 : 0, reason: 'a line gives the date' },
    { weight: forms.credits.test(head) || forms.credits.test(head.slice(-2000)) ? 3 : 0, reason: 'it has a credits line' },
    { weight: forms.desk.test(head) ? 0.5 : 0, reason: 'it has a note of the desk' },
  ]
}

/** Quotations with a verb of speech beside them. */
function quotationEvidence(head: string): readonly Evidence[] {
  const beside =
    /["”'’] ?,? ?(?:[\p{L}.'’-]{1,25} ){0,6}?(?:said|says|told|added|stated|wrote|tweeted|announced)\b|\b(?:said|says|told [^.\n]{1,30}|added|stated|wrote|according to [^.\n]{1,30})[,:]? ["“]/gu
  let count = 0
  while (count < 6 && beside.exec(head)) count++
  return [
    {
      weight: Math.min(3, count * 0.7),
      reason: count === 1 ? 'a quotation is attributed' : `${count === 6 ? 'many' : count} quotations are attributed`,
    },
  ]
}

/** How many of a hundred words speak of what. */
function wordEvidence(counts: Readonly<Record<Topic | 'all', number>>, { prose }: LineCounts): readonly Evidence[] {
  if (counts.all < 20) return [{ weight: -3, reason: 'there is hardly any text' }]
  const rate = (topic: Topic) => (counts[topic] * 100) / counts.all
  const above = (topic: Topic, free: number) => Math.max(0, rate(topic) - free)
  return [
    { weight: Math.min(2, rate('reporting') * 1.1), reason: 'it reports what was said' },
    { weight: Math.min(1.5, rate('time') * 0.8), reason: 'it says on which day things happened' },
    { weight: Math.min(2.5, rate('news') * 0.5), reason: 'its words are those of the news' },
    { weight: Math.max(0, Math.min(1.5, prose * 0.3)), reason: 'it is written in paragraphs' },
    { weight: -Math.min(8, above('technical', 2.2) * 1.2), reason: 'its words are those of software' },
    { weight: -Math.min(6, above('legal', 0.4) * 2), reason: 'its words are those of a licence or contract' },
    { weight: -Math.min(4, above('reader', 0.8) * 1.5), reason: 'it speaks to the reader' },
    { weight: -Math.min(3, above('writer', 1.6) * 0.8), reason: 'it is written in the first person' },
    { weight: -Math.min(5, above('recipe', 0.3) * 2), reason: 'it reads like a recipe' },
    { weight: -Math.min(5, above('tale', 0.6) * 2.5), reason: 'it reads like a tale' },
  ]
}

/** What the lines look like. */
function lineEvidence(lines: LineCounts, length: number): readonly Evidence[] {
  const share = (count: number) => (lines.lines === 0 ? 0 : count / lines.lines)
  const isMostlyProse = lines.proseLength > length * 0.5
  return [
    { weight: lines.prose === 0 ? -4 : isMostlyProse ? 0 : -1.5, reason: 'little of it is prose' },
    { weight: -Math.min(8, share(lines.code) * 16), reason: 'lines look like code' },
    { weight: -Math.min(5, Math.max(0, share(lines.lists) - 0.2) * 9), reason: 'it is a list' },
    { weight: -Math.min(3, Math.max(0, lines.headings - 4) * 0.4), reason: 'it has many headings' },
    { weight: lines.fences > 0 ? -2.5 : 0, reason: 'it has blocks of code' },
    { weight: -Math.min(5, Math.max(0, lines.badges - 1) * 1.5), reason: 'it has badges or HTML' },
    { weight: -Math.min(9, share(lines.log) * 15), reason: 'lines look like a log' },
    { weight: -Math.min(9, share(lines.table) * 15), reason: 'lines look like a table' },
    { weight: lines.mail > 1 ? -4 : 0, reason: 'it looks like mail' },
    { weight: lines.versions > 1 ? -5 : 0, reason: 'it lists versions' },
  ]
}

function countWords(head: string): Record<Topic | 'all', number> {
  const counts: Record<Topic | 'all', number> = {
    all: 0,
    reporting: 0,
    time: 0,
    news: 0,
    technical: 0,
    legal: 0,
    reader: 0,
    writer: 0,
    recipe: 0,
    tale: 0,
  }
  for (const [word] of head.matchAll(/[A-Za-z]+(?:['’][a-z]+)?/g)) {
    counts.all++
    const topic = topics.get(word.toLowerCase())
    if (topic) counts[topic]++
  }
  return counts
}
