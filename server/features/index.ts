import { callHierarchy } from './call-hierarchy.ts'
import { codeActions } from './code-actions.ts'
import { codeLenses } from './code-lenses.ts'
import { completion } from './completion.ts'
import { marksConversion } from './convert-marks.ts'
import { definition } from './definition.ts'
import { diagnostics } from './diagnostics.ts'
import { documentHighlights } from './document-highlights.ts'
import { documentSymbols } from './document-symbols.ts'
import type { Feature } from './feature.ts'
import { foldingRanges } from './folding-ranges.ts'
import { hover } from './hover.ts'
import { implementation } from './implementation.ts'
import { inlayHints } from './inlay-hints.ts'
import { typeDefinition } from './people-entries.ts'
import { references } from './references.ts'
import { renaming } from './rename.ts'
import { selectionRanges } from './selection-ranges.ts'
import { semanticTokens } from './semantic-tokens.ts'
import { sources } from './sources.ts'
import { workspaceSymbols } from './workspace-symbols.ts'

/** Everything that Dateline does in an editor. */
export const features: readonly Feature[] = [
  semanticTokens,
  hover,
  documentSymbols,
  diagnostics,
  codeActions,
  documentHighlights,
  definition,
  typeDefinition,
  workspaceSymbols,
  references,
  implementation,
  foldingRanges,
  selectionRanges,
  inlayHints,
  renaming,
  codeLenses,
  sources,
  completion,
  callHierarchy,
  marksConversion,
]
