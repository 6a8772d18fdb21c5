// One contender in a process of its own: node contender.mjs NAME. It answers messages { read: text } and { edit: [text, text] } with milliseconds, or with what
// it measured itself.
// A read is everything that the contender can tell of a text; an edit is the same for a text that differs from the one just read in one letter.
import { fileURLToPath } from 'node:url'

const reader = () => import(fileURLToPath(new URL('../../dist/bench/reader.mjs', import.meta.url)))

const contenders = {
  async dateline() {
    const { readArticle, checkArticle, defaultRuleSettings } = await reader()
    return {
      read: text => readArticle(text),
      edit(before, after) {
        // Somebody is typing: the letter before this one has been typed and read.
        const opened = readArticle(`${before}e`)
        checkArticle(opened, defaultRuleSettings)
        const article = readArticle(before, opened)
        checkArticle(article, defaultRuleSettings)
        return () => checkArticle(readArticle(after, article), defaultRuleSettings)
      },
    }
  },
  /** The names of a story alone, from its tokens. */
  async names() {
    const { readArticle, readNameCandidates, readNames } = await reader()
    return {
      measure(text) {
        const { paragraphs, structure } = readArticle(text)
        const readings = paragraphs.map(({ reading }) => reading)
        const start = performance.now()
        for (const { tokens, sentences } of readings) readNameCandidates(tokens, sentences)
        readNames(paragraphs, structure)
        return { time: performance.now() - start, tokens: readings.reduce((sum, { tokens }) => sum + tokens.count, 0) }
      },
    }
  },
  /** How long it takes to unpack what was learnt of names. */
  async load() {
    const { shippedTagger } = await reader()
    const start = performance.now()
    shippedTagger()
    const time = performance.now() - start
    return { measure: () => time }
  },
  async 'wink-nlp'() {
    const { default: wink } = await import('wink-nlp')
    const { default: model } = await import('wink-eng-lite-web-model')
    const nlp = wink(model)
    return { read: text => nlp.readDoc(text) }
  },
  async compromise() {
    const { default: nlp } = await import('compromise')
    return {
      read(text) {
        const document = nlp(text)
        return [document.people().json(), document.places().json(), document.organizations().json(), document.quotations().json()]
      },
    }
  },
  async 'harper.js'() {
    const { LocalLinter } = await import('harper.js')
    const { binary } = await import('harper.js/binary')
    const linter = new LocalLinter({ binary })
    await linter.setup()
    return { read: text => linter.lint(text) }
  },
}

const contender = await contenders[process.argv[2]]()
process.on('message', async ({ read, edit }) => {
  if (contender.measure) {
    process.send(contender.measure(read))
    return
  }
  const [before, after] = edit ?? []
  const run = edit && contender.edit ? contender.edit(before, after) : () => contender.read(read ?? after)
  const start = performance.now()
  await run()
  process.send(performance.now() - start)
})
process.send('ready')
