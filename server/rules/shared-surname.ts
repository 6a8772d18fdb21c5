import type { Article } from '../analysis/article.ts'
import { legible } from '../analysis/legible.ts'
import { Trait, traitsOf } from '../analysis/people/traits.ts'
import { courtesyTitles } from '../analysis/words/titles.ts'
import { isBare, isFull, isInBody, type NamedPerson, type Naming, namedPeople } from './namings.ts'
import type { Problem, Rule } from './rule.ts'

/** In paragraphs: two people of one surname confuse a reader who has met both as lately as this. */
const near = 3

export const sharedSurname: Rule = {
  id: 'shared-surname',
  summary: 'Two people of the story have one surname, and a bare surname may mean either.',
  reason:
    'Both need their full names, or the reader must guess. Only people whom one paragraph names in full side by side, and of whom each speaks or is named in full again, are looked at: the father in an obituary is left alone; a surname with a title before it is clear enough, and so is one far from the other person.',
  levels: { none: 'hint', reuters: 'information', ap: 'information', british: 'information' },
  source: {
    title: 'AP style: names, as given by Writing Explained',
    url: 'https://writingexplained.org/ap-style/ap-style-names',
  },
  examples: [
    {
      wrong:
        'Mayor Ana Pell said that the bridge was safe. Her brother, Tom Pell, said that it was not.\n\n⟦Pell⟧ left the meeting early.',
      right:
        'Mayor Ana Pell said that the bridge was safe. Her brother, Tom Pell, said that it was not.\n\nTom Pell left the meeting early.',
    },
    {
      wrong:
        'Jane Marlow, a trader, and her sister, Ruth Marlow, own the shop. Jane Marlow wants to keep it, and Ruth Marlow will not pay. ⟦Marlow⟧ left on Monday.',
      right:
        'Jane Marlow, a trader, and her sister, Ruth Marlow, own the shop. Jane Marlow wants to keep it, and Ruth Marlow will not pay. Ruth Marlow left on Monday.',
    },
  ],
  *check(article: Article): Iterable<Problem> {
    const people = namedPeople(article)
    const speakers = speakersOf(article)
    for (const [surname, all] of sharedSurnames(people)) {
      const bearers = all.filter(({ named }) => speakers.has(named.person.id) || named.namings.filter(isFull).length > 1)
      if (bearers.length < 2) continue
      const bare = findAmbiguous(surname, bearers)
      if (!bare) continue
      const names = bearers.map(({ naming }) => legible(article, naming)).join(' or ')
      yield {
        start: bare.start,
        end: bare.end,
        message: `This may be ${names}: give the full name, since both are near.`,
        related: bearers.map(({ naming: { start, end } }) => ({ start, end, message: 'One of them is named here.' })),
      }
    }
  },
}

/** Somebody with a surname that another has too, and where the story gives the full name first. */
interface Bearer {
  readonly named: NamedPerson
  readonly naming: Naming
}

/** The surnames that two or more people of the story bear, with those people. */
export function sharedSurnames(people: readonly NamedPerson[]): ReadonlyMap<string, readonly Bearer[]> {
  const bearers = new Map<string, Bearer[]>()
  for (const named of people) {
    const naming = named.namings.find(isFull)
    if (!naming) continue
    const known = bearers.get(naming.personal.surname)
    if (known?.some(other => mayBeOne(other.naming, naming))) continue
    if (known) known.push({ named, naming })
    else bearers.set(naming.personal.surname, [{ named, naming }])
  }
  return new Map([...bearers].filter(([, { length }]) => length > 1))
}

/** The people whose words the story reports. */
export function speakersOf({ quotes, statements }: Article): ReadonlySet<string> {
  const speakers = new Set<string>()
  for (const { speaker } of [...quotes, ...statements]) if (speaker && 'person' in speaker) speakers.add(speaker.person)
  return speakers
}

/** Robert Anton Pell and Anton Pell. */
function mayBeOne({ personal: a }: Naming, { personal: b }: Naming): boolean {
  return (
    (a.suffix === undefined || b.suffix === undefined || a.suffix === b.suffix) &&
    (a.words.includes(b.words[0]) || b.words.includes(a.words[0]))
  )
}

/** The first bare surname in the text that comes soon after a paragraph which tells two of its bearers apart, by naming both in full. */
function findAmbiguous(surname: string, bearers: readonly Bearer[]): Naming | undefined {
  const inBody = bearers.flatMap(({ named }, bearer) => named.namings.filter(isInBody).map(naming => ({ naming, bearer })))
  inBody.sort((a, b) => a.naming.start - b.naming.start)
  const lastFull = new Map<number, number>()
  let together = Number.NEGATIVE_INFINITY
  for (const { naming, bearer } of inBody) {
    if (isFull(naming)) {
      lastFull.set(bearer, naming.paragraph)
      if ([...lastFull].some(([other, paragraph]) => other !== bearer && paragraph === naming.paragraph))
        together = naming.paragraph
    } else if (isBare(naming) && naming.personal.surname === surname && !isTitled(naming) && naming.paragraph - together <= near)
      return naming
  }
  return undefined
}

/** "President Pell", "the Pells", "his wife Pell": the word before tells who is meant. */
function isTitled({ tokens, firstToken }: Naming): boolean {
  const before = tokens.lower[firstToken - 1]
  if (before === undefined) return false
  const bare = before.endsWith('.') ? before.slice(0, -1) : before
  return before === 'the' || courtesyTitles.has(bare) || (traitsOf(bare) & (Trait.person | Trait.people)) !== 0
}
