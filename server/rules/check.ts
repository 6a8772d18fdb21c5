import type { Article } from '../analysis/article.ts'
import { firstEndingAfter, type Span } from '../analysis/span.ts'
import { directSpeech, standsWithin } from './direct-speech.ts'
import { type Passage, type PassageNotes, passagesOf } from './passages.ts'
import type { HousePeople, Problem, Rule } from './rule.ts'

/** A problem with the rule that found it. */
export interface RuleProblem {
  readonly rule: Rule
  readonly problem: Problem
}

/** What the rules find in a story, in no order. A paragraph in which nothing has changed is not looked at again by those that go by paragraphs. */
export function findProblems(article: Article, rules: readonly Rule[], house?: HousePeople): readonly RuleProblem[] {
  const storyRules = rules.filter(rule => !rule.byParagraph)
  const paragraphRules = rules.filter(rule => rule.byParagraph)
  const found = [...look(article, storyRules, house)]
  const passages = passagesOf(article)
  if (passages.every(({ notes }) => !notes.checked)) lookAtAll(article, passages, paragraphRules)
  for (const { start, notes } of passages)
    for (const { rule, problem } of lookOnce(notes, paragraphRules)) found.push({ rule, problem: moved(problem, start) })
  return found
}

/** Looks at all paragraphs of a story that is new: together they are looked at faster than one by one. */
function lookAtAll(article: Article, passages: readonly Passage[], rules: readonly Rule[]): void {
  const found = passages.map((): RuleProblem[] => [])
  for (const { rule, problem } of look(article, rules)) {
    const paragraph = firstEndingAfter(article.paragraphs, problem.start)
    found[paragraph]?.push({ rule, problem: moved(problem, -passages[paragraph].start) })
  }
  passages.forEach(({ notes }, paragraph) => {
    notes.checked = { rules, found: found[paragraph] }
  })
}

function look(article: Article, rules: readonly Rule[], house?: HousePeople): readonly RuleProblem[] {
  const direct = directSpeech(article)
  const found: RuleProblem[] = []
  for (const rule of rules)
    for (const problem of rule.check(article, house))
      if (rule.looksIntoQuotations || !standsWithin(direct, problem)) found.push({ rule, problem })
  return found
}

function lookOnce(notes: PassageNotes, rules: readonly Rule[]): readonly RuleProblem[] {
  const { checked } = notes
  if (checked && areSame(checked.rules, rules)) return checked.found
  const found = look(notes.article, rules)
  notes.checked = { rules, found }
  return found
}

function areSame(a: readonly Rule[], b: readonly Rule[]): boolean {
  if (a.length !== b.length) return false
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false
  return true
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
