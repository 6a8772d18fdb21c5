/** How long work in the background keeps everything else waiting, in milliseconds. */
const slice = 8

/** Does work that pauses now and then, a slice at a time, so that whoever asks meanwhile is answered. */
export async function inSlices<Result>(work: Generator<undefined, Result>): Promise<Result> {
  let end = performance.now() + slice
  for (;;) {
    const { done, value } = work.next()
    if (done) return value
    if (performance.now() < end) continue
    await new Promise(resolve => setTimeout(resolve, 0))
    end = performance.now() + slice
  }
}
