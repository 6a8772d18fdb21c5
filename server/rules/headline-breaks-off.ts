import type { Article } from '../analysis/article.ts'
import type { Part } from '../analysis/structure.ts'
import { TokenKind } from '../analysis/tokens.ts'
import type { Problem, Rule } from './rule.ts'

export const headlineBreaksOff: Rule = {
  id: 'headline-breaks-off',
  summary: 'The headline breaks off in the middle.',
  reason: 'A headline that ends in an article, a link word or a comma was cut when it was pasted or filed.',
  levels: { none: 'off', reuters: 'warning', ap: 'warning', british: 'warning' },
  source: {
    title: 'Reuters Handbook of Journalism: News presentation',
    url: 'https://handbook.reuters.com/index.php?title=News_Presentation',
  },
  examples: [
    {
      wrong: 'Envoys from both sides wrapped up ⟦a⟧\n\nEnvoys from both sides met in Halburg on Monday.',
      right: 'Envoys from both sides wrap up talks\n\nEnvoys from both sides met in Halburg on Monday.',
    },
    {
      wrong: 'Halburg mayor wins vote⟦,⟧\n\nHALBURG, Feb 4 (Northwire) - The mayor of Halburg won on Monday.',
      right: 'Halburg mayor wins vote in camp A\n\nHALBURG, Feb 4 (Northwire) - The mayor of Halburg won on Monday.',
    },
  ],
  *check({ paragraphs, structure: { parts } }: Article): Iterable<Problem> {
    for (const [index, part] of parts.entries()) {
      if (part.kind !== 'headline' || goesOn(parts[index + 1], paragraphs)) continue
      const { start, reading } = paragraphs[part.paragraph]
      const { tokens } = reading
      const last = tokens.count - 1
      const word = tokens.words[last]
      const isCut = endings.has(word) || (tokens.kinds[last] === TokenKind.punctuation && word === ',')
      if (last < 2 || !(isCut || weakEndings.has(word))) continue
      yield {
        start: start + tokens.starts[last],
        end: start + tokens.ends[last],
        message: `The headline breaks off after "${word}": write it out.`,
        ...(!isCut && { level: 'information' as const }),
      }
    }
  },
}

/** A headline that was wrapped goes on in the next line. */
const goesOn = (next: Part | undefined, paragraphs: Article['paragraphs']) =>
  next?.kind === 'headline' && /^[\p{Ll}\d]/u.test(paragraphs[next.paragraph].reading.text)

/** No headline ends in these. "A" in a capital may be a letter's name. */
const endings = new Set(['a', 'an', 'the', 'and', 'or', 'An', 'The', 'And', 'Or'])
/** Few headlines end in these: "what dreams are made of". */
const weakEndings = new Set([
  'of',
  'from',
  'into',
  'with',
  'between',
  'their',
  'its',
  'his',
  'than',
  'as',
  'but',
  'because',
  'Of',
  'From',
  'Into',
  'With',
])
