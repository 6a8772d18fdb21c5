import { Shape, TokenKind } from '../../tokens.ts'
import { isCourtesyTitle, isTitle } from '../clues.ts'
import { Known, type Lexicon } from '../lexicon.ts'
import { type Pieces, Writing } from '../pieces.ts'
import { rowOf, type Tally } from '../tally.ts'
import { type FoundName, isForename, isOpening, knownOf, organization, person, place } from './found.ts'

/** The name without what only stands beside it: titles, the label of an interview, the time of a live blog, a dash. Nothing where no word is left. */
export function trimmed({ first, end, kind: found }: FoundName, pieces: Pieces, lexicon: Lexicon): FoundName | undefined {
  const kind = kindByFirst(first, end, found, pieces, lexicon)
  let start = Math.max(afterTitles({ first, end, kind }, pieces, lexicon), afterLabel({ first, end, kind }, pieces))
  while (start < end && pieces.kinds[start] === TokenKind.punctuation) start++
  return pieces.kinds.subarray(start, end).includes(TokenKind.word) ? { first: start, end, kind } : undefined
}

/** Ms and Sir stand before people only, other titles with a forename before people mostly; N. and S. before a country's name make a place. */
function kindByFirst(first: number, end: number, kind: number, { lower, hashes }: Pieces, lexicon: Lexicon): number {
  if (end - first < 2) return kind
  if (isCourtesyTitle(lower[first])) return person
  const isTitled = kind === organization && isTitle(lower[first]) && isForename(lexicon, hashes[first + 1])
  if (isTitled && knownOf(lexicon, hashes[end - 1]) & (Known.forename | Known.surname | Known.rareSurname)) return person
  const isPart = end - first === 2 && (lower[first] === 'n.' || lower[first] === 's.')
  return isPart && (lower[first + 1] === 'korea' || knownOf(lexicon, hashes[first + 1]) & Known.country) ? place : kind
}

/** Titles are no part of a name, unless the word is a forename as well. */
function afterTitles({ first, end, kind }: FoundName, { lower, hashes }: Pieces, lexicon: Lexicon): number {
  let start = first
  if (kind === person) while (end - start > 1 && isTitle(lower[start]) && !isForename(lexicon, hashes[start])) start++
  return start
}

function afterLabel({ first, end }: FoundName, { lower, kinds }: Pieces): number {
  let start = end
  while (start > first && lower[start - 1] !== ':' && !(kinds[start - 1] === TokenKind.number && lower[start - 1].includes(':')))
    start--
  return start
}

/** A headline that runs into the byline and the dateline: in "Olena Harmash KYIV," the person ends before the capitals. Gives where, or the name's end. */
function capitalsBegin({ first, end, kind }: FoundName, pieces: Pieces): number {
  if (kind !== person || pieces.writing === Writing.capitals || pieces.lower[end] !== ',') return end
  let tail = end
  while (tail > first && isInCapitals(pieces, tail - 1)) tail--
  return tail - first < 2 || pieces.shapes[tail - 1] & Shape.allCapitals ? end : tail
}

const isInCapitals = ({ shapes, starts, ends }: Pieces, i: number) =>
  (shapes[i] & Shape.allCapitals) !== 0 && ends[i] - starts[i] > 3 && !(shapes[i] & Shape.period)

/** The name, and the place in capitals that it ran into. */
export function splitAtCapitals(name: FoundName, pieces: Pieces): readonly FoundName[] {
  const tail = capitalsBegin(name, pieces)
  return tail === name.end
    ? [name]
    : [
        { ...name, end: tail },
        { first: tail, end: name.end, kind: place },
      ]
}

/** Whether the name begins with a plain word that only opens the sentence, before the surname of a person whom the story knows: Then Maric. */
export function hasOpening({ first, end, kind }: FoundName, pieces: Pieces, surnames: Tally, lexicon: Lexicon): boolean {
  if (kind !== person || end - first !== 2 || !isOpening(pieces, first)) return false
  if (surnames.rows[rowOf(surnames, pieces.hashes[end - 1])] === 0 || pieces.lower[first].length < 4) return false // Bin, Van, Al
  const slot = lexicon.find(pieces.hashes[first])
  return slot >= 0 && lexicon.habit(slot) >= 4 && !(lexicon.known(slot) & Known.forename)
}
