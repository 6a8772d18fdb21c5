// npm run package: dist/ made small, and the .vsix that VS Code installs.
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { announced, Failure, installPackages, root, runMain, runQuietly } from './setup.mjs'

/** Bytes. */
const largest = 3_000_000

await runMain(async () => {
  await installPackages()
  const file = join(root, 'dateline.vsix')
  await announced('Packaging', () => {
    runQuietly(process.execPath, ['esbuild.mjs', '--minify'])
    const vsce = join(root, 'node_modules/@vscode/vsce/vsce')
    runQuietly(process.execPath, [vsce, 'package', '--no-dependencies', '--out', file])
  })
  const { size } = statSync(file)
  console.log(`${file}, ${Math.round(size / 1000)} kB`)
  if (size > largest) throw new Failure(`That is more than the ${largest / 1000} kB that a package may have.`)
})
