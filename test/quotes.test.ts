import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readArticle } from '../server/analysis/article.ts'
import { sieves } from '../server/analysis/quotes/sieves.ts'
import { checkVoices } from './voices.ts'

const venn = '<per id="venn">Ada Venn</per>'
const direct = (speaker: string, words: string) => `<q type="direct" speaker="${speaker}">${words}</q>`
const fragment = (speaker: string, words: string) => `<q type="fragment" speaker="${speaker}">${words}</q>`
const scare = (words: string) => `<q type="scare" speaker="none">${words}</q>`

/** Checks a story, and that the sieves which found its speakers are these. */
function checkSieves(marked: string, ...names: readonly string[]): void {
  const { quotes } = checkVoices(marked)
  assert.deepEqual(
    quotes.map(({ why }) => why),
    names,
  )
}

test('the sieves and what they hold', async sieve => {
  const stories: Readonly<Record<string, string>> = {
    'named after the quotation': `${direct('venn', '"The bridge is safe,"')} ${venn} said.`,
    'named before the quotation': `${venn} told reporters: ${direct('venn', '"The bridge is safe."')}`,
    'within the reported words': `${venn} said the bridge was ${fragment('venn', '"a marvel of its time"')} and would stay.`,
    'the quotation goes on after an interruption': `${direct('venn', '"The bridge is safe,"')} ${venn} said. ${direct('venn', '"It will stay."')}`,
    'runs on from the paragraph before': `${venn} said: ${direct('venn', '"The bridge is safe.')}\n\n${direct('venn', '"It will stay."')}`,
    'introduced at the end of the paragraph before': `${venn} wrote on her website:\n\n${direct('venn', '"The bridge is safe."')}`,
    'subject of the sentence before': `${venn} has given her reasons for the vote. ${direct('venn', '"The bridge is safe and will stay for a hundred years."')}`,
    'told at the end of the paragraph before': `${venn} said the bridge would stay.\n\n${direct('venn', '"It is safe."')}`,
    'speaker of the sentence before': `${venn} said the bridge would stay. ${direct('venn', '"It is safe."')}`,
    'only speaker of the paragraph': `${direct('venn', '"The bridge is safe,"')} ${venn} said. It was built in 1911. ${direct('venn', '"It will stay."')}`,
    'same speaker as the paragraph before': `${direct('venn', '"The bridge is safe,"')} ${venn} said.\n\n${direct('venn', '"It will stay for a hundred years."')}`,
  }
  for (const { name } of sieves) {
    await sieve.test(name, () => {
      const { quotes } = checkVoices(stories[name] ?? assert.fail('no story for this sieve'))
      assert.equal(quotes.at(-1)?.why, name)
    })
  }
})

test('a thing that a sentence is about does not speak in the next one', () => {
  checkVoices(`The bridge was closed for the winter. ${direct('unknown', '"The river is higher than it has ever been."')}`)
})

test('whose words they are', () => {
  checkSieves(
    `In the words of ${venn}, the bridge was ${fragment('venn', '"a marvel of its time"')}.`,
    'within the reported words',
  )
})

test('an agency quotes somebody behind the quotation', () => {
  const words = direct('venn', '"The bridge is safe and will stay,"')
  checkSieves(`${words} the Tolm news agency quoted ${venn} as saying on Tuesday.`, 'named after the quotation')
  checkSieves(`${words} state television cited ${venn} as saying.`, 'named after the quotation')
  checkSieves(`${words} Tolm Radio quoted ${venn}, the mayor, as telling reporters.`, 'named after the quotation')
  checkSieves(`${words} ${venn} was reported as saying.`, 'named after the quotation')
  checkSieves(`${words} ${venn} was quoted as saying by the Tolm Herald.`, 'named after the quotation')
})

test('a title may hold the name of a place before the name', () => {
  checkVoices(`Ambassador to <loc>Tolm</loc> ${venn} said: ${direct('venn', '"The bridge is safe."')}`)
})

test('the speaker stands after the quotation, in every order', () => {
  const words = direct('venn', '"The bridge is safe,"')
  checkVoices(`${words} <src q="q1">${venn}</src> <cue q="q1">said</cue>.`.replace('<q ', '<q id="q1" '))
  checkVoices(`${words} said ${venn}.`)
  checkVoices(`${words} ${venn} wrote on Chirper.`)
  checkVoices(`${words} said ${venn}, a retired engineer from Tolm.`)
  checkVoices(`${words} ${venn}, 38, a taxi driver, told the Tolm Herald.`)
  checkVoices(`${words} ${venn}, who built it, said on Tuesday.`)
  checkVoices(`${words} ${venn}, who built it, said, laughing.`)
  checkVoices(`${direct('venn', '"The bridge is safe"')}, according to ${venn}.`)
  checkVoices(`${direct('venn', '"Is the bridge safe?"')} asked ${venn}.`)
})

