import { overlaps } from '../analysis/span.ts'
import { type FoundProblem, rules } from './index.ts'
import type { TextEdit } from './rule.ts'

/**
 * The edits of all safe fixes, sorted and disjoint. Of each problem the first safe fix counts; one that touches what an earlier rule of the
 * list mends is left out whole.
 */
export function fixAll(problems: readonly FoundProblem[]): readonly TextEdit[] {
  let taken: readonly TextEdit[] = []
  for (const rule of rules) {
    const own: TextEdit[] = []
    for (const problem of problems) {
      if (problem.rule !== rule) continue
      const edits = problem.fixes?.find(fix => fix.safe)?.edits ?? []
      if (!edits.some(edit => touches(taken, edit) || touches(own.slice(-1), edit))) own.push(...edits)
    }
    if (own.length > 0) taken = [...taken, ...own].sort((a, b) => a.start - b.start || a.end - b.end)
  }
  return taken
}

/** The text after the edits, which are sorted and disjoint. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = ''
  let last = 0
  for (const edit of edits) {
    result += text.slice(last, edit.start) + edit.text
    last = edit.end
  }
  return result + text.slice(last)
}

/** Whether one of the sorted, disjoint edits changes or adds something at the place of another one. Found by halving. */
function touches(edits: readonly TextEdit[], edit: TextEdit): boolean {
  let low = 0
  let high = edits.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (edits[middle].end < edit.start) low = middle + 1
    else high = middle
  }
  for (let i = low; i < edits.length && edits[i].start <= edit.end; i++)
    if (overlaps(edits[i], edit) || edits[i].start === edit.start) return true
  return false
}
