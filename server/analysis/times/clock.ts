import { TokenKind, type Tokens } from '../tokens.ts'
import type { Found } from './value.ts'

const zones = new Set(
  'gmt utc bst cet cest est edt et cst cdt ct mst mdt mt pst pdt pt ist jst kst eet eest msk aest aedt local'.split(' '),
)

/** The time of day that begins at token `i`: "10:45", "10.45am", "5 p.m. EST", "18:00 BST", "0907GMT", "noon", "8 o'clock". */
export function clockTimeAt(tokens: Tokens, i: number): Found | undefined {
  const word = tokens.lower[i]
  if (word === 'noon' || word === 'midday' || word === 'midnight')
    return { kind: 'time', amount: word === 'midnight' ? 0 : 720, end: zoneEnd(tokens, i + 1) }
  if (tokens.kinds[i] !== TokenKind.number) return undefined
  const written = readClock(word)
  if (!written) return undefined
  let end = i + 1
  let half = written.half
  if (half === undefined) {
    const next = tokens.lower[end]
    if (next === 'a.m.' || next === 'am' || next === 'a.m') half = 'a'
    else if (next === 'p.m.' || next === 'pm' || next === 'p.m') half = 'p'
    else if (next === "o'clock" && !written.colon) half = ''
    if (half !== undefined) end++
  }
  const zoned = zoneEnd(tokens, end)
  const certain = half !== undefined || written.colon || (written.minutes !== undefined && (zoned > end || written.zone))
  if (!certain || (half !== undefined && half !== '' && written.hour > 12)) return undefined
  const hour = half === 'p' && written.hour < 12 ? written.hour + 12 : half === 'a' && written.hour === 12 ? 0 : written.hour
  return { kind: 'time', amount: hour * 60 + (written.minutes ?? 0), end: zoned }
}

interface Clock {
  readonly hour: number
  readonly minutes?: number
  readonly colon: boolean
  readonly half?: string
  readonly zone: boolean
}

function readClock(word: string): Clock | undefined {
  if (word.length > 9) return undefined
  const written = /^(\d{1,2})(?:([:.]?)([0-5]\d))?(?:([ap])\.?m\.?|(gmt|utc|bst|h|hrs))?$/.exec(word)
  if (!written) return undefined
  const [, hours, sign, minutes, half, zone] = written
  const hour = Number(hours)
  if (hour > 24 || (sign === '.' && half === undefined && zone === undefined)) return undefined
  return {
    hour,
    ...(minutes !== undefined && { minutes: Number(minutes) }),
    colon: sign === ':',
    ...(half !== undefined && { half }),
    zone: zone !== undefined,
  }
}

/** The token after the zone: "EST", "local time", "(0900 GMT)" is a time of its own. */
function zoneEnd(tokens: Tokens, i: number): number {
  if (i >= tokens.count || !zones.has(tokens.lower[i])) return i
  if (tokens.lower[i] === 'local') return tokens.lower[i + 1] === 'time' ? i + 2 : i
  if (tokens.words[i] === tokens.lower[i]) return i
  return tokens.lower[i + 1] === 'time' ? i + 2 : i + 1
}