test('the speaker stands before the quotation, in every order', () => {
  const words = direct('venn', '"The bridge is safe."')
  checkVoices(`${venn} said: ${words}`)
  checkVoices(`${venn} said in a statement on Friday: ${words}`)
  checkVoices(`${venn}, the chief engineer of the town of Tolm, said, ${words}`)
  checkVoices(`${venn}, who built it, added: ${words}`)
  checkVoices(`The chief engineer of the town, ${venn}, said: ${words}`)
  checkVoices(`${venn}, the chief engineer said: ${words}`)
  checkVoices(`${venn} released a statement and said, ${words}`)
  checkVoices(`${venn} dismissed the report, saying: ${words}`)
  checkVoices(`${venn} was quoted by the Herald as saying: ${words}`)
  checkVoices(`The Herald quoted ${venn} as saying: ${words}`)
  checkVoices(`${venn} paid tribute to the builders: ${words}`)
  checkVoices(`According to ${venn}, ${words}`)
})

test('neither the one who is told nor the place of publication speaks', () => {
  checkVoices(`${direct('venn', '"The bridge is safe,"')} ${venn} told <per id="kerr">Ivo Kerr</per>.`)
  checkVoices(`${venn} told the newspaper The Tolm Herald: ${direct('venn', '"The bridge is safe."')}`)
  checkVoices(`${direct('venn', '"The bridge is safe,"')} ${venn} said in an interview with <org>Radio Tolm</org>.`)
  checkVoices(`${venn} told <loc>Parliament</loc> that the bridge was ${fragment('venn', '"in fine shape"')}.`)
})

test('a pronoun speaks for its person', () => {
  checkVoices(`${venn} looked up. ${direct('venn', '"The bridge is safe,"')} <pron id="venn">she</pron> said.`)
  checkVoices(`${venn} looked up. <pron id="venn">She</pron> added: ${direct('venn', '"The bridge is safe."')}`)
})

test('it and they speak for the body that spoke before', () => {
  checkVoices(
    `The <org>Roads Board</org> said the bridge was safe. It added that the work had gone ${fragment('org:Roads Board', '"to plan and on budget"')}.`,
  )
})

test('a description speaks for the person or body it describes', () => {
  checkVoices(`<role of="venn">Senator</role> ${venn} crossed the bridge. ${direct('venn', '"It is safe,"')} the senator said.`)
  checkVoices(`The <org>Roads Board</org> said no. ${direct('org:Roads Board', '"The bridge is safe,"')} the board said.`)
  checkVoices(`A Tolm official said no. ${direct('anon:A Tolm official', '"The bridge is safe,"')} the official said.`)
})

test('organisations, places and unnamed sources speak', () => {
  checkVoices(`${direct('org:Roads Board', '"The bridge is safe,"')} the <org>Roads Board</org> said in a statement.`)
  checkVoices(`${direct('org:Roads Board', '"The bridge is safe,"')} said a statement issued by the <org>Roads Board</org>.`)
  checkVoices(`<loc>Tolm</loc> said the bridge was ${fragment('loc:Tolm', '"not for sale to anyone"')}.`)
  checkVoices(
    `${direct('anon:a source close to the board', '"The bridge is safe,"')} a source close to the board told the Herald.`,
  )
  checkVoices(`${direct('anon:a spokesman for Ada Venn', '"The bridge is safe,"')} said a spokesman for ${venn}.`)
})

test('an interrupted quotation has one speaker', () => {
  checkVoices(`${direct('venn', '"The bridge,"')} ${venn} said, ${direct('venn', '"is safe."')}`)
})

test('two people in a paragraph keep their words', () => {
  checkSieves(
    `${direct('venn', '"The bridge is safe,"')} said ${venn}. ${direct('kerr', '"It is not,"')} said <per id="kerr">Ivo Kerr</per>. ${direct('kerr', '"Look at it."')}`,
    'named after the quotation',
    'named after the quotation',
    'the quotation goes on after an interruption',
  )
})

