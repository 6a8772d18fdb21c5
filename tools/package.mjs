// npm run package: dist/ made small, and the .vsix that VS Code installs.
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { announced, installPackages, root, runMain, runQuietly } from './setup.mjs'

await runMain(async () => {
  await installPackages()
  const file = join(root, 'dateline.vsix')
  await announced('Packaging', () => {
    runQuietly(process.execPath, ['esbuild.mjs', '--minify'])
    const vsce = join(root, 'node_modules/@vscode/vsce/vsce')
    runQuietly(process.execPath, [vsce, 'package', '--no-dependencies', '--out', file])
  })
  console.log(`${file}  ${Math.round(statSync(file).size / 1024)} kB`)
})
