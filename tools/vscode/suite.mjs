// Runs the suite of test/extension inside the extension host of the workbench, Node's or the web worker's.
import { cpSync, existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Failure, root } from '../setup.mjs'
import { extensionId } from './workbench.mjs'

const patience = 240_000

/**
 * Opens the folder in a page whose extension host runs the suite; `host` is `node` or `browser`. Calls `onResult` for each test.
 * Throws where the suite did not run to its end, or ran in another host than it should have.
 */
export async function runSuite(browser, workbench, { host, folder, onResult, failureShot }) {
  // The address has a field for the host too, which the web workbench ignores; this setting it obeys.
  workbench.settings.set({ 'remote.extensionKind': { [extensionId]: [host === 'node' ? 'workspace' : 'web'] } })
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
  try {
    const ended = await suiteIn(page, onResult, () => page.goto(suiteAddress(workbench, folder)))
    if (ended?.host !== host) throw new Failure(`The suite was to run in the ${host} host, but ran in ${ended?.host ?? 'none'}.`)
    return ended
  } catch (error) {
    await page.screenshot({ path: failureShot }).catch(() => undefined)
    throw error
  } finally {
    await page.close()
  }
}

/** VS Code picks the host by the extension in whose folder the suite lies, so the suite is put there where it does not lie already. */
function suiteAddress(workbench, folder) {
  const suite = join(workbench.extension, 'dist/test/extension.cjs')
  if (!existsSync(suite)) cpSync(join(root, 'dist/test'), dirname(suite), { recursive: true })
  const payload = [
    ['extensionDevelopmentPath', workbench.uri(workbench.extension)],
    ['extensionTestsPath', workbench.uri(suite)],
  ]
  return workbench.address({ folder, payload })
}

/** VS Code calls codeAutomationLog for each line of the extension host's console, and codeAutomationExit at the end. */
async function suiteIn(page, onResult, start) {
  let ended
  let timer
  const exit = new Promise((done, failed) => {
    page.on('crash', () => failed(new Failure('The page crashed.')))
    timer = setTimeout(() => failed(new Failure(`The suite did not end within ${patience / 1000} s.`)), patience)
    const hear = (_level, parts) => {
      const report = parts
        .map(String)
        .join(' ')
        .match(/@@(\{.*\})/s)
      if (!report) return
      const line = JSON.parse(report[1])
      if (line.ended) ended = line.ended
      else onResult(line)
    }
    Promise.all([page.exposeFunction('codeAutomationExit', done), page.exposeFunction('codeAutomationLog', hear)])
      .then(start)
      .catch(failed)
  })
  try {
    await exit
  } finally {
    clearTimeout(timer)
  }
  return ended
}
