import { Worker } from 'node:worker_threads'
import type { BusyPeriod, CalendarFault, nightsOf, readCalendar } from '@/domain/outsideCalendar'

/** A busy period, with the nights it takes. */
export type Busy = BusyPeriod & { nights: ReturnType<typeof nightsOf> }
export type Given = { text: string; asked: Parameters<typeof readCalendar>[1] }
export type Read = { busy: Busy[] } | { fault: CalendarFault }

/** Some rules of repetition match no day at all, and the library would look for one for ever. */
const LONGEST_READING = 3_000
/** Until a thread begins, on a machine that is busy. */
const LONGEST_START = 30_000

const AS_BUILT = import.meta.url.endsWith('.mjs')
const BUILT = new URL('./calendarThread.mjs', import.meta.url)
const SOURCE = new URL('./calendarThread.ts', import.meta.url)
/** Node 20 does not let `--import tsx` reach a thread. */
const FROM_SOURCE = `import('tsx/esm/api').then(({ register }) => {
  register()
  return import('${SOURCE.href}')
})`

let last: Promise<unknown> = Promise.resolve()

/**
 * Reads another program's calendar in a thread of its own, one at a time: whoever wrote it decides how
 * long that takes, and pages are served by this process too.
 */
export function readApart(given: Given): Promise<Read> {
  const reading = last.then(() => read(given))
  last = reading.catch(() => undefined) // Its caller hears of it.
  return reading
}

function read(given: Given): Promise<Read> {
  const thread = new Worker(AS_BUILT ? BUILT : FROM_SOURCE, {
    eval: !AS_BUILT,
    workerData: given,
    // Nothing of ours: neither settings nor secrets stand in the environment of whoever reads a stranger's text.
    env: {},
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: 256 },
  })
  return new Promise<Read>((resolve, reject) => {
    const giveUp = () => resolve({ fault: 'trop_de_dates' })
    let timer = setTimeout(giveUp, LONGEST_START)
    thread.on('message', (said: Read | 'begins') => {
      clearTimeout(timer)
      if (said === 'begins') timer = setTimeout(giveUp, LONGEST_READING)
      else resolve(said)
    })
    thread.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') giveUp()
      else reject(error)
    })
    thread.once('exit', () =>
      reject(new Error('the reading of a calendar ended without an answer')),
    )
  }).finally(() => thread.terminate())
}
