// npm run test:desktop: the suite of test/extension inside a desktop VS Code, which is downloaded on the first run (not from the npm registry).
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { announced, buildAll, Failure, installPackages, root, runMain } from './setup.mjs'

await runMain(async () => {
  await installPackages()
  await announced('Building', buildAll)
  const { downloadAndUnzipVSCode, runTests } = await import('@vscode/test-electron')
  const vscodeExecutablePath = await downloadAndUnzipVSCode({ cachePath: join(root, '.cache/vscode') }).catch(error => {
    throw new Failure(
      `No desktop VS Code can be had here: ${error.message}. npm test runs the same suite in the VS Code it brings.`,
    )
  })
  const folder = mkdtempSync(join(tmpdir(), 'stories-'))
  cpSync(join(root, 'test/extension/workspace'), folder, { recursive: true })
  try {
    return await runTests({
      vscodeExecutablePath,
      extensionDevelopmentPath: root,
      extensionTestsPath: join(root, 'dist/test/extension.cjs'),
      launchArgs: [folder, '--disable-extensions', '--disable-workspace-trust'],
    })
  } catch (error) {
    throw new Failure(`The suite failed: ${error.message}`)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
