import { type CompletionItem, CompletionItemKind, type CompletionList, CompletionRequest } from 'vscode-languageserver'
import { legible } from '../analysis/legible.ts'
import { answer, type Feature } from './feature.ts'
import { formsOf } from './lookup.ts'
import { firstWords } from './markdown.ts'
import { offsetAt, rangeOf } from './story.ts'

/** The people of the story, after two letters of a word that begins with a capital; nothing while plain words are typed. */
export const completion: Feature = {
  capabilities: () => ({ completionProvider: {} }),
  answers: [
    answer(CompletionRequest.type, (story, { position }): CompletionList | undefined => {
      const { article } = story
      const offset = offsetAt(story, position)
      const typed = /(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{M}'’-]*$/u.exec(article.text.slice(Math.max(0, offset - 60), offset))?.[0]
      if (!typed) return undefined
      if (typed.length < 2) return { isIncomplete: true, items: [] }
      const range = rangeOf(story, { start: offset - typed.length, end: offset })
      const items = article.people.flatMap(person => {
        const [role] = person.roles
        const detail = role && firstWords(legible(article, role), 80)
        const forms = new Set([person.name, ...formsOf(article, person).map(({ form }) => form)])
        forms.delete(typed)
        return [...forms]
          .filter(form => form.split(' ').some(word => word.toLowerCase().startsWith(typed.toLowerCase())))
          .map<CompletionItem>(form => ({
            label: form,
            kind: CompletionItemKind.Text,
            ...(detail && { detail }),
            filterText: form.split(' ').find(word => word.toLowerCase().startsWith(typed.toLowerCase())) ?? form,
            textEdit: { range, newText: form },
          }))
      })
      return { isIncomplete: false, items }
    }),
  ],
}
