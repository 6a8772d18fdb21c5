// What esbuild does not do by itself with the bundles of Dateline: three plugins.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/**
 * What the server has learnt is most of its size. It goes into dist/code/learnt.json, which nothing has to compile; the bundles beside it read it from
 * there, or find it in the variable `learnt` where they run in a worker.
 */
export const learntApart = {
  name: 'learnt-apart',
  setup(build) {
    const learnt = {}
    build.onResolve({ filter: /^learnt$/ }, () => ({ path: 'learnt', namespace: 'learnt' }))
    build.onLoad({ filter: /.*/, namespace: 'learnt' }, () => ({
      contents: `export const learnt = typeof importScripts === 'function'
        ? globalThis.learnt
        : JSON.parse(require('node:fs').readFileSync(__dirname + '/learnt.json', 'latin1'))`,
    }))
    build.onLoad({ filter: /[\\/]names[\\/](lexicon[\\/])?model\.ts$/ }, ({ path }) => {
      const [, name, packed] = /export const (\w+) =\s*'([^'\\]*)'\s*$/.exec(readFileSync(path, 'utf8'))
      learnt[name] = packed
      return { contents: `import { learnt } from 'learnt'\nexport const ${name} = learnt.${name}` }
    })
    build.onEnd(() => {
      const file = join(dirname(build.initialOptions.outfile), 'learnt.json')
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, JSON.stringify(learnt, Object.keys(learnt).sort()))
    })
  },
}

/** Writes the bundle in ASCII: esbuild leaves regular expressions as they are, and one letter that is none makes V8 keep all of the source in two bytes each. */
export const inAscii = {
  name: 'in-ascii',
  setup(build) {
    build.initialOptions.write = false
    build.onEnd(({ outputFiles = [] }) => {
      for (const { path, text } of outputFiles) {
        mkdirSync(dirname(path), { recursive: true })
        const ascii = text.replace(/[\u0080-\uffff]/g, unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
        writeFileSync(path, path.endsWith('.map') ? text : ascii)
      }
    })
  },
}

/** Makes a module of a CommonJS package: esbuild copies all names of such a package for each file that imports it, which takes a millisecond each time. */
export const asModule = packageName => ({
  name: 'as-module',
  setup(build) {
    const names = Object.keys(createRequire(import.meta.url)(packageName)).filter(name => name !== 'default')
    build.onResolve({ filter: new RegExp(`^${packageName}$`) }, ({ namespace }) =>
      namespace === packageName ? undefined : { path: packageName, namespace: packageName },
    )
    build.onLoad({ filter: /.*/, namespace: packageName }, () => ({
      contents: `export const { ${names.join(', ')} } = require('${packageName}')`,
      resolveDir: process.cwd(),
    }))
  },
})
