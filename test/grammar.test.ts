import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { before, test } from 'node:test'
import oniguruma from 'vscode-oniguruma'
import textmate from 'vscode-textmate'

/** What a tag of the texts below stands for: the first part of a scope that begins with it. */
const tagOfScope: Readonly<Record<string, string>> = {
  'meta.dateline': 'dateline',
  'comment.line.byline': 'byline',
  'comment.block.credits': 'credits',
  'comment.line.slug': 'slug',
  'markup.heading.crosshead': 'crosshead',
  'string.quoted': 'quote',
  'constant.numeric.date': 'time',
  'entity.name.type.person': 'turn',
}

let grammar: textmate.IGrammar

before(async () => {
  const wasm = readFileSync(createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm'))
  await oniguruma.loadWASM(new Uint8Array(wasm))
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: patterns => new oniguruma.OnigScanner(patterns),
      createOnigString: text => new oniguruma.OnigString(text),
    }),
    loadGrammar: async () => textmate.parseRawGrammar(read('syntaxes/news.tmLanguage.json'), 'news.tmLanguage.json'),
  })
  const loaded = await registry.loadGrammar('text.news')
  assert.ok(loaded)
  grammar = loaded
})

test('a dateline ends with its dash', () => {
  checkGrammar('<dateline>KYIV, <time>Feb 4</time> (Reuters) -</dateline> Officials met.')
  checkGrammar('<dateline>PORT ALDIS, Norlund, <time>12 March 2026</time> (Meridian) —</dateline> Officials met.')
  checkGrammar('<dateline>WASHINGTON/NEW YORK (AP) --</dateline> Officials met.')
  checkGrammar('<dateline>SAINT-MALO, <time>Sept. 30</time> –</dateline> Officials met.')
})

test('a sentence that begins with capitals is no dateline', () => {
  checkGrammar('NATO - the alliance - met on Feb 4.')
  checkGrammar('EU (European Union) leaders met.')
})

test('a byline is a short line, no sentence', () => {
  checkGrammar('<byline>By Olena Harmash</byline>')
  checkGrammar('<byline>By Katrin Osei and Paul J. Lindholm in Sandermouth</byline>')
  checkGrammar('By Friday, the ships had left the harbour.')
  checkGrammar('By the harbour')
})

test('a crosshead is a line in capitals', () => {
  checkGrammar('<crosshead>MAJOR DIFFERENCES REMAIN ON KEY POINTS</crosshead>')
  checkGrammar('<crosshead>‘WE’LL FIND THE PAINT’</crosshead>')
  checkGrammar('NATO said no.')
  checkGrammar('1,200')
})

test('a slug names the story', () => {
  checkGrammar('<slug>HANDBALL-CUP/ (UPDATE 1)</slug>')
})

test('credits are told by how they begin', () => {
  checkGrammar('<credits>(Reporting by Ann Lee; Editing by Bo "Bob" Ek)</credits>')
  checkGrammar('(Reporting is what they do.)')
})

test('a quotation has marks on both sides, in one line', () => {
  checkGrammar('He said it was <quote>"productive"</quote>, <quote>"good"</quote> and <quote>“right”</quote>.')
  checkGrammar('It was <quote>‘a lamp that’s out’</quote>, she said.')
  checkGrammar("It was <quote>'a door in April'</quote>, he said.")
  checkGrammar('<quote>“He said, ‘Good evening.’ Politely.”</quote> Quiet.')
})

test('a quotation runs on where the paragraph opens with its mark', () => {
  checkGrammar('<quote>"We had water.</quote>')
  checkGrammar('<quote>“We had water.</quote>')
  checkGrammar('It measured 12" across.')
})

test('an apostrophe is no quotation mark, not even a mangled one', () => {
  checkGrammar('Kyiv"s envoy and Europe"s war.')
  checkGrammar('The Emirates" foreign ministry and the union"s head.')
  checkGrammar('<quote>"Let"s hope. But I don"t believe it,"</quote> he said. <quote>"No."</quote>')
  checkGrammar("Don't take the workers' money, it's theirs.")
  checkGrammar('Don’t take the workers’ money in the ’90s.')
  checkGrammar("<quote>'The workers' money isn't mine,'</quote> he said.")
})

test('a plural possessive within a mangled quotation ends it early: only the server can tell', () => {
  checkGrammar('<quote>"The owners"</quote> money," he said.')
})

test('times and turns', () => {
  checkGrammar('<time>14:05</time> Schools close early')
  checkGrammar('<time>2.05 p.m.</time> Schools close early')
  checkGrammar('<turn>Q</turn>: What is a coastline?')
  checkGrammar('<turn>JOHN SMITH</turn>: Nothing.')
  checkGrammar('Note: nothing.')
})

test('a long hostile line is read in time that grows with its length', () => {
  for (const piece of ['"', ' "a', '“', '‘', " 'a", 'A ', 'A-', '(', '"a"', '’s ']) {
    const short = measure(piece.repeat(20_000))
    const long = measure(piece.repeat(80_000))
    assert.ok(long < 200 + short * 16, `${piece}: ${short} ms, four times as long ${long} ms`)
  }
})

function checkGrammar(marked: string): void {
  assert.equal(tagged(marked.replace(/<\/?[a-z]+>/g, '')), marked)
}

/** The line with a tag around each stretch that the grammar names. */
function tagged(line: string): string {
  let open: readonly string[] = []
  let result = ''
  for (const { startIndex, endIndex, scopes } of grammar.tokenizeLine(line, null).tokens) {
    const tags = scopes.map(tagOf).filter(tag => tag !== undefined)
    const kept = open.findIndex((tag, index) => tag !== tags[index])
    const common = kept < 0 ? open.length : kept
    for (const tag of open.slice(common).toReversed()) result += `</${tag}>`
    for (const tag of tags.slice(common)) result += `<${tag}>`
    result += line.slice(startIndex, endIndex)
    open = tags
  }
  for (const tag of open.toReversed()) result += `</${tag}>`
  return result
}

function tagOf(scope: string): string | undefined {
  return Object.entries(tagOfScope).find(([start]) => scope.startsWith(start))?.[1]
}

function measure(line: string): number {
  const start = performance.now()
  grammar.tokenizeLine(line, null)
  return performance.now() - start
}

function read(path: string): string {
  return readFileSync(new URL(`../${path}`, import.meta.url), 'utf8')
}