test('words inside the sentence of the reporter are a fragment, a whole clause is direct', () => {
  checkVoices(`${venn} called the bridge ${fragment('venn', '"a disgrace"')}.`)
  checkVoices(`${venn} said that ${direct('venn', '"the bridge is as safe as any in the land."')}`)
  checkVoices(`${venn} said it would be ${fragment('venn', '"painted in the spring."')}`)
  checkVoices(`The plan was described as ${fragment('venn', '"a waste of paint"')} by ${venn}.`)
})

test('nicknames, titles and so-called things quote nobody', () => {
  checkVoices(`<per id="kerr">Ivo</per> ${scare('"The Anvil"')} Kerr won again.`)
  checkVoices(`She wrote the novel ${scare('"Rivers of Tolm"')} in 1990.`)
  checkVoices(`The ${scare('"green"')} paint was brown.`)
  checkVoices(`It is known as ${scare('"the old lady"')} in Tolm.`)
})

test('a quotation that nobody is named for has no speaker', () => {
  checkVoices(`The bridge was painted. ${direct('unknown', '"It is as safe as any in the land."')}`)
})

test('words that are quoted in the headline are said by whoever says them in the story', () => {
  checkSieves(
    `Bridge ${fragment('venn', "'safe'")}, says engineer\n\nTOLM, March 3 (Wire) - ${direct('venn', '"The bridge is safe,"')} ${venn} said.`,
    'same words in the story',
    'named after the quotation',
  )
})

test('no speaker is better than a wrong one', () => {
  // The answer to a question may be anybody's.
  checkVoices(`${direct('venn', '"Is the bridge safe?"')} ${venn} asked.\n\n${direct('unknown', '"It is as safe as it was."')}`)
  // "said the board had" goes on with a clause: the board does not speak.
  checkVoices(`<per id="kerr">Ivo Kerr</per>, who calls the bridge ${fragment('kerr', '"a joke"')}, said the board had slept.`)
  checkVoices(`Tolm was told of cracks ${fragment('unknown', '"as wide as a fist"')} in the bridge.`)
})

test('a quotation without its closing mark is not closed, and words are counted inside the marks', () => {
  const { quotes } = readArticle('Ada Venn said: "The bridge isn\'t safe.\n\n"It never was."')
  assert.deepEqual(
    quotes.map(({ closed, words }) => ({ closed, words })),
    [
      { closed: false, words: 4 },
      { closed: true, words: 3 },
    ],
  )
})

test('the ambassador to a country is who is named behind, an aide to somebody is not', () => {
  checkVoices(
    `${direct('venn', '"The bridge is safe,"')} the envoy to <loc>Tolm</loc>, ${venn}, said.\n\n${direct('anon:an aide to the mayor', '"It is not,"')} an aide to the mayor, <per id="kerr">Ivo Kerr</per>, said.`,
  )
})

test('he may be the unnamed person who spoke last', () => {
  const words = direct('anon:A spokesman for the board', '"It will be closed by noon,"')
  checkVoices(
    `A spokesman for the board said <ind speaker="anon:A spokesman for the board">the bridge was old</ind>. ${words} he said.`,
  )
  checkVoices(
    `A report said <ind speaker="anon:A report">the bridge was old</ind>. ${direct('unknown', '"It is safe,"')} he said.`,
  )
})

test('it is who spoke, not who is spoken of', () => {
  checkVoices(
    `The <org>Roads Board</org> said <ind speaker="org:Roads Board">the crew reported a crack</ind>. It said ${direct('org:Roads Board', '"the bridge has been closed since noon."')}`,
  )
})

test('what cannot speak has no words, a house says them under its name', () => {
  checkVoices(`The clashes prompted a warning, saying ${direct('unknown', '"the bridge is not safe at all."')}`)
  checkVoices(`The <org>Tolmfax</org> news agency said the bridge was ${fragment('org:Tolmfax', '"not safe at all"')}.`)
})

test('a day of the week before a comma is not described by what follows', () => {
  checkSieves(
    `Unions broke off ${fragment('anon:the harbour’s chief mediator', '"difficult"')} talks on Thursday, the harbour’s chief mediator said.`,
    'within the reported words',
  )
})

test('a name that stands behind its noun speaks, a thing that is called something does not', () => {
  checkVoices(`The company, <org>Tolm Steel</org>, said the bridge was ${fragment('org:Tolm Steel', '"not safe at all"')}.`)
  checkVoices(`Two programs, called ${scare(`"Reader's Hub"`)} and ${scare('"Media Hub"')}, were shown.`)
  checkVoices(`${venn} will lead the board, offering ${fragment('unknown', '"a check on the power of the mayor"')}.`)
})

