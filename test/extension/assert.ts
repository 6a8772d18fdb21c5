/** Assertions that also work in the web worker host, where Node's are not. */
export function ok(value: unknown, message = `${value} is not truthy`): asserts value {
  if (!value) throw new Error(message)
}

/** Compares plain data as JSON. */
export function same(actual: unknown, expected: unknown): void {
  ok(JSON.stringify(actual) === JSON.stringify(expected), `${JSON.stringify(actual)} is not ${JSON.stringify(expected)}`)
}

export function match(text: string, pattern: RegExp): void {
  ok(pattern.test(text), `${JSON.stringify(text)} does not match ${pattern}`)
}

/** Waits until the probe holds; fails after 20 seconds. */
export async function until(what: string, probe: () => boolean | Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 20_000; !(await probe()); ) {
    if (Date.now() > end) throw new Error(`waited in vain: ${what}`)
    await new Promise(done => setTimeout(done, 30))
  }
}
