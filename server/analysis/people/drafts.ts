import type { PlacedParagraph } from '../paragraph.ts'
import type { Age, Gender, Mention, Person, Role } from '../people.ts'
import type { FoundAge } from './ages.ts'
import { type PersonalName, surnameWords } from './naming.ts'
import type { Phrase } from './phrases.ts'
import type { StoryScene } from './scenes.ts'

/** A person while the story is being read. */
export interface Draft {
  readonly name: PersonalName
  readonly mentions: Mention[]
  readonly roles: Role[]
  readonly ages: Age[]
  gender: Gender | undefined
}

/** Adds a role that no role of the person overlaps yet. */
export function addRole(draft: Draft, { start, scene: { tokens, reading } }: StoryScene, { first, end }: Phrase): void {
  const from = tokens.starts[first]
  const to = tokens.ends[end - 1]
  if (draft.roles.slice(-recentRoles).some(role => role.start < start + to && start + from < role.end)) return
  draft.roles.push({ start: start + from, end: start + to, text: reading.text.slice(from, to) })
}

/** Roles come nearly in the order of the text: only the last ones can overlap a new one. */
const recentRoles = 8

export function addAge(draft: Draft, { start, scene: { tokens } }: StoryScene, { token, length, years }: FoundAge): void {
  const from = start + tokens.starts[token]
  draft.ages.push({ start: from, end: from + length, years })
}

/** Puts everything in the order of the text and gives each person an id: the surname, numbered from the second namesake on. */
export function finishPeople(drafts: readonly Draft[], paragraphs: readonly PlacedParagraph[]): readonly Person[] {
  for (const draft of drafts) draft.mentions.sort((a, b) => a.start - b.start)
  const used = new Map<string, number>()
  return drafts
    .toSorted((a, b) => a.mentions[0].start - b.mentions[0].start)
    .map(draft => {
      const surname = idOf(draft)
      const count = (used.get(surname) ?? 0) + 1
      used.set(surname, count)
      const age = draft.ages[0]
      return {
        id: count === 1 ? surname : `${surname}-${count}`,
        name: fullestForm(draft, paragraphs),
        mentions: draft.mentions,
        roles: draft.roles.sort((a, b) => a.start - b.start),
        ...(age && { age }),
        ...(draft.gender && { gender: draft.gender }),
      }
    })
}

function idOf({ name }: Draft): string {
  const surname = surnameWords(name)
    .join('-')
    .replace(/[^\p{L}\p{N}-]/gu, '')
  return surname === '' ? 'person' : surname
}

/** The longest of the names by which the story calls a person; of equals the first that is not in capitals. */
function fullestForm(draft: Draft, paragraphs: readonly PlacedParagraph[]): string {
  let best = ''
  for (const { start, end, form, paragraph } of draft.mentions) {
    if (form !== 'name' || end - start < best.length) continue
    const placed = paragraphs[paragraph]
    const text = placed.reading.text.slice(start - placed.start, end - placed.start)
    if (text.length > best.length || best === best.toUpperCase()) best = text
  }
  return best
}
