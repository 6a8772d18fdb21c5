// The command line over many stories, and the extension's own start.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { dist } from './bundle.mjs'
import { heading, median, note } from './measure.mjs'
import { makeStory, random } from './stories.mjs'

const count = 10_000

/** The command line over a folder of 10,000 stories of about 3 kB, with one thread and with two. */
export async function folder() {
  const stories = mkdtempSync(join(tmpdir(), 'bench-'))
  const next = random(7)
  for (let i = 0; i < count; i++) writeFileSync(join(stories, `${i}.news`), makeStory(1_000 + Math.floor(next() * 4_000), i + 1))
  heading('command line over 10,000 stories')
  for (const jobs of [1, 2]) {
    const { perSecond, megabytes } = checkFolder(stories, jobs)
    console.log(
      `  ${jobs} ${jobs === 1 ? 'thread ' : 'threads'} ${perSecond.toFixed(0)} stories a second, ${megabytes.toFixed(0)} MB at most`,
    )
    if (jobs === 2) note('command line, two threads', perSecond, 'stories a second', { least: 400 })
  }
  rmSync(stories, { recursive: true })
}

/** The program tells at its end how much memory it had. */
function checkFolder(stories, jobs) {
  const tell = join(stories, 'tell.cjs')
  writeFileSync(tell, "process.on('exit', () => require('fs').writeSync(2, 'most ' + process.resourceUsage().maxRSS))")
  const program = ['--require', tell, join(dist, 'cli.cjs'), 'check', '--max-level', 'error', '--jobs', String(jobs), stories]
  const start = performance.now()
  const { status, stderr } = spawnSync(process.execPath, program, { encoding: 'utf8', stdio: ['ignore', 'ignore', 'pipe'] })
  if (status !== 0) throw new Error(`check ended with ${status}: ${stderr.slice(0, 300)}`)
  const megabytes = Math.max(...[...stderr.matchAll(/most (\d+)/g)].map(([, kilobytes]) => Number(kilobytes) / 1024))
  return { perSecond: (count * 1000) / (performance.now() - start), megabytes }
}

/** How long the extension's bundle takes to load; its `activate` starts nothing before there is a story. */
export async function client(rounds) {
  const script = `
    const { Module } = require('node:module')
    const load = Module._load
    const editor = new Proxy(class {}, { get: (target, name) => name === 'prototype' ? target.prototype : editor })
    Module._load = (name, ...rest) => name === 'vscode' ? editor : load(name, ...rest)
    const start = performance.now()
    require(process.argv[1])
    console.log(performance.now() - start)`
  const bundle = join(dist, 'client.cjs')
  const times = Array.from({ length: rounds }, () =>
    Number(spawnSync(process.execPath, ['-e', script, bundle], { encoding: 'utf8' }).stdout),
  )
  heading('the extension')
  console.log(`  its bundle of ${(readFileSync(bundle).length / 1000).toFixed(0)} kB is loaded in ${median(times).toFixed(1)} ms`)
  note('client bundle loaded', median(times), 'ms', { most: 50 })
}
