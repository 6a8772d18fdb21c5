/** The kinds of names in the order of all scores; after them stands "no name at all". */
export const kinds = ['person', 'organization', 'place', 'misc'] as const
export type NameKind = (typeof kinds)[number]

/** Scores come in fives: one for each kind, then `none` for no name at all. */
export const none = kinds.length
export const outcomes = kinds.length + 1

/** BILOU labels as numbers: 0 is outside; kind `k` has 1 + 4k for the first piece of a name, then inside, last, and only. */
export const labelCount = 1 + 4 * kinds.length
export const outside = 0
export const begin = (kind: number) => 1 + 4 * kind
export const inside = (kind: number) => 2 + 4 * kind
export const last = (kind: number) => 3 + 4 * kind
export const only = (kind: number) => 4 + 4 * kind

/** The kind a label belongs to, `none` for outside. */
export const kindOf = (label: number) => (label === outside ? none : (label - 1) >> 2)

/** Whether a name goes on after a piece with this label. */
export const isOpen = (label: number) => label !== outside && ((label - 1) & 3) < 2

/** Whether a piece with this label begins a name. */
export const isStart = (label: number) => label !== outside && (((label - 1) & 3) === 0 || ((label - 1) & 3) === 3)

const labels = Array.from({ length: labelCount }, (_, label) => label)

/** Which labels may stand before each label: an open name must go on, a closed one must not. */
export const legalBefore: readonly (readonly number[])[] = labels.map(to =>
  labels.filter(from => (to === outside || isStart(to) ? !isOpen(from) : isOpen(from) && kindOf(from) === kindOf(to))),
)

/** What evidence can speak for: an outcome, a name that goes on after the piece, a name that began before it. */
export const aspects = outcomes + 2
export const aspectsOf: readonly (readonly number[])[] = labels.map(label => [
  kindOf(label),
  ...(isOpen(label) ? [outcomes] : []),
  ...(label !== outside && !isStart(label) ? [outcomes + 1] : []),
])
