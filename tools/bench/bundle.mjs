// Bundles what the benchmark runs besides the product itself.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const here = fileURLToPath(new URL('.', import.meta.url))

/** Where the product lies as it is packaged. */
export const dist = join(here, '../../dist')

const reader = `
  export { readArticle } from './server/analysis/article.ts'
  export { checkArticle, defaultRuleSettings } from './server/rules/index.ts'
  export { readNameCandidates, shippedTagger } from './server/analysis/names/candidates.ts'
  export { readNames } from './server/analysis/names.ts'`

export async function bundle() {
  mkdirSync(join(dist, 'bench'), { recursive: true })
  const node = { bundle: true, minify: true, platform: 'node', target: 'node20', logLevel: 'warning' }
  await build({
    ...node,
    stdin: { contents: reader, resolveDir: join(here, '../..') },
    format: 'esm',
    outfile: join(dist, 'bench/reader.mjs'),
  })
  await build({
    ...node,
    entryPoints: [join(here, 'nothing-server.mjs')],
    format: 'cjs',
    outfile: join(dist, 'bench/nothing.cjs'),
  })
}
