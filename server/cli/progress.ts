import { stderr } from 'node:process'
import { clearLine, cursorTo } from 'node:readline'

/** A bar on a terminal's standard error. */
export interface Progress {
  /** One more file is done. */
  advance(): void
  /** Makes room for lines on the terminal; the bar comes back below them. */
  giveWay(): void
  end(): void
}

const noProgress: Progress = { advance: () => {}, giveWay: () => {}, end: () => {} }

/** Fewer files are done before anybody wonders. */
const fewest = 50

/** Shows how many files of all are done; on anything but a terminal, and for few files, it shows nothing. */
export async function showProgress(total: number): Promise<Progress> {
  if (total < fewest || !stderr.isTTY) return noProgress
  const { Presets, SingleBar } = await import('cli-progress')
  const format = '{bar} {value} of {total} files, {eta_formatted} left'
  const options = { format, stream: stderr, clearOnComplete: true, hideCursor: false, barsize: 30, etaBuffer: 500 }
  const bar = new SingleBar(options, Presets.shades_classic)
  bar.start(total, 0)
  return {
    advance: () => bar.increment(),
    giveWay: () => {
      cursorTo(stderr, 0)
      clearLine(stderr, 0)
    },
    end: () => bar.stop(),
  }
}
