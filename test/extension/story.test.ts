import {
  type CodeAction,
  CodeActionKind,
  commands,
  type DocumentSymbol,
  extensions,
  languages,
  Position,
  Range,
  type SemanticTokens,
  type SemanticTokensLegend,
  type TextDocument,
  type TextEditor,
} from 'vscode'
import type { Dateline } from '../../client/extension.ts'
import { match, ok, same, until } from './assert.ts'
import { cardAt, open, placeOf } from './stories.ts'

/** The three marks of ferry.txt that stand for an apostrophe, with the words around them. */
const mangled = ['line"s', 'didn"t', 'islands" schools']

describe('Dateline in the editor', () => {
  let editor: TextEditor
  let story: TextDocument
  let dateline: Dateline

  before(async () => {
    editor = await open('ferry.txt')
    story = editor.document
    const extension = extensions.getExtension<Dateline>('dateline-news.dateline')
    ok(extension, 'the extension is installed')
    dateline = await extension.activate()
    await until('the story is read', () => dateline.status(story.uri)?.state === 'story')
  })

  it('says what it makes of a story, and why', () => {
    const status = dateline.status(story.uri)
    ok(dateline.running())
    ok(status?.reason)
    same(status.quotes, 3)
    same(status.problems, mangled.length)
  })

  it('colours people, quotations and the parts of the story', async () => {
    const tokens = await tokensOf(story)
    for (const [text, type] of [
      ['Ilse Marran', 'person'],
      ['Berglind', 'person'],
      ['Halvern', 'place'],
      ['said', 'cue'],
      ['SCHOOLS ASK FOR MORE', 'crosshead'],
    ] as const) {
      ok(
        tokens.some(token => token.text === text && token.type === type),
        `${text} is coloured as ${type}`,
      )
    }
    ok(tokens.some(({ text, modifiers }) => text === 'Tomas Berglind' && modifiers.includes('firstMention')))
    ok(tokens.some(({ text, type }) => text.startsWith('"It is a small deal') && type === 'quotation'))
  })

  it('shows a card for a surname, with the full name and the role', async () => {
    const card = await cardAt(story, 'Berglind said')
    match(card, /Tomas Berglind/)
    match(card, /chief executive of Sund Line/)
    match(card, /It is a small deal/)
  })

  it('shows the story in the outline', async () => {
    const symbols = await commands.executeCommand<DocumentSymbol[]>('vscode.executeDocumentSymbolProvider', story.uri)
    const names = symbols.map(({ name }) => name)
    match(names[0] ?? '', /^Islands strike deal/)
    for (const name of ['Byline', 'Dateline', 'SCHOOLS ASK FOR MORE', 'People', 'Credits']) ok(names.includes(name), name)
    const people = symbols.find(({ name }) => name === 'People')?.children.map(({ name }) => name)
    same(people, ['Ilse Marran', 'Tomas Berglind'])
  })

  it('finds each apostrophe that became a double mark, and nothing else', async () => {
    const problems = await problemsOf(story, mangled.length)
    const places = mangled.map(words => story.getText().indexOf(words) + words.indexOf('"'))
    for (const place of places)
      ok(problems.some(({ range }) => story.offsetAt(range.start) <= place && place < story.offsetAt(range.end)))
    ok(problems.every(({ source }) => source === 'dateline'))
  })

  it('offers to mend one', async () => {
    const at = placeOf(story, mangled[0] ?? '')
    const actions = await commands.executeCommand<CodeAction[]>(
      'vscode.executeCodeActionProvider',
      story.uri,
      at,
      CodeActionKind.QuickFix.value,
    )
    ok(actions.some(({ edit }) => edit?.has(story.uri)))
  })

  it('mends all of them at once, and touches nothing else', async () => {
    const before = story.getText()
    await open('ferry.txt')
    await commands.executeCommand('dateline.fixAll')
    const after = mangled.reduce((text, words) => text.replace(words, words.replace('"', "'")), before)
    await until('the story is mended', () => story.getText() === after)
    await problemsOf(story, 0)
    await commands.executeCommand('undo')
    await until('the mending is undone', () => story.getText() === before)
    await problemsOf(story, mangled.length)
  })

  it('reads on while the story changes', async () => {
    await open('ferry.txt')
    const end = story.lineAt(story.lineCount - 1).range.end
    await editor.edit(edit => edit.insert(end, '\nHalvern"s harbour is full.\n'))
    await problemsOf(story, mangled.length + 1)
    await commands.executeCommand('undo')
    await problemsOf(story, mangled.length)
  })

  it('leaves a README alone', async () => {
    const { document } = await open('README.md')
    await until('it is judged', () => dateline.status(document.uri)?.state === 'idle')
    same(languages.getDiagnostics(document.uri), [])
  })

  it('treats a file as a story when told so, until told otherwise', async () => {
    const { document } = await open('boats.txt')
    const becomes = (state: string) => until(`it is ${state}`, () => dateline.status(document.uri)?.state === state)
    await becomes('idle')
    await commands.executeCommand('dateline.treatAsStory')
    await becomes('story')
    await commands.executeCommand('dateline.treatAsOther')
    await becomes('idle')
    await commands.executeCommand('dateline.detectAgain')
    await becomes('idle')
  })
})

async function problemsOf(story: TextDocument, count: number) {
  await until(`${count} problems`, () => languages.getDiagnostics(story.uri).length === count)
  return languages.getDiagnostics(story.uri)
}

/** The semantic tokens of a story with their texts, types and modifiers. */
async function tokensOf(story: TextDocument) {
  const legend = await commands.executeCommand<SemanticTokensLegend>('vscode.provideDocumentSemanticTokensLegend', story.uri)
  const { data } = await commands.executeCommand<SemanticTokens>('vscode.provideDocumentSemanticTokens', story.uri)
  const tokens: { text: string; type: string | undefined; modifiers: string[] }[] = []
  let line = 0
  let column = 0
  for (let i = 0; i + 4 < data.length; i += 5) {
    const [down = 0, right = 0, length = 0, type = 0, bits = 0] = data.slice(i, i + 5)
    column = down > 0 ? right : column + right
    line += down
    tokens.push({
      text: story.getText(new Range(new Position(line, column), new Position(line, column + length))),
      type: legend.tokenTypes[type],
      modifiers: legend.tokenModifiers.filter((_, bit) => bits & (1 << bit)),
    })
  }
  return tokens
}
