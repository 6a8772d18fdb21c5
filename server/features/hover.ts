import { HoverRequest, MarkupKind } from 'vscode-languageserver'
import type { Span } from '../analysis/span.ts'
import { plainAddress } from '../folder/address.ts'
import { nameCard, personCard, problemCard, saidCard, timeCard } from './cards.ts'
import { answer, type Feature } from './feature.ts'
import { mentionAt, nameAt, saidAt, timeAt } from './lookup.ts'
import { firstWords, link } from './markdown.ts'
import { entryLines, entryOf, today } from './people-entries.ts'
import type { Session } from './session.ts'
import { offsetAt, rangeOf, type Story } from './story.ts'

/** Cards: who this is, who says this, what is wrong here. */
export const hover: Feature = {
  capabilities: () => ({ hoverProvider: true }),
  answers: [
    answer(HoverRequest.type, (story, { position }, session) => {
      const found = cardsAt(story, offsetAt(story, position), session)
      if (!found) return undefined
      return {
        contents: { kind: MarkupKind.Markdown, value: found.cards.join('\n\n---\n\n') },
        range: rangeOf(story, found.span),
      }
    }),
  ],
}

/** The cards for what stands at the offset, the nearest first, and the span they are about. */
function cardsAt(story: Story, offset: number, session: Session): { span: Span; cards: readonly string[] } | undefined {
  const { article } = story
  const problems = session.check(story).problems.filter(problem => problem.start <= offset && offset <= problem.end)
  const mentioned = mentionAt(article, offset)
  const name = mentioned ? undefined : nameAt(article, offset)
  const time = mentioned || name ? undefined : timeAt(article, offset)
  const said = saidAt(article, offset)
  const cards = [
    ...problems.map(problemCard),
    ...(mentioned ? [personCard(story, mentioned, deskLines(story, mentioned.person.name, session))] : []),
    ...(name ? [nameCard(story, name)] : []),
    ...(time ? [timeCard(story, time)] : []),
    ...(said ? [saidCard(story, said)] : []),
  ]
  const span = problems[0] ?? mentioned?.mention ?? name ?? time ?? said
  return span && { span, cards }
}

function deskLines(story: Story, name: string, session: Session): readonly string[] {
  const found = entryOf(story, name, session)
  const entry = found ? entryLines(found.entry, story.article.structure.day, today()) : []
  return [...entry, ...otherStories(story.document.uri, name, session)]
}

/** In how many other stories of the folder the person stands, and where they were quoted last. */
function otherStories(uri: string, name: string, { stories }: Session): readonly string[] {
  const address = plainAddress(uri)
  const others = stories.naming(name).filter(([record]) => plainAddress(record.uri) !== address)
  if (others.length === 0) return []
  const [last] = others.find(([, { quotes }]) => quotes > 0) ?? []
  const count = `In ${others.length} other ${others.length === 1 ? 'story' : 'stories'} of this folder`
  return [last ? `${count} · last quoted in ${link(firstWords(last.headline, 70), last.uri)}` : count]
}
