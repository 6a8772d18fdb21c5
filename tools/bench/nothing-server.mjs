// The floor: a language server that does nothing but answer. Its tokens are a constant list as long as those of a story, its diagnostics are none.
import { createConnection, SemanticTokensBuilder, TextDocumentSyncKind, TextDocuments } from 'vscode-languageserver/node'
import { TextDocument } from 'vscode-languageserver-textdocument'

const connection = createConnection()
const documents = new TextDocuments(TextDocument)
const builder = new SemanticTokensBuilder()
for (let i = 0; i < Number(process.env.TOKENS ?? 0); i++) builder.push(i >> 2, (i & 3) * 20, 10, i % 5, 0)
const tokens = builder.build()

connection.onInitialize(() => ({
  capabilities: {
    textDocumentSync: TextDocumentSyncKind.Incremental,
    hoverProvider: true,
    semanticTokensProvider: { legend: { tokenTypes: ['a', 'b', 'c', 'd', 'e'], tokenModifiers: [] }, full: true },
  },
}))
connection.onHover(() => ({ contents: 'nothing' }))
connection.languages.semanticTokens.on(() => tokens)
documents.onDidOpen(({ document }) => connection.sendDiagnostics({ uri: document.uri, diagnostics: [] }))
documents.listen(connection)
connection.listen()
