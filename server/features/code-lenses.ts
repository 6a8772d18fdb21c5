import { type ClientCapabilities, type CodeLens, CodeLensRequest } from 'vscode-languageserver'
import { readSources, type SourceKind } from '../analysis/sources.ts'
import type { Span } from '../analysis/span.ts'
import { answer, type Feature } from './feature.ts'
import { introduction, quotesOf } from './lookup.ts'
import { plain } from './markdown.ts'
import { rangeOf, type Story } from './story.ts'

/** Above the headline how many sources the story has; above the first mention of whoever is quoted, how often. */
export const codeLenses: Feature = {
  capabilities: () => ({ codeLensProvider: {} }),
  answers: [
    answer(CodeLensRequest.type, (story, _params, { settings, client }) =>
      settings.codeLenses ? [...sources(story, client), ...people(story)] : undefined,
    ),
  ],
}

/** A click lists the sources where the client says that it can. */
function sources(story: Story, client: ClientCapabilities): CodeLens[] {
  const headline = story.article.structure.parts.find(part => part.kind === 'headline')
  const { sources } = readSources(story.article)
  if (!headline || sources.length === 0) return []
  const count = (kind: SourceKind) => sources.filter(source => source.kind === kind).length
  const documents = count('document')
  const kinds = [
    `${count('person') + count('institution')} named`,
    `${count('unnamed')} unnamed`,
    ...(documents > 0 ? [times(documents, 'document')] : []),
  ]
  const command = client.experimental?.datelineSources === true ? 'dateline.showSources' : ''
  return [lens(story, headline, `${times(sources.length, 'source')}: ${kinds.join(', ')}`, command)]
}

/** One lens a paragraph, lest they push the story apart. */
function people(story: Story): CodeLens[] {
  const lines = new Map<number, { readonly span: Span; readonly titles: string[] }>()
  for (const person of story.article.people) {
    const first = introduction(person)
    const quotes = quotesOf(story.article, person).length
    if (!first || quotes === 0) continue
    const title = `${plain(person.name)}: ${times(person.mentions.length, 'mention')}, ${times(quotes, 'quotation')}`
    const line = lines.get(first.paragraph)
    if (line) line.titles.push(title)
    else lines.set(first.paragraph, { span: first, titles: [title] })
  }
  return [...lines.values()].map(({ span, titles }) => lens(story, span, titles.join(' · ')))
}

/** A lens that only tells, where it has no command: an editor does not make a link of it. */
function lens(story: Story, span: Span, title: string, command = ''): CodeLens {
  return { range: rangeOf(story, span), command: { title, command } }
}

const times = (number: number, thing: string) => `${number} ${thing}${number === 1 ? '' : 's'}`
