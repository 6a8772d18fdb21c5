// Looks at a story in the real workbench through Chromium, as its reader would: the colours, the card, the squiggles, the Problems,
// the Outline, the mending; and that no request leaves the machine and the server has no socket open.
import { deepEqual, match, notEqual, ok } from 'node:assert/strict'
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { coloured, colourOf, command, hoverCard, openWorkbench, rowsOf, showOutline } from '../../tools/vscode/page.mjs'
import { extensionId } from '../../tools/vscode/workbench.mjs'
import { internetSockets, processesWith } from './sockets.mjs'

const name = 'talks-in-the-harbour.txt'
const squiggles = '.monaco-editor .cdr[class*="squiggly-"]'

/** Goes through the story step by step; reports each, and goes on after one that failed. Pictures of each go to the folder `shots`. */
export async function story(report, { browser, workbench, folder, shots }) {
  mkdirSync(shots, { recursive: true })
  workbench.settings.set({ 'remote.extensionKind': { [extensionId]: ['workspace'] } })
  const file = join(folder, name)
  const { page, outside } = await openWorkbench(browser, workbench, { folder, file })
  const shot = place => page.screenshot({ path: join(shots, `${place}.png`) })
  for (const [step, look] of Object.entries(steps)) {
    try {
      await look(page, { file, outside })
      report(step)
      await shot(step.replaceAll(' ', '-'))
    } catch (error) {
      report(step, error)
      await shot(`failure-${step.replaceAll(' ', '-')}`)
    }
    await page.keyboard.press('Escape')
  }
  await page.close()
}

const steps = {
  colours: async page => {
    await coloured(page)
    const plain = await colourOf(page, 'broke off a second night')
    for (const words of ['Odenwald', 'Norlund', 'We have agreed', 'told', 'By Ingrid'])
      notEqual(await colourOf(page, words), plain, words)
    notEqual(
      await colourOf(page, 'Odenwald'),
      await colourOf(page, 'National Arbitration'),
      'people and organisations look alike',
    )
    notEqual(await colourOf(page, 'Odenwald'), await colourOf(page, 'Norlund'), 'people and places look alike')
  },

  'person card': async page => {
    const card = await (await hoverCard(page, 'Odenwald said')).textContent()
    match(card, /Marit Odenwald/)
    match(card, /head of Norlund.s National Arbitration Board/)
    match(card, /We have agreed on what we disagree/)
  },

  squiggles: async page => {
    await page.locator(squiggles).first().waitFor({ timeout: 20_000 })
  },

  problems: async (page, { file }) => {
    await command(page, 'Problems: Focus on Problems View')
    const wanted = mangledIn(readFileSync(file, 'utf8'))
    const badge = page.locator('.markers-panel .monaco-count-badge').first()
    await badge.waitFor({ timeout: 20_000 })
    deepEqual(await badge.textContent(), String(wanted))
    for (const row of (await rowsOf(page, '.markers-panel')).slice(1)) match(row, /apostrophe.*dateline/)
  },

  outline: async page => {
    await command(page, 'View: Toggle Panel Visibility')
    await showOutline(page)
    await page.locator('.pane-header[aria-label^="Outline"]').hover()
    await page.locator('.pane-header[aria-label^="Outline"] .codicon-collapse-all').click()
    const rows = await rowsOf(page, '.outline-tree')
    for (const part of [
      /^Byline/,
      /^Dateline/,
      /^PAY IS NOT THE ONLY QUARREL/,
      /^MERCHANTS COUNT THE DAYS/,
      /^People/,
      /^Credits/,
    ]) {
      ok(
        rows.some(row => part.test(row)),
        `${part} is not in the outline: ${rows.join(' | ')}`,
      )
    }
  },

  'mend all': async page => {
    await command(page, 'View: Focus Active Editor Group')
    await command(page, 'Dateline: Mend All Safe Problems')
    await page.locator(squiggles).first().waitFor({ state: 'detached', timeout: 20_000 })
    const text = (await page.locator('.view-lines').first().textContent()).replaceAll('\u00a0', ' ')
    match(text, /the harbour's chief mediator/)
    match(text, /"We have agreed on what we disagree about/)
    deepEqual(mangledIn(text), 0)
  },

  'no request leaves the machine': async (_page, { outside }) => deepEqual(outside, []),

  'the server has no socket open': async () => {
    const servers = processesWith('/dist/server.cjs')
    if (process.platform === 'linux') ok(servers.length > 0, 'no server runs')
    deepEqual(servers.flatMap(internetSockets), [])
  },
}

/** How many double marks stand for an apostrophe: those behind a letter with an s, t or the like behind them, and the plural possessives. */
function mangledIn(text) {
  return [...text.matchAll(/\p{L}"(?:s|t|ll|ve)\b|(?:dockers|owners)"/gu)].length
}
