import { agesOfSubjects, type FoundAge } from './ages.ts'
import type { Subject } from './parts.ts'
import { isDeterminer, type Phrase, readNounPhrase, roleNoun, type Scene } from './phrases.ts'
import { predicateRoles, saysNothing } from './predicates.ts'
import { descriptionBefore } from './roles.ts'

/** The roles that clauses give the people in them: "He is the head of …", "served in Vietnam as a sergeant". `subjects` are sorted. */
export function rolesInClauses(scene: Scene, subjects: readonly Subject[]): readonly Subject[] {
  const { tokens } = scene
  const found: Subject[] = []
  for (const [index, { end, person }] of subjects.entries()) {
    const sentenceEnd = scene.sentenceEnd[end - 1]
    const isPronoun = scene.nameAt[end - 1] < 0
    if (isPronoun)
      for (const role of pronounRoles(scene, end, sentenceEnd)) found.push({ first: role.first, end: role.end, person })
    const limit = Math.min(sentenceEnd, subjects[index + 1]?.first ?? sentenceEnd)
    for (let i = end; i < limit; i++) {
      if (tokens.lower[i] !== 'as' || !(isDeterminer(tokens, i + 1) || roleNoun(scene, i + 1))) continue
      const phrase = readNounPhrase(scene, i + 1, sentenceEnd)
      if (phrase.role === 'singular' && !saysNothing(scene, phrase)) found.push({ first: phrase.first, end: phrase.end, person })
      break
    }
  }
  return found
}

/** "He is the head of …"; "A graduate of the college, he …". */
function pronounRoles(scene: Scene, end: number, sentenceEnd: number): readonly Phrase[] {
  const before = end > 2 && scene.tokens.words[end - 2] === ',' ? descriptionBefore(scene, end - 2, end, false) : undefined
  return [...(before ? [before] : []), ...predicateRoles(scene, end, sentenceEnd)]
}

/** The ages that clauses give the people in them, each to the last one named before it in the sentence, else to the sentence's first. */
export function agesInClauses(scene: Scene, subjects: readonly Subject[]): readonly (FoundAge & { readonly person: number })[] {
  const found: (FoundAge & { readonly person: number })[] = []
  let next = 0
  for (const [index, subject] of subjects.entries()) {
    if (index < next) continue
    const end = scene.sentenceEnd[subject.first]
    next = index
    while (next < subjects.length && subjects[next].first < end) next++
    let whose = index
    for (const age of agesOfSubjects(scene, subject.first, end)) {
      while (whose + 1 < next && subjects[whose + 1].first < age.token) whose++
      found.push({ token: age.token, length: age.length, years: age.years, person: subjects[whose].person })
    }
  }
  return found
}
