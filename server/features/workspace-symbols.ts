import { SymbolKind, type WorkspaceSymbol, WorkspaceSymbolRequest } from 'vscode-languageserver'
import type { Feature } from './feature.ts'
import { plain } from './markdown.ts'
import type { Session } from './session.ts'

/** The people and stories of the open folders, by parts of their names and headlines. */
export const workspaceSymbols: Feature = {
  capabilities: () => ({ workspaceSymbolProvider: true }),
  answers: [
    {
      method: WorkspaceSymbolRequest.type.method,
      nothing: [],
      answer: (params, session) => symbolsFor((params as { readonly query?: string }).query ?? '', session),
    },
  ],
}

const most = 200

function symbolsFor(query: string, { stories, encoding }: Session): readonly WorkspaceSymbol[] {
  const found = stories.search(query, most)
  return [
    ...found.people.map(([{ uri, headline }, { name, line, character }]) => ({
      name: plain(name),
      containerName: plain(headline),
      kind: SymbolKind.Class,
      location: { uri, range: at(line, encoding === 'utf-16' ? character : 0) },
    })),
    ...found.stories.map(({ uri, headline }) => ({
      name: plain(headline),
      kind: SymbolKind.File,
      location: { uri, range: at(0, 0) },
    })),
  ]
}

const at = (line: number, character: number) => ({ start: { line, character }, end: { line, character } })
