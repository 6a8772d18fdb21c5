import type { Article } from '../analysis/article.ts'
import type { Span } from '../analysis/span.ts'
import { directSpeech, standsWithin } from './direct-speech.ts'
import { passagesOf } from './passages.ts'
import type { HousePeople, Problem, Rule } from './rule.ts'

/** A problem with the rule that found it. */
export interface RuleProblem {
  readonly rule: Rule
  readonly problem: Problem
}

/** What the rules find in a story, in no order. A paragraph in which nothing has changed is not looked at again by those that go by paragraphs. */
export function findProblems(article: Article, rules: readonly Rule[], house?: HousePeople): readonly RuleProblem[] {
  if (!article.memory) return look(article, rules, house)
  const storyRules = rules.filter(rule => !rule.byParagraph)
  const paragraphRules = rules.filter(rule => rule.byParagraph)
  const found = [...look(article, storyRules, house)]
  for (const passage of passagesOf(article))
    for (const { rule, problem } of lookOnce(passage.article, paragraphRules))
      found.push({ rule, problem: moved(problem, passage.start) })
  return found
}

function look(article: Article, rules: readonly Rule[], house?: HousePeople): readonly RuleProblem[] {
  const direct = directSpeech(article)
  const found: RuleProblem[] = []
  for (const rule of rules)
    for (const problem of rule.check(article, house))
      if (rule.looksIntoQuotations || !standsWithin(direct, problem)) found.push({ rule, problem })
  return found
}

/** What was found in a paragraph, and by which rules. */
interface Looked {
  readonly rules: readonly Rule[]
  readonly found: readonly RuleProblem[]
}

const looked = new WeakMap<Article, Looked>()

function lookOnce(passage: Article, rules: readonly Rule[]): readonly RuleProblem[] {
  const before = looked.get(passage)
  if (before && before.rules.length === rules.length && before.rules.every((rule, i) => rule === rules[i])) return before.found
  const found = look(passage, rules)
  looked.set(passage, { rules, found })
  return found
}

/** The problem of a paragraph at its place in the story. */
function moved(problem: Problem, by: number): Problem {
  const place = <T extends Span>(span: T): T => ({ ...span, start: span.start + by, end: span.end + by })
  return {
    ...place(problem),
    ...(problem.fixes && { fixes: problem.fixes.map(fix => ({ ...fix, edits: fix.edits.map(place) })) }),
    ...(problem.related && { related: problem.related.map(place) }),
  }
}
