import { HoverRequest, MarkupKind } from 'vscode-languageserver'
import type { Span } from '../analysis/span.ts'
import { nameCard, personCard, problemCard, saidCard, timeCard } from './cards.ts'
import { answer, type Feature } from './feature.ts'
import { mentionAt, nameAt, saidAt, timeAt } from './lookup.ts'
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
  return found ? entryLines(found.entry, story.article.structure.day, today()) : []
}
