import type { Article } from '../analysis/article.ts'
import { type Span, spanAt } from '../analysis/span.ts'
import { TokenKind } from '../analysis/tokens.ts'
import type { FoundProblem } from '../rules/index.ts'
import type { Ignore } from './dateline-file.ts'
import { digest } from './digest.ts'

/** The problems that nobody has asked to be silent about. `story` is the story's path from the folder of `dateline.json`. */
export function withoutIgnored(
  problems: readonly FoundProblem[],
  article: Article,
  ignores: readonly Ignore[],
  story?: string,
): readonly FoundProblem[] {
  const inStory = new Set(rulesIgnoredIn(article))
  const inSentence = new Set<string>()
  for (const ignore of ignores) {
    if (ignore.sentence !== undefined) inSentence.add(`${ignore.rule} ${ignore.sentence}`)
    else if (ignore.story === story) inStory.add(ignore.rule)
  }
  if (inStory.size + inSentence.size === 0) return problems
  return problems.filter(
    problem =>
      !inStory.has(problem.rule.id) &&
      (inSentence.size === 0 || !inSentence.has(`${problem.rule.id} ${fingerprint(article, problem)}`)),
  )
}

/** The words in a comment after which the ids of rules follow. */
export const ignoreComment = 'dateline-ignore'

/** The rules that a story in Markdown silences itself: `<!-- dateline-ignore unpaired-mark -->`. */
export function rulesIgnoredIn({ text, markup }: Article): readonly string[] {
  if (markup === 'plain') return []
  const found: string[] = []
  for (let at = text.indexOf('<!--'); at >= 0; at = text.indexOf('<!--', at + 4)) {
    const comment = text.slice(at + 4, at + 4 + longestComment)
    const end = comment.indexOf('-->')
    const [opening, ...ids] = comment.slice(0, Math.max(end, 0)).split(/[\s,]/).filter(Boolean)
    if (opening === ignoreComment) found.push(...ids)
  }
  return found
}

const longestComment = 1000

/** The sentence of a place; in a paragraph that has none, the paragraph. */
export function sentenceAround({ paragraphs }: Article, { start }: Span): Span {
  const paragraph = spanAt(paragraphs, start) ?? paragraphs.find(({ end }) => end >= start)
  if (!paragraph) return { start, end: start }
  const sentence = paragraph.reading.sentences.find(({ end }) => paragraph.start + end > start)
  if (!sentence) return paragraph
  return { start: paragraph.start + sentence.start, end: paragraph.start + sentence.end }
}

/** A name for the sentence of a problem that lasts as long as its words do: marks, spaces, capitals and its place in the story may change. Thirteen characters. */
export function fingerprint(article: Article, problem: Span): string {
  const sentence = sentenceAround(article, problem)
  const paragraph = spanAt(article.paragraphs, sentence.start)
  const { take, characters } = digest()
  if (paragraph) {
    const { tokens } = paragraph.reading
    for (let i = 0; i < tokens.count; i++) {
      const start = paragraph.start + tokens.starts[i]
      if (start < sentence.start || (tokens.kinds[i] !== TokenKind.word && tokens.kinds[i] !== TokenKind.number)) continue
      if (start >= sentence.end) break
      for (let at = 0; at < tokens.lower[i].length; at++) take(tokens.lower[i].charCodeAt(at))
      take(32)
    }
  }
  return characters()
}
