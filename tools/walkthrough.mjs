// Pictures of the walkthrough, of the real workbench: node tools/walkthrough.mjs
//
// Writes media/walkthrough/<step>-<dark|light>.webp. They go into the package, so they are small and show little more than the text.
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { buildAll, installPackages, root, runMain } from './setup.mjs'
import { launchBrowser } from './vscode/chromium.mjs'
import { installRuntime } from './vscode/install.mjs'
import { clickAt, coloured, command, hoverCard, openWorkbench } from './vscode/page.mjs'
import { startWorkbench } from './vscode/workbench.mjs'

const file = join(root, 'examples/talks-in-the-harbour.txt')
const out = join(root, 'media/walkthrough')
const themes = { dark: 'Default Dark Modern', light: 'Default Light Modern' }
const viewport = { width: 680, height: 460 }
const bare = {
  'window.title': 'Dateline',
  'window.menuBarVisibility': 'hidden',
  'workbench.activityBar.location': 'hidden',
  'workbench.sideBar.location': 'right',
  'workbench.statusBar.visible': false,
  'breadcrumbs.enabled': false,
  'editor.codeLens': false,
  'editor.inlayHints.enabled': 'off',
  'editor.lineNumbers': 'off',
  'editor.glyphMargin': false,
  'editor.folding': false,
  'editor.hover.delay': 100,
}

/** What is done before each picture is taken, on a page that shows the example. */
const steps = {
  open: async () => {},
  read: page => hoverCard(page, 'Odenwald', 1),
  mend: async page => {
    await clickAt(page, 'harbour"s')
    for (let step = 0; step < 'harbour'.length; step++) await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Control+.')
    await page.waitForSelector('.action-widget', { timeout: 10_000 })
  },
  style: async page => {
    await command(page, 'Preferences: Open Settings (UI)')
    await page.locator('.settings-editor .suggest-input-container').waitFor()
    await page.keyboard.type('dateline.style')
    await page.locator('.settings-editor .setting-item-contents', { hasText: 'Profile' }).first().waitFor({ timeout: 15_000 })
  },
}

await runMain(async () => {
  await installPackages()
  await installRuntime()
  buildAll()
  mkdirSync(out, { recursive: true })
  const browser = await launchBrowser()
  const workbench = await startWorkbench({ development: true })
  try {
    for (const [name, theme] of Object.entries(themes)) {
      workbench.settings.set({ ...bare, 'workbench.colorTheme': theme })
      for (const [step, prepare] of Object.entries(steps)) {
        const { page } = await openWorkbench(browser, workbench, { folder: dirname(file), file, viewport })
        await coloured(page)
        await command(page, 'View: Close Primary Side Bar')
        await prepare(page)
        // Suggestions, cards and settings fade in.
        await page.waitForTimeout(800)
        const path = join(out, `${step}-${name}.webp`)
        writeFileSync(path, await asWebp(browser, await page.screenshot()))
        console.log(path)
        await page.close()
      }
    }
  } finally {
    await browser.close()
    await workbench.stop()
  }
})

/** Half the size of the PNG, and the text as sharp. Chromium itself converts it, on a page without the workbench's restrictions. */
async function asWebp(browser, png) {
  const page = await browser.newPage()
  const encoded = await page.evaluate(async base64 => {
    const bytes = Uint8Array.from(atob(base64), letter => letter.charCodeAt(0))
    const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
    const canvas = document.createElement('canvas')
    canvas.width = image.width
    canvas.height = image.height
    canvas.getContext('2d').drawImage(image, 0, 0)
    return canvas.toDataURL('image/webp', 0.6)
  }, png.toString('base64'))
  await page.close()
  return Buffer.from(encoded.slice(encoded.indexOf(',') + 1), 'base64')
}
