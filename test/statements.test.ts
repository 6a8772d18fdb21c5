import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readArticle } from '../server/analysis/article.ts'
import { readMarks } from '../server/analysis/marks.ts'
import { quotedTokens, readReports } from '../server/analysis/reports.ts'
import { readSentences } from '../server/analysis/sentences.ts'
import { readTokens } from '../server/analysis/tokens.ts'
import { reportingForms } from '../server/analysis/words/reporting-verbs.ts'
import { checkVoices } from './voices.ts'

const venn = '<per id="venn">Ada Venn</per>'
const said = (words: string, speaker = 'venn') => `<ind speaker="${speaker}">${words}</ind>`

test('indirect speech behind its cue', () => {
  checkVoices(`<src q="i1">${venn}</src> <cue q="i1">said</cue> <ind id="i1" speaker="venn">that the bridge was safe</ind>.`)
  checkVoices(`${venn} said ${said('the bridge was safe')}.`)
  checkVoices(`${venn} told reporters on Monday ${said('that the bridge was safe')}.`)
  checkVoices(`${venn} denied ${said('that the bridge was shaking')}.`)
  checkVoices(`According to ${venn}, ${said('the bridge is safe')}.`)
})

test('a verb that reports no words is a word of what is said', () => {
  checkVoices(`${venn} said ${said('that Tom Reyk had never called')}.`)
})

test('indirect speech before and around its cue', () => {
  checkVoices(`${said('The bridge is safe')}, ${venn} said on Monday.`)
  checkVoices(`${said('The bridge is safe')}, according to ${venn}.`)
  checkVoices(`${said('The bridge')}, ${venn} said, ${said('is safe')}.`)
})

test('requests and threats count with a clause, not with a noun phrase', () => {
  checkVoices(`${venn} urged drivers ${said('to keep away')}.`)
  checkVoices(`${venn} threatened ${said('to close the bridge')}.`)
  assert.deepEqual(statementsOf('Ada Venn demanded a new bridge.'), [])
})

test('two reports in a sentence divide it', () => {
  checkVoices(`${venn} said ${said('the bridge was safe')}, adding ${said('that it would be painted')}.`)
  checkVoices(
    `${venn} said ${said('the bridge was safe')}, but <per id="kerr">Ivo Kerr</per> said ${said('it was not', 'kerr')}.`,
  )
})

test('a fragment belongs to the statement, a whole quotation is none', () => {
  checkVoices(`${venn} said ${said('the bridge was <q>"in fine shape"</q>')}.`)
  checkVoices(`${venn} said <q>"The bridge is safe."</q>`)
  checkVoices(`${venn} said ${said('that the bridge would stay')}: <q>"It is safe."</q>`)
})

test('what nobody in particular said has no speaker', () => {
  checkVoices(`It was reported ${said('that the bridge was safe', 'unknown')}.`)
  checkVoices(`The bridge is said ${said('to be safe', 'unknown')}.`)
})

test('no speech: objects, nouns, evidence, denials of having spoken', () => {
  for (const story of [
    'Ada Venn found parts of the bridge that were loose.',
    'The report was long and the claims in it were old.',
    'The tests suggest that the bridge is safe.',
    'Ada Venn did not say that the bridge was safe.',
    'The state posted a loss.',
  ])
    assert.deepEqual(statementsOf(story), [], story)
})

function statementsOf(text: string): readonly string[] {
  const marks = readMarks(text)
  const tokens = readTokens(text, marks)
  const reports = readReports(tokens, readSentences(tokens), quotedTokens(tokens, marks))
  return reports
    .filter(({ indirect }) => indirect)
    .flatMap(({ words }) => words.map(({ first, end }) => text.slice(tokens.starts[first], tokens.ends[end - 1])))
}

