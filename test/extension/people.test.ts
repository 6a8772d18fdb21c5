import {
  type CallHierarchyIncomingCall,
  type CallHierarchyItem,
  type CallHierarchyOutgoingCall,
  type CodeAction,
  CodeActionKind,
  type CodeLens,
  type CompletionList,
  commands,
  type DocumentHighlight,
  DocumentHighlightKind,
  extensions,
  type Location,
  type LocationLink,
  languages,
  type SymbolInformation,
  type TextDocument,
  type TextEditor,
  type WorkspaceEdit,
  workspace,
} from 'vscode'
import type { Dateline } from '../../client/extension.ts'
import { match, ok, same, until } from './assert.ts'
import { addressOf, ask, cardAt, open, placeOf, wordsAt } from './stories.ts'

describe('The people of a story', () => {
  let editor: TextEditor
  let story: TextDocument

  before(async () => {
    const extension = extensions.getExtension<Dateline>('dateline-news.dateline')
    ok(extension)
    const dateline = await extension.activate()
    editor = await open('quay.news')
    story = editor.document
    await until('the story is read', () => dateline.status(story.uri)?.state === 'story')
  })

  it('lead to where they are introduced, to their entry, to what they say and to all their mentions', async () => {
    const places = async (what: string) =>
      wordsAt(story, await ask<(Location | LocationLink)[]>(`vscode.execute${what}Provider`, story, 'Brixley told'))
    same(await places('Definition'), ['4 Hanna Brixley'])
    same(await places('Implementation'), ['6 "We have kept our word,"', `6 "Ask Tom Ferrant, he counted the days."`])
    same(await places('Reference'), ['4 Hanna Brixley', '6 Brixley', '8 Brixley'])
    const [entry] = await ask<(Location | LocationLink)[]>('vscode.executeTypeDefinitionProvider', story, 'Ferrant said')
    ok(entry && 'uri' in entry)
    same(entry.uri.toString(), addressOf('people.json').toString())
    match((await workspace.openTextDocument(entry.uri)).getText(entry.range), /^\{ "name": "Tom Ferrant"/)
  })

  it('light up where they are mentioned, the first mention otherwise than the rest', async () => {
    const highlights = await ask<DocumentHighlight[]>('vscode.executeDocumentHighlights', story, 'Brixley told')
    same(
      wordsAt(
        story,
        highlights.map(({ range }) => range),
      ),
      ['4 Hanna Brixley', '6 Brixley', '8 Brixley'],
    )
    same(
      highlights.map(({ kind }) => kind === DocumentHighlightKind.Write),
      [true, false, false],
    )
  })

  it('get another name in all mentions; one in a quotation waits to be confirmed', async () => {
    const { placeholder } = await ask<{ placeholder: string }>('vscode.prepareRename', story, 'Ferrant said')
    same(placeholder, 'Ferrant')
    const edit = await ask<WorkspaceEdit>('vscode.executeDocumentRenameProvider', story, 'Ferrant said', 'Tarrant')
    const changed = edit.get(story.uri)
    same(
      wordsAt(
        story,
        changed.map(({ range }) => range),
      ).sort(),
      ['6 Tom Ferrant', '8 Ferrant', '8 Tom Ferrant'],
    )
    same(new Set(changed.map(({ newText }) => newText)).size, 2)
  })

  it('stand in the call hierarchy of who speaks of whom', async () => {
    const [item] = await ask<CallHierarchyItem[]>('vscode.prepareCallHierarchy', story, 'Brixley told')
    const outgoing = await commands.executeCommand<CallHierarchyOutgoingCall[]>('vscode.provideOutgoingCalls', item)
    same(
      outgoing.map(({ to, fromRanges }) => [to.name, wordsAt(story, fromRanges)]),
      [['Tom Ferrant', ['6 Tom Ferrant', '6 he']]],
    )
    const [other] = await ask<CallHierarchyItem[]>('vscode.prepareCallHierarchy', story, 'Ferrant said')
    const incoming = await commands.executeCommand<CallHierarchyIncomingCall[]>('vscode.provideIncomingCalls', other)
    same(
      incoming.map(({ from }) => from.name),
      ['Hanna Brixley'],
    )
  })

  it('are offered after two letters', async () => {
    const end = story.lineAt(story.lineCount - 1).range.end
    await editor.edit(edit => edit.insert(end, 'Later Bri'))
    const at = story.lineAt(story.lineCount - 1).range.end
    const { items } = await commands.executeCommand<CompletionList>('vscode.executeCompletionItemProvider', story.uri, at)
    ok(items.some(({ label }) => label === 'Brixley'))
    await commands.executeCommand('undo')
  })

  it('are counted above the headline and where they come in', async () => {
    const lenses = await commands.executeCommand<CodeLens[]>('vscode.executeCodeLensProvider', story.uri)
    const titles = lenses.map(({ range, command }) => `${range.start.line} ${command?.title}`)
    ok(titles.includes('0 2 sources: 2 named, 0 unnamed'), titles.join('; '))
    ok(titles.includes('4 Hanna Brixley: 3 mentions, 2 quotations'), titles.join('; '))
  })

  it('are found in the whole folder, with their stories', async () => {
    const symbols = (query: string) =>
      commands.executeCommand<SymbolInformation[]>('vscode.executeWorkspaceSymbolProvider', query)
    const isRead = async () => (await symbols('berglind')).length > 0 && (await symbols('quay reopens')).length > 0
    await until('the folder is read', isRead)
    const [found] = await symbols('berglind')
    same([found.name, found.location.uri.toString()], ['Tomas Berglind', addressOf('ferry.txt').toString()])
  })
})

describe("The desk's people file", () => {
  const address = addressOf('people.json')
  let story: TextDocument
  let before: Uint8Array

  beforeEach(async () => {
    story = (await open('quay.news')).document
    before = await workspace.fs.readFile(address)
    await until('the card knows the file', async () => /FERR-unt/.test(await cardAt(story, 'Ferrant said')))
  })

  afterEach(async () => {
    await workspace.fs.writeFile(address, before)
  })

  const write = (text: string) => workspace.fs.writeFile(address, new TextEncoder().encode(text))

  it('is read anew when it changes, and what is wrong in it is told', async () => {
    await write('[{ "name": "Tom Ferrant", "pronunciation": "fer-RUNT" }, { "nam": "x" }]')
    await until('the card follows', async () => /fer-RUNT/.test(await cardAt(story, 'Ferrant said')))
    await until('the fault is told', () => languages.getDiagnostics(address).some(({ source }) => source === 'dateline'))
    await workspace.fs.writeFile(address, before)
    await until('nothing is wrong', () => languages.getDiagnostics(address).every(({ source }) => source !== 'dateline'))
  })

  it('takes in a person by a quick fix', async () => {
    const actions = await commands.executeCommand<CodeAction[]>(
      'vscode.executeCodeActionProvider',
      story.uri,
      placeOf(story, 'Brixley told'),
      CodeActionKind.Refactor.value,
    )
    const addition = actions.find(({ title }) => title === 'Add Hanna Brixley to people.json')
    ok(addition?.edit, actions.map(({ title }) => title).join('; '))
    await workspace.applyEdit(addition.edit)
    const file = await workspace.openTextDocument(address)
    match(file.getText(), /"name": "Hanna Brixley"[^}]*"harbour director"/s)
    await until('the card knows her', async () => /Our file/.test(await cardAt(story, 'Brixley told')))
    await file.save()
  })
})
