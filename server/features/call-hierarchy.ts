import {
  type CallHierarchyIncomingCall,
  CallHierarchyIncomingCallsRequest,
  type CallHierarchyItem,
  type CallHierarchyOutgoingCall,
  CallHierarchyOutgoingCallsRequest,
  CallHierarchyPrepareRequest,
  type MessageSignature,
  SymbolKind,
} from 'vscode-languageserver'
import type { Article } from '../analysis/article.ts'
import { legible } from '../analysis/legible.ts'
import type { Mention, Person } from '../analysis/people.ts'
import { firstEndingAfter, type Span } from '../analysis/span.ts'
import { type Answer, answer, type Feature } from './feature.ts'
import { introduction, mentionAt, quotesOf, type Said, speakerOf, statementsOf } from './lookup.ts'
import { firstWords, plain } from './markdown.ts'
import { offsetAt, rangeOf, type Story } from './story.ts'

/** Who speaks of whom, as an editor's call hierarchy: a person is called by everyone whose quotations and statements mention the person. */
export const callHierarchy: Feature = {
  capabilities: () => ({ callHierarchyProvider: true }),
  answers: [
    answer(CallHierarchyPrepareRequest.type, (story, { position }) => {
      const mentioned = mentionAt(story.article, offsetAt(story, position))
      return mentioned && [personItem(story, mentioned.person)]
    }),
    answerAboutItem(CallHierarchyIncomingCallsRequest.type, callersOf),
    answerAboutItem(CallHierarchyOutgoingCallsRequest.type, calledBy),
  ],
}

/** Everyone who speaks of the person, and where. */
function callersOf(story: Story, person: Person): CallHierarchyIncomingCall[] {
  const calls = new Map<string, { readonly from: CallHierarchyItem; readonly places: Map<number, Mention> }>()
  for (const said of speechOf(story.article)) {
    const mentions = within(person.mentions, said)
    const speaker = mentions.length > 0 ? speakerOf(story.article, said) : undefined
    if (speaker === undefined || isSpeaker(person, said)) continue
    const call = calls.get(speaker) ?? { from: speakerItem(story, said, speaker), places: new Map() }
    for (const mention of mentions) call.places.set(mention.start, mention)
    calls.set(speaker, call)
  }
  return [...calls.values()].map(({ from, places }) => ({ from, fromRanges: rangesOf(story, [...places.values()]) }))
}

/** Everyone of whom the person speaks, and where. */
function calledBy(story: Story, person: Person): CallHierarchyOutgoingCall[] {
  const said = [...quotesOf(story.article, person), ...statementsOf(story.article, person)]
  return story.article.people.flatMap(other => {
    const places = new Map(said.flatMap(each => within(other.mentions, each)).map(mention => [mention.start, mention]))
    if (other === person || places.size === 0) return []
    return [{ to: personItem(story, other), fromRanges: rangesOf(story, [...places.values()]) }]
  })
}

/** All speech in the order of the story; a mention may lie in a statement and in a quotation within it. */
function speechOf({ quotes, statements }: Article): readonly Said[] {
  return [...quotes, ...statements].sort((a, b) => a.start - b.start)
}

function within(mentions: readonly Mention[], span: Span): readonly Mention[] {
  const found: Mention[] = []
  for (let i = firstEndingAfter(mentions, span.start); i < mentions.length && mentions[i].end <= span.end; i++)
    if (mentions[i].start >= span.start) found.push(mentions[i])
  return found
}

function isSpeaker({ id }: Person, { speaker }: Said): boolean {
  return speaker !== undefined && 'person' in speaker && speaker.person === id
}

function rangesOf(story: Story, spans: readonly Span[]) {
  return spans.toSorted((a, b) => a.start - b.start).map(span => rangeOf(story, span))
}

function personById({ people }: Article, id: string): Person | undefined {
  return people.find(person => person.id === id)
}

/** What the item says, for the next question about it: a person by id. A source without a name has none, and nobody speaks of it. */
interface ItemData {
  readonly person?: string
}

function personItem(story: Story, person: Person): CallHierarchyItem {
  const [role] = person.roles
  const range = rangeOf(story, introduction(person) ?? person.mentions[0])
  const data: ItemData = { person: person.id }
  return {
    name: plain(person.name),
    kind: SymbolKind.Class,
    ...(role && { detail: firstWords(legible(story.article, role), 80) }),
    uri: story.document.uri,
    range,
    selectionRange: range,
    data,
  }
}

function speakerItem(story: Story, said: Said, speaker: string): CallHierarchyItem {
  const person = said.speaker && 'person' in said.speaker && personById(story.article, said.speaker.person)
  if (person) return personItem(story, person)
  const range = rangeOf(story, said.source ?? said)
  const isUnnamed = said.speaker !== undefined && 'anonymous' in said.speaker
  return {
    name: firstWords(speaker, 80),
    kind: isUnnamed ? SymbolKind.Variable : SymbolKind.Interface,
    ...(isUnnamed && { detail: 'an unnamed source' }),
    uri: story.document.uri,
    range,
    selectionRange: range,
  }
}

/** Answers a request about the person of an item that was given before; nothing where the person is in the story no more. */
function answerAboutItem<R>(request: MessageSignature, handle: (story: Story, person: Person) => readonly R[]): Answer {
  return {
    method: request.method,
    nothing: null,
    answer(params, session) {
      const { uri, data } = (params as { readonly item: CallHierarchyItem }).item
      const id = (data as ItemData | undefined)?.person
      const story = session.story(uri)
      const person = story && id !== undefined ? personById(story.article, id) : undefined
      return story && person ? handle(story, person) : null
    },
  }
}
