import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { CallHierarchyIncomingCall, CallHierarchyItem, CallHierarchyOutgoingCall } from 'vscode-languageserver'
import { type OpenStory, openMarked } from './check.ts'

const story = `Harbour strike goes on

"Tom Ferrant has no plan," said harbour director Hanna Brixley.

Brixley said that Ferrant had no ships and that Brixley had two.

"Hanna Brixley has lied," union leader Tom Ferrant said. "I have told Odile Tarn so."

The port ministry said Brixley would stay.

"Ferrant will lose," a source familiar with the talks said.
`

/** The item of the person whose name stands first in the story. */
function itemOf(open: OpenStory, name: string): CallHierarchyItem {
  const position = open.document.positionAt(open.text.indexOf(name))
  const [item] = open.ask<readonly CallHierarchyItem[]>('textDocument/prepareCallHierarchy', { position })
  return item
}

/** Compares who speaks of somebody, with the words and their lines. */
function checkIncoming(name: string, callers: readonly (readonly [string, ...string[]])[]): void {
  const open = openMarked(story)
  const calls = open.ask<readonly CallHierarchyIncomingCall[]>('callHierarchy/incomingCalls', { item: itemOf(open, name) })
  assert.deepEqual(
    calls.map(({ from, fromRanges }) => [from.name, ...placesOf(open, fromRanges)]),
    callers,
  )
}

function checkOutgoing(name: string, called: readonly (readonly [string, ...string[]])[]): void {
  const open = openMarked(story)
  const calls = open.ask<readonly CallHierarchyOutgoingCall[]>('callHierarchy/outgoingCalls', { item: itemOf(open, name) })
  assert.deepEqual(
    calls.map(({ to, fromRanges }) => [to.name, ...placesOf(open, fromRanges)]),
    called,
  )
}

const placesOf = ({ document }: OpenStory, ranges: CallHierarchyIncomingCall['fromRanges']) =>
  ranges.map(range => `${range.start.line + 1} ${document.getText(range)}`)

test('a person is prepared with name, role and introduction', () => {
  const { name, detail, selectionRange } = itemOf(openMarked(story), 'Brixley said')
  assert.deepEqual([name, detail, selectionRange.start.line], ['Hanna Brixley', 'harbour director', 2])
})

test('incoming: who speaks of somebody, in quotations and statements, by name or without one', () => {
  checkIncoming('Tom Ferrant', [
    ['Hanna Brixley', '3 Tom Ferrant', '5 Ferrant'],
    ['a source familiar with the talks', '11 Ferrant'],
  ])
  checkIncoming('Hanna Brixley', [
    ['Tom Ferrant', '7 Hanna Brixley'],
    ['The port ministry', '9 Brixley'],
  ])
})

test('outgoing: of whom somebody speaks; nobody calls oneself', () => {
  checkOutgoing('Tom Ferrant', [
    ['Hanna Brixley', '7 Hanna Brixley'],
    ['Odile Tarn', '7 Odile Tarn'],
  ])
  checkOutgoing('Odile Tarn', [])
})

test('beside a name, and of somebody who is in the story no more, nothing is told', () => {
  const open = openMarked('Strike\n\nThey wai‸ted.\n')
  assert.equal(open.ask('textDocument/prepareCallHierarchy'), null)
  const item = itemOf(openMarked(story), 'Hanna Brixley')
  assert.equal(open.ask('callHierarchy/incomingCalls', { item }), null)
})
