import type { Article } from '../analysis/article.ts'
import type { Quote } from '../analysis/quotes.ts'
import { firstEndingAfter } from '../analysis/span.ts'
import type { Tokens } from '../analysis/tokens.ts'
import { reportingForms } from '../analysis/words/reporting-verbs.ts'
import type { Problem, Rule } from './rule.ts'

export const signOnWrongSide: Rule = {
  id: 'sign-on-wrong-side',
  summary: 'A semicolon, colon, question or exclamation mark stands on the wrong side of a closing mark.',
  reason:
    'These stand within the marks only where they belong to the words quoted. A semicolon or colon at the end of a quotation is the reporter’s; a question mark behind it, in the middle of a sentence, is the speaker’s; one within the last few quoted words of a question that the reporter asks is the reporter’s.',
  levels: { none: 'off', reuters: 'hint', ap: 'hint', british: 'hint' },
  source: {
    title: 'AP style: quotations, as given by VCU School of the Arts',
    url: 'https://arts.vcu.edu/editorialstyleguide/q/quotations/',
  },
  examples: [
    {
      wrong: 'Ana Pell called the talks "useful⟦;⟧" others did not.',
      right: 'Ana Pell called the talks "useful"; others did not.',
    },
    { wrong: '"Will they come back"⟦?⟧ Ana Pell asked.', right: '"Will they come back?" Ana Pell asked.' },
    { wrong: 'Did Ana Pell call the talks "useful⟦?⟧"', right: 'Did Ana Pell call the talks "useful"?' },
  ],
  looksIntoQuotations: true,
  byParagraph: true,
  *check(article: Article): Iterable<Problem> {
    for (const quote of article.quotes) {
      if (!quote.closed) continue
      const inner = quote.end - 2
      const sign = article.text[inner]
      const endsParagraph = quote.end === article.paragraphs[quote.paragraph].end
      if ((sign === ';' || sign === ':') && !endsParagraph)
        yield at(inner, `The ${signs[sign]} is not part of the words quoted: put it behind the closing mark.`)
      else if (sign === '?' && isAskedByReporter(article, quote))
        yield at(inner, 'The question is asked of the words quoted, not in them: put the question mark behind the closing mark.')
      const outer = article.text[quote.end]
      if ((outer === '?' || outer === '!') && belongsToSpeaker(article, quote))
        yield at(quote.end, `The ${signs[outer]} belongs to the words quoted: put it before the closing mark.`)
    }
  },
}

const signs = { ';': 'semicolon', ':': 'colon', '?': 'question mark', '!': 'exclamation mark' } as const

const at = (start: number, message: string): Problem => ({ start, end: start + 1, message })

/** '"Will they come back"? Ana Pell asked': the quotation opens a sentence, and behind the sign a report follows. */
function belongsToSpeaker({ text, paragraphs }: Article, { start, end, paragraph }: Quote): boolean {
  const { start: offset, reading } = paragraphs[paragraph]
  const sentence = reading.sentences[firstEndingAfter(reading.sentences, start - offset)]
  if (/[?!.]/.test(text[end - 2]) || sentence?.start !== start - offset || !/\p{Lu}/u.test(text[start + 1])) return false
  const { words, lower } = reading.tokens
  const sign = firstTokenFrom(reading.tokens, sentence.firstToken, end - offset)
  for (let token = sign + 1; token <= sign + longestSpeaker; token++) {
    if (reportingForms.has(lower[token])) return true
    if (!/^(?:\p{Lu}[\p{L}.'’-]*|he|she|they)$/u.test(words[token] ?? '')) return false
  }
  return false
}

/** In tokens: names and pronouns, "Ana Pell". */
const longestSpeaker = 5

function firstTokenFrom({ starts, count }: Tokens, from: number, offset: number): number {
  let token = from
  while (token < count && starts[token] < offset) token++
  return token
}

/** 'Did Ana Pell call the talks "useful?"': a few words at the end of a sentence that begins as a question. */
function isAskedByReporter({ paragraphs }: Article, { kind, words, start, end, paragraph }: Quote): boolean {
  if (kind === 'direct' || words > mostWords) return false
  const { start: offset, reading } = paragraphs[paragraph]
  const sentence = reading.sentences[firstEndingAfter(reading.sentences, start - offset)]
  if (!sentence || sentence.end > end - offset) return false
  const first = sentence.firstToken
  return offset + reading.tokens.ends[first] <= start && questionWords.has(reading.tokens.lower[first])
}

/** More words may well be a question of their own. */
const mostWords = 3
const questionWords = new Set(
  'did does do is are was were has have had will would can could should may must who what why when where which how'.split(' '),
)