test('in sports copy a nationality or a position is who has just been named', () => {
  checkVoices(
    `${venn} scored twice.\n\n${direct('venn', '"It was hard work,"')} the <misc>Norden</misc> striker said. ${direct('venn', '"I am glad,"')} the <misc>Nordener</misc> added.`,
  )
  checkVoices(
    `${venn} passed to <per id="kerr">Ivo Kerr</per>.\n\n${direct('anon:the Norden striker', '"It was hard work,"')} the <misc>Norden</misc> striker said.`,
  )
})

test('a fragment that somebody is said to have termed so is a fragment', () => {
  checkVoices(`${venn} opposed what she termed ${fragment('venn', '"a waste of paint"')}.`.replace('she', venn))
})

test('who is interviewed gives the answers', () => {
  checkVoices(
    `${venn} spoke to the Herald.\n\nQ: ${direct('unknown', '"Is the bridge safe?"')}\n\nA: ${direct('venn', '"It is as safe as any."')}`,
  )
  checkVoices(
    `${venn} and <per id="kerr">Ivo Kerr</per> spoke to the Herald.\n\nQ: ${direct('unknown', '"Is the bridge safe?"')}\n\nA: ${direct('unknown', '"It is as safe as any."')}`,
  )
})

test('one of them speaks; words that begin with a verb are no name of an operation', () => {
  checkVoices(`One of them said: ${direct('anon:One of them', '"It is the usual story."')}`)
  checkVoices(`${venn} said the operation ${fragment('venn', '"would not stop"')}.`)
})

test('said the ambassador to a country, a man identified only by his name, a statement from a family', () => {
  checkVoices(`${direct('venn', '"The bridge is safe,"')} said the ambassador to <loc>Tolm</loc>, ${venn}.`)
  checkVoices(`${direct('anon:a man', '"The bridge is safe,"')} said a man identified only as Ivo.`)
  checkVoices(`${direct('anon:a statement', '"The bridge is safe,"')} said a statement released from ${venn}'s family.`)
})

test('a participle behind a quotation has the subject of the sentence', () => {
  checkVoices(
    `${venn} praised Tolm ${fragment('venn', '"for reaching out to all"')}, remarking that ${direct('venn', '"the bridge is as safe as any."')}`,
  )
})

test('what is characterised by a quoted noun has no speaker', () => {
  checkVoices(`Such bridges are characterized by the small ${fragment('unknown', '"legs"')} that carry them.`)
})

test('a family speaks, an office is who is named behind it, what a paper reports is said by who said it', () => {
  checkVoices(`${direct('anon:The family', '"The bridge is safe,"')} The family said.`)
  checkVoices(
    `The current <org>Secretary-General</org>, ${venn}, said it was ${fragment('venn', '"as safe as any in the land"')}.`,
  )
  checkVoices(
    `<ind speaker="org:Tolm Today">${venn} said <ind speaker="venn">she was ${fragment('venn', '"never fond of it"')}</ind></ind>, according to <org>Tolm Today</org>.`,
  )
  checkVoices(
    `${venn} said <ind speaker="venn">Tolm told her <ind speaker="unknown">it was safe</ind></ind>, adding ${direct('venn', '"it is as safe as any."')}`
      .replace('speaker="unknown"', 'speaker="org:Tolm"')
      .replace('Tolm told', '<org>Tolm</org> told'),
  )
  checkVoices(`${venn} speaking in Tolm, called for calm: ${direct('venn', '"Only together can we be safe."')}`)
})

test('verbs whose other forms are nouns quote where they are verbs', () => {
  checkVoices(
    `${venn} talked about ${fragment('venn', '"a marvel of its time"')}. ${venn} complained of ${fragment('venn', '"a lack of will"')}.`,
  )
  checkVoices(`Held in Norden, the talks about <q type="scare">"a corridor"</q> failed.`)
})

test('"the ministry" is no company named before it', () => {
  checkVoices(
    `The <org>White Line</org> said it would sail. The ministry said: <q type="direct" speaker="anon:The ministry">"We condemn this."</q>`,
  )
  checkVoices(
    `The <org>Ministry of Roads</org> was silent. The ministry later said: <q type="direct" speaker="org:Ministry of Roads">"We condemn this."</q>`,
  )
})

test('who reads out a statement does not speak', () => {
  checkVoices(
    `<q type="direct" speaker="fitch">"We are sad today,"</q> <per id="fitch">Peter Fitch</per> said in a statement read by his aide, <per id="orme">Karl Orme</per>. <q type="direct" speaker="fitch">"The house is in mourning."</q>`,
  )
})
