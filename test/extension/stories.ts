import {
  commands,
  type Hover,
  type Location,
  type LocationLink,
  type MarkdownString,
  Range,
  type TextDocument,
  type TextEditor,
  Uri,
  window,
  workspace,
} from 'vscode'
import { ok } from './assert.ts'

/** The address of a file of the open folder. */
export function addressOf(name: string): Uri {
  const folder = workspace.workspaceFolders?.[0]
  ok(folder, 'a folder is open')
  return Uri.joinPath(folder.uri, name)
}

export async function open(name: string): Promise<TextEditor> {
  return window.showTextDocument(await workspace.openTextDocument(addressOf(name)))
}

/** Where the words first stand. */
export function placeOf(story: TextDocument, words: string): Range {
  const start = story.getText().indexOf(words)
  ok(start >= 0, words)
  return new Range(story.positionAt(start), story.positionAt(start + words.length))
}

/** The card for the first letters of the words. */
export async function cardAt(story: TextDocument, words: string): Promise<string> {
  const hovers = await ask<Hover[]>('vscode.executeHoverProvider', story, words)
  return hovers
    .flatMap(({ contents }) => contents as MarkdownString[])
    .map(({ value }) => value)
    .join('\n')
}

/** What a provider answers to the first letters of the words. */
export async function ask<Answer>(command: string, story: TextDocument, words: string, ...more: unknown[]): Promise<Answer> {
  const { start } = placeOf(story, words)
  return await commands.executeCommand<Answer>(command, story.uri, start.translate(0, 1), ...more)
}

/** The lines, counted from 0, and the words of the story at the places. */
export function wordsAt(story: TextDocument, places: readonly (Location | LocationLink | Range)[]): string[] {
  return places.map(place => {
    const range = place instanceof Range ? place : 'targetUri' in place ? place.targetRange : place.range
    return `${range.start.line} ${story.getText(range)}`
  })
}
