import { l10n } from 'vscode'
import type { Middleware } from 'vscode-languageclient'
import { translator } from './sentences.ts'

/** Puts what the reading and the server say, which is English, into the language of VS Code. */
export const inReadersLanguage = translator(l10n.bundle ?? {})

/** What is wrong with a file of the desk, and what can be done about a problem, in the reader's language. What a rule says of an English text stays English. */
export const speaksReadersLanguage: Middleware = {
  handleDiagnostics: (uri, diagnostics, next) => {
    for (const diagnostic of diagnostics) diagnostic.message = inReadersLanguage(diagnostic.message)
    next(uri, diagnostics)
  },
  provideCodeActions: async (document, range, context, token, next) => {
    const actions = await next(document, range, context, token)
    for (const action of actions ?? []) action.title = inReadersLanguage(action.title)
    return actions
  },
}
