/** Takes in code units one by one; thirteen characters stand for all of them. */
export interface Digest {
  take(code: number): void
  characters(): string
}

/** A digest of nothing yet: cyrb53 by bryc, public domain. */
export function digest(): Digest {
  let high = 0xdeadbeef
  let low = 0x41c6ce57
  return {
    take: code => {
      high = Math.imul(high ^ code, 2654435761)
      low = Math.imul(low ^ code, 1597334677)
    },
    characters: () => {
      const a = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909)
      const b = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909)
      return ((b >>> 0).toString(16).padStart(8, '0') + (a >>> 0).toString(16).padStart(8, '0')).slice(0, 13)
    },
  }
}

/** The digest of a text. */
export function digestOf(text: string): string {
  const { take, characters } = digest()
  for (let at = 0; at < text.length; at++) take(text.charCodeAt(at))
  return characters()
}
