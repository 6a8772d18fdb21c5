// Bundles everything that runs: node esbuild.mjs [--minify] [--watch]
//
//   dist/client.cjs           the extension in VS Code's Node host
//   dist/browser/client.cjs   the extension in its web worker host
//   dist/server.cjs           the language server in both: a process (ipc or stdio), or a web worker
//   dist/cli.cjs              the command line
//   dist/test/extension.cjs   the suite that runs inside the editor
import { chmodSync, copyFileSync, rmSync } from 'node:fs'
import { build, context } from 'esbuild'

const minify = process.argv.includes('--minify')
const shared = { bundle: true, minify, sourcemap: !minify, legalComments: 'none', logLevel: 'warning', external: ['vscode'] }
// jsonc-parser's main file calls `require` in a way that no bundler can follow; its module can be bundled.
const mainFields = ['module', 'main']
const node = { ...shared, platform: 'node', format: 'cjs', target: 'node20', mainFields, outExtension: { '.js': '.cjs' } }
// A worker has no DOM either.
const browser = { ...shared, platform: 'browser', target: 'es2022', conditions: ['worker', 'browser'] }

// What the server has learnt is most of its size, so both hosts share one bundle, of which either runs its own half.
const server = {
  ...node,
  conditions: ['worker', 'browser', 'node'],
  stdin: {
    contents: "if (typeof importScripts === 'function') require('./server/browser.ts')\nelse require('./server/node.ts')",
    resolveDir: '.',
  },
  outfile: 'dist/server.cjs',
  outExtension: undefined,
}

const bundles = [
  server,
  { ...node, entryPoints: { client: 'client/node.ts' }, outdir: 'dist' },
  {
    ...node,
    entryPoints: { cli: 'server/cli.ts' },
    outdir: 'dist',
    banner: { js: '#!/usr/bin/env node' },
    // A package asks for the place of its module, which CommonJS knows by another name.
    define: { 'import.meta.url': '__filename' },
  },
  {
    ...browser,
    entryPoints: { client: 'client/browser.ts' },
    outdir: 'dist/browser',
    format: 'cjs',
    outExtension: { '.js': '.cjs' },
  },
  // Not written, only proved: the browser platform has no Node modules, so that a half of the server that needs one does not build.
  { ...browser, entryPoints: ['server/browser.ts'], write: false },
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
  // Older web worker hosts (seen in VS Code 1.91) add ".js" to any name that lacks it.
  copyFileSync('dist/browser/client.cjs', 'dist/browser/client.cjs.js')
}
