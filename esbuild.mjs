// Bundles everything that runs: node esbuild.mjs [--minify] [--watch]
//
//   dist/client.cjs           the extension, in VS Code's Node host      dist/browser/client.cjs   the same in its web worker host
//   dist/server.cjs           the language server, ipc and stdio         dist/browser/server.js    the same as a web worker
//   dist/cli.cjs              the command line                           dist/test/extension.cjs   the suite that runs inside the editor
import { chmodSync, copyFileSync, rmSync } from 'node:fs'
import { build, context } from 'esbuild'

const minify = process.argv.includes('--minify')
const shared = { bundle: true, minify, sourcemap: !minify, legalComments: 'none', logLevel: 'warning', external: ['vscode'] }
const node = { ...shared, platform: 'node', format: 'cjs', target: 'node20', outExtension: { '.js': '.cjs' } }
// The browser platform has no Node modules: a bundle that needs one does not build.
const browser = { ...shared, platform: 'browser', target: 'es2022', conditions: ['browser'] }

const bundles = [
  { ...node, entryPoints: { client: 'client/node.ts', server: 'server/node.ts' }, outdir: 'dist' },
  { ...node, entryPoints: { cli: 'server/cli.ts' }, outdir: 'dist', banner: { js: '#!/usr/bin/env node' } },
  {
    ...browser,
    entryPoints: { client: 'client/browser.ts' },
    outdir: 'dist/browser',
    format: 'cjs',
    outExtension: { '.js': '.cjs' },
  },
  { ...browser, entryPoints: { server: 'server/browser.ts' }, outdir: 'dist/browser', format: 'iife' },
]

// One bundle for both hosts.
const suite = {
  ...browser,
  entryPoints: { extension: 'test/extension/index.ts' },
  outdir: 'dist/test',
  format: 'cjs',
  outExtension: { '.js': '.cjs' },
  define: { global: 'globalThis' },
}

if (process.argv.includes('--watch')) {
  for (const bundle of bundles) await (await context(bundle)).watch()
} else {
  if (minify) rmSync('dist', { recursive: true, force: true })
  try {
    await Promise.all([...bundles, ...(minify ? [] : [suite])].map(bundle => build(bundle)))
  } catch {
    // esbuild has said what is wrong, and where.
    process.exit(1)
  }
  chmodSync('dist/cli.cjs', 0o755)
  // Web worker hosts of VS Code before 2025 add ".js" to any name that lacks it.
  copyFileSync('dist/browser/client.cjs', 'dist/browser/client.cjs.js')
}
