import type { ChildProcess } from 'node:child_process'
import { setTimeout as pause } from 'node:timers/promises'
import { CannotRun } from './command'

/** Waits until an address answers 2xx. @throws CannotRun with its last answer when time is over */
export async function waitForAnswer(url: string, seconds: number): Promise<void> {
  const until = Date.now() + seconds * 1_000
  let last = 'no answer'
  while (Date.now() < until) {
    try {
      const answer = await fetch(url, { signal: AbortSignal.timeout(30_000) })
      if (answer.ok) return
      last = `${answer.status} ${(await answer.text()).slice(0, 300)}`
    } catch {
      last = 'no answer' // Not listening yet.
    }
    await pause(50)
  }
  throw new CannotRun(`${url} was not ready after ${seconds} s: ${last}`)
}

/** Rejects when the process ends, for it should not. */
export function untilDeath(child: ChildProcess, name: string): Promise<never> {
  return new Promise((_resolve, reject) => {
    const tell = () => reject(new CannotRun(`${name} ended unexpectedly.`))
    child.once('error', tell)
    child.once('exit', tell)
  })
}
