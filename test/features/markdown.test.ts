import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { escaped, firstWords, link } from '../../server/features/markdown.ts'

/** Reads escaped text as Markdown and wants one paragraph that shows exactly the text. */
function checkEscaped(text: string): void {
  const { children } = fromMarkdown(`x ${escaped(text)}`)
  assert.deepEqual(
    children.map(node =>
      node.type === 'paragraph' ? node.children.map(child => (child.type === 'text' ? child.value : child.type)) : node.type,
    ),
    [[`x ${text}`]],
  )
}

test('story text shows as it stands and does nothing', () => {
  for (const text of [
    '[me](command:x)',
    '![x](http://evil.example/a.png)',
    '<img src=x onerror=y>',
    '`code` **bold** _it_ ~~gone~~',
    '<https://evil.example>',
    '&lt;b&gt; AT&T',
    'a | b',
    'back\\slash',
    'https://evil.example/a_b',
    'mail@evil.example',
    '$x$',
    'U.S. officials (two) said: "Go!"',
  ])
    checkEscaped(text)
})

test('bare addresses are no links where editors make them', () => {
  assert.equal(escaped('https://x.example www.x.example a@x.example'), 'https\\://x.example www\\.x.example a\\@x.example')
})

test('what would begin a list, a heading or a rule does not', () => {
  for (const text of ['# x', '- x', '+ x', '1. x', '12) x', '=== x', '> x', '--- x']) {
    const [first] = fromMarkdown(escaped(text)).children
    assert.equal(first.type, 'paragraph', text)
  }
})

test('lines are joined; control, direction and zero-width characters go', () => {
  assert.equal(escaped('a\r\n\u2028b\u202Ec\u0007d\u200Be\u{E0041}f\u2066'), 'a bcdef')
})

test('first words end at a word and say that more follows', () => {
  assert.equal(firstWords('We will wait until the spring comes', 20), 'We will wait until…')
  assert.equal(firstWords('We will wait', 20), 'We will wait')
  assert.equal(firstWords('x'.repeat(30), 20), `${'x'.repeat(20)}…`)
})

test('the address of a link cannot end the link', () => {
  assert.equal(link('a', 'file:///a (1)/b<c>.txt#L1,1'), '[a](file:///a%20%281%29/b%3cc%3e.txt#L1,1)')
})
