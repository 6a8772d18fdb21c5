// Hands and eyes for a page of the workbench: where a word stands, what colour it has, the card under the pointer, the commands.
import { basename } from 'node:path'
import { Failure } from '../setup.mjs'

/** Opens the address in a window of its own and waits for the file's text. `outside` collects requests to other machines. */
export async function openWorkbench(browser, workbench, { folder, file, viewport = { width: 1280, height: 800 }, scale = 1 }) {
  const page = await browser.newPage({ viewport, deviceScaleFactor: scale })
  const outside = []
  page.on('request', request => {
    const url = request.url()
    if (/^(https?|wss?):/.test(url) && new URL(url).host !== new URL(workbench.origin).host) outside.push(url)
  })
  await page.goto(workbench.address({ folder, file }))
  await page.locator(`.tab[data-resource-name="${basename(file)}"]`).waitFor({ timeout: 90_000 })
  await page.waitForSelector('.monaco-editor .view-lines .view-line span span', { state: 'attached', timeout: 30_000 })
  return { page, outside }
}

/** Waits until the words of the editor have at least that many colours: the server has answered. */
export async function coloured(page, colours = 4) {
  const seen = atLeast =>
    new Set([...document.querySelectorAll('.view-line span span')].map(span => getComputedStyle(span).color)).size >= atLeast
  await page.waitForFunction(seen, colours, { timeout: 60_000 })
}

/** The colour a word of the visible text is painted with; undefined where it is not to be seen. */
export function colourOf(page, word) {
  return page.evaluate(wanted => {
    const spans = [...document.querySelectorAll('.view-lines .view-line span span')]
    const span = spans.find(({ textContent }) => textContent.replaceAll('\u00a0', ' ').includes(wanted))
    return span && getComputedStyle(span).color
  }, word)
}

/** Where the words stand on the page, the `nth` time they are seen in the editor (from 0): the middle of their first letters. */
async function placeOf(page, words, nth = 0) {
  const place = await page.evaluate(placeInPage, [words, nth])
  if (!place) throw new Failure(`“${words}” is not to be seen in the editor.`)
  return place
}

/** Runs in the page. A line is many spans, so its text is put together and the place found in the span that holds it. */
function placeInPage([words, nth]) {
  let skipped = 0
  const lines = [...document.querySelectorAll('.view-lines .view-line')].sort((a, b) => a.offsetTop - b.offsetTop)
  for (const line of lines) {
    const nodes = []
    const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) nodes.push(walker.currentNode)
    const text = nodes
      .map(node => node.data)
      .join('')
      .replaceAll('\u00a0', ' ')
    for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
      if (skipped++ < nth) continue
      let offset = at
      const holder = nodes.find(({ length }) => {
        if (offset < length) return true
        offset -= length
        return false
      })
      const range = document.createRange()
      range.setStart(holder, offset)
      range.setEnd(holder, Math.min(offset + 2, holder.length))
      const { left, top, width, height } = range.getBoundingClientRect()
      return { x: left + width / 2, y: top + height / 2 }
    }
  }
  return undefined
}

/** Points at the words until their card shows, and gives the card's locator. */
export async function hoverCard(page, words, nth = 0) {
  const card = page.locator('.monaco-hover:not(.hidden) .monaco-hover-content').first()
  for (let attempt = 0; ; attempt++) {
    // The first hover after the start may come before the pointer has settled.
    const { x, y } = await placeOf(page, words, nth)
    await page.mouse.move(x + 200, y + 150)
    await page.mouse.move(x, y, { steps: 3 })
    try {
      await card.waitFor({ timeout: 4000 })
      await page.evaluate(fadedIn)
      return card
    } catch (error) {
      if (attempt === 4) throw error
    }
  }
}

/** Runs in the page: resolves when whatever fades in has done so; a blinking cursor never ends and is not waited for. */
function fadedIn() {
  const ending = document.getAnimations().filter(({ effect }) => effect.getComputedTiming().endTime !== Number.POSITIVE_INFINITY)
  return Promise.allSettled(ending.map(({ finished }) => finished)).then(() => undefined)
}

/** Puts the cursor before the words, with a click. */
export async function clickAt(page, words, nth = 0) {
  const { x, y } = await placeOf(page, words, nth)
  await page.mouse.click(x, y)
}

/** Runs a command by its title, as a person would from the palette. */
export async function command(page, title) {
  await page.keyboard.press('F1')
  const input = page.locator('.quick-input-widget input[type="text"]')
  await input.waitFor()
  await input.fill(`>${title}`)
  await page.locator('.quick-input-list .monaco-list-row', { hasText: title }).first().waitFor({ timeout: 15_000 })
  await page.keyboard.press('Enter')
  await input.waitFor({ state: 'hidden' })
}

/** Shows the Outline in the whole side bar: the list of files is folded. */
export async function showOutline(page) {
  await command(page, 'Explorer: Focus on Outline View')
  await page.locator('.outline-tree .monaco-list-row').nth(3).waitFor({ timeout: 20_000 })
  const files = '.pane-header[aria-label^="Explorer Section"]'
  if ((await page.locator(files).getAttribute('aria-expanded')) === 'true') await page.locator(files).click()
  await page.locator(`${files}[aria-expanded="false"]`).waitFor()
}

/** The texts of the visible rows of a tree or list, white space evened out. */
export async function rowsOf(page, selector) {
  const texts = await page.locator(`${selector} .monaco-list-row`).allInnerTexts()
  return texts.map(text => text.replace(/\s+/g, ' ').trim())
}
