import { clean } from './clean.ts'
import type { Format } from './format.ts'

/**
 * JUnit's XML, as CI servers read it: a suite for each story, in it a case for each problem, or one that passed. Only what makes the run fail is a failure;
 * what is quieter is told in a case that passed. A story that could not be read is an error.
 */
export const junit: Format = {
  head: '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="dateline">',
  tail: unread =>
    `${unread
      .map(({ file, problem }) => {
        const name = attribute(file)
        return `<testsuite name="${name}" tests="1" errors="1"><testcase classname="${name}" name="is read"><error message="${attribute(problem)}"/></testcase></testsuite>\n`
      })
      .join('')}</testsuites>`,
  *linesOf({ file }, problems) {
    const name = attribute(file)
    const failures = problems.filter(({ fails }) => fails).length
    yield `<testsuite name="${name}" tests="${Math.max(1, problems.length)}" failures="${failures}">`
    if (problems.length === 0) yield `<testcase classname="${name}" name="no problems"/>`
    for (const { rule, level, message, from, fails } of problems) {
      const place = `${from.line}:${from.column}`
      const text = `${place} ${level}: ${message}`
      yield `<testcase classname="${name}" name="${place} ${rule.id}">`
      yield fails
        ? `<failure type="${rule.id}" message="${attribute(message)}">${attribute(`${file}:${text}`)}</failure>`
        : `<system-out>${attribute(text)}</system-out>`
      yield '</testcase>'
    }
    yield '</testsuite>'
  },
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' }

/** Text for an attribute or an element; what XML 1.0 has no place for is written as its number. */
const attribute = (text: string) => clean(text).replace(/[&<>"']|[\ufffe\uffff]/g, character => entities[character] ?? '?')
