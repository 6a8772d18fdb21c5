import { TokenKind, type Tokens } from '../tokens.ts'

/** Words that a paragraph of the desk's own begins with, before a colon: never the reporter's prose. */
const labels = new Set(
  `editor's note|editors' note|editors|eds|ed note|note to editors|notes to editors|note to readers|correction|corrections|clarification|advisory|embargo|embargoed until|slug|slugline|keywords|topics
  |file photo|photo|photos|image|picture|caption|photo caption|graphic|graphics|video|watch|read more|read also|related|see also|source|sources|for more|factbox|timeline|contact|media contact|our standards|click here|disclaimer`
    .replace(/\n\s*/g, '')
    .split('|'),
)
/** The same as a line of their own, without a colon. */
const lines = new Set([
  ...'more ends end sources references related related news related stories related articles read more external links see also sister links endit -ends- copyright'.split(
    ' ',
  ),
  ...[
    'related news',
    'related stories',
    'related articles',
    'related links',
    'read more',
    'external links',
    'see also',
    'sister links',
    'to be continued',
    'more to follow',
    'more follows',
    'mtf',
    'nnnn',
  ],
])
/** What a paragraph in round brackets begins with when the desk speaks. */
const corrections = new Set(
  "corrects corrected correcting adds added updates updated refiles refiled repeats recasts removes fixes rewrites this the for graphic graphics click editor's eds opinions embargoed more file with".split(
    ' ',
  ),
)

/** Whether a paragraph is the desk's: a slug, a note to editors, "(MORE)", "-30-", "###", a correction, a caption, a rule of dashes. */
export function isNote(text: string, tokens: Tokens): boolean {
  if (tokens.count === 0) return true
  const first = tokens.words[0]
  if (tokens.count <= 6 && !hasLetter(text)) return /^[\s\-–—_*#=~.•/|+()0]*(?:30[\s\-–—]*)?$/.test(text)
  if (first === '©' || (first === '(' && tokens.lower[1] === 'c' && tokens.words[2] === ')')) return true
  if (tokens.count <= 6 && lines.has(bare(text))) return true
  if (isLabelled(tokens) || isSlug(text) || isAboutStory(tokens)) return true
  return isBracketed(tokens)
}

/** Whether a paragraph is an entry of a list: "- ", "* ", "• ". */
export function isBullet(text: string): boolean {
  return /^(?:[-*•▪●◦‣·–—]|\d{1,2}[.)])\s/.test(text.slice(0, 4))
}

/** "HARBOUR-FIRE/ (UPDATE 2)", "BC-WS--Harbour Fire": what a wire calls the story. */
function isSlug(text: string): boolean {
  if (text.length < 8 || text.length > 80) return false
  return (
    /^[A-Z0-9]+(?:-[A-Z0-9]+)*\/[A-Z0-9-]*(?: ?\([^()]{1,40}\))?$/.test(text) ||
    /^[A-Z]{2}-[A-Z]{2,4}--[\w ,-]+$/.test(text) ||
    /^[A-Z0-9]+(?:-[A-Z0-9]+)+, \d(?:st|nd|rd|th) L(?:d|ead)\b[\w ,-]*$/.test(text)
  )
}

/** "This story has been corrected to show that …", "Follow Jane Doe on X". */
function isAboutStory({ count, words, lower }: Tokens): boolean {
  if (words[0] === 'Follow') return count <= 16 && lower.indexOf('on') > 1 && networks.has(lower[lower.indexOf('on') + 1])
  if (words[0] !== 'This' || !stories.has(lower[1])) return false
  const verb = lower[2] === 'has' && lower[3] === 'been' ? 4 : lower[2] === 'was' ? 3 : count
  return revisions.has(lower[lower[verb] === 'first' || lower[verb] === 'originally' ? verb + 1 : verb])
}
const networks = new Set(['x', 'twitter', 'facebook', 'instagram', 'bluesky', 'mastodon'])
const stories = new Set(['story', 'article', 'report', 'version'])
const revisions = new Set(['corrected', 'updated', 'amended', 'clarified', 'changed', 'revised', 'published', 'refiled'])

function isLabelled(tokens: Tokens): boolean {
  let label = ''
  for (let i = 0; i < Math.min(4, tokens.count - 1); i++) {
    const next = tokens.lower[i]
    if (next === ':' || next === '|' || (next === '—' && label.endsWith('note'))) return labels.has(label)
    label += tokens.kinds[i] === TokenKind.possessive ? next.toLowerCase() : label === '' ? next : ` ${next}`
  }
  return tokens.words[4] === ':' && labels.has(label)
}

function isBracketed(tokens: Tokens): boolean {
  const first = tokens.words[0]
  const last = tokens.words[tokens.count - 1]
  if (!((first === '(' && last === ')') || (first === '[' && last === ']'))) return false
  for (let i = 1; i + 1 < tokens.count; i++)
    if (tokens.words[i] === ')' || tokens.words[i] === ']') return corrections.has(tokens.lower[1])
  return true
}

const bare = (text: string) =>
  text
    .slice(0, 60)
    .toLowerCase()
    .replace(/[^a-z ]/g, '')
    .trim()
const hasLetter = (text: string) => /\p{L}/u.test(text.slice(0, 200))