test('the forms of reporting verbs', () => {
  for (const [form, lemma] of [
    ['said', 'say'],
    ['denies', 'deny'],
    ['admitted', 'admit'],
    ['writing', 'write'],
    ['told', 'tell'],
  ])
    assert.equal(reportingForms.get(form)?.verb.lemma, lemma)
  assert.equal(reportingForms.get('claimed')?.verb.class, 'doubting')
  assert.equal(reportingForms.get('noted')?.verb.class, 'supporting')
  assert.equal(reportingForms.get('walked'), undefined)
})

test('a sentence without an end is read in linear time', () => {
  const words = 'the head of the board said that Ada Venn, who said and '
  const once = statementsOf(words.repeat(10)).length
  assert.ok(once > 0)
  assert.ok(statementsOf(words.repeat(20_000)).length > once)
})

test('a headline in which somebody is told names no speaker', () => {
  checkVoices(`Inquiry told ${said('warnings were ignored', 'unknown')}`)
  checkVoices(`Court told ${said('two men were late', 'unknown')}`)
  checkVoices(`${venn} told <org>Reuters</org> ${said('the bridge was safe')}.`)
})

test('nouns and adjectives in the form of a verb report nothing', () => {
  checkVoices('There are no confirmed reports that the bridge fell.')
  checkVoices("The town's newly proposed plan involves a bridge.")
  checkVoices('Attacks have claimed another 34 lives.')
  checkVoices('The men failed to maintain it adequately.')
  checkVoices('The feast is seen as welcoming the New Year.')
})

test('a clause with "there", a time that owns a noun, and a progressive are reported', () => {
  checkVoices(`${venn} said ${said('there could be cracks')}.`)
  checkVoices(`${venn} said ${said("today's report was wrong")}.`)
  checkVoices(`In Tolm <org>Tolmfax</org> is reporting ${said('that the bridge fell', 'org:Tolmfax')}.`)
  checkVoices(`People who escaped said ${said('that they had seen it', 'anon:People')}.`)
})

test('the one who did the first thing also found the second', () => {
  checkVoices(
    `A team of chemists analysed samples collected in Tolm and found ${said('that the water was clean', 'anon:A team of chemists')}.`,
  )
})

test('the account of the reporter is no part of the words', () => {
  checkVoices(`${venn} said ${said('the bridge was safe')}, but did not say why.`)
  checkVoices(`${said('The bridge is safe')}, as ${venn} said.`)
})

test('a statement says how its speaker was found', () => {
  const why = (text: string) => readArticle(text).statements.map(statement => statement.why)
  assert.deepEqual(why('Ada Venn said the bridge was safe.'), ['named before the words'])
  assert.deepEqual(why('The bridge is safe, Ada Venn said.'), ['named after the words'])
  assert.deepEqual(why('It is said that the bridge is safe.'), [undefined])
})

test('an amount opens the words, it is no place and no description', () => {
  checkVoices(`${venn} said ${said('at least 30 people were hurt')}.`)
  checkVoices(`${venn} said ${said('over 200 homes had burned')}.`)
  checkVoices(`According to ${venn}, ${said('more than 30 <q type="fragment" speaker="venn">"brave people"</q> were hurt')}.`)
})

test('an aside stays in the words, a participle about the source does not', () => {
  checkVoices(`${venn} said ${said('that the bridge, while old, was safe')}.`)
  checkVoices(`<q type="direct" speaker="venn">"It is safe,"</q> said ${venn} at the meeting, held in Tolm.`)
  checkVoices(`${venn} told media ${said('her shop was full')}.`)
})

test('"state" and "calls" are nouns behind an adjective and a verb', () => {
  checkVoices(`Norden state television quoted ${venn} as saying ${said('that the bridge was safe')}.`)
  checkVoices(`${venn} was facing calls for new elections.`)
})

test('a small word may stand within the perfect', () => {
  checkVoices(`${venn} has long argued ${said('that the bridge was safe')}.`)
  checkVoices(`${venn} had first complained ${said('that the bridge was shaking')}.`)
})
