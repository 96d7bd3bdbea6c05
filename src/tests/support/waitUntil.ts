import { setTimeout as pause } from 'node:timers/promises'

/** Waits for a condition; the test fails when it never comes true. */
export async function waitUntil(
  what: string,
  isTrue: () => Promise<boolean> | boolean,
  seconds = 60,
): Promise<void> {
  const until = Date.now() + seconds * 1_000
  while (Date.now() < until) {
    if (await isTrue()) return
    await pause(25)
  }
  throw new Error(`never happened: ${what}`)
}
