import type { Article } from '../server/analysis/article.ts'

/** All of an article that is the same however it came about: of Markdown what was read before may be remembered beside what is read now, and sums over the story lie in the order in which they were formed. */
export const understood = (article: Article) => ({
  ...article,
  memory: { ...article.memory, markdown: undefined, naming: article.memory?.naming.paragraphs },
})
