// Bundles everything that runs: node esbuild.mjs [--minify] [--watch]
//
//   dist/client.cjs           the extension in VS Code's Node host
//   dist/browser/client.cjs   the extension in its web worker host
//   dist/code/server.cjs      the language server in both: a process (ipc or stdio), or a web worker
//   dist/code/cli.cjs         the command line
//   dist/code/learnt.json     what the server has learnt of names
//   dist/server.cjs, cli.cjs  start these two in Node
//   dist/test/extension.cjs   the suite that runs inside the editor
import { createHash } from 'node:crypto'
import { chmodSync, copyFileSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { build, context } from 'esbuild'
import { asModule, inAscii, learntApart } from './tools/bundling.mjs'

const minify = process.argv.includes('--minify')
const shared = { bundle: true, minify, sourcemap: !minify, legalComments: 'none', logLevel: 'warning', external: ['vscode'] }
// jsonc-parser's main file calls `require` in a way that no bundler can follow; its module can be bundled.
const mainFields = ['module', 'main']
const node = { ...shared, platform: 'node', format: 'cjs', target: 'node20', mainFields, outExtension: { '.js': '.cjs' } }
// A worker has no DOM either.
const browser = { ...shared, platform: 'browser', target: 'es2022', conditions: ['worker', 'browser'] }

const code = { ...node, plugins: [learntApart, asModule('vscode-languageserver'), inAscii], outExtension: undefined }

// Both hosts share one bundle, of which either runs its own half.
const server = {
  ...code,
  conditions: ['worker', 'browser', 'node'],
  stdin: {
    contents: "if (typeof importScripts === 'function') require('./server/browser.ts')\nelse require('./server/node.ts')",
    resolveDir: '.',
  },
  outfile: 'dist/code/server.cjs',
  define: { DATELINE_BUILD: JSON.stringify(digestOf('server/analysis', 'server/folder')) },
}

const bundles = [
  server,
  { ...node, entryPoints: { client: 'client/node.ts' }, outdir: 'dist' },
  starter('server'),
  starter('cli'),
  {
    ...code,
    entryPoints: ['server/cli.ts'],
    outfile: 'dist/code/cli.cjs',
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

/** Starts a bundle of the same name with what V8 made of it before. */
function starter(name) {
  return {
    ...node,
    stdin: {
      contents: `import { start } from './server/start.ts'\nstart(require('node:path').join(__dirname, 'code/${name}.cjs'))`,
      resolveDir: '.',
    },
    outfile: `dist/${name}.cjs`,
    outExtension: undefined,
    banner: { js: '#!/usr/bin/env node' },
  }
}

/** Stands for all that lies in the folders: with other sources the server reads otherwise, and must not trust what it kept of its readings. */
function digestOf(...folders) {
  const digest = createHash('sha1')
  for (const folder of folders)
    for (const file of readdirSync(folder, { recursive: true }).sort())
      if (statSync(join(folder, file)).isFile()) digest.update(readFileSync(join(folder, file)))
  return digest.digest('hex')
}
