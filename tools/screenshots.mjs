// Pictures of the real workbench: npm run screenshots [-- --file STORY] [--hover WORDS] [--theme NAME] [--out FOLDER]
//
// Without --file the pictures of the README are made anew, in docs/images; with it, pictures of that story in shots/.
import { mkdirSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { buildAll, Failure, installPackages, root, runMain } from './setup.mjs'
import { launchBrowser } from './vscode/chromium.mjs'
import { installRuntime } from './vscode/install.mjs'
import { coloured, command, hoverCard, openWorkbench, showOutline } from './vscode/page.mjs'
import { startWorkbench } from './vscode/workbench.mjs'

const themes = {
  dark: 'Default Dark Modern',
  light: 'Default Light Modern',
  'high-contrast': 'Default High Contrast',
  'high-contrast-light': 'Default High Contrast Light',
}
const example = { file: join(root, 'examples/talks-in-the-harbour.txt'), hover: 'Odenwald said' }
/** Small enough for a picture of less than 200 kB. */
const size = { width: 1040, height: 660 }

/** One picture a theme: the story with its outline, and a card over it where words to point at are given; and the problems, once. */
await runMain(async () => {
  const { values } = parseArgs({
    options: { file: { type: 'string' }, hover: { type: 'string' }, theme: { type: 'string' }, out: { type: 'string' } },
  })
  const file = values.file ? resolve(values.file) : example.file
  const hover = values.hover ?? (values.file ? undefined : example.hover)
  const out = resolve(values.out ?? join(root, values.file ? 'shots' : 'docs/images'))
  const wanted = Object.entries(themes).filter(([name]) => !values.theme || name === values.theme)
  if (wanted.length === 0) throw new Failure(`No theme ${values.theme}: ${Object.keys(themes).join(', ')}`)
  await installPackages()
  await installRuntime()
  buildAll()
  mkdirSync(out, { recursive: true })
  const prefix = values.file ? `${basename(file).replace(/\.\w+$/, '')}-` : ''
  const browser = await launchBrowser()
  const workbench = await startWorkbench({ development: true })
  try {
    for (const [name, theme] of wanted) {
      workbench.settings.set({ 'workbench.colorTheme': theme, 'window.title': 'Dateline' })
      await picture(browser, workbench, { file, hover, path: place => join(out, `${prefix}${name}${place}.png`) })
    }
  } finally {
    await browser.close()
    await workbench.stop()
  }
})

async function picture(browser, workbench, { file, hover, path }) {
  const { page } = await openWorkbench(browser, workbench, { folder: dirname(file), file, viewport: size })
  const shot = async place => {
    await page.screenshot({ path: path(place) })
    console.log(path(place))
  }
  await coloured(page).catch(() => console.log(`${file}: hardly any colours`))
  await showOutline(page).catch(() => console.log(`${file}: no outline`))
  await page.keyboard.press('Escape')
  await command(page, 'View: Focus Active Editor Group')
  if (hover) await hoverCard(page, hover)
  await shot('')
  await page.keyboard.press('Escape')
  await command(page, 'Problems: Focus on Problems View')
  await page
    .waitForSelector('.markers-panel .monaco-list-row', { timeout: 5000 })
    .catch(() => console.log(`${file}: no problems`))
  // Where nothing answers to the pointer.
  await page.mouse.move(300, 8)
  await page.locator('.monaco-hover:visible').first().waitFor({ state: 'hidden' })
  await shot('-problems')
  await page.close()
}
