import { codeActions } from './code-actions.ts'
import { diagnostics } from './diagnostics.ts'
import { documentSymbols } from './document-symbols.ts'
import type { Feature } from './feature.ts'
import { hover } from './hover.ts'
import { semanticTokens } from './semantic-tokens.ts'

/** Everything that Dateline does in an editor. */
export const features: readonly Feature[] = [semanticTokens, hover, documentSymbols, diagnostics, codeActions]
