/** Joins a number and a hash into a new hash; a cheap variant of the finalizer of MurmurHash3. */
export function mix(hash: number, value: number): number {
  let mixed = Math.imul(hash ^ (value + 0x9e3779b9), 0x85ebca6b)
  mixed ^= mixed >>> 15
  mixed = Math.imul(mixed, 0xc2b2ae35)
  return mixed ^ (mixed >>> 13)
}

/** The hash of a lower-case word as the tagger sees it: accents fall, figures become one figure. Zero never comes out. */
export function hashWord(lower: string): number {
  return hashPart(lower, 0, lower.length)
}

/** The hash of `lower.slice(from, end)`, without making the slice. */
export function hashPart(lower: string, from: number, end: number): number {
  let hash = 0x811c9dc5 | 0
  for (let i = from; i < end; i++) {
    let code = lower.charCodeAt(i)
    if (code > 127) return hashFolded(lower.slice(from, end))
    if (code >= 48 && code <= 57) code = 48
    hash = Math.imul(hash ^ code, 0x01000193)
  }
  hash ^= hash >>> 16
  return hash === 0 ? 1 : hash
}

function hashFolded(word: string): number {
  const folded = word
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[øłđıßæœ]/g, letter => unaccented[letter])
  let hash = 0x811c9dc5 | 0
  for (let i = 0; i < folded.length; i++) {
    const code = folded.charCodeAt(i)
    hash = Math.imul(hash ^ (code >= 48 && code <= 57 ? 48 : code), 0x01000193)
  }
  hash ^= hash >>> 16
  return hash === 0 ? 1 : hash
}

const unaccented: Readonly<Record<string, string>> = { ø: 'o', ł: 'l', đ: 'd', ı: 'i', ß: 'ss', æ: 'ae', œ: 'oe' }
