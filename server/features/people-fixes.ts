import { type CodeAction, CodeActionKind } from 'vscode-languageserver'
import { legible } from '../analysis/legible.ts'
import { type FileEdits, withOtherName, withOurName, withPerson } from '../folder/edits.ts'
import type { FoundEntry } from '../folder/people.ts'
import type { FoundProblem } from '../rules/index.ts'
import { spellingNotOurs } from '../rules/spelling-not-ours.ts'
import { diagnosticOf } from './diagnostics.ts'
import { fileEdit } from './file-edit.ts'
import { mentionAt, textOf } from './lookup.ts'
import { firstWords, plain } from './markdown.ts'
import { entryOf } from './people-entries.ts'
import type { Session } from './session.ts'
import type { Story } from './story.ts'

/** Where the story spells a name otherwise than the house: to make it ours, or to write it down as another spelling. */
export function spellingActions(story: Story, problem: FoundProblem, session: Session): CodeAction[] {
  const mentioned = problem.rule === spellingNotOurs ? mentionAt(story.article, problem.start) : undefined
  const found = mentioned && entryOf(story, mentioned.person.name, session)
  const ours = problem.fixes?.[0].edits[0].text
  if (!found || ours === undefined) return []
  const spelled = textOf(story.article, problem)
  const name = found.entry.name.replace(ours, () => spelled)
  if (name === found.entry.name) return []
  const isKnown = found.entry.otherNames.some(other => other.name === name || other.name === spelled)
  const offers: readonly (readonly [string, FileEdits])[] = [
    [`Make ${name} our spelling`, withOurName(found, name)],
    ...(isKnown ? [] : [[`Write ${name} down as another spelling`, withOtherName(found, name)] as const]),
  ]
  return offers.flatMap(([title, edits]) => {
    const edit = fileEdit(sourceOf(found), edits, session)
    return edit ? [{ title, kind: CodeActionKind.QuickFix, diagnostics: [diagnosticOf(story, problem)], edit }] : []
  })
}

/** To add the person at the offset, where the story names them in full and the desk does not know them. */
export function additionOf(story: Story, offset: number, session: Session): CodeAction[] {
  const { people, peopleUri } = session.deskOf(story.document.uri)
  const mentioned = mentionAt(story.article, offset)
  if (!mentioned || peopleUri === undefined || mentioned.mention.form !== 'name') return []
  const { name, roles } = mentioned.person
  if (!name.includes(' ') || entryOf(story, name, session)) return []
  const file = people.find(({ uri }) => uri === peopleUri)
  const role = roles[0] && firstWords(legible(story.article, roles[0]), 120)
  const source = { uri: peopleUri, text: file?.file.text ?? '', isThere: file !== undefined }
  const edit = fileEdit(source, withPerson(file, { name: plain(name), role }), session)
  const title = `Add ${plain(name)} to ${decodeURIComponent(peopleUri.slice(peopleUri.lastIndexOf('/') + 1))}`
  return edit ? [{ title, kind: CodeActionKind.Refactor, edit }] : []
}

const sourceOf = ({ people: { uri, file } }: FoundEntry) => ({ uri, text: file.text, isThere: true })
