import { type CodeLens, CodeLensRequest } from 'vscode-languageserver'
import type { Article } from '../analysis/article.ts'
import type { Span } from '../analysis/span.ts'
import { answer, type Feature } from './feature.ts'
import { introduction, quotesOf, speakerOf } from './lookup.ts'
import { plain } from './markdown.ts'
import { rangeOf, type Story } from './story.ts'

/** Above the headline how many sources the story has; above the first mention of whoever is quoted, how often. */
export const codeLenses: Feature = {
  capabilities: () => ({ codeLensProvider: {} }),
  answers: [
    answer(CodeLensRequest.type, (story, _params, { settings }) =>
      settings.codeLenses ? [...sources(story), ...people(story)] : undefined,
    ),
  ],
}

function sources(story: Story): CodeLens[] {
  const { structure, quotes, statements } = story.article
  const headline = structure.parts.find(part => part.kind === 'headline')
  if (!headline) return []
  const named = new Set<string>()
  const unnamed = new Set<string>()
  for (const said of [...quotes, ...statements]) {
    const speaker = speakerOf(story.article, said)
    if (speaker && said.speaker) ('anonymous' in said.speaker ? unnamed : named).add(speaker.toLowerCase())
  }
  if (named.size + unnamed.size === 0) return []
  const count = named.size + unnamed.size
  return [lens(story, headline, `${count} ${count === 1 ? 'source' : 'sources'}: ${named.size} named, ${unnamed.size} unnamed`)]
}

/** One lens a paragraph, lest they push the story apart. */
function people(story: Story): CodeLens[] {
  const lines = new Map<number, { readonly span: Span; readonly titles: string[] }>()
  for (const person of story.article.people) {
    const first = introduction(person)
    const quotes = quotesOf(story.article, person).length
    if (!first || quotes === 0) continue
    const title = `${plain(person.name)}: ${times(namings(person.mentions), 'mention')}, ${times(quotes, 'quotation')}`
    const line = lines.get(first.paragraph)
    if (line) line.titles.push(title)
    else lines.set(first.paragraph, { span: first, titles: [title] })
  }
  return [...lines.values()].map(({ span, titles }) => lens(story, span, titles.join(' · ')))
}

/** A lens that only tells; without a command, an editor does not make a link of it. */
function lens(story: Story, span: Span, title: string): CodeLens {
  return { range: rangeOf(story, span), command: { title, command: '' } }
}

const namings = (mentions: Article['people'][number]['mentions']) => mentions.filter(({ form }) => form === 'name').length

const times = (number: number, thing: string) => `${number} ${thing}${number === 1 ? '' : 's'}`
