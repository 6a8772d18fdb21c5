/** The kinds of names in the order of all scores; after them stands "no name at all". */
export const kinds = ['person', 'organization', 'place', 'misc'] as const
export type NameKind = (typeof kinds)[number]

/** Scores come in fives: one for each kind, then `none` for no name at all. */
export const none = kinds.length
export const outcomes = kinds.length + 1

/**
 * BILOU labels as numbers: 0 is outside; then, a row of kinds each, the only piece of a name, the last of one, the first, and those between. The labels below
 * `closedLabels` leave no name open.
 */
export const labelCount = 1 + 4 * kinds.length
export const outside = 0
export const only = (kind: number) => 1 + kind
export const last = (kind: number) => 1 + kinds.length + kind
export const begin = (kind: number) => 1 + 2 * kinds.length + kind
export const inside = (kind: number) => 1 + 3 * kinds.length + kind
export const closedLabels = begin(0)

/** The kind a label belongs to, `none` for outside. */
export const kindOf = (label: number) => (label === outside ? none : (label - 1) % kinds.length)

/** Whether a name goes on after a piece with this label. */
export const isOpen = (label: number) => label >= closedLabels

/** Whether a piece with this label begins a name. */
export const isStart = (label: number) => (label > outside && label < last(0)) || (label >= begin(0) && label < inside(0))

/** Calls back for each name that the labels from one place to another make: where it begins and ends, and its kind. */
export function eachName(
  labels: Uint8Array,
  from: number,
  to: number,
  found: (first: number, end: number, kind: number) => void,
): void {
  for (let i = from; i < to; i++) {
    if (!isStart(labels[i])) continue
    const first = i
    while (isOpen(labels[i])) i++
    found(first, i + 1, kindOf(labels[first]))
  }
}

/** What evidence can speak for: an outcome, a name that goes on after the piece, a name that began before it. */
export const aspects = outcomes + 2
export const aspectsOf: readonly (readonly number[])[] = Array.from({ length: labelCount }, (_, label) => [
  kindOf(label),
  ...(isOpen(label) ? [outcomes] : []),
  ...(label !== outside && !isStart(label) ? [outcomes + 1] : []),
])
