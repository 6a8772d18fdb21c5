import type { Article } from '../analysis/article.ts'
import type { Problem, Rule } from './rule.ts'

export const headlineQuoteNotInStory: Rule = {
  id: 'headline-quote-not-in-story',
  summary: 'Words in quotation marks in the headline do not stand in the story.',
  reason:
    'What a headline quotes somebody must have said, in these words, in the story below it. A name in quotation marks is left alone.',
  levels: { none: 'hint', reuters: 'warning', ap: 'warning', british: 'warning' },
  source: { title: 'Reuters Handbook of Journalism: Q, quotations', url: 'https://handbook.reuters.com/index.php?title=Q' },
  examples: [
    {
      wrong: 'Minister calls talks ⟦\'wasteful\'⟧\n\nAna Pell called the talks "useful" on Monday.\n\nThey go on.',
      right: 'Minister calls talks \'useful\'\n\nAna Pell called the talks "useful" on Monday.\n\nThey go on.',
    },
    {
      wrong: 'Storm ⟦"on the way home"⟧ hits coast of Karvia\n\nThe storm hit Karvia on Monday.\n\nIt was the third.',
      right: 'Storm "Ilse" hits coast of Karvia without warning\n\nThe storm hit Karvia on Monday.\n\nIt was the third.',
    },
  ],
  looksIntoQuotations: true,
  *check(article: Article): Iterable<Problem> {
    const { paragraphs, structure, quotes, text } = article
    const headlines = new Set(structure.parts.filter(part => part.kind === 'headline').map(part => part.paragraph))
    if (paragraphs.length <= headlines.size + 1) return
    const quoted = quotes.filter(quote => headlines.has(quote.paragraph) && quote.closed)
    if (quoted.length === 0) return
    const body = ` ${paragraphs.map(({ reading }, paragraph) => (headlines.has(paragraph) ? '' : plainWords(reading.text))).join(' ')} `
    for (const { start, end, paragraph } of quoted) {
      if (isName(text.slice(start, end), paragraphs[paragraph].reading.text)) continue
      const words = plainWords(text.slice(start, end))
      if (words !== '' && !body.includes(` ${words} `))
        yield { start, end, message: 'The story does not have these words: quote what was said, or take off the marks.' }
    }
  },
}

/** Capitals throughout, in a headline that has none of its own: the name of a storm or a primary, the title of a book. */
const isName = (quoted: string, headline: string) =>
  !/(?<![\p{L}'’])\p{Ll}/u.test(quoted.slice(1)) && longSmallWord.test(headline)

/** Headlines that capitalise their words write only short ones small. */
const longSmallWord = /(?<!\p{L})\p{Ll}{6}/u

/** Words in lower case with one space between them, all marks and punctuation gone. */
const plainWords = (text: string) =>
  text
    .toLowerCase()
    .replace(/['’‘"“”]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
