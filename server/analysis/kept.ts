/**
 * The same function, with each answer kept as long as what it is about: for what follows from an immutable value (an article, a paragraph's reading) and is
 * asked for more than once. The answer undefined is not kept.
 */
export function kept<Key extends object, Answer>(answer: (key: Key) => Answer): (key: Key) => Answer {
  const answers = new WeakMap<Key, Answer>()
  return key => {
    const before = answers.get(key)
    if (before !== undefined) return before
    const found = answer(key)
    answers.set(key, found)
    return found
  }
}
